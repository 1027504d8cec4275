"""A short run is offered where somebody in the room would speak in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_meeting import PLAIN
from tests.ui.stage import noon, scenarios
from trainer.errors import NothingToRehearse
from trainer.store.places import Places
from trainer.ui.desk.rehearsals import Rehearsals
from trainer.ui.desk.resources import Resources
from trainer.ui.views.briefing import Settings

WITHOUT_SALES = Settings(absent=("sales",), length="short")


@pytest.fixture
def resources(tmp_path: Path) -> Iterator[Resources]:
    resources = Resources(Places(tmp_path / "home", ()), noon)
    yield resources
    resources.close()


@pytest.mark.parametrize(("short", "offered"), [(["warning"], 0), (["warning", "opening"], 2)])
def test_a_short_run_in_which_nobody_would_speak_is_not_offered(
    tmp_path: Path, resources: Resources, short: list[str], offered: int
) -> None:
    view = Rehearsals(resources).briefing(scenarios(tmp_path, {**PLAIN, "short": short}), None, WITHOUT_SALES)
    assert (len(view.short), view.settings.length) == (offered, "short" if offered else "whole")


def test_one_that_is_asked_for_all_the_same_is_refused_and_nothing_is_kept(tmp_path: Path, resources: Resources) -> None:
    with pytest.raises(NothingToRehearse, match="sales is absent"):
        Rehearsals(resources).start(scenarios(tmp_path, {**PLAIN, "short": ["warning"]}), None, WITHOUT_SALES)
    assert resources.store().runs() == ()
