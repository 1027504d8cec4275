"""`trainer new`: what it writes runs at once, what is there already stays, and a failure leaves nothing behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.scenario.samples import SMALL
from trainer.authoring.check import check_file
from trainer.authoring.starting import TEMPLATE, Start, named, template, why_no_name
from trainer.authoring.testing.outcome import run_tests
from trainer.cli.commands import new
from trainer.cli.exits import run
from trainer.cli.main import trainer
from trainer.errors import Unreadable
from trainer.scenario.library import bundled
from trainer.scenario.load import load_scenario
from trainer.scenario.schema import KINDS, file_name, modelines

PARTS = ("", ".cases", ".play")
INCIDENT = "format: 1\nscenario: small # of this one\nfacts: {bug: rows vanish, estimate: 2 days}\n"
PLAYS = """
- name: In the example.
  replies: ["scenario: small, they said."]
  expect: {ended: no_more_replies}
- {name: In braces., incident: {format: 1, scenario: small, facts: {bug: x, estimate: 1 day}}, replies: [Hm.], expect: {}}
- name: In a file.
  incident: 'elsewhere/small.night.incident.yaml' # see small.yaml
  replies: [Hm.]
  expect: {}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    return folder


def there(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def a_small_one(folder: Path) -> Path:
    """The small scenario with playthroughs, one of them in an incident of its own file."""
    path = Path(shutil.copy(SMALL, folder))
    path.with_name("small.play.yaml").write_text(PLAYS, encoding="utf-8")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "small.night.incident.yaml").write_text(INCIDENT, encoding="utf-8")
    return path


def test_a_new_scenario_passes_check_without_a_warning_and_test_with_everything_reached(here: Path) -> None:
    assert run(trainer, ["new", "mine"]) == 0
    assert there(here) == {f"mine{part}.yaml" for part in PARTS} | {"schemas"} | {f"schemas/{file_name(kind)}" for kind in KINDS}
    assert [problem for part in PARTS for problem in check_file(here / f"mine{part}.yaml")] == []
    found = run_tests(here / "mine.yaml")
    assert found.passed
    assert {one.kind for one in found.coverage if one.unreached} <= {"phrases"}


def test_it_is_small_and_whole() -> None:
    folder = Path(new.__file__).parents[2] / "authoring" / "template"
    made = load_scenario(folder / f"{TEMPLATE}.yaml")
    assert len(made.states) == len(made.endings) == 3
    assert len(made.roles) in {2, 3}
    assert len(made.mistakes) == len(made.interjections) == 1
    assert [fact for fact in made.facts.values() if fact.optional]
    assert any(section.message for section in made.brief)
    assert any(section.aloud for section in made.brief)


