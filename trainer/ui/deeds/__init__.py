"""What the app does about each wish: one function a wish, one file a topic; `table.py` says which is which.

A deed asks the desk (on the desk's thread) and shows a page. It opens no file, judges nothing and draws nothing. What a user can cause
is raised as TrainerError and said on the screen by the app. Screens are imported inside the deeds: home's first frame needs none of them.
"""
