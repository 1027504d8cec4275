"""A settings file as wishes, or everything that is wrong with it. Loads yaml, so it is imported only when there is a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from trainer.errors import Problem, ProblemsFound
from trainer.scenario.files.document import Document
from trainer.scenario.files.nodes import Scalar
from trainer.scenario.files.open_document import document_of
from trainer.scenario.files.source import read_source
from trainer.scenario.told import keys_expected, none_of, number_expected, out_of_range, switch_expected, text_expected, unknown_key
from trainer.settings.allowed import with_allowed
from trainer.settings.fields import SETTINGS, Choice, Command, Kind, Minutes, Switch
from trainer.settings.key_map import KEYS, key_map
from trainer.settings.values import Wishes


def read_settings(path: Path, known_keys: Mapping[str, str]) -> Wishes:
    """What a settings file asks for.

    Raises:
        Unreadable: no text can be got out of it.
        ProblemsFound: everything wrong with it, in the order of the file.
    """
    source = read_source(path)
    try:
        document = document_of(source)
    except ProblemsFound as error:
        if [problem.check for problem in error.problems] == ["empty-file"]:
            return Wishes()
        raise
    wishes, found = _wishes(document, known_keys)
    errors = [with_allowed(problem) for problem in (*document.traps, *found) if problem.severity == "error"]
    if errors:
        raise ProblemsFound(source.file, tuple(sorted(errors, key=lambda problem: (problem.line, problem.column, problem.check))))
    return wishes


def _wishes(document: Document, known_keys: Mapping[str, str]) -> tuple[Wishes, list[Problem]]:
    data = document.data
    if not isinstance(data, dict):
        return Wishes(), [keys_expected(document, ())]
    settings = {setting.name: setting for setting in SETTINGS}
    problems: list[Problem] = []
    for name, value in data.items():
        if name == KEYS or document.spot((name,)).node.start in document.spoiled:
            continue
        if name not in settings:
            problems.append(unknown_key(document, (name,), (*settings, KEYS)))
        elif problem := _problem(document, name, value, settings[name].kind):
            problems.append(problem)
    keys, of_keys = key_map(document, known_keys)
    return Wishes(**{name: data.get(name) for name in settings}, keys=keys), problems + of_keys


def _problem(document: Document, name: str, value: Any, kind: Kind) -> Problem | None:
    path = (name,)
    match kind:
        case Choice(options) if not isinstance(document.spot(path).node, Scalar):
            return text_expected(document, path)
        case Choice(options) if value not in options:
            return none_of(document, path, options)
        case Minutes(most):
            return _of_minutes(document, path, value, most)
        case Switch() if not isinstance(value, bool):
            return switch_expected(document, path)
        case Command(longest):
            return _of_command(document, path, value, longest)
        case _:
            return None


def _of_minutes(document: Document, path: tuple[str], value: Any, most: int) -> Problem | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return number_expected(document, path, whole=False)
    if not value > 0:
        return out_of_range(document, path, "more than 0")
    return out_of_range(document, path, f"at most {most:,}") if value > most else None


def _of_command(document: Document, path: tuple[str], value: Any, longest: int) -> Problem | None:
    if not isinstance(value, str):
        return text_expected(document, path)
    if not value.strip():
        return document.problem("empty", path, "the text is empty", mend="write the text, or take the line out")
    if len(value) > longest:
        return document.problem("too-long", path, f"the text is longer than {longest:,} characters", mend="shorten it")
    if "\n" in value:
        return document.problem("wrong-shape", path, "a command stands on one line", mend="write it on one line")
    return None
