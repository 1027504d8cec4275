"""Files that authors write, up to plain data with the place of everything in it: characters, YAML, its traps, corrected lines.

The only place that imports yaml. Knows no model: what the data should look like is `trainer.scenario.shape`'s.
"""
