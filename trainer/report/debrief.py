"""The debrief: what stands when a rehearsal is over, however it ended.

Pure. Gathers what the events and the scoring say and finds the words for it; decides no verdict, score or ending itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.matching.reading import Strength
from trainer.meeting.events import Event, HowEnded, MistakeStatus
from trainer.meeting.fold import fold
from trainer.meeting.lines import model_line, say
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState, PointState
from trainer.meeting.turns import Turn, turns_of
from trainer.report.best_words import Said, standing_replies
from trainer.report.values import Debrief, MistakeResult, PointResult, Standing, ThemeResult, TrustMove, TrustResult
from trainer.report.why_ended import finish
from trainer.report.words import what_moved
from trainer.scenario.models import Scenario
from trainer.scoring.counted import counted_points, extra_points
from trainer.scoring.reasons import open_parts
from trainer.scoring.score import PASS_FROM, score
from trainer.scoring.trust_words import trust_word
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

MOST_QUOTES = 3
"""Words quoted per point; more are not read."""


def debrief(script: Script, events: Sequence[Event]) -> Debrief:
    """All there is to say about the rehearsal that `events` record, the meeting begun at least."""
    state, turns = fold(events), turns_of(events)
    said = standing_replies(turns)
    final, first = score(script, state), score(script, state, first=True)
    incident = script.incident
    return Debrief(
        title=script.scenario.title,
        incident="" if incident.is_example else incident.name,
        finish=finish(script, state),
        score=final.total,
        first_score=first.total,
        passed=final.passed,
        not_passed=() if final.passed else tuple(_not_passed(script.scenario, state, final.total)),
        themes=tuple(ThemeResult(theme.label, theme.share) for theme in final.themes),
        points=tuple(_points(script, state, said)),
        mistakes=tuple(_mistakes(script, state, turns)),
        trust=tuple(_trust(script, state, turns)),
        replies=len(said),
    )


def _not_passed(scenario: Scenario, state: MeetingState, total: int) -> Iterator[str]:
    if state.ended is None or state.ended.how is not HowEnded.ENDING:
        yield "The meeting did not come to its end."
    elif any(ending.id == state.ended.ending and ending.result == "lost" for ending in scenario.endings):
        yield "The meeting was lost, whatever the score."
    for name, status in state.ledger.mistakes.items():
        if scenario.mistakes[name].blocks and status is not MistakeStatus.REPAIRED:
            yield f"Not taken back: {scenario.mistakes[name].label}."
    if total < PASS_FROM:
        yield f"They heard too little of what they needed: {total} of 100, and it takes {PASS_FROM}."


def _points(script: Script, state: MeetingState, said: Sequence[Said]) -> Iterator[PointResult]:
    """Points that carry the score, and extras; what was said without being asked for is an extra too."""
    scenario = script.scenario
    required, extras = counted_points(script, state, state.ledger), extra_points(script, state, state.ledger)
    asked = {point for moment in state.visits for point in script.moment(moment).requires}
    for name, point in scenario.key_points.items():
        own = state.ledger.point(name)
        if name not in required and name not in extras and own.verdict is Verdict.MISSING:
            continue
        standing = _standing(own, reached=name in asked or name not in required)
        yield PointResult(
            point=name,
            label=point.label,
            standing=standing,
            required=name in required,
            quotes=_quotes(name, own, said),
            open=open_parts(scenario, name, _met(own)) if own.verdict is Verdict.PARTLY else (),
            model="" if standing is Standing.COVERED else model_line(script, state, name),
            why=point.why,
        )


def _standing(own: PointState, *, reached: bool) -> Standing:
    if own.told:
        return Standing.TOLD
    if own.verdict is Verdict.COVERED:
        return Standing.COVERED
    if own.claimed:
        return Standing.CLAIMED
    if own.verdict is Verdict.PARTLY:
        return Standing.PARTLY
    if own.verdict is Verdict.CONTRADICTED:
        return Standing.CONTRADICTED
    return Standing.MISSED if reached else Standing.NOT_REACHED


def _quotes(point: str, own: PointState, said: Sequence[Said]) -> tuple[str, ...]:
    """The player's words for a point; of a denial only the words that deny, and only while it stands."""
    readings = (one.reading.points.get(point) for one in said)
    denials = {reading.denied for reading in readings if reading is not None and reading.denied is not None}
    denied = own.verdict is Verdict.CONTRADICTED
    quotes = (clean_line(quote.evidence.text) for quote in own.quotes if (quote.evidence in denials) is denied)
    return telling(tuple({quote.casefold(): quote for quote in quotes}.values()))[-MOST_QUOTES:]


def telling(quotes: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that stand inside a longer one, and without a bare "yes" or "no" beside words that say more."""
    longest = tuple(one for one in quotes if not any(one != other and one.casefold() in other.casefold() for other in quotes))
    return tuple(one for one in longest if " " in one) or longest


def _met(own: PointState) -> tuple[str, ...]:
    return tuple(name for name, strength in own.facets.items() if strength is Strength.MET)


def _mistakes(script: Script, state: MeetingState, turns: Sequence[Turn]) -> Iterator[MistakeResult]:
    made: dict[str, str] = {}
    for moved in (one for turn in turns for one in turn.mistakes):
        if moved.status is not MistakeStatus.REPAIRED and moved.evidence is not None:
            made.setdefault(moved.mistake, clean_line(moved.evidence.text))
    for name, status in state.ledger.mistakes.items():
        mistake = script.scenario.mistakes[name]
        yield MistakeResult(
            label=mistake.label,
            repaired=status is MistakeStatus.REPAIRED,
            blocks=mistake.blocks,
            quote=made.get(name, ""),
            correction=say(script, state, mistake.correction, f"correction:{name}"),
        )


def _trust(script: Script, state: MeetingState, turns: Sequence[Turn]) -> Iterator[TrustResult]:
    moved = [move for turn in turns for move in turn.trust_moves if move.by]
    for role, value in state.trust.items():
        moves = (TrustMove(move.by > 0, what_moved(script.scenario, move.because)) for move in moved if move.role == role)
        yield TrustResult(role, script.scenario.roles[role].name, trust_word(value), tuple(moves))
