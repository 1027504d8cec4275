"""What conditions of a scenario can and cannot come true: where they stand, what can have happened by then, and the search."""
