"""Dialogue acts by small grammars: what a clause does (refuse, recommend, own, thank ...), whatever its words.

Owns the grammar format of `data/acts.txt`. Must never judge a point: an act is one more thing a phrase and a clause may share.
The inventory is a small cut of DAMSL (Core and Allen 1997) as far as key points of a meeting rest on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainer.matching.lexicon import data_lines, shared_lexicon
from trainer.text.words import Word, bag, words_of

WEIGHTS = {
    "refuse": 1.0,
    "recommend": 0.8,
    "request": 0.6,
    "own": 1.0,
    "commit": 0.3,
    "thank": 1.2,
    "acknowledge": 0.9,
    "accept": 1.0,
    "dont_know": 0.5,
}
"""How much sharing an act counts beside content words, which count 1."""
RELATED_ACTS = {"recommend": ("request",), "request": ("recommend",)}
_NEGATABLE = frozenset({"recommend", "request", "own", "commit", "thank", "acknowledge", "accept"})
_ATOM = re.compile(r"[\[\]()|*^$]|<\w+>|[^\s\[\]()|*^$<>]+")


@dataclass(frozen=True, slots=True)
class ActHit:
    """An act and the words of the clause that show it."""

    act: str
    first: int
    """Index of its first word in the clause, and one past its last."""
    last: int


@dataclass(frozen=True)
class Grammar:
    """One pattern, compiled to a regular expression over stems each followed by a space."""

    act: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def grammars() -> tuple[Grammar, ...]:
    """All patterns of `data/acts.txt`, one expression an act."""
    by_act: dict[str, list[str]] = {}
    for line in data_lines("acts.txt"):
        act, _, pattern = line.partition(":")
        by_act.setdefault(act.strip(), []).append(_compiled(pattern))
    return tuple(Grammar(act, re.compile("|".join(patterns))) for act, patterns in by_act.items())


@lru_cache(maxsize=1)
def act_words() -> frozenset[str]:
    """Word forms the grammars hold: what a typo may be mended to."""
    return frozenset(word.norm for line in data_lines("acts.txt") for word in words_of(line.partition(":")[2]) if not word.is_mark)


@lru_cache(maxsize=32)
def act_stems(act: str) -> frozenset[str]:
    """Stems that stand in an act's patterns: inside a match they are the act, not content."""
    lines = (line.partition(":") for line in data_lines("acts.txt"))
    return frozenset(word.stem for name, _, text in lines if name.strip() == act for word in words_of(text) if not word.is_mark)


def acts_of(words: Sequence[Word], polarity: Sequence[int]) -> tuple[ActHit, ...]:
    """Acts of one clause, each at most once per place; positive acts under a negation are none."""
    text = "".join(f"{word.stem} " for word in words)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word.stem) + 1)
    place = {offset: index for index, offset in enumerate(starts)}
    found: list[ActHit] = []
    for grammar in grammars():
        for match in grammar.pattern.finditer(text):
            hit = ActHit(grammar.act, place[match.start()], place[match.end()])
            if hit.last > hit.first and not (grammar.act in _NEGATABLE and _negated(hit, polarity)):
                found.append(hit)
    return tuple(found)


def _negated(hit: ActHit, polarity: Sequence[int]) -> bool:
    denied = any(polarity[place] < 0 for place in range(hit.first, hit.last))
    return denied and (polarity[hit.first] <= 0 or hit.last - hit.first <= 2)


def _compiled(pattern: str) -> str:
    """A regular expression over stems, each followed by a space, from one line of the grammar."""
    tokens = _ATOM.findall(pattern)
    body, rest = _sequence(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"unbalanced pattern in acts.txt: {pattern}")
    return body if body.startswith("^") else r"(?:(?<= )|^)" + body


def _sequence(tokens: Sequence[str], at: int) -> tuple[str, int]:
    """Alternatives up to the closing bracket or the end: the expression, and where reading stopped."""
    choices: list[list[str]] = [[]]
    while at < len(tokens) and tokens[at] not in {")", "]"}:
        part = tokens[at]
        at += 1
        if part in {"(", "["}:
            inner, at = _sequence(tokens, at)
            at += 1
            choices[-1].append(f"(?:{inner}){'?' if part == '[' else ''}")
        elif part == "|":
            choices.append([])
        else:
            choices[-1].append(_atom(part))
    return "|".join("".join(parts) for parts in choices), at


def _atom(part: str) -> str:
    if part in {"^", "$"}:
        return part
    if part == "*":
        return r"(?:\S+ ){0,3}?"
    if part.startswith("<"):
        stems = sorted(known for known, heads in shared_lexicon().heads.items() if part[1:-1] in heads)
        return f"(?:{'|'.join(f'{re.escape(known)} ' for known in stems)})"
    return "".join(f"{re.escape(word.stem)} " for word in words_of(part) if not word.is_mark)


_WH = bag("what who whom whose which when where why how")
_YES_NO_STARTS = bag(
    "can could will would shall should may might must do does did is are was were be am has have had so any and or but you anything"
)


def is_yes_no(question: str) -> bool:
    """Whether a plain yes may answer this line: its last question begins with a verb, not with what, when, why."""
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", question.strip()) if part.rstrip().endswith("?")]
    if not sentences:
        return False
    words = [word.norm for word in words_of(re.split(r"[,;:—–]\s*", sentences[-1])[-1]) if not word.is_mark]
    whole = [word.norm for word in words_of(sentences[-1]) if not word.is_mark]
    for candidate in (whole, words):
        rest = [word for word in candidate if word not in {"and", "so", "but", "or", "ok", "then", "well", "at", "least"}]
        if rest and rest[0] in _WH:
            return False
    rest = [word for word in words if word not in {"and", "but", "or", "ok", "then", "well"}]
    return bool(rest) and (rest[0] in _YES_NO_STARTS or _tag_or_statement(whole))


def _tag_or_statement(words: Sequence[str]) -> bool:
    """`So that is a no?`: a statement asked, without any question word."""
    return not _WH.intersection(words)
