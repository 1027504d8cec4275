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
    assert call("brief", "small", "--out", str(path), "--replace", "--format", "html").code == 0
    assert path.read_text(encoding="utf-8").startswith("<!doctype")


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
