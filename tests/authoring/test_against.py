"""`trainer test --against REV`: what is heard otherwise, and whose change that is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.scenario.samples import SMALL
from trainer.authoring.testing.against import change_lines, compare
from trainer.authoring.testing.revision import NoSuchRevision

CASES = """
- {reply: "Please postpone it.", state: pushback, points: {ask: covered}}
- {reply: "Lovely weather today.", state: pushback, points: {ask: missing}}
"""
DEAF = """
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    ask = {"verdict": "missing", "score": 0, "evidence": []}
    print(json.dumps({"id": None, "state": asked["state"], "points": {"ask": ask, "cause": ask}, "flags": ["blame"], "overall": 0}))
"""


def git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small scenario with two cases, committed in a repository that holds no reader."""
    file = Path(shutil.copy(SMALL, tmp_path))
    file.with_name("small.cases.yaml").write_text(CASES, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    committed(tmp_path)
    return file


def committed(folder: Path) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "as it is")


def with_program(folder: Path, code: str) -> None:
    """Commit a program of that name beside the scenario."""
    program = folder / "trainer"
    program.mkdir()
    (program / "__init__.py").write_text("", encoding="utf-8")
    (program / "__main__.py").write_text(code, encoding="utf-8")
    committed(folder)


def changed(small: Path, old: str, new: str) -> None:
    text = small.read_text(encoding="utf-8")
    assert old in text
    small.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_is_told_as_nothing(small: Path) -> None:
    found = compare(small, "HEAD")
    assert (found.replies, found.new, found.reader, found.scenario) == (2, 0, None, ())
    assert "changed by the scenario: 0 verdicts" in "\n".join(change_lines(found))


def test_a_phrase_taken_out_changes_the_verdict_of_the_reply_that_met_it(small: Path) -> None:
    changed(small, "expect: [move the date, postpone it]", "expect: [let us celebrate]")
    (change,) = compare(small, "HEAD").scenario
    assert (change.what, change.before, change.after) == ("ask", "covered", "missing")
    assert change.place.endswith("small.cases.yaml:2")


def test_a_change_of_the_reader_is_not_put_down_to_the_scenario(small: Path) -> None:
    with_program(small.parent, DEAF)
    found = compare(small, "HEAD")
    assert found.scenario == ()
    assert found.reader is not None
    heard = [(one.what, one.before, one.after) for one in found.reader]
    assert heard.count(("ask", "missing", "covered")) == 1
    assert heard.count(("flag blame", "raised", "not raised")) == found.replies == 2


def test_replies_to_a_state_that_was_not_there_are_counted_and_not_compared(small: Path) -> None:
    changed(small, "pushback", "objection")
    committed(small.parent)
    changed(small, "objection", "pushback")
    found = compare(small, "HEAD")
    assert (found.replies, found.new) == (0, 2)
    assert "2 others to states that were not there" in "\n".join(change_lines(found))


@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "HEAD~9"])
def test_a_revision_that_git_does_not_know_is_said_so(small: Path, revision: str) -> None:
    with pytest.raises(NoSuchRevision, match="git knows no revision"):
        compare(small, revision)


def test_a_scenario_that_did_not_exist_then_cannot_be_compared(small: Path) -> None:
    new = small.with_name("other.yaml")
    new.write_text(small.read_text(encoding="utf-8").replace("id: small", "id: other"), encoding="utf-8")
    with pytest.raises(NoSuchRevision, match="did not exist at"):
        compare(new, "HEAD")


def test_a_program_that_can_no_longer_be_run_is_said_so(small: Path) -> None:
    with_program(small.parent, "raise SystemExit('too old')")
    with pytest.raises(NoSuchRevision, match=r"cannot read this scenario.*too old"):
        compare(small, "HEAD")
