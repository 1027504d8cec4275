"""What moves from run to run, and which questions are due again."""
