"""The desk: its parts, one for each kind of thing the app does besides showing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from trainer.rehearsal import new_seed
from trainer.store.places import Places
from trainer.store.store import Store
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

    def __init__(
        self,
        places: Places,
        clock: Callable[[], datetime],
        open_store: Callable[[Path], Store] = Store,
        new_seed: Callable[[], int] = new_seed,
    ) -> None:
        self._resources = Resources(places, clock, open_store, new_seed)
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
