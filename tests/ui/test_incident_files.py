"""Own incidents at the desk: advice, keeping, renaming, deleting, and files of them in and out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_meeting import PLAIN
from tests.ui.stage import noon, scenarios
from trainer.errors import ProblemsFound, StoreFailed, Unreadable
from trainer.scenario.incident import Unknown
from trainer.scenario.incident_file import load_incident, read_unfinished
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Fact
from trainer.store.places import Places
from trainer.text.values import Kind
from trainer.ui.desk.desk import Desk
from trainer.ui.desk.form import QUANTITIES, advice, incident_of, problems_of, text_of
from trainer.ui.desk.resources import Resources
from trainer.ui.refusals import FormRefused
from trainer.ui.views.incident import OPEN, Answer, FormView, Standing

HALT = load_scenario(Path(__file__).parents[2] / "scenarios" / "release-halt.yaml")
README = Path(__file__).parents[2] / "README.md"
GOOD = {"bug": Answer(Standing.VALUE, "mails vanish"), "estimate": Answer(Standing.VALUE, "2 days")}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Resources(Places(tmp_path / "home"), noon))
    yield made
    made.close()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return scenarios(tmp_path)


def answers_of(view: FormView) -> dict[str, Answer]:
    return {one.fact: one.answer for one in view.fields}


def fact_of(kind: Kind, *, optional: bool = False) -> Fact:
    return Fact(label="It", ask="What is it?", example="x", kind=kind, optional=optional, unknown="We do not know." if optional else None)


@pytest.mark.parametrize(("kind", "instance"), [(kind, one) for kind, (_, instances) in QUANTITIES.items() for one in instances], ids=str)
def test_what_is_given_as_an_instance_is_taken(kind: Kind, instance: str) -> None:
    assert advice(fact_of(kind), instance) == ""


@pytest.mark.parametrize("kind", QUANTITIES)
def test_an_answer_of_another_kind_gets_one_gentle_line_with_instances(kind: Kind) -> None:
    line = advice(fact_of(kind), "soon enough")
    assert line.startswith("This needs a")
    assert QUANTITIES[kind][1][0] in line
    assert "leave it open" in advice(fact_of(kind, optional=True), "soon enough")


def test_every_kind_but_text_has_its_advice() -> None:
    assert set(QUANTITIES) == set(Kind) - {Kind.TEXT}
    assert advice(fact_of(Kind.TEXT), "soon enough") == advice(fact_of(Kind.DURATION), "") == ""


def test_what_advice_finds_fine_can_be_kept(desk: Desk, small: Path) -> None:
    assert desk.incidents.advice(small, "estimate", "About 2 days.") == ""
    assert desk.incidents.keep(small, None, "mine", {**GOOD, "estimate": Answer(Standing.VALUE, "About 2 days.")}).exists()


def test_an_incident_with_another_name_takes_the_place_of_the_old_one(desk: Desk, small: Path, tmp_path: Path) -> None:
    first = desk.incidents.keep(small, None, "mails", GOOD)
    second = desk.incidents.keep(small, first, "letters", GOOD)
    assert [path.name for path in (tmp_path / "home" / "incidents").iterdir()] == [second.name] == ["letters.yaml"]


def test_a_name_that_is_taken_is_refused_at_the_name(desk: Desk, small: Path) -> None:
    first = desk.incidents.keep(small, None, "mails", GOOD)
    with pytest.raises(FormRefused) as refused:
        desk.incidents.keep(small, None, "Mails!", {**GOOD, "bug": Answer(Standing.VALUE, "another")})
    assert [problem.fact for problem in refused.value.problems] == ["name"]
    assert load_incident(first, load_scenario(small)).value("bug") == "mails vanish"


def test_a_file_from_elsewhere_is_read_and_never_changed_renamed_or_deleted(desk: Desk, small: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text(desk.incidents.written(small, "mails", GOOD).text, encoding="utf-8")
    before = own.read_bytes()
    view = desk.incidents.form(small, own)
    assert view.path is None
    desk.incidents.keep(small, view.path, view.name, answers_of(view))
    desk.incidents.keep(small, own, "another", answers_of(view))
    desk.incidents.delete(own)
    assert own.read_bytes() == before


def test_a_saved_incident_is_deleted_and_deleting_it_again_is_no_trouble(desk: Desk, small: Path) -> None:
    saved = desk.incidents.keep(small, None, "mails", GOOD)
    desk.incidents.delete(saved)
    desk.incidents.delete(saved)
    assert not saved.exists()


def test_what_was_kept_and_what_was_written_is_for_its_owner_alone(desk: Desk, small: Path, tmp_path: Path) -> None:
    kept = desk.incidents.keep(small, None, "mails", GOOD)
    written = desk.pages.save(desk.incidents.written(small, "mails", GOOD), str(tmp_path / "out" / "mails.yaml"), replace=False)
    assert [path.stat().st_mode & 0o777 for path in (kept, written, written.parent)] == [0o600, 0o600, 0o700]


def test_a_written_form_reads_back_as_it_was_also_unfinished_and_says_every_question(desk: Desk, small: Path, tmp_path: Path) -> None:
    for name, answers in (
        ("mails", GOOD),
        ("half", {"estimate": GOOD["estimate"]}),
        ("worded", {"bug": replace(GOOD["bug"], said_as=("lost",))}),
    ):
        text = desk.incidents.written(small, name, answers).text
        view = desk.incidents.read_text(small, text, "incident.yaml")
        assert {fact: one for fact, one in answers_of(view).items() if one != OPEN} == answers
        assert view.name == name
        assert [f"# {fact['ask']}" in text for fact in PLAIN["facts"].values()] == [True, True]


def test_a_form_without_a_name_is_written_without_one(desk: Desk, small: Path) -> None:
    text = desk.incidents.written(small, "", GOOD).text
    assert desk.incidents.read_text(small, text, "incident.yaml").name == ""


ANSWERS = st.one_of(
    st.just(OPEN), st.just(Answer(Standing.NONE)), st.text(min_size=1, max_size=40).map(lambda text: Answer(Standing.VALUE, text))
)


@given(st.fixed_dictionaries({"cause": ANSWERS, "evidence": ANSWERS, "feature_flag": ANSWERS}), st.text(max_size=30))
def test_whatever_can_stand_reads_back_from_the_text_it_is_written_as(answers: dict[str, Answer], name: str) -> None:
    incident = incident_of(HALT, name, answers)
    if problems_of(HALT, incident, unfinished=True):
        return
    assert read_unfinished(text_of(HALT, incident, named=True), "incident.yaml", HALT) == incident


def test_the_shape_in_the_readme_is_the_shape_of_the_form(tmp_path: Path) -> None:
    """What the README shows can be read, and written out again it has the same answers under the same keys."""
    shown = re.search(r"```yaml\n(format: 1\nscenario: release-halt\n.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    file = tmp_path / "mine.yaml"
    file.write_text(shown[1], encoding="utf-8")
    incident = load_incident(file, HALT)
    lines = [line.split("  #")[0].rstrip() for line in shown[1].splitlines()]
    written = text_of(HALT, incident, named=False).splitlines()
    assert [line for line in written if not line.lstrip().startswith("#") and not line.endswith(f": {Unknown.UNKNOWN}")] == lines


@pytest.mark.parametrize(
    ("name", "begins"),
    [("b.md", "# "), ("b", "# "), ("b.html", "<!doctype html>"), ("b.HTM", "<!doctype html>"), ("b.markdown", "# ")],
)
def test_the_ending_of_the_name_decides_what_is_written(desk: Desk, small: Path, tmp_path: Path, name: str, begins: str) -> None:
    saved = desk.pages.save(desk.rehearsals.brief_of(small, None), str(tmp_path / name), replace=False)
    assert saved.read_text(encoding="utf-8").startswith(begins)
    assert saved.stat().st_mode & 0o777 == 0o600
    assert saved.suffix


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("b.pdf", "End the name in .md (Markdown) or .html (a page to print)"),
        (" ", "Give the file a name"),
        (".", "is a folder"),
        ("\0\n", "Give the file a name"),
        ("~nobody-of-that-name/b.md", "cannot be a file name"),
        ("x" * 300, "cannot be a file name"),
        ("there/b.md", "cannot be written: a file stands where its folder would have to be. Name a file in a folder"),
    ],
)
def test_a_name_that_cannot_be_written_is_refused_in_one_line(
    desk: Desk, small: Path, tmp_path: Path, name: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreFailed) as refused:
        desk.pages.save(desk.rehearsals.brief_of(small, None), name, replace=True)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("name", "error"), [("nowhere.yaml", Unreadable), ("", StoreFailed), ("bad.yaml", ProblemsFound)])
def test_a_file_that_cannot_be_read_is_refused(
    desk: Desk, small: Path, tmp_path: Path, name: str, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.yaml").write_text("format: 1\nscenario: small\nfacts:\n  bgu: x\n", encoding="utf-8")
    with pytest.raises(error):
        desk.incidents.read(small, name)


def test_incident_files_in_the_folder_one_is_in_are_offered(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.yaml", "a.yml", "notes.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert desk.incidents.files_here() == ("a.yml", "b.yaml")
