"""What of a finished rehearsal may leave this machine: what was asked, answered and heard, without own facts, name, run or hour.

Pure. Owns what is in it and what is not; files are `trainer.report.sharing.file`'s and whoever writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trainer.meeting.events import Ended, MistakeStatus
from trainer.meeting.fold import fold
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.turns import Turn, turns_of
from trainer.record.record import Record
from trainer.record.replay import script_of
from trainer.report.debrief.gather import debrief
from trainer.report.debrief.values import PointResult
from trainer.report.sharing.hiding import OwnFacts, own_facts
from trainer.report.sharing.values import Shared, SharedMistake, SharedPoint, SharedTurn, called
from trainer.scenario.models import Scenario
from trainer.scoring.score import score
from trainer.text.clean import clean_line
from trainer.text.values import Verdict


def shared(record: Record, name: str | None = None) -> Shared:
    """The shareable form of a finished rehearsal, under a name only if one is given.

    Raises:
        ValueError: it is not finished; what is still going on is nobody's to compare.
    """
    script, state = script_of(record), fold(record.events)
    if state.ended is None:
        raise ValueError(f"rehearsal {record.run} is not finished")
    hide = own_facts(record.scenario, record.incident)
    turns = turns_of(record.events)
    final, options = score(script, state), record.options
    return Shared(
        scenario=record.scenario.id,
        title=clean_line(record.scenario.title),
        scenario_hash=record.scenario_hash,
        mode=options.mode.value,
        length=options.length.value,
        pressure=options.pressure.value,
        day=record.started.date().isoformat(),
        name=called(name),
        score=final.total,
        first_score=score(script, state, first=True).total,
        passed=final.passed,
        ended=state.ended.how.value,
        ending=state.ended.ending,
        ending_label=_ending_label(record.scenario, state.ended),
        moments={turn.spoke.moment: clean_line(script.moment(turn.spoke.moment).about) for turn in turns},
        points=_points(record, script, state),
        mistakes=_mistakes(record.scenario, state),
        turns=tuple(_turns(script, turns, hide)),
    )


def _ending_label(scenario: Scenario, ended: Ended) -> str | None:
    return next((clean_line(one.label) for one in scenario.endings if one.id == ended.ending), None)


def _points(record: Record, script: Script, state: MeetingState) -> Mapping[str, SharedPoint]:
    results = debrief(script, record.events).points
    return {one.point: _point(record.scenario, state, one) for one in results}


def _point(scenario: Scenario, state: MeetingState, result: PointResult) -> SharedPoint:
    own = state.ledger.point(result.point)
    return SharedPoint(
        label=clean_line(result.label),
        theme=clean_line(scenario.themes[scenario.key_points[result.point].theme].label),
        required=result.required,
        standing=result.standing.value,
        verdict=own.verdict.value,
        told=own.told,
        claimed=own.claimed,
    )


def _mistakes(scenario: Scenario, state: MeetingState) -> Mapping[str, SharedMistake]:
    made = state.ledger.mistakes
    return {name: SharedMistake(clean_line(scenario.mistakes[name].label), status.value) for name, status in made.items()}


def _turns(script: Script, turns: tuple[Turn, ...], hide: OwnFacts) -> Iterator[SharedTurn]:
    for turn in turns:
        yield SharedTurn(
            moment=turn.spoke.moment,
            role=turn.spoke.role,
            kind=turn.spoke.kind.value,
            line=hide.hidden(turn.spoke.line),
            reply=None if turn.reply is None else hide.hidden(turn.reply),
            points=dict(_heard(script, turn)),
            mistakes=_made(turn),
        )


def _made(turn: Turn) -> tuple[str, ...]:
    """Mistakes made with this reply; one that only turned out to stand was made before."""
    moved = (one for one in turn.mistakes if one.evidence is not None and one.status is not MistakeStatus.REPAIRED)
    return tuple(dict.fromkeys(one.mistake for one in moved))


def _heard(script: Script, turn: Turn) -> Iterator[tuple[str, str]]:
    if turn.reading is None or turn.silence:
        return
    here = script.moment(turn.spoke.moment).listens_for
    for point, found in turn.reading.points.items():
        if point in here or found.verdict in (Verdict.COVERED, Verdict.CONTRADICTED):
            yield point, found.verdict.value
