"""Parts of a meeting: the short run, and drills of weak points in new wording.

Owns which moments a part run has and which seed words it anew. Pure; knows no history: what was heard before is handed in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from trainer.errors import NothingToRehearse
from trainer.meeting.events import Entered, Started
from trainer.meeting.fold import evolve
from trainer.meeting.lines import say
from trainer.meeting.listening import start_trust
from trainer.meeting.options import Length, Mode, Options
from trainer.meeting.play_rules import check_part, speaker_for
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState

MOST = 3
"""Moments in one drill: few enough to be done at once, after a debrief."""


def part_options(script: Script, options: Options, length: Length, points: Sequence[str] = ()) -> Options:
    """`options` for a run of this length; `points` are what a drill is about.

    Raises:
        NotFound: one of `points` is no point that any moment requires.
        NothingToRehearse: the scenario has no short run, or nobody would ask for any of `points`.
    """
    match length:
        case Length.WHOLE:
            return replace(options, moments=(), points=())
        case Length.SHORT:
            return replace(options, moments=_short(script), points=())
        case Length.DRILL:
            check_part(script, (), points)
            moments = drill_moments(script, points)
            if not moments:
                raise NothingToRehearse(_nothing_to_drill(points))
            return replace(options, mode=Mode.DRILL, moments=moments, points=tuple(dict.fromkeys(points)))


def drill_moments(script: Script, points: Iterable[str]) -> tuple[str, ...]:
    """For each point the first moment that requires it, in the order of the points, each moment once, at most `MOST`.

    States come first, then detours, then interjections. A point that the facts put out of play has none: nobody would press for it.
    """
    ordered = sorted(script.moments, key=lambda name: (name in script.scenario.interjections, _is_detour(script, name)))
    asking = (
        next((name for name in ordered if point in script.moments[name].requires), None)
        for point in points
        if point not in script.unmeetable
    )
    return tuple(dict.fromkeys(name for name in asking if name is not None))[:MOST]


def fresh_seed(script: Script, options: Options, heard: Collection[str], candidates: Iterable[int]) -> int:
    """The first seed by which no moment opens with a line of `heard`, else the one by which the fewest do.

    `options` are those of the part run; their own seed stands if there are no candidates. These are tried until one is new, so they
    should not be endless.
    """
    best, fewest = options.seed, len(options.moments) + 1
    for seed in candidates:
        repeats = sum(line in heard for line in first_lines(script, replace(options, seed=seed)))
        if repeats < fewest:
            best, fewest = seed, repeats
        if not repeats:
            break
    return best


def first_lines(script: Script, options: Options) -> Iterator[str]:
    """What the moments of a part run open with, nothing said before."""
    started = evolve(MeetingState(), Started(options, start_trust(script, options.absent)))
    for name in options.ahead(None):
        moment = script.moment(name)
        if speaker_for(script, moment.role, options.absent) is not None:
            yield say(script, evolve(started, Entered(name, interjection=False)), moment.says, name)


def _is_detour(script: Script, name: str) -> bool:
    state = script.scenario.states.get(name)
    return state is not None and state.detour


def _short(script: Script) -> tuple[str, ...]:
    if not script.scenario.short:
        raise NothingToRehearse(f"{script.scenario.id} has no short run (its scenario lists no moments under `short:`); rehearse the whole")
    return script.scenario.short


def _nothing_to_drill(points: Sequence[str]) -> str:
    if not points:
        return "a drill needs key points to be about, none are given"
    return f"nothing to drill: with these facts nobody would ask for {', '.join(points)}"
