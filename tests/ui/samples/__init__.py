"""Values to show, made by hand: long and short ones, and all that a page can show."""
