"""Text as it crosses a border: cleaning, spans, words, quantities; and the small values all layers share.

Knows nothing of scenarios or meetings, and opens nothing.
"""
