"""What of a rehearsal may leave this machine: with own facts hidden, as a file that others can read."""
