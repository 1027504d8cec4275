"""Playing the meeting: state + move -> events, and state as a fold over events.

Pure: no clock, disk, randomness or screen. Owns judging points, trust, mistakes, follow-ups, interjections and endings.
The only place that imports transitions.
"""
