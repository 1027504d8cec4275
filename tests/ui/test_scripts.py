"""The script at hand is compiled once for its two files."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from tests.ui.stage import scenarios
from trainer.errors import Unreadable
from trainer.ui.desk.scripts import Scripts


def test_the_same_two_files_give_the_same_script(tmp_path: Path) -> None:
    file, scripts = scenarios(tmp_path), Scripts()
    assert scripts.of(file, None) is scripts.of(file, None)


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    file, scripts = scenarios(tmp_path), Scripts()
    before = scripts.of(file, None)
    file.write_text(file.read_text(encoding="utf-8").replace("A small meeting", "Another meeting"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert before.scenario.title == "A small meeting"
    assert scripts.of(file, None).scenario.title == "Another meeting"


def test_an_incident_that_is_gone_is_never_taken_for_the_example(tmp_path: Path) -> None:
    file, scripts = scenarios(tmp_path), Scripts()
    scripts.of(file, None)
    with pytest.raises(Unreadable):
        scripts.of(file, tmp_path / "gone.yaml")


@pytest.mark.parametrize("app_froze", [False, True])
def test_a_script_is_kept_out_of_searches_for_garbage_where_the_app_is_the_process(tmp_path: Path, app_froze: bool) -> None:
    file = scenarios(tmp_path)
    try:
        if app_froze:
            gc.freeze()
        script = Scripts().of(file, None)
        looked_through = any(one is script.book for one in gc.get_objects())
    finally:
        gc.unfreeze()
    assert looked_through is not app_froze
