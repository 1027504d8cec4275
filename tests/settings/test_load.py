"""Settings from a file, the environment and the command line."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import Problem, ProblemsFound, TrainerError, Unreadable
from trainer.meeting.options import Mode, Pressure
from trainer.settings.environment import environment_wishes
from trainer.settings.fields import SETTINGS, Choice
from trainer.settings.load import gather, load_settings
from trainer.settings.page import example
from trainer.settings.values import Preferences, Wishes

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "settings" / "problems.yaml").read_text(encoding="utf-8"))

NAMES = [setting.name for setting in SETTINGS]


def write(folder: Path, text: str) -> Path:
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsFound) as caught:
        load_settings(path)
    return caught.value.problems


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_with_its_place_and_what_to_write(name: str, tmp_path: Path) -> None:
    """Each case: a file, and the place, check, words and mend of every problem in it."""
    case = CASES[name]
    found = problems(write(tmp_path, case["file"]))
    assert [f"{one.line}:{one.column} {one.check}" for one in found] == [expected["at"] for expected in case["problems"]]
    for one, expected in zip(found, case["problems"], strict=True):
        assert expected.get("says", "") in one.message
        assert expected.get("mend", "") in one.mend
        assert one.mend


def test_no_file_asks_for_nothing(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.yaml") == Wishes()


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n# nothing\n", "\ufeff"])
def test_a_file_with_nothing_but_comments_asks_for_nothing(text: str, tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, text)) == Wishes()


def test_everything_can_be_set_and_everything_can_be_left_out(tmp_path: Path) -> None:
    text = "theme: trainer-contrast-light\nmode: meeting\npressure: hard\nlimit: 7.5\nlive_coverage: no\neditor: code --wait\n"
    text += "keys:\n  meeting.hint: f10\n  debrief.save: s, ctrl+s\n"
    full = load_settings(write(tmp_path, text))
    keys = {"meeting.hint": "f10", "debrief.save": "s,ctrl+s"}
    assert full == Wishes("trainer-contrast-light", "meeting", "hard", 7.5, False, "code --wait", keys)
    for line in text.splitlines()[:6]:
        name = line.partition(":")[0]
        alone = load_settings(write(tmp_path, line))
        assert getattr(alone, name) == getattr(full, name)
        assert alone == Wishes(**{name: getattr(full, name)})


def test_what_is_no_file_of_text_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").mkdir()
    with pytest.raises(Unreadable):
        load_settings(tmp_path / "settings.yaml")


HOSTILE = {
    **dict.fromkeys(("null", "~", "", "NULL", ".nan", ".NaN", ".inf", "-.inf", "12:30", "010", "0x1F", "1_000", "+5", "2026-01-01"), NAMES),
    **dict.fromkeys(
        ("[]", "[a, b]", "{}", "{a: b}", "''", "' '", "!!str x", "&a x", "*a", '"a\\0"', "|\n  x\n  y", "-1", "0", "x" * 2000), NAMES
    ),
    **dict.fromkeys(("1e400", "1e1", "'5'", "none", "'nan'"), tuple(name for name in NAMES if name != "editor")),
    **dict.fromkeys(("true", "no"), tuple(name for name in NAMES if name != "live_coverage")),
    **dict.fromkeys(("5", "0.5", "1440"), tuple(name for name in NAMES if name != "limit")),
}
"""A value as the file would hold it, and the settings that cannot take it."""
ALLOWED = {
    "theme": "trainer-contrast-dark",
    "mode": "coach, meeting",
    "pressure": "gentle",
    "limit": "number",
    "live_coverage": "true or false",
}


@pytest.mark.parametrize(("value", "name"), [(value, name) for value, names in HOSTILE.items() for name in names])
def test_whatever_is_no_value_of_a_setting_is_told_at_its_line_and_nothing_of_the_file_is_used(
    value: str, name: str, tmp_path: Path
) -> None:
    other = "pressure" if name == "mode" else "mode"
    usable = {"pressure": "hard", "mode": "meeting"}[other]
    path = write(tmp_path, f"{other}: {usable}\n{name}: {value}\n")
    found = problems(path)
    assert {one.line for one in found} == {2}
    assert len({(one.line, one.column) for one in found}) == len(found)
    assert all(one.mend and one.message.isprintable() for one in found)
    assert gather(path, {}).preferences == Preferences()


@pytest.mark.parametrize("value", ["null", "~", "", ".nan", ".inf", "12:30", "2026-01-01", "[]", "{}"])
@pytest.mark.parametrize("name", ALLOWED)
def test_where_yaml_reads_no_value_the_mend_is_what_the_setting_takes(name: str, value: str, tmp_path: Path) -> None:
    (problem,) = problems(write(tmp_path, f"{name}: {value}\n"))
    assert ALLOWED[name] in problem.mend
    assert value == "" or f'"{value}"' not in problem.mend


@pytest.mark.parametrize("value", ["null", "", ".nan", "[]", "5", "''", "x"])
def test_what_is_no_key_map_is_told_once(value: str, tmp_path: Path) -> None:
    (problem,) = problems(write(tmp_path, f"keys: {value}\n"))
    assert problem.mend == "write `id: key` lines under it, or take the line out"


@pytest.mark.parametrize("value", ["null", "~", ""])
def test_a_binding_without_a_key_is_told_what_a_key_looks_like(value: str, tmp_path: Path) -> None:
    (problem,) = problems(write(tmp_path, f"keys:\n  home.brief: {value}\n"))
    assert (problem.line, problem.mend) == (2, "write a key, such as f10, or take the line out")


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_no_file_whatever_is_in_it_ends_in_anything_but_wishes_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, text: str | bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    try:
        told: object = load_settings(path)
    except TrainerError as error:
        told = str(error)
    assert isinstance(told, Wishes) or (isinstance(told, str) and told.isprintable())


VALUES: dict[str, tuple[Any, Any, Any]] = {
    "theme": ("trainer-light", "trainer-contrast-dark", "trainer-contrast-light"),
    "mode": ("meeting", "coach", "meeting"),
    "pressure": ("real", "hard", "gentle"),
    "limit": (10, 20.5, 30),
    "live_coverage": (False, True, False),
    "editor": ("vi", "nano", "code --wait"),
}


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_comes_before_the_environment_and_that_before_the_file(name: str, tmp_path: Path) -> None:
    of_line, of_environment, of_file = VALUES[name]
    path = write(tmp_path, f"{name}: {str(of_file).lower() if isinstance(of_file, bool) else of_file}\n")
    environment = {f"TRAINER_{name.upper()}": str(of_environment)}
    given_there = Wishes(**{name: of_line})
    nowhere = tmp_path / "nowhere.yaml"
    asked = [
        (gather(path, environment, given_there), of_line, "command line"),
        (gather(path, environment), of_environment, "environment"),
        (gather(path, {}), of_file, "file"),
        (gather(nowhere, {}), getattr(Preferences(), name), "usual"),
    ]
    for gathered, value, source in asked:
        assert getattr(gathered.preferences, name) == value
        assert gathered.sources[name] == source
        assert gathered.errors == ()


def test_our_own_wish_for_an_editor_comes_before_the_one_for_every_program(tmp_path: Path) -> None:
    path = write(tmp_path, "editor: nano\n")
    usual = {"VISUAL": "emacs", "EDITOR": "vi"}
    assert gather(path, usual).preferences.editor == "nano"
    assert gather(tmp_path / "none.yaml", usual).preferences.editor == "emacs"
    assert gather(tmp_path / "none.yaml", {"VISUAL": " ", "EDITOR": "vi"}).preferences.editor == "vi"
    assert gather(path, {**usual, "TRAINER_EDITOR": "ed"}).preferences.editor == "ed"


def test_a_broken_file_keeps_nobody_from_starting(tmp_path: Path) -> None:
    gathered = gather(write(tmp_path, "theme: trainer-light\nmode: caoch\n"), {"TRAINER_PRESSURE": "hrad"}, Wishes(limit=5))
    assert gathered.preferences == Preferences(limit=5)
    assert [type(error) for error in gathered.errors] == [ProblemsFound, ProblemsFound]


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("TRAINER_THEME", "trainer-drak"),
        ("TRAINER_MODE", "drill"),
        ("TRAINER_LIMIT", "soon"),
        ("TRAINER_LIMIT", "nan"),
        ("TRAINER_LIMIT", "-3"),
        ("TRAINER_LIMIT", "1441"),
        ("TRAINER_LIVE_COVERAGE", "perhaps"),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable_and_what_to_set(variable: str, text: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        environment_wishes({variable: text})
    (problem,) = caught.value.problems
    assert problem.path == variable
    assert text in problem.message
    assert problem.mend.startswith("set it to")


def test_an_empty_variable_asks_for_nothing() -> None:
    assert environment_wishes(dict.fromkeys((setting.variable for setting in SETTINGS), " ")) == Wishes()


def test_escape_codes_in_the_environment_reach_nobody() -> None:
    with pytest.raises(ProblemsFound) as caught:
        environment_wishes({"TRAINER_THEME": "\x1b]52;c;eA==\x07"})
    assert caught.value.problems[0].message.isprintable()
    assert (environment_wishes({"TRAINER_EDITOR": "vi\x1b[2J"}).editor or "").isprintable()


def test_what_can_be_chosen_is_what_there_is() -> None:
    options = {setting.name: setting.kind.options for setting in SETTINGS if isinstance(setting.kind, Choice)}
    assert set(options["mode"]) <= set(Mode)
    assert options["pressure"] == tuple(Pressure)


def test_every_setting_is_a_wish_and_a_preference_and_no_other_is() -> None:
    assert [field.name for field in fields(Wishes)] == [field.name for field in fields(Preferences)] == [*NAMES, "keys"]


def test_the_example_asks_for_nothing_and_holds_line_by_line_once_it_is_no_comment(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, example())) == Wishes()
    lines = [line.removeprefix("# ").removeprefix("#") for line in example().splitlines()[1:] if not line.startswith("##")]
    everything = load_settings(write(tmp_path, "\n".join(lines)))
    assert None not in [getattr(everything, name) for name in NAMES]
    assert len(everything.keys) > 20


LOADED = """
import sys
from pathlib import Path
before = set(sys.modules)
from trainer.settings.load import gather
gathered = gather(Path(sys.argv[1]), {})
assert not gathered.errors
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""
HEAVY = {"pydantic", "pydantic_core", "textual", "rich", "click", "sqlite3", "numpy", "rapidfuzz", "transitions"}


def loaded_with(path: Path) -> set[str]:
    done = subprocess.run([sys.executable, "-c", LOADED, str(path)], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_without_a_file_nothing_heavy_is_loaded_and_with_one_only_yaml(tmp_path: Path) -> None:
    assert loaded_with(tmp_path / "none.yaml") & (HEAVY | {"yaml"}) == set()
    loaded = loaded_with(write(tmp_path, "theme: trainer-light\nkeys: {meeting.hint: f10}\n"))
    assert loaded & (HEAVY | {"yaml"}) == {"yaml"}
