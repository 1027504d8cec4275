"""The whole vocabulary between screens and the app: what the player wants. Data only, no behaviour.

Each wish is granted by one deed, see `trainer.ui.deeds`.
"""
