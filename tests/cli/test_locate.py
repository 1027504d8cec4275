"""`trainer locate`: where things are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_reference import SECTIONS
from tests.small_meeting import GOOD
from trainer.cli.commands.locate import NAMES, located
from trainer.store.disputes import SAID, Dispute, keep_dispute
from trainer.store.incidents import save_incident
from trainer.store.places import Places, find_places
from trainer.store.quiz import keep_quiz_result
from trainer.store.store import Store
from trainer.ui.desk.colours import Colours
from trainer.ui.desk.resources import Resources


def test_everything_that_is_kept_stands_in_the_list_and_what_is_not_there_yet_says_so(call: Call, home: Path) -> None:
    home.mkdir()
    (home / "settings.yaml").touch()
    lines = {line.split(maxsplit=1)[0]: line for line in call("locate").out.splitlines()}
    assert set(lines) == set(NAMES)
    assert " there " in lines["settings"]
    assert " there " in lines["data"]
    assert " not yet " in lines["history"]


@pytest.mark.parametrize("what", NAMES)
def test_with_a_name_nothing_but_the_path_is_printed(call: Call, what: str, home: Path) -> None:
    result = call("locate", what)
    assert result.code == 0
    assert result.err == ""
    assert all(Path(line).is_absolute() for line in result.out.splitlines())
    assert any(line.startswith(str(home)) for line in result.out.splitlines())


def test_folders_of_scenarios_come_in_the_order_in_which_they_are_searched(call: Call, home: Path) -> None:
    shown = call("locate", "scenarios").out.splitlines()
    assert shown[:2] == [str(folder) for folder in find_places().scenarios]
    assert (Path(shown[-1]) / "release-halt.yaml").is_file()


def test_json_says_the_same(call: Call) -> None:
    for one in call("locate", "--json").json():
        assert set(one) == {"what", "path", "exists"}
        assert one["exists"] is Path(one["path"]).exists()
        assert one["path"] in call("locate", one["what"]).out


@pytest.fixture
def lived_in(call: Call, home: Path) -> Places:
    """A home in which everything was done that leaves a file."""
    places = find_places()
    assert call("settings", "--create").code == 0
    assert call("play", "small", "--plain", "--seed", "0", given="\n".join(GOOD)).code == 0
    save_incident(places, "Lost rows", "format: 1\n")
    now = datetime(2026, 1, 2, tzinfo=UTC)
    keep_dispute(places, Dispute("x", "small", "h", "opening", "severity", "missing", SAID, "it is critical", now, "1"))
    keep_quiz_result(places, "small", "SLO", "known")
    Colours(Resources(places, lambda: now)).keep("trainer-light")
    (home / "scenarios").mkdir()
    (home / "scenarios" / "mine.yaml").write_text("format: 1\n", encoding="utf-8")
    return places


def test_every_file_the_trainer_writes_is_listed_and_documented(call: Call, lived_in: Places) -> None:
    listed = {one["what"]: Path(one["path"]) for one in call("locate", "--json").json() if one["what"] not in {"data", "scenarios"}}
    listed["own scenarios"] = lived_in.home / "scenarios"
    written = {path for path in lived_in.home.rglob("*") if path.is_file()}
    with Store(lived_in.history) as store:
        store.runs()
        written |= {path for path in lived_in.home.rglob("*") if path.is_file()}
    data = SECTIONS["What is the same everywhere"].partition("### Data")[2]
    for path in written:
        place = path.relative_to(lived_in.home)
        assert any(
            path == kept or kept in path.parents or path.name in {f"{kept.name}-wal", f"{kept.name}-shm"} for kept in listed.values()
        ), place
        assert f"`{place.parent / '*.yaml' if place.parent.name else place}`" in data
    for what, kept in listed.items():
        assert any(path == kept or kept in path.parents for path in written), what


def test_every_place_there_is_is_listed() -> None:
    """Whoever adds a place to `Places` lists it."""
    places = Places(Path("/home/x"))
    kept = {name: getattr(places, name) for name, kind in vars(Places).items() if isinstance(kind, property)}
    paths = {one.path for one in located(places)}
    assert {name for name, place in kept.items() if not set(place if isinstance(place, tuple) else [place]) <= paths} == set()


def test_looking_makes_nothing(call: Call, home: Path) -> None:
    call("locate")
    assert not home.exists()


def test_what_is_not_kept_cannot_be_located(call: Call) -> None:
    result = call("locate", "nonsense")
    assert result.code == 2
    assert "history" in result.err
