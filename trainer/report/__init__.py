"""What people read beforehand and afterwards, one folder each: brief, debrief, progress, group, sharing.

Pure functions of a script and its events. Decides no verdict and no score, opens no file, knows no screen.
"""
