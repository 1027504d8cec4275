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
from trainer.meeting.play_rules import check_absent, check_part, speaker_for
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState

MOST = 3
"""Moments in one drill: few enough to be done at once, after a debrief."""


def part_options(script: Script, options: Options, length: Length, points: Sequence[str] = ()) -> Options:
    """`options` for a run of this length; `points` are what a drill is about.

    Raises:
        NotFound: one of `points` is no point that any moment requires, or an absent role is not optional.
        NothingToRehearse: the scenario has no short run, nobody would ask for any of `points`, or nobody who is there would speak.
    """
    check_absent(script, options.absent)
    match length:
        case Length.WHOLE:
            return replace(options, moments=(), points=())
        case Length.SHORT:
            moments = short_moments(script, options.absent)
            if not moments:
                raise NothingToRehearse(_no_short_run(script, options.absent))
            return replace(options, moments=moments, points=())
        case Length.DRILL:
            check_part(script, (), points)
            moments = drill_moments(script, points, options.absent)
            if not moments:
                raise NothingToRehearse(_nothing_to_drill(script, points, options.absent))
            return replace(options, mode=Mode.DRILL, moments=moments, points=tuple(dict.fromkeys(points)))


def short_moments(script: Script, absent: Collection[str] = ()) -> tuple[str, ...]:
    """The moments of the short run; none where the scenario has no such run, or where all who speak in it are `absent`."""
    short = script.scenario.short
    return short if any(_is_asked(script, name, absent) for name in short) else ()


def drill_moments(script: Script, points: Iterable[str], absent: Collection[str] = ()) -> tuple[str, ...]:
    """For each point the first moment that requires it, in the order of the points, each moment once, at most `MOST`.

    States come first, then detours, then interjections; those of an absent role without stand-in are passed over. A point that the facts
    put out of play has none: nobody would press for it.
    """
    there = [name for name in script.moments if _is_asked(script, name, absent)]
    ordered = sorted(there, key=lambda name: (name in script.scenario.interjections, _is_detour(script, name)))
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
        if _is_asked(script, name, options.absent):
            yield say(script, evolve(started, Entered(name, interjection=False)), script.moment(name).says, name)


def _is_asked(script: Script, moment: str, absent: Collection[str]) -> bool:
    """Whether its role is there, or somebody who stands in."""
    return speaker_for(script, script.moment(moment).role, absent) is not None


def _is_detour(script: Script, name: str) -> bool:
    state = script.scenario.states.get(name)
    return state is not None and state.detour


def _no_short_run(script: Script, absent: Collection[str]) -> str:
    short = script.scenario.short
    if not short:
        return f"{script.scenario.id} has no short run (its scenario lists no moments under `short:`); rehearse the whole"
    who, mend = _missed(script, short, absent)
    return f"nobody would speak in the short run: {who}. {mend}, or rehearse the whole"


def _nothing_to_drill(script: Script, points: Sequence[str], absent: Collection[str]) -> str:
    if not points:
        return "a drill needs key points to be about, none are given"
    moments = drill_moments(script, points)
    if not moments:
        return f"nothing to drill: with these facts nobody would ask for {', '.join(points)}"
    who, mend = _missed(script, moments, absent)
    return f"nothing to drill: {who}, so nobody asks for {', '.join(points)}. {mend}, or drill another point"


def _missed(script: Script, moments: Iterable[str], absent: Collection[str]) -> tuple[str, str]:
    """Who of `absent` would speak in these moments, and what to do about it."""
    asking = {script.moment(name).role for name in moments}
    missed = [name for name in script.scenario.roles if name in asking and name in absent]
    if len(missed) == 1:
        return f"{missed[0]} is absent and nobody stands in", f"Let {missed[0]} be there"
    return f"{' and '.join(missed)} are absent and nobody stands in", "Let one of them be there"
