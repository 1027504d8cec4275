"""Disputed verdicts as entries for a file of cases: one's own, and those that others have exported.

Owns the reading of exported disputes and the text of the entries. Pure. Must never settle a dispute: where people differ the point is
left to the author.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.errors import Unreadable
from trainer.report.sharing.disputes import GRADE_NOT_SAID, GRADE_SAID
from trainer.report.sharing.hiding import OwnFacts
from trainer.scenario.incident import example_incident
from trainer.scenario.models import Scenario
from trainer.scenario.slots import fill
from trainer.store.disputes import NOT_SAID, SAID, Dispute
from trainer.text.clean import clean, clean_line
from trainer.text.values import Verdict

LONGEST_REPLY = 4_000
"""Characters of a reply in a file of cases."""
MOST_BYTES = 240_000
"""Of such a file, so that it can be opened again."""
LABELS = {SAID: Verdict.COVERED, NOT_SAID: Verdict.MISSING}
"""What a person's word is as a label, until an author has looked at it."""
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_READ_AS_SOMETHING_ELSE = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})


@dataclass(frozen=True)
class Disputed:
    """One verdict somebody does not agree with."""

    scenario: str
    state: str
    reply: str
    """Facts of an incident of their own stand in it as `{fact}`."""
    point: str
    should_be: str
    """`said` or `not said`."""
    why: str
    """Who says so of what, for a comment."""


@dataclass(frozen=True)
class Cases:
    """A file of cases."""

    text: str
    """Empty when there is nothing to write."""
    replies: int
    left_out: tuple[str, ...]
    """Why disputes could not become cases, one line each."""


def own_disputed(disputes: Iterable[Dispute], own: Mapping[str, OwnFacts]) -> tuple[Disputed, ...]:
    """The player's own; the last word on a point of a reply counts. `own` says for each run what must not be said of its incident.

    Raises KeyError for a run that is not in it.
    """
    last = {(one.run, one.scenario, one.moment, one.reply, one.point): one for one in disputes}
    return tuple(
        Disputed(
            one.scenario,
            one.moment,
            own[one.run].hidden(one.reply),
            one.point,
            one.should_be,
            f"heard as {one.verdict}, the player says it was {one.should_be}",
        )
        for one in last.values()
    )


def exported_disputed(text: str, name: str) -> tuple[Disputed, ...]:
    """Those in a file that `trainer disputes --export` wrote. `name` is what the file is called.

    Raises Unreadable with the line that is none.
    """
    found: list[Disputed] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        place = f"{clean_line(name)}:{number}"
        try:
            found += _exported(json.loads(line), place)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Unreadable(place, "not an exported dispute (trainer disputes --export FILE writes them)") from error
    return tuple(found)


def as_cases(scenario: Scenario, disputed: Sequence[Disputed], beside: str) -> Cases:
    """The disputes of a scenario as cases, replies in the order they came. `beside` is the scenario's own file of cases.

    `{fact}` in a reply becomes the example's value: cases are read in the example, where a name in braces says nothing.
    """
    left_out: list[str] = []
    replies: dict[tuple[str, str], list[Disputed]] = {}
    example = example_incident(scenario)
    for one in disputed:
        reply = fill(clean(one.reply), example).strip()
        reason = _unfit(scenario, one, reply)
        if reason:
            left_out.append(f"{one.state} {one.point}: {reason}")
        else:
            replies.setdefault((one.state, reply), []).append(one)
    text = _header(beside)
    written = 0
    for (state, reply), ones in replies.items():
        entry = _entry(scenario, state, reply, ones)
        if len((text + entry).encode()) > MOST_BYTES:
            left_out.append(f"{len(replies) - written} replies: one file of cases has no room for them; write them down in parts")
            break
        text += entry
        written += 1
    return Cases(text if written else "", written, tuple(map(clean_line, dict.fromkeys(left_out))))


def _exported(row: object, place: str) -> Iterator[Disputed]:
    if not isinstance(row, dict):
        raise TypeError("an object is needed")
    scenario, state, reply, points = (row[name] for name in ("scenario", "state", "reply", "points"))
    if not (isinstance(scenario, str) and isinstance(state, str) and isinstance(reply, str) and isinstance(points, dict) and points):
        raise TypeError("scenario, state and reply are texts, points a table")
    if not _ID.fullmatch(scenario):  # it will be looked up, and a path is none of an exported file's business
        raise ValueError("scenario is an id")
    for point, grade in points.items():
        if type(grade) is not int or grade not in _WORDS:
            raise ValueError("a point is 2 or 0")
        should_be = _WORDS[grade]
        yield Disputed(
            clean_line(scenario), clean_line(state), clean(reply), clean_line(point), should_be, f"{place} says it was {should_be}"
        )


_WORDS = {GRADE_SAID: SAID, GRADE_NOT_SAID: NOT_SAID}


def _unfit(scenario: Scenario, one: Disputed, reply: str) -> str:
    """Why it cannot stand in a file of cases; empty when it can."""
    if one.state not in scenario.moments:
        return f"'{scenario.id}' has no state or interjection of this name"
    if one.point not in scenario.key_points:
        return f"'{scenario.id}' has no key point of this name"
    if not reply:
        return "nothing was said"
    return f"the reply has more than {LONGEST_REPLY:,} characters" if len(reply) > LONGEST_REPLY else ""


def _header(beside: str) -> str:
    return (
        "# Verdicts that people dispute, as labelled replies.\n"
        "# Each label below is the word of whoever gave the reply. Read the reply by meaning, as a fair listener would, and keep the\n"
        "# label, or write `partly` or `contradicted`, or take the entry out.\n"
        "# Label the rest before you use them: under `still to label` stand the other points that the state listens for. Write down those\n"
        "# you can tell, and leave out those you cannot. Do it before you look what the trainer hears.\n"
        "# Facts of somebody's own incident were taken out; the example's values stand in their place.\n"
        f"# What you keep belongs in {clean_line(beside)}.\n"
    )


def _entry(scenario: Scenario, state: str, reply: str, ones: Sequence[Disputed]) -> str:
    said: dict[str, set[str]] = {}
    for one in ones:
        said.setdefault(one.point, set()).add(one.should_be)
    settled = {point: LABELS[next(iter(words))] for point, words in said.items() if len(words) == 1}
    comments = [f"{one.point}: {one.why}" for one in ones]
    comments += [f"{point}: people do not agree, so it is left to you" for point, words in said.items() if len(words) > 1]
    rest = [point for point in scenario.moments[state].listens_for if point not in settled]
    comments += [f"still to label: {', '.join(rest)}"] if rest else []
    labels = ", ".join(f"{_key(point)}: {verdict.value}" for point, verdict in settled.items())
    lines = [f"# {clean_line(comment)}" for comment in dict.fromkeys(comments)]
    return "\n".join(["", *lines, f"- state: {_key(state)}", f"  reply: {_quoted(reply)}", f"  points: {{{labels}}}", ""])


def _key(name: str) -> str:
    return f'"{name}"' if name in _READ_AS_SOMETHING_ELSE else name


def _quoted(text: str) -> str:
    """A text between double quotes, as YAML reads it back."""
    known = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(known.get(one) or (one if one.isprintable() else f"\\U{ord(one):08x}") for one in text) + '"'
