"""Playthroughs run, and what came of them set beside what must.

Owns the comparison. Plays by the same moves as a person (`trainer.meeting.run`), keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

from trainer.meeting.drilling import part_options
from trainer.meeting.events import Entered, Event, HowEnded, Replied, Spoke
from trainer.meeting.options import Length, Mode, Options, Pressure
from trainer.meeting.run import Played, ScriptedReply, run
from trainer.meeting.script import Script, prepare
from trainer.scenario.plays import NO_ENDING, Bounds, Play, PlayExpect, incident_of_play
from trainer.scoring.score import score
from trainer.text.clean import clean_line

NEVER = "never"
"""A mistake that was not made, and a text that nobody said."""


@dataclass(frozen=True)
class PlayResult:
    """One playthrough, played."""

    place: str
    """`release-halt.play.yaml:12`."""
    name: str
    script: Script
    """The scenario in the incident it was played in."""
    played: Played
    broken: tuple[str, ...]
    """What did not come as expected: lines `- wanted` and `+ came`, headed by what they are about; empty when all did."""


def play_all(example: Script, plays: Iterable[Play], file: Path) -> Iterator[PlayResult]:
    """Every playthrough of a file, each as it is asked for; `example` is the scenario in its example incident.

    Raises:
        Unreadable, ProblemsFound: the incident of one cannot be used.
        NotFound, NothingToRehearse: one asks for an absence or a part of the meeting that cannot be.
    """
    scenario = example.scenario
    for play in plays:
        script = example if play.incident is None else prepare(scenario, incident_of_play(play, scenario, file))
        played = play_through(script, play)
        yield PlayResult(f"{clean_line(str(file))}:{play.line}", play.name, script, played, tuple(broken(play.expect, script, played)))


def play_through(script: Script, play: Play) -> Played:
    """The meeting as this playthrough plays it.

    Raises:
        NotFound, NothingToRehearse: it asks for an absence or a part of the meeting that cannot be.
    """
    replies = [ScriptedReply(one) if isinstance(one, str) else ScriptedReply(one.reply, one.state) for one in play.replies]
    options = Options(play.seed, Mode(play.mode), Pressure(play.pressure), tuple(play.without))
    return run(script, replies, part_options(script, options, Length(play.part), play.points))


def broken(expect: PlayExpect, script: Script, played: Played) -> Iterator[str]:
    """What is not as expected, each as a line that says what, then the two sides."""
    state, total = played.state, score(script, played.state)
    ended = state.ended
    if ended is None:
        raise ValueError("a playthrough that did not end")
    found = [*_differs("ending", expect.ending, ended.ending or NO_ENDING), *_differs("ended", expect.ended, ended.how.value)]
    yield from found
    if found and ended.how is HowEnded.NO_MORE_REPLIES:
        yield f"the replies ran out: nobody answered {_last_line(played.events)}"
    yield from _in_other_order(expect.states, entered(played.events))
    yield from _out_of("score", expect.score, total.total)
    yield from _differs("passed", expect.passed, total.passed)
    yield from _differ("points", expect.points, {point: state.ledger.point(point).verdict for point in expect.points})
    yield from _differ("mistakes", expect.mistakes, {one: state.ledger.mistakes.get(one, NEVER) for one in expect.mistakes})
    said = "\n".join(event.line for event in played.events if isinstance(event, Spoke))
    yield from (f'lines: nobody says "{words}"' for words in expect.lines if words not in said)
    yield from (f'never_said: somebody says "{words}"' for words in expect.never_said if words in said)


def entered(events: Iterable[Event]) -> tuple[str, ...]:
    """States and interjections in the order they were entered."""
    return tuple(event.moment for event in events if isinstance(event, Entered))


def turns(events: Iterable[Event]) -> Iterator[str]:
    """The meeting line by line, for whoever has to find out why it went otherwise."""
    for event in events:
        match event:
            case Spoke():
                yield f"{event.moment} · {event.role}: {event.line}"
            case Replied():
                yield f"    you: {event.text or '(silence)'}"
            case _:
                continue


def _last_line(events: Iterable[Event]) -> str:
    """Where the meeting stopped, and what was asked there."""
    last = next(event for event in reversed(tuple(events)) if isinstance(event, Spoke))
    return f'"{clean_line(last.line)}" in {last.moment}'


def _differs(what: str, wanted: object, came: object) -> Iterator[str]:
    if wanted is not None and wanted != came:
        yield f"{what}:\n  - {_shown(wanted)}\n  + {_shown(came)}"


def _differ(what: str, wanted: Mapping[str, object], came: Mapping[str, object]) -> Iterator[str]:
    for name, value in wanted.items():
        yield from _differs(f"{what}: {name}", value, came[name])


def _out_of(what: str, bounds: Bounds | None, came: int) -> Iterator[str]:
    if bounds is not None and not bounds.holds(came):
        yield f"{what}:\n  - {bounds.words}\n  + {came}"


def _in_other_order(wanted: tuple[str, ...] | None, came: tuple[str, ...]) -> Iterator[str]:
    if wanted is not None and wanted != came:
        lines = (f"  {line}" for line in ndiff(wanted, came) if not line.startswith("?"))
        yield "\n".join(["states:", *lines])


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
