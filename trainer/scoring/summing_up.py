"""A finished run summed up for the history: by first tries, so that runs can be compared (docs/decisions/0130-results-by-first-tries.md).

Owns which points and lines of a run are worth keeping beside its score. Pure over events; judges nothing anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from trainer.meeting.events import Entered, Event, Spoke
from trainer.meeting.fold import fold
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState, PointState
from trainer.meeting.turns import Turn, turns_of
from trainer.scoring.counted import counted_points
from trainer.scoring.run_result import RunResult
from trainer.scoring.score import score
from trainer.scoring.standing import Standing
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

_BY_VERDICT = {Verdict.COVERED: Standing.COVERED, Verdict.PARTLY: Standing.PARTLY, Verdict.CONTRADICTED: Standing.CONTRADICTED}


def result_of(script: Script, events: Sequence[Event], run: str, when: datetime) -> RunResult:
    """What the run that `events` record came to; `when` is the time of its end, aware.

    Raises:
        ValueError: it is not over.
    """
    state = fold(events)
    if state.ended is None:
        raise ValueError(f"rehearsal {run} is not over")
    last, first, incident = score(script, state), score(script, state, first=True), script.incident
    points = _points(script, state, turns_of(events))
    return RunResult(
        run=run,
        scenario=script.scenario.id,
        incident="" if incident.is_example else incident.name,
        mode=state.options.mode.value,
        length=state.options.length.value,
        pressure=state.options.pressure.value,
        when=when,
        score=first.total,
        last_score=last.total,
        passed=last.passed,
        ended=state.ended.how.value,
        title=clean_line(script.scenario.title),
        ending=state.ended.ending,
        themes={theme.id: theme.share for theme in first.themes},
        theme_labels={theme.id: clean_line(theme.label) for theme in first.themes},
        points=points,
        point_labels={point: clean_line(script.scenario.key_points[point].label) for point in points},
        lines=first_lines(events),
    )


def standing_of(own: PointState, *, reached: bool) -> Standing:
    """A point in a person's words; `reached` says whether anybody came to ask for it."""
    if own.told:
        return Standing.TOLD
    if own.claimed and own.verdict is not Verdict.COVERED:
        return Standing.CLAIMED
    return _BY_VERDICT.get(own.verdict, Standing.MISSED if reached else Standing.NOT_REACHED)


def asked_points(script: Script, turns: Iterable[Turn]) -> frozenset[str]:
    """Points that somebody asked for and got an answer, silence included; one that nobody answered yet was not reached."""
    answered = {turn.spoke.moment for turn in turns if turn.reading is not None or turn.tries}
    return frozenset(point for moment in answered for point in script.moment(moment).requires)


def first_lines(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """Moment -> the first line said at each visit, those of visits taken back by a retry too: they were heard."""
    lines: dict[str, tuple[str, ...]] = {}
    entered: str | None = None
    for event in events:
        if isinstance(event, Entered):
            entered = event.moment
        elif isinstance(event, Spoke) and event.moment == entered:
            lines[entered] = (*lines.get(entered, ()), event.line)
            entered = None
    return lines


def _points(script: Script, state: MeetingState, turns: Iterable[Turn]) -> dict[str, Standing]:
    """What was asked for, and what was said unasked. A denial of what nobody asks for could not be drilled: nobody would ask again."""
    counted, asked = counted_points(script, state, state.first), asked_points(script, turns)
    return {
        point: standing_of(state.first.point(point), reached=point in asked)
        for point in script.scenario.key_points
        if point in counted or state.first.point(point).verdict is Verdict.COVERED
    }
