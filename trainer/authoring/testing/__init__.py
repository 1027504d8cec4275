"""What `trainer test` does: labelled cases and playthroughs run against a scenario, and what of it they reach."""
