"""What has to hold in a scenario beyond shape: names are declared, no line claims what nobody knows, every meeting can end.

Looks at parts that were read; changes none, and tells nobody: `trainer.scenario.load` gathers what they find.
"""
