"""Looking for wording cues in the clauses of a reply, with their mood.

Owns the search the flags share. Must never raise a flag itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.matching.book import Book
from trainer.matching.lexicon import data_lines
from trainer.matching.likeness import Stretches
from trainer.matching.parse import Clause
from trainer.matching.polarity import PLAIN
from trainer.matching.reading import Evidence, PointReading
from trainer.matching.reply import Reply


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found: which clause, which words."""

    clause: int
    evidence: Evidence
    plain: bool
    """No word of it is denied."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a flag may look at."""

    book: Book
    reply: Reply
    points: Mapping[str, PointReading]
    stretches: Stretches
    """What the reply's stretches suggest."""


def load_cues(flag: str) -> Mapping[str, re.Pattern[str]]:
    """The wording cues of a flag by name, one expression each over a clause's normal words, whole words only."""
    macros: dict[str, str] = {}
    choices: dict[str, list[str]] = {}
    for line in data_lines(f"flags/{flag}.txt"):
        name, _, text = line.partition(": ")
        for macro, meaning in macros.items():
            text = text.replace(f"{{{macro}}}", meaning)
        if name.startswith("= "):
            macros[name[2:]] = text
        else:
            choices.setdefault(name, []).append(text)
    return {name: re.compile(r"(?<!\S)(?:" + "|".join(found) + r")(?!\S)") for name, found in choices.items()}


def cues(reply: Reply, pattern: re.Pattern[str], rule: str, similarity: float = 0.9) -> Iterator[Cue]:
    """Every clause in which the pattern stands, in order, first place only."""
    for at, clause in enumerate(reply.clauses):
        match = pattern.search(clause.text)
        if match is None:
            continue
        first, last = _places(clause, match)
        start, end = clause.words[first].start, clause.words[last].end
        plain = all(sign == PLAIN for sign in clause.polarity[first : last + 1])
        yield Cue(at, Evidence(start, end, reply.text[start:end], rule, similarity), plain)


def _places(clause: Clause, match: re.Match[str]) -> tuple[int, int]:
    first = clause.text.count(" ", 0, match.start())
    return first, first + match.group().count(" ")


def words_in(reply: Reply) -> int:
    """How many words the reply has."""
    return sum(len(clause.words) for clause in reply.clauses)
