"""Where data is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trainer.store.places import find_places


def test_trainer_home_overrides_everything(tmp_path: Path) -> None:
    places = find_places({"TRAINER_HOME": str(tmp_path)})
    assert places.home == tmp_path
    assert places.history == tmp_path / "history.db"
    assert places.scenarios == (tmp_path / "scenarios",)


def test_without_it_the_data_folder_of_the_system_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for unset in ({}, {"TRAINER_HOME": ""}, {"TRAINER_HOME": "  "}):
        home = find_places(unset).home
        assert home.name == "negotiation-trainer"
        assert tmp_path in home.parents


def test_a_relative_home_is_the_same_folder_wherever_the_program_goes_then(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places({"TRAINER_HOME": "here"}).home == tmp_path / "here"


def test_the_home_of_a_user_may_be_written_as_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_places({"TRAINER_HOME": "~/rehearsals"}).home == tmp_path / "rehearsals"
    assert find_places({"TRAINER_HOME": "~nobody-of-this-name/x"}).home.name == "x"


def test_own_scenario_folders_come_before_the_one_in_the_data_folder(tmp_path: Path) -> None:
    env = {"TRAINER_HOME": str(tmp_path), "TRAINER_SCENARIOS": os.pathsep.join(["/one", "", " ", "/two"])}
    assert find_places(env).scenarios == (Path("/one"), Path("/two"), tmp_path / "scenarios")
