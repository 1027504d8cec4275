"""What a user likes: the settings file, its key map, and which wish wins.

Knows no screen and no command line: the names of keys and themes are lists here, which the screen is tested against.
What is heavy (yaml) is loaded only when there is a file to read.
"""
