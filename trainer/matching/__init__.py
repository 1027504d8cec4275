"""Reading a reply: (reply, Question) -> Reading.

Owns clauses, phrases, similarity, negation, acts, echo and flags. Knows no scenario and no meeting,
keeps nothing between calls, and is the only place that imports rapidfuzz.
"""
