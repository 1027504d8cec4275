"""The app in the terminal: the only place that imports textual and rich.

Screens and widgets show values (`trainer.ui.views`) and post messages (`trainer.ui.messages`); the desk behind them
(`trainer.ui.desk`) is the one place that talks to rehearsals and the store.
"""
