"""The incident form: its questions as a view, and its answers as an incident and as a text to edit.

Owns how an answer becomes a value. Whether a value can stand is decided by `trainer.scenario.incident`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from trainer.scenario.fitting import fit_in
from trainer.scenario.incident import Incident, Known, Unknown, value_problem
from trainer.scenario.incident_file import dump_incident
from trainer.scenario.models import Fact, Scenario
from trainer.text.clean import clean_line
from trainer.text.short_name import short_name
from trainer.text.values import Kind
from trainer.ui.views.incident import Answer, FormField, FormProblem, FormView, Standing

QUANTITIES = {
    Kind.DURATION: ("a length of time", ("4-6 hours", "half a day")),
    Kind.TIME: ("a time", ("17:00", "within the hour", "Friday noon")),
    Kind.PERCENT: ("a share", ("3%",)),
    Kind.COUNT: ("a number", ("400",)),
    Kind.MONEY: ("an amount of money", ("$50,000",)),
}
"""What a fact of a kind asks for, and how that can be written."""
HOW = "What is not known yet stays `unknown`; where there is no such thing, write `none`."


def form_view(scenario_file: Path, scenario: Scenario, incident: Incident | None, incident_file: Path | None) -> FormView:
    """The form over the facts of a scenario, filled in from an incident if there is one."""
    fields = tuple(_field(name, fact, incident) for name, fact in scenario.facts.items())
    return FormView(scenario_file, clean_line(scenario.title), clean_line(incident.name) if incident else "", fields, incident_file)


def _field(name: str, fact: Fact, incident: Incident | None) -> FormField:
    return FormField(
        fact=name,
        label=clean_line(fact.label),
        ask=clean_line(fact.ask),
        example=clean_line(fact.example),
        optional=fact.optional,
        can_be_none=fact.optional and fact.none is not None,
        unknown=clean_line(fact.unknown or ""),
        none=clean_line(fact.none or ""),
        answer=_answer(incident, name),
    )


def _answer(incident: Incident | None, fact: str) -> Answer:
    value = incident.value(fact) if incident is not None else None
    if incident is None or value is None:
        return Answer(Standing.NONE if incident is not None and incident.none(fact) else Standing.UNKNOWN)
    return Answer(Standing.VALUE, clean_line(value), tuple(clean_line(wording) for wording in incident.said_as(fact)[1:]))


def incident_of(scenario: Scenario, name: str, answers: Mapping[str, Answer]) -> Incident:
    """What was filled in, whether it can stand or not; without a name it is called after its first fact."""
    values = {fact: _value(declared, answers.get(fact, Answer(Standing.UNKNOWN))) for fact, declared in scenario.facts.items()}
    return Incident(scenario.id, clean_line(name) or _name_of(values) or "my incident", values)


def _value(fact: Fact, answer: Answer) -> Known | Unknown:
    if answer.standing is not Standing.VALUE:
        return Unknown.NONE if answer.standing is Standing.NONE else Unknown.UNKNOWN
    value = fit_in(fact, answer.value)
    if not value:
        return Unknown.UNKNOWN
    return Unknown(value.casefold()) if value.casefold() in tuple(Unknown) else Known(value, answer.said_as)


def _name_of(values: Mapping[str, Known | Unknown]) -> str:
    return short_name(next((value.value for value in values.values() if isinstance(value, Known)), ""))


def problems_of(scenario: Scenario, incident: Incident, *, unfinished: bool = False) -> tuple[FormProblem, ...]:
    """What cannot stand, said at its field, where question and example stand already; `unfinished` lets needed facts be open."""
    found = ((fact, value_problem(declared, incident.values[fact])) for fact, declared in scenario.facts.items())
    return tuple(
        FormProblem(fact, "This one is needed." if problem[0] == "fact-needed" else _sentences(problem[1], problem[2]))
        for fact, problem in found
        if problem is not None and not (unfinished and problem[0] == "fact-needed")
    )


def advice(fact: Fact, value: str) -> str:
    """What would make an answer better, in one line, before it is handed in; empty when it is fine."""
    problem = value_problem(fact, Known(fit_in(fact, value))) if value else None
    if problem is None:
        return ""
    if problem[0] != "wrong-kind":
        return _sentences(problem[1], problem[2])
    what, instances = QUANTITIES[fact.kind]
    open_too = " Or leave it open." if fact.optional else ""
    return f"This needs {what}: {' or '.join(instances)}.{open_too}"


def _sentences(*parts: str) -> str:
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts if part)


def text_of(scenario: Scenario, incident: Incident, *, named: bool) -> str:
    """The incident as a file, each question above its answer; without its name if it was not given one."""
    lines = dump_incident(incident).splitlines()
    return "".join(f"{line}\n" for line in _with_questions(scenario, lines) if named or not line.startswith("name:"))


def _with_questions(scenario: Scenario, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        fact, colon, value = line.strip().partition(":")
        if line == "facts:":
            yield f"# {HOW}"
        elif colon and line.startswith("  ") and line[2] != " " and fact in scenario.facts:
            declared = scenario.facts[fact]
            yield f"  # {clean_line(declared.ask)}"
            if value.strip() == Unknown.UNKNOWN:
                yield f"  # For example: {clean_line(declared.example)}"
        yield line
