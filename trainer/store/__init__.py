"""What stays on this machine: the history of rehearsals, drafts, saved incidents.

Owns files and their permissions; the only place that imports sqlite3. Never judges, never shows anything.
"""
