"""`trainer locate`: where things are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from trainer.cli.commands.locate import NAMES
from trainer.store.places import find_places


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


def test_looking_makes_nothing(call: Call, home: Path) -> None:
    call("locate")
    assert not home.exists()


def test_what_is_not_kept_cannot_be_located(call: Call) -> None:
    result = call("locate", "nonsense")
    assert result.code == 2
    assert "history" in result.err
