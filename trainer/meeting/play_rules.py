"""Who is in the room, what is rehearsed, and what that leaves in play.

Owns absent roles, parts of a meeting, stand-ins, points out of play and how a point stands once all that is taken in. Judges no reply.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from trainer.errors import NotFound
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scenario.models import Moment
from trainer.scenario.suggest import nearest
from trainer.text.values import Verdict


def check_absent(script: Script, absent: Iterable[str]) -> None:
    """Raises NotFound if one of `absent` is no optional role of the scenario."""
    optional = tuple(name for name, role in script.scenario.roles.items() if role.optional)
    for name in absent:
        if name not in optional:
            raise NotFound("optional role", name, optional)


def check_part(script: Script, moments: Iterable[str], points: Iterable[str]) -> None:
    """Raises NotFound if one of `moments` is no moment of the scenario, or one of `points` is required by none."""
    for name in moments:
        if name not in script.moments:
            raise NotFound("state or interjection", name, nearest(name, script.moments))
    required = required_anywhere(script)
    for name in points:
        if name not in required:
            raise NotFound("required key point", name, nearest(name, required))


def required_anywhere(script: Script) -> tuple[str, ...]:
    """The points that some moment requires, each once: those that can be asked for alone."""
    return tuple(dict.fromkeys(point for moment in script.moments.values() for point in moment.requires))


def speaker_for(script: Script, role: str, absent: Collection[str]) -> str | None:
    """Who speaks for a role: itself, the one who stands in, or nobody."""
    tried: list[str] = []
    name: str | None = role
    while name is not None and name in absent:
        tried.append(name)
        name = script.scenario.roles[name].stand_in
        if name in tried:
            return None
    return name


def out_of_play(script: Script, absent: Collection[str], moments: Collection[str] = ()) -> frozenset[str]:
    """Points that cannot fairly be asked for: nobody in the room would, or the incident lacks the facts they need.

    `moments` are those of a part run; empty is the whole meeting.
    """
    return script.unmeetable | {point for point in script.scenario.key_points if _nobody_asks(script, point, absent, moments)}


def _nobody_asks(script: Script, point: str, absent: Collection[str], moments: Collection[str]) -> bool:
    """Whether every state requiring the point belongs to an absent role without stand-in.

    In a part run those of its moments that require the point are looked at first. A point that no state requires is looked for among the
    interjections requiring it, then wherever it is listened for; one that nobody listens for is in play.
    """
    if not absent:
        return False
    for askers in _askers(script, point, moments):
        if askers:
            return all(speaker_for(script, moment.role, absent) is None for moment in askers)
    return False


def _askers(script: Script, point: str, moments: Collection[str]) -> Iterator[list[Moment]]:
    yield [script.moments[name] for name in moments if point in script.moments[name].requires]
    yield [state for state in script.scenario.states.values() if point in state.requires]
    yield [moment for moment in script.scenario.interjections.values() if point in moment.requires]
    yield [moment for moment in script.moments.values() if point in moment.listens_for]


def standing(script: Script, state: MeetingState, point: str) -> Verdict:
    """How a point counts in conditions: told ones as missing, those out of play as covered unless contradicted."""
    known = state.ledger.point(point)
    if known.verdict is Verdict.CONTRADICTED:
        return Verdict.CONTRADICTED
    if point in out_of_play(script, state.options.absent, state.options.moments):
        return Verdict.COVERED
    return Verdict.MISSING if known.told else known.verdict


def weak_points(script: Script, state: MeetingState, points: Iterable[str]) -> tuple[str, ...]:
    """Those of `points` a role may still press for: in play, not covered, not told, not claimed. In the same order."""

    def is_weak(point: str) -> bool:
        known = state.ledger.point(point)
        return not known.told and not known.claimed and standing(script, state, point) is not Verdict.COVERED

    return tuple(point for point in points if is_weak(point))


def required_here(script: Script, moment: str, points: Collection[str] = ()) -> tuple[str, ...]:
    """The required points of a moment, in the order of pressing; of `points` alone where only those are asked for."""
    asked = script.moment(moment)
    return tuple(point for point in asked.listens_for if point in asked.requires and (not points or point in points))
