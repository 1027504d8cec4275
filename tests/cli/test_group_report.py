"""`trainer report --group`: one page from a folder of files that anybody may have written."""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Call
from tests.cli.test_reference import SECTIONS, keys
from tests.small_meeting import GOOD
from trainer.cli import received_files
from trainer.cli.main import trainer
from trainer.report.sharing.file import LARGEST

HOW_TO = (Path(__file__).parents[2] / "docs" / "how-to" / "45-minute-workshop.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^ *(trainer .+)$", "\n".join(re.findall(r"```\n(.*?)```", HOW_TO, re.DOTALL)), re.MULTILINE)
COMMANDS += re.findall(r"`(trainer [^`]+)`", HOW_TO)


@pytest.fixture
def folder(call: Call, tmp_path: Path) -> Path:
    """Three exported rehearsals of the small meeting: a strong one, one that was left, one that gave in."""
    for said in (GOOD, (*GOOD[:1], "/quit"), (GOOD[0], "OK, let us ship it with a warning then.", "/quit")):
        call("play", "small", "--plain", "--seed", "0", given="\n".join(said))
    out = tmp_path / "workshop"
    assert call("export", "--all", "--out", str(out), "--yes").code == 0
    return out


def test_the_page_says_what_was_missed_where_people_gave_ground_and_what_to_practise(call: Call, folder: Path) -> None:
    page = call("report", "--group", str(folder))
    assert page.code == 0
    for heading in ("Most missed", "Where people gave ground", "Where people stopped", "What to practise next"):
        assert f"### {heading}" in page.out
    assert "trainer play small --mode drill --points " in page.out


def test_the_page_comes_in_four_forms_also_by_the_ending_of_the_file(call: Call, folder: Path, tmp_path: Path) -> None:
    begins = {"md": "# What we rehearsed", "html": "<!doctype html>", "csv": "rehearsal,scenario,", "json": "{"}
    for form, beginning in begins.items():
        assert call("report", "--group", str(folder), "--format", form).out.startswith(beginning)
        file = tmp_path / f"page.{form}"
        assert call("report", "--group", str(folder), "--out", str(file)).code == 0
        assert file.read_text(encoding="utf-8").startswith(beginning)
    assert "csv" in call("report", "--group", str(folder), "--format", "text").err


def test_every_json_key_is_documented(call: Call, folder: Path) -> None:
    shape = call("report", "--group", str(folder), "--format", "json").json()
    assert shape["runs"] == 3
    assert {key for key in keys(shape) if key not in SECTIONS["trainer report"]} == set()
    exported = json.loads(next(folder.iterdir()).read_text(encoding="utf-8"))
    names = {name for key in ("points", "moments", "mistakes") for name in exported[key]} | {
        name for one in exported["turns"] for name in one["points"]
    }
    assert {key for key in keys(exported) - names if key not in SECTIONS["trainer export"]} == set()


def test_what_cannot_be_read_is_named_and_left_out(call: Call, folder: Path) -> None:
    (folder / "broken.json").write_text("{", encoding="utf-8")
    (folder / "latin.json").write_bytes(b'{"\xe9": 1}')
    (folder / "deep.json").write_text("[" * 200_000, encoding="utf-8")
    (folder / "esc\x1b[31m.json").write_text("{}", encoding="utf-8")
    (folder / "folder.json").mkdir()
    os.mkfifo(folder / "pipe.json")
    (folder / "notes.txt").write_text("not mine", encoding="utf-8")
    (folder / ".hidden.json").write_text("{", encoding="utf-8")
    with (folder / "huge.json").open("wb") as file:
        file.truncate(LARGEST + 1)
    page = call("report", "--group", str(folder))
    assert page.code == 0
    named = [line.split(": ")[1] for line in page.err.splitlines()]
    assert named == ["broken.json", "deep.json", "esc[31m.json", "folder.json", "huge.json", "latin.json", "pipe.json"]
    assert "3 rehearsals" in page.out
    assert "broken.json" in page.out
    assert "\x1b" not in page.out + page.err


def test_a_file_with_a_byte_order_mark_reads_like_any_other(call: Call, folder: Path) -> None:
    path = next(folder.iterdir())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert call("report", "--group", str(folder)).err == ""


def test_a_folder_without_rehearsals_is_no_answer_and_one_of_other_files_is_wrong_use(call: Call, tmp_path: Path) -> None:
    assert call("report", "--group", str(tmp_path)).code == 1
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    assert call("report", "--group", str(tmp_path)).code == 2


@pytest.mark.parametrize(("name", "why"), [("nowhere", "there is no such folder"), ("a file", "this is a file"), ("\x00", "null")])
def test_what_is_no_folder_is_one_clear_line(call: Call, tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "a file").write_text("x", encoding="utf-8")
    refused = call("report", "--group", str(tmp_path / name))
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert why in refused.err


def test_far_too_many_files_are_refused(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received_files, "MOST_FILES", 2)
    assert "at most 2" in call("report", "--group", str(folder)).err


@pytest.mark.parametrize("arguments", [(), ("x", "--group", "y")])
def test_one_thing_has_to_be_named(call: Call, arguments: tuple[str, ...]) -> None:
    assert "Give a RUN, or --group FOLDER" in call("report", *arguments).err


def test_a_table_is_for_a_group(call: Call) -> None:
    assert "--group" in call("report", "last", "--format", "csv").err


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_workshop_page_can_be_typed(line: str) -> None:
    name, *arguments = shlex.split(line)[1:]
    context = click.Context(trainer)
    if name.startswith("-"):
        assert name in {option for parameter in trainer.params for option in parameter.opts}
        return
    command = trainer.get_command(context, name)
    assert command is not None
    assert command.make_context(name, arguments, parent=context).params


def test_the_workshop_runs_as_its_page_says(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for said in ("Well, it is not so bad, I think.", "This is critical, please hold the release."):
        call("play", "release-halt", "--plain", "--length", "short", "--seed", "0", given=f"{said}\n/quit\n")
        assert call(*the_command("export"), given="y\n").code == 0
    for line in (one for one in COMMANDS if one.startswith("trainer report")):
        assert call(*shlex.split(line)[1:]).code == 0
    assert "2 rehearsals" in (tmp_path / "page.html").read_text(encoding="utf-8")


def the_command(name: str) -> list[str]:
    return next(shlex.split(line)[1:] for line in COMMANDS if line.startswith(f"trainer {name}"))
