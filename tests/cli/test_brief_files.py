"""`trainer brief` in its three forms, printed or kept as a file."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Call

STARTS = {"text": "A small meeting\n", "md": "# ", "html": "<!doctype html>"}
LINE = "This is critical: the payment queue loses orders."


@pytest.mark.parametrize("form", STARTS)
def test_every_form_prints_the_same_lines(call: Call, form: str) -> None:
    printed = call("brief", "small", "--format", form)
    assert printed.code == 0
    assert printed.out.startswith(STARTS[form])
    assert LINE in printed.out


@pytest.mark.parametrize(("name", "start"), [("a.html", "<!doctype"), ("a.md", "# "), ("a.txt", "A small meeting\n"), ("a", "# ")])
def test_a_file_takes_the_form_of_its_ending_and_only_its_owner_can_read_it(call: Call, tmp_path: Path, name: str, start: str) -> None:
    path = tmp_path / name
    assert call("brief", "small", "--out", str(path)).out == f"Written: {path}\n"
    assert path.read_text(encoding="utf-8").startswith(start)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_is_written_over_only_when_asked(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine", encoding="utf-8")
    refused = call("brief", "small", "--out", str(path))
    assert (refused.code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "--replace" in refused.err
    assert call("brief", "small", "--out", str(path), "--replace").code == 0
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("name", "form", "say"),
    [
        ("a.md", "html", "--format html and the ending of a.md contradict each other"),
        ("a.HTM", "text", "contradict each other"),
        ("a.csv", None, "This page comes as text, md, html, not as csv."),
        ("a.json", "md", "This page comes as text, md, html, not as json."),
    ],
)
def test_a_form_and_an_ending_that_contradict_each_other_are_refused_and_nothing_is_written(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, form: str | None, say: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("brief", "small", "--out", name, *(("--format", form) if form else ()))
    assert (result.code, result.out) == (2, "")
    assert say in result.err
    assert not Path(name).exists()


@pytest.mark.parametrize(("name", "form"), [("a.htm", "html"), ("a.notes", "html"), ("a.markdown", "md"), ("a", "text")])
def test_a_form_that_goes_with_the_ending_or_an_ending_that_says_nothing_is_fine(call: Call, tmp_path: Path, name: str, form: str) -> None:
    path = tmp_path / name
    assert call("brief", "small", "--out", str(path), "--format", form).code == 0
    assert path.read_text(encoding="utf-8").startswith(STARTS[form])


@pytest.mark.parametrize(
    ("out", "say"),
    [((), "add --out"), (("--out", "."), "this is a folder"), (("--out", "small.yaml/a.md"), "cannot write small.yaml/a.md")],
)
def test_what_cannot_be_written_is_one_clear_line(
    call: Call, small: Path, monkeypatch: pytest.MonkeyPatch, out: tuple[str, ...], say: str
) -> None:
    monkeypatch.chdir(small.parent)
    result = call("brief", "small", "--replace", *out)
    assert result.code == 2
    assert say in result.err
    assert "Traceback" not in result.err
