"""The meeting as lines of text, for screen readers, dumb terminals and pipes: everything the app does, typed.

Owns what is typed and what is printed. Drives a `trainer.rehearsal.Rehearsal` and decides nothing about the meeting.
"""
