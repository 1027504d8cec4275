"""What screens show, as plain values. Made by the desk; widgets know nothing else of a rehearsal.

Light on purpose: nothing here reaches the engine, the store or the reader. All text has been cleaned before it gets here.
"""
