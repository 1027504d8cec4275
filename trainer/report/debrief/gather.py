"""The debrief: what stands when a rehearsal is over, however it ended.

Pure. Gathers what the events and the scoring say and finds the words for it; decides no verdict, score or ending itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trainer.matching.reading import Strength
from trainer.meeting.events import Event, MistakeStatus
from trainer.meeting.fold import fold
from trainer.meeting.lines import model_line, say
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState, PointState
from trainer.meeting.turns import Turn, turns_of
from trainer.report.brief.best_words import standing_replies
from trainer.report.debrief.attempts import attempts
from trainer.report.debrief.denials import denials_in
from trainer.report.debrief.transcript import transcript
from trainer.report.debrief.trust import lost_trust, trust_results
from trainer.report.debrief.values import Debrief, MistakeResult, PointResult, Said, ThemeResult
from trainer.report.debrief.why_ended import finish
from trainer.report.debrief.work_on import Weighed, work_on
from trainer.report.progress.values import RunResult
from trainer.scenario.models import Scenario
from trainer.scoring.counted import counted_points, extra_points
from trainer.scoring.reasons import still_open
from trainer.scoring.score import PASS_FROM, Score, score
from trainer.scoring.standing import Standing
from trainer.scoring.summing_up import asked_points, standing_of
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

MOST_QUOTES = 3
"""Words quoted per point; more are not read."""


def debrief(script: Script, events: Sequence[Event], earlier: Iterable[RunResult] = ()) -> Debrief:
    """All there is to say about the rehearsal that `events` record, the meeting begun at least.

    `earlier` holds what rehearsals before this one came to; those that compare with it are shown beside it.
    """
    state, turns = fold(events), turns_of(events)
    final, first = score(script, state), score(script, state, first=True)
    incident = script.incident
    points, mistakes = tuple(_points(script, state, turns)), tuple(_mistakes(script, state, turns))
    return Debrief(
        title=script.scenario.title,
        incident="" if incident.is_example else incident.name,
        finish=finish(script, state),
        score=final.total,
        first_score=first.total,
        passed=final.passed,
        not_passed=() if final.passed else tuple(_not_passed(script.scenario, state, final)),
        themes=tuple(ThemeResult(theme.label, theme.share, theme.id) for theme in final.themes),
        points=points,
        mistakes=mistakes,
        trust=trust_results(script, state, turns),
        replies=len(standing_replies(turns)),
        scenario=script.scenario.id,
        mode=state.options.mode.value,
        lost=lost_trust(script, turns),
        work_on=work_on(Weighed(script, state, turns, final), points, mistakes),
        transcript=transcript(script, events, turns),
        attempts=attempts(script, state, turns, earlier),
        taken_off=sum(one.points for one in final.penalties),
    )


def _not_passed(scenario: Scenario, state: MeetingState, final: Score) -> Iterator[str]:
    if state.ended is None or not state.ended.how.came_to_end:
        yield "The meeting did not come to its end."
    elif any(ending.id == state.ended.ending and ending.result == "lost" for ending in scenario.endings):
        yield "The meeting was lost, whatever the score."
    for name, status in state.ledger.mistakes.items():
        if scenario.mistakes[name].blocks and status is not MistakeStatus.REPAIRED:
            yield f"Not taken back: {scenario.mistakes[name].label}."
    off = sum(one.points for one in final.penalties)
    if final.total < PASS_FROM <= final.total + off:
        yield f"It would have been enough, but mistakes took off {off:g}: {final.total} of 100, and it takes {PASS_FROM}."
    elif final.total < PASS_FROM:
        yield f"They heard too little of what they needed: {final.total} of 100, and it takes {PASS_FROM}."


def _points(script: Script, state: MeetingState, turns: Sequence[Turn]) -> Iterator[PointResult]:
    """Points that carry the score, and extras; what was said without being asked for is an extra too."""
    scenario = script.scenario
    required, extras = counted_points(script, state, state.ledger), extra_points(script, state, state.ledger)
    asked = asked_points(script, turns)
    for name, point in scenario.key_points.items():
        own = state.ledger.point(name)
        if name not in required and name not in extras and own.verdict is Verdict.MISSING:
            continue
        standing = standing_of(own, reached=name in asked or name not in required)
        said = tuple(_said(scenario, name, own, turns))
        yield PointResult(
            point=name,
            label=point.label,
            standing=standing,
            required=name in required,
            quotes=telling(tuple({one.quote.casefold(): one.quote for one in said}.values()))[-MOST_QUOTES:],
            open=still_open(scenario, name, _met(own)) if own.verdict is Verdict.PARTLY else (),
            model="" if standing is Standing.COVERED else model_line(script, state, name),
            why=point.why,
            verdict=own.verdict,
            said=said,
            asked_in=tuple(
                turn.index for turn in turns if turn.reading is not None and name in script.moment(turn.spoke.moment).listens_for
            ),
        )


def _listened_for(scenario: Scenario, turn: Turn, point: str) -> bool:
    return point in scenario.moment(turn.spoke.moment).listens_for


def _said(scenario: Scenario, point: str, own: PointState, turns: Sequence[Turn]) -> Iterator[Said]:
    """The player's words for a point; of a denial only the words that deny, and only while it stands."""
    denied = own.verdict is Verdict.CONTRADICTED
    for quote in dict.fromkeys(own.quotes):
        if (quote.evidence in denials_in(scenario, turns[quote.turn], point)) is denied:
            yield Said(quote.turn, clean_line(quote.evidence.text))


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
            mistake=name,
        )
