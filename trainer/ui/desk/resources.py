"""What all of the desk works with: where things are kept, what time it is, the history once it is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from trainer.rehearsal import new_seed
from trainer.store.places import Places
from trainer.store.store import Store
from trainer.ui.desk.outlines import Outlines


class Resources:
    """Opened when first needed, let go of by `close`."""

    def __init__(
        self,
        places: Places,
        clock: Callable[[], datetime],
        open_store: Callable[[Path], Store] = Store,
        new_seed: Callable[[], int] = new_seed,
    ) -> None:
        self.places = places
        self.clock = clock
        self.new_seed = new_seed
        self.outlines = Outlines()
        self._open_store = open_store
        self._store: Store | None = None

    def store(self) -> Store:
        """The history. Raises StoreFailed when it cannot be opened."""
        if self._store is None:
            self._store = self._open_store(self.places.history)
        return self._store

    def close(self) -> None:
        """Let go of the history."""
        if self._store is not None:
            self._store.close()
            self._store = None
