"""The schemas editors use take what the trainer takes, refuse what it does not know, and explain every key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from trainer.authoring import starting
from trainer.cli.exits import run
from trainer.cli.main import trainer
from trainer.scenario.files.open_document import open_document
from trainer.scenario.library import bundled
from trainer.scenario.schema import KINDS, file_name, modelines, schema

TEMPLATE = Path(starting.__file__).parent / "template"
ENDINGS = {".cases.yaml": "cases", ".play.yaml": "play", ".incident.yaml": "incident"}
FILES = sorted(
    path
    for folder in (bundled(), TEMPLATE, Path(__file__).parents[1] / "scenario")
    for path in folder.glob("*.yaml")
    if path.name != "ten_mistakes.yaml"
)


def kind_of(path: Path) -> str:
    return next((kind for ending, kind in ENDINGS.items() if path.name.endswith(ending)), "scenario")


def problems(kind: str, data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(kind)).iter_errors(json.loads(json.dumps(data)))]


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema knows, with what it says about it."""
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_that_comes_along_fits_its_schema(path: Path) -> None:
    assert problems(kind_of(path), open_document(path).data) == []


@pytest.mark.parametrize(
    ("kind", "data", "said"),
    [
        ("cases", [{"reply": "Yes.", "stat": "opening"}], "'stat' was unexpected"),
        ("cases", [{"reply": "Yes.", "state": "opening", "points": {"ask": "heard"}}], "'heard' is not one of"),
        ("play", [{"name": "It ends.", "replies": ["Yes."]}], "'expect' is a required property"),
        ("incident", {"format": 2, "scenario": "small", "facts": {}}, "1 was expected"),
        ("scenario", {"format": 1, "id": "Small"}, "does not match"),
    ],
)
def test_what_the_trainer_refuses_for_its_shape_is_underlined(kind: str, data: Any, said: str) -> None:
    assert any(said in problem for problem in problems(kind, data))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_is_for_and_nothing_is_said_twice(kind: str) -> None:
    made = schema(kind)
    known = dict(properties(made))
    assert known
    assert [key for key, about in known.items() if not about.get("description")] == []
    assert [key for key, about in known.items() if isinstance(about.get("title"), str)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_lines_of_a_file_name_its_schema_where_it_is_written(kind: str) -> None:
    first, second = modelines(kind).splitlines()
    assert first == f"# yaml-language-server: $schema=schemas/{file_name(kind)}"
    assert second.startswith("# vim: set ")


def test_one_schema_is_printed_and_all_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "schemas"
    assert run(trainer, ["schema", "play"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("play")
    for _ in range(2):  # older ones are replaced
        assert run(trainer, ["schema", "--write", str(folder)]) == 0
    assert {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()} == {
        file_name(kind): schema(kind) for kind in KINDS
    }


def test_a_folder_that_cannot_be_one_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert run(trainer, ["schema", "--write", str(tmp_path / "taken")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