def test_it_says_what_to_do_next_in_three_lines_that_work(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(trainer, ["new", "mine", "--in", "two words"])
    *written, look, rehearse, change = capsys.readouterr().out.splitlines()
    assert all(line.startswith("Written: two words/") for line in written)
    assert "trainer graph 'two words/mine.yaml'" in look
    assert "trainer play 'two words/mine.yaml'" in rehearse
    assert "trainer check 'two words/mine.yaml' && trainer test 'two words/mine.yaml'" in change


@pytest.mark.parametrize("part", PARTS)
def test_every_file_begins_with_the_lines_editors_look_for(here: Path, part: str) -> None:
    run(trainer, ["new", "mine"])
    text = (here / f"mine{part}.yaml").read_text(encoding="utf-8")
    assert text.startswith(modelines(part.removeprefix(".") or "scenario"))
    run(trainer, ["new", "again", "--from", "mine.yaml"])
    assert (here / f"again{part}.yaml").read_text(encoding="utf-8").count("yaml-language-server") == 1


@pytest.mark.parametrize("taken", ["mine.yaml", "mine.cases.yaml", "mine.play.yaml"])
def test_nothing_is_written_over_and_nothing_new_stays(here: Path, taken: str, capsys: pytest.CaptureFixture[str]) -> None:
    (here / taken).write_text("kept", encoding="utf-8")
    assert run(trainer, ["new", "mine"]) == 2
    assert there(here) == {taken}
    assert (here / taken).read_text(encoding="utf-8") == "kept"
    (line,) = capsys.readouterr().err.splitlines()
    assert taken in line


def test_schemas_that_are_there_stay_as_they_are(here: Path) -> None:
    (here / "schemas").mkdir()
    (here / "schemas" / "play.schema.json").write_text("{}", encoding="utf-8")
    assert run(trainer, ["new", "mine"]) == 0
    assert (here / "schemas" / "play.schema.json").read_text(encoding="utf-8") == "{}"
    assert (here / "schemas" / "cases.schema.json").exists()


@pytest.mark.parametrize("failure", [Unreadable("play.schema.json", "cannot be written: no space"), KeyboardInterrupt()])
def test_a_failure_half_way_leaves_nothing_behind(here: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException) -> None:
    make = new._make_file

    def fails_late(path: Path, text: str, made: list[Path]) -> None:
        make(path, text, made)
        if path.name == "play.schema.json":
            raise failure

    monkeypatch.setattr(new, "_make_file", fails_late)
    assert run(trainer, ["new", "mine", "--in", "far/away"]) in {2, 130}
    assert there(here) == set()


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("Our Release", "our-release"),
        ("mine.yaml", "mine"),
        ("../up", "up"),
        ("2nd-try", "nd-try"),
        ("Größer", "gr-er"),
        ("x" * 61, "60"),
        ("???", ""),
    ],
)
def test_a_name_that_can_be_none_is_told_with_one_that_can(here: Path, name: str, mend: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert mend in why_no_name(name)
    assert run(trainer, ["new", name]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert there(here) == set()


@pytest.mark.parametrize("name", ["a", "release-halt", "two_words", "x2", "x" * 60])
def test_a_name_the_format_takes_is_taken(name: str) -> None:
    assert why_no_name(name) == ""


@pytest.mark.parametrize("path", sorted(path for path in bundled().glob("*.yaml") if "." not in path.stem), ids=lambda path: path.stem)
def test_a_copy_of_each_scenario_means_the_same_under_its_own_name(here: Path, path: Path) -> None:
    assert run(trainer, ["new", "ours", "--from", path.stem]) == 0
    assert load_scenario(here / "ours.yaml") == load_scenario(path).model_copy(update={"id": "ours"})
    for made in here.glob("*.yaml"):
        assert f"{path.stem}.cases.yaml" not in made.read_text(encoding="utf-8")
    for made in here.glob("ours.*.yaml"):
        assert check_file(made) == ()


def test_a_copy_takes_its_incidents_along_and_changes_the_name_only_where_it_is_one(here: Path, tmp_path: Path) -> None:
    origin = a_small_one(tmp_path)
    assert run(trainer, ["new", "ours", "--from", str(origin)]) == 0
    assert {path.name for path in here.glob("*.yaml")} == {"ours.yaml", "ours.play.yaml", "ours-night.incident.yaml"}
    plays = (here / "ours.play.yaml").read_text(encoding="utf-8")
    assert '"scenario: small, they said."' in plays
    assert "{format: 1, scenario: ours, facts" in plays
    assert "incident: ours-night.incident.yaml # see ours.yaml" in plays
    assert run_tests(here / "ours.yaml").passed == run_tests(origin).passed is True


def test_incidents_of_the_same_name_do_not_fall_together() -> None:
    start = Start("small", {"scenario": "id: small\n", "play": ""}, {f"{folder}/night.yaml": INCIDENT for folder in "abc"})
    assert set(named(start, "ours")) == {
        "ours.yaml",
        "ours.play.yaml",
        "ours-night.incident.yaml",
        "ours-night-2.incident.yaml",
        "ours-night-3.incident.yaml",
    }


def test_a_scenario_that_cannot_be_played_is_not_copied(here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(SMALL.read_text(encoding="utf-8").replace("start: opening", "start: opning"), encoding="utf-8")
    assert run(trainer, ["new", "ours", "--from", str(broken)]) == 2
    assert "did you mean" in capsys.readouterr().err
    assert there(here) == set()


def test_the_template_comes_with_the_program() -> None:
    assert set(template().texts) == {"scenario", "cases", "play"}
    assert f"id: {TEMPLATE}" in template().texts["scenario"]
