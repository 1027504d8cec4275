"""The command line: commands, what they print, which exit code they end with.

Owns words and shapes of its output. Judges nothing: every command asks a lower layer and shows its answer.
"""
