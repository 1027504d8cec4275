"""Whether a condition holds.

Conditions are data: each key is one small question about the meeting after the reply was merged. Nothing here is evaluated as text.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.meeting.events import MistakeStatus
from trainer.meeting.play_rules import standing
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scenario.models import Condition, TrustBound
from trainer.text.values import Verdict


def holds(condition: Condition | None, script: Script, state: MeetingState) -> bool:
    """Whether all keys of the condition hold; None always does."""
    if condition is None:
        return True
    return (
        _points_hold(condition, script, state)
        and _mistakes_hold(condition, state)
        and _facts_hold(condition, script)
        and _flags_hold(condition, state)
        and all(_trust_holds(role, bound, state) for role, bound in condition.trust.items())
        and all(state.visits.get(moment, 0) > 0 for moment in condition.visited)
        and all(role not in state.options.absent for role in condition.present)
        and (not condition.any or any(holds(one, script, state) for one in condition.any))
        and (condition.not_ is None or not holds(condition.not_, script, state))
    )


def _points_hold(condition: Condition, script: Script, state: MeetingState) -> bool:
    wanted: Mapping[Verdict, tuple[str, ...]] = {
        Verdict.COVERED: condition.covered,
        Verdict.PARTLY: condition.partly,
        Verdict.MISSING: condition.missing,
        Verdict.CONTRADICTED: condition.contradicted,
    }
    return all(standing(script, state, point) is verdict for verdict, points in wanted.items() for point in points)


def _mistakes_hold(condition: Condition, state: MeetingState) -> bool:
    made = state.ledger.mistakes
    return all(
        mistake in made if status == "ever" else made.get(mistake) is MistakeStatus(status) for mistake, status in condition.mistake.items()
    )


def _facts_hold(condition: Condition, script: Script) -> bool:
    incident = script.incident
    return (
        all(incident.known(fact) for fact in condition.known)
        and all(incident.unknown(fact) for fact in condition.unknown)
        and all(incident.none(fact) for fact in condition.none)
    )


def _flags_hold(condition: Condition, state: MeetingState) -> bool:
    return all(flag in state.flags for flag in condition.flag) and all(flag in state.flags_ever for flag in condition.flag_ever)


def _trust_holds(role: str, bound: TrustBound, state: MeetingState) -> bool:
    """An absent role is never in the way: `at_least` holds for it, `below` does not."""
    trust = state.trust.get(role)
    if trust is None:
        return bound.below is None
    return (bound.below is None or trust < bound.below) and (bound.at_least is None or trust >= bound.at_least)
