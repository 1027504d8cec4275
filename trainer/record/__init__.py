"""A rehearsal as a value that can be kept, sent and replayed: the scenario as it was, the incident, every event.

Owns the JSON of records. Never opens a file, never judges a reply, never looks at a clock.
"""
