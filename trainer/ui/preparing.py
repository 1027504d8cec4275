"""What is shown before a meeting: the briefing and the incident form, as views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from trainer.meeting.lines import say
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.report.markdown import literal
from trainer.scenario.incident import Incident, Known, Unknown
from trainer.scenario.models import Scenario
from trainer.text.clean import clean, clean_line
from trainer.ui.answers import fit_in
from trainer.ui.views import Answer, BriefingView, FormField, FormView, Person, Settings, Standing

OPEN = "not known yet"
NONE = "there is none"


def briefing_view(scenario_file: Path, incident_file: Path | None, script: Script, state: MeetingState, settings: Settings) -> BriefingView:
    """What is known before the meeting."""
    scenario, incident = script.scenario, script.incident
    return BriefingView(
        scenario=scenario_file,
        incident=incident_file,
        title=clean_line(scenario.title),
        incident_name="" if incident.is_example else clean_line(incident.name),
        text=_briefing(script, state),
        people=tuple(
            Person(name, clean_line(role.name), clean_line(role.concern), hue, role.optional)
            for hue, (name, role) in enumerate(scenario.roles.items())
        ),
        facts=tuple(_facts(scenario, incident)),
        settings=settings,
    )


def _briefing(script: Script, state: MeetingState) -> str:
    """The author's Markdown; the incident's own words in it are shown literally."""
    values = script.incident.values.items()
    escaped = {name: Known(literal(value.value)) if isinstance(value, Known) else value for name, value in values}
    shown = replace(script, incident=replace(script.incident, values=escaped))
    return clean(say(shown, state, script.scenario.briefing, "briefing"))


def _facts(scenario: Scenario, incident: Incident) -> Iterator[tuple[str, str]]:
    for name, fact in scenario.facts.items():
        value = incident.value(name)
        yield clean_line(fact.label), clean_line(value) if value is not None else NONE if incident.none(name) else OPEN


def form_view(scenario_file: Path, scenario: Scenario, incident: Incident | None, incident_file: Path | None) -> FormView:
    """The form over the facts of a scenario, filled in from a saved incident if there is one."""
    fields = tuple(
        FormField(
            fact=name,
            label=clean_line(fact.label),
            ask=clean_line(fact.ask),
            example=clean_line(fact.example),
            optional=fact.optional,
            can_be_none=fact.optional and fact.none is not None,
            value=clean_line((incident.value(name) if incident else None) or ""),
            standing=_standing(incident, name),
        )
        for name, fact in scenario.facts.items()
    )
    return FormView(scenario_file, clean_line(scenario.title), clean_line(incident.name) if incident else "", fields, incident_file)


def _standing(incident: Incident | None, fact: str) -> Standing:
    if incident is None or incident.unknown(fact):
        return Standing.UNKNOWN
    return Standing.NONE if incident.none(fact) else Standing.VALUE


def answers_text(scenario: Scenario, answers: Mapping[str, Answer]) -> dict[str, str]:
    """What was filled in, as `make_incident` takes it: fit to stand in the middle of a sentence."""
    words = {Standing.UNKNOWN: Unknown.UNKNOWN.value, Standing.NONE: Unknown.NONE.value}
    return {fact: words.get(answer.standing) or _fitting(scenario, fact, answer.value) for fact, answer in answers.items()}


def _fitting(scenario: Scenario, fact: str, value: str) -> str:
    return fit_in(scenario.facts[fact], value) if fact in scenario.facts else value
