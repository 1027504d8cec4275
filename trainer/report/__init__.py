"""What people read afterwards and beforehand: the debrief and the brief, as values, text and Markdown.

Pure functions of a script and its events. Decides no verdict and no score, opens no file, knows no screen.
"""
