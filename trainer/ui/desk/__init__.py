"""Behind the screens: the one part of the app that opens files and the history, and drives rehearsals.

Everything here is called on one thread only, one call after another, so that nothing it does can hold up the screen. Gives views, takes
plain values, raises TrainerError. Imported after home's first frame, because the engine behind it takes a while to load.
"""
