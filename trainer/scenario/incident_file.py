"""Incident files: read with the same care as scenarios, and written so that they read back equal.

Values are made fit for the scenario's sentences as they are read (`trainer.scenario.fitting`), as the app's form does.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from trainer.errors import Problem, ProblemsFound
from trainer.scenario.files.document import Document
from trainer.scenario.files.mends import replaced
from trainer.scenario.files.nodes import Table
from trainer.scenario.files.open_document import document_of, open_document
from trainer.scenario.files.source import source_of
from trainer.scenario.incident import Incident, Known, Unknown, fitted, unknown_fact, value_problem
from trainer.scenario.load import in_order
from trainer.scenario.models import FactValue, IncidentFile, Scenario
from trainer.scenario.shape import shape_problems
from trainer.scenario.suggest import nearest
from trainer.text.clean import clean, clean_line

Values = dict[str, Known | Unknown]


def load_incident(path: Path, scenario: Scenario, *, unfinished: bool = False) -> Incident:
    """The incident in a file, checked against its scenario. A fact left out is unknown, never the example's value.

    `unfinished` lets facts be open that the meeting needs, for whoever goes on filling it in.

    Raises:
        Unreadable: no text can be got out of the file.
        ProblemsFound: everything wrong with it, in the order of the file.
    """
    return _checked(open_document(path), scenario, clean_line(path.stem), unfinished)


def read_unfinished(text: str, file: str, scenario: Scenario) -> Incident:
    """The same for a text that is still worked on; `file` is its name in messages. Raises ProblemsFound."""
    return _checked(document_of(source_of(file, text)), scenario, "", unfinished=True)


def _checked(document: Document, scenario: Scenario, unnamed: str, unfinished: bool) -> Incident:
    file, shape = _read(document)
    values = fitted(scenario, _values(file.facts) if file else _salvaged(document))
    found = [*document.traps, *shape, *_of_scenario(document, file, scenario), *_of_facts(document, scenario, values)]
    passed_over = "fact-needed" if unfinished else ""
    errors = in_order([problem for problem in found if problem.severity == "error" and problem.check != passed_over])
    if file is None or errors:
        raise ProblemsFound(document.source.file, errors)
    name = clean_line(file.name) if file.name else unnamed
    return Incident(scenario.id, name, {**dict.fromkeys(scenario.facts, Unknown.UNKNOWN), **values})


def dump_incident(incident: Incident) -> str:
    """The incident as a file; `load_incident` gives an equal one back if its values are fitted.

    Every text is quoted, so that none is read as anything else.
    """
    lines = ["format: 1", f"scenario: {incident.scenario}", f"name: {_text(incident.name)}", "facts:"]
    for fact, standing in incident.values.items():
        if isinstance(standing, Unknown):
            lines.append(f"  {fact}: {standing.value}")
        elif standing.said_as or standing.value in tuple(Unknown):
            lines += [f"  {fact}:", f"    value: {_text(standing.value)}"]
            if standing.said_as:
                lines += ["    said_as:", *(f"      - {_text(wording)}" for wording in standing.said_as)]
        else:
            lines.append(f"  {fact}: {_text(standing.value)}")
    if not incident.values:
        lines[-1] = "facts: {}"
    return "\n".join(lines) + "\n"


def incident_of(scenario: Scenario, file: IncidentFile, where: str) -> Incident:
    """An incident written inside another file; `where` names the place in messages.

    Raises:
        ProblemsFound: everything wrong with it, without places.
    """
    values = fitted(scenario, _values(file.facts))
    problems = [Problem(check, message, where, 0, 0, f"facts.{fact}", mend=mend) for fact, check, message, mend in _wrong(scenario, values)]
    if file.scenario != scenario.id:
        message = f"this incident is for the scenario '{file.scenario}', not for '{scenario.id}'"
        problems.append(Problem("other-scenario", message, where, 0, 0, "scenario", mend=f"scenario: {scenario.id}"))
    if problems:
        raise ProblemsFound(where, tuple(problems))
    name = clean_line(file.name) if file.name else "incident"
    return Incident(scenario.id, name, {**dict.fromkeys(scenario.facts, Unknown.UNKNOWN), **values})


def _text(text: str) -> str:
    return json.dumps(clean(text), ensure_ascii=False)


def _read(document: Document) -> tuple[IncidentFile | None, tuple[Problem, ...]]:
    try:
        return IncidentFile.model_validate(document.data), ()
    except ValidationError as error:
        return None, shape_problems(document, IncidentFile, error)


def _values(facts: dict[str, FactValue | str]) -> Values:
    return {fact: _standing(given) for fact, given in facts.items()}


def _standing(given: FactValue | str) -> Known | Unknown:
    if isinstance(given, FactValue):
        return Known(given.value, given.said_as)
    return Unknown(given) if given in tuple(Unknown) else Known(given)


def _salvaged(document: Document) -> Values:
    """The facts whose values can be read although the file as a whole cannot."""
    data = document.data if isinstance(document.data, dict) else {}
    facts = data.get("facts")
    values: Values = {}
    for fact, given in facts.items() if isinstance(facts, dict) else ():
        value = given.get("value") if isinstance(given, dict) else given
        values[str(fact)] = _standing(value) if isinstance(value, str) and value else Known("")
    return values


def _of_scenario(document: Document, file: IncidentFile | None, scenario: Scenario) -> list[Problem]:
    data = document.data if isinstance(document.data, dict) else {}
    given = file.scenario if file else data.get("scenario")
    if not isinstance(given, str) or given == scenario.id:
        return []
    node = document.spot(("scenario",)).node
    message = f"this incident is for the scenario '{given}', not for '{scenario.id}'"
    mend = replaced(document.source, node.start, node.end, scenario.id)
    return [document.problem("other-scenario", ("scenario",), message, mend=mend)]


def _of_facts(document: Document, scenario: Scenario, values: Values) -> list[Problem]:
    facts = document.spot(("facts",)).node
    if not isinstance(facts, Table) and isinstance(document.data, dict) and "facts" in document.data:
        return []
    problems = []
    for fact, check, message, mend in _wrong(scenario, values):
        path = ("facts", fact)
        here = document.spot(path).node
        if fact in values and here.start in document.spoiled:
            continue
        place = document.key_place(path) if check == "unknown-fact" or fact not in values else None
        problems.append(document.problem(check, path, message, mend=_corrected(document, scenario, fact, check) or mend, place=place))
    return problems


def _corrected(document: Document, scenario: Scenario, fact: str, check: str) -> str:
    holder = document.spot(("facts",)).node
    if check == "unknown-fact" and isinstance(holder, Table):
        close = nearest(fact, [name for name in scenario.facts if name not in holder.keys], most=1)
        key = holder.keys.get(fact)
        return replaced(document.source, key.start, key.end, close[0]) if close and key else ""
    if check == "fact-needed" and isinstance(holder, Table) and fact not in holder.keys:
        return f'add `{fact}: "..."`: {scenario.facts[fact].ask}'
    return ""


def _wrong(scenario: Scenario, values: Values) -> list[tuple[str, str, str, str]]:
    """Fact, name of the check, message and mend for everything wrong with the values."""
    wrong = [(fact, "unknown-fact", *unknown_fact(scenario, fact)) for fact in values if fact not in scenario.facts]
    for fact, declared in scenario.facts.items():
        standing = values.get(fact, Unknown.UNKNOWN)
        if isinstance(standing, Known) and not standing.value:
            continue
        found = value_problem(declared, standing)
        if found:
            wrong.append((fact, *found))
    return wrong
