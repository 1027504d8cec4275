"""The desk: its parts, one for each kind of thing the app does besides showing."""

from __future__ import annotations

from trainer.ui.desk.colours import Colours
from trainer.ui.desk.debriefs import Debriefs
from trainer.ui.desk.history import History
from trainer.ui.desk.home_lists import home_view
from trainer.ui.desk.incidents import Incidents
from trainer.ui.desk.pages import Pages
from trainer.ui.desk.progress import LookingBack
from trainer.ui.desk.quiz import Quizzes
from trainer.ui.desk.rehearsals import Rehearsals
from trainer.ui.desk.resources import Resources
from trainer.ui.views.home import HomeView


class Desk:
    """Everything the app does besides showing."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self.incidents = Incidents(self._resources)
        self.rehearsals = Rehearsals(self._resources)
        self.debriefs = Debriefs(self._resources)
        self.progress = LookingBack(self._resources)
        self.history = History(self._resources)
        self.pages = Pages()
        self.colours = Colours(self._resources)
        self.quiz = Quizzes(self._resources)

    def close(self) -> None:
        """Let go of the history."""
        self._resources.close()

    def home(self) -> HomeView:
        """What home lists; what cannot be read is named in it and hides nothing else."""
        return home_view(self._resources.places, self._resources.store, self._resources.clock(), self._resources.outlines.of)
