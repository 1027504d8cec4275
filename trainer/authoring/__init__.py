"""For people who write scenarios: checks, labelled cases, agreement. Plays no meeting of anyone's."""
