"""What several tests of the desk are given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.stage import noon
from trainer.store.places import Places
from trainer.ui.desk.resources import Resources


@pytest.fixture
def resources(places: Places) -> Iterator[Resources]:
    """The desk's resources, in the `places` of the test at hand; let go of at its end."""
    resources = Resources(places, noon)
    yield resources
    resources.close()
