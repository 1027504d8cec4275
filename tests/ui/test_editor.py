"""The player's own editor, run for real: a script stands in for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.pty_tools import HOSTILE, HOSTILE_SHOWN
from trainer.ui.desk.editor import NONE_SET, edit, editor_command
from trainer.ui.refusals import EditorFailed


def program(folder: Path, does: str) -> list[str]:
    """An editor that runs `does` with the file as `path`; what it leaves in `told` can be read back."""
    script = folder / "an editor.py"
    told = folder / "told"
    script.write_text(f"import os, sys\nfrom pathlib import Path\npath, told = Path(sys.argv[1]), Path({str(told)!r})\n{does}\n")
    return [sys.executable, str(script)]


def told(folder: Path) -> str:
    return (folder / "told").read_text(encoding="utf-8")


def test_the_draft_goes_out_and_comes_back_as_it_was_left(tmp_path: Path) -> None:
    editor = program(tmp_path, "path.write_text(path.read_text(encoding='utf-8') + '\\nand 停止 🚦\\n', encoding='utf-8')")
    assert edit(editor, "We stop,") == "We stop,\nand 停止 🚦"


def test_the_file_is_for_its_owner_alone_and_gone_afterwards(tmp_path: Path) -> None:
    editor = program(tmp_path, "told.write_text(f'{path.stat().st_mode & 0o777:o} {path.parent.stat().st_mode & 0o777:o} {path}')")
    edit(editor, "We stop.")
    mode, folder_mode, path = told(tmp_path).split(" ", 2)
    assert (mode, folder_mode) == ("600", "700")
    assert not Path(path).parent.exists()


def test_what_comes_back_is_cleaned(tmp_path: Path) -> None:
    editor = program(tmp_path, f"path.write_bytes({HOSTILE.encode()!r} + b'\\xff')")
    back = edit(editor, "")
    assert back.endswith(f"{HOSTILE_SHOWN}\N{REPLACEMENT CHARACTER}")
    assert "\x1b" not in back


@pytest.mark.parametrize(
    ("does", "said"),
    [("sys.exit(3)", "ended with code 3"), ("path.unlink()", "did not work"), ("path.unlink(); path.mkdir()", "did not work")],
    ids=["it fails", "the file is gone", "no file any more"],
)
def test_an_editor_that_goes_wrong_is_told_in_one_line_and_leaves_no_file(tmp_path: Path, does: str, said: str) -> None:
    editor = program(tmp_path, f"told.write_text(str(path)); {does}")
    with pytest.raises(EditorFailed, match=said) as failed:
        edit(editor, "We stop.")
    assert "\n" not in str(failed.value)
    assert not Path(told(tmp_path)).parent.exists()


def test_an_editor_that_is_not_there_is_named() -> None:
    with pytest.raises(EditorFailed, match="no-such-editor did not work"):
        edit(["no-such-editor"], "We stop.")


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"EDITOR": "nano"}, ["nano"]),
        ({"VISUAL": "code --wait", "EDITOR": "nano"}, ["code", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "'/opt/my editor' -n"}, ["/opt/my editor", "-n"]),
    ],
)
def test_visual_comes_before_editor_and_is_read_as_a_shell_would(environment: dict[str, str], command: list[str]) -> None:
    assert editor_command(environment) == command


@pytest.mark.parametrize(("environment", "said"), [({}, NONE_SET), ({"EDITOR": "vi 'x"}, "EDITOR=vi 'x cannot be read")])
def test_without_a_usable_editor_one_line_says_what_to_do(environment: dict[str, str], said: str) -> None:
    with pytest.raises(EditorFailed) as failed:
        editor_command(environment)
    assert str(failed.value).startswith(said)
