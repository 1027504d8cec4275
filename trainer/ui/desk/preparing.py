"""What is shown before a meeting, as a view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from trainer.meeting.drilling import short_moments
from trainer.meeting.lines import say
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.report.markdown import literal
from trainer.scenario.incident import Incident, Known
from trainer.scenario.models import Scenario
from trainer.text.clean import clean, clean_line
from trainer.ui.views.briefing import BriefingView, Person, Settings

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
        short=tuple(clean_line(script.moment(name).about) for name in short_moments(script, settings.absent)),
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
