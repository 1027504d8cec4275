"""Clauses that only give back what was just said or shown.

Owns that judgement. Must never look at the briefing or the facts: saying those is the job.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from trainer.matching.lexicon import shared_lexicon
from trainer.matching.parse import Clause
from trainer.matching.question import Heard
from trainer.text.words import bag, place_of, stems_in, words_of

_RUN = 0.8
"""Share of a clause's content words that must run in order through the source."""
_WHOLE = 4
"""Words from which a reply that stands in the line word for word is nothing but a copy."""
_STANCES = frozenset({"refuse", "recommend", "own", "commit", "thank", "acknowledge"})
_ONWARD = bag("on ahead")
_SUBJECTS = bag("i we you it that this they there")
_ASKING = bag("can could should will would may might must be is are do does did have has")
_YES = bag("yes ok sure agreed understood will")


def echoes(clauses: Sequence[Clause], heard: Heard) -> tuple[bool, ...]:
    """For each clause whether it only repeats."""
    sources = [_contents(text) for text in (heard.line, *heard.shown) if text.strip()]
    exact = [_stems(text) for text in heard.shown if text.strip()]
    said = tuple(word.stem for clause in clauses for word in clause.words)
    if len(said) >= _WHOLE and place_of(said, _stems(heard.line)) >= 0:
        return (True,) * len(clauses)
    return tuple(_copied(clause, exact) or any(_repeats(clause, clauses, source) for source in sources) for clause in clauses)


def _copied(clause: Clause, shown: Sequence[tuple[str, ...]]) -> bool:
    """A shown hint or model line word for word, stance and all."""
    stems = tuple(word.stem for word in clause.words)
    if len(stems) < 4:
        return False
    return any(place_of(stems, text) >= 0 for text in shown)


def _repeats(clause: Clause, clauses: Sequence[Clause], source: Mapping[str, tuple[int, ...]]) -> bool:
    content = [word.stem for word in clause.words if clause_weight(word.stem) >= 1.0]
    if len(content) < 2 or _takes_a_stance(clause, source) or _affirmed(clauses) or _answers(clause, source):
        return False
    if any(word.norm in {"not", "no", "never", "without", "nothing"} and word.stem not in source for word in clause.words):
        return False
    if any(word.stem not in source for quantity in clause.quantities for word in clause.words[quantity.first : quantity.last]):
        return False
    return _longest_run(content, source) >= _RUN * len(content)


def _takes_a_stance(clause: Clause, source: Mapping[str, tuple[int, ...]]) -> bool:
    """An act of the speaker's own: `let us ship it` or `go on, ship it` after `could we ship it?` is an answer."""
    if any(first.norm == "go" and second.norm in _ONWARD for first, second in pairwise(clause.words)):
        return True
    return any(
        act.act in _STANCES or (act.act in {"request", "accept"} and clause.words[act.first].stem not in source) for act in clause.acts
    )


def _answers(clause: Clause, source: Mapping[str, tuple[int, ...]]) -> bool:
    """`We could defer it` after `could we defer it?`: a question turned into a statement is its answer."""
    return not clause.question and any(
        _follows(source, asking.stem, subject.stem)
        for subject, asking in pairwise(clause.words[:4])
        if subject.norm in _SUBJECTS and asking.norm in _ASKING
    )


def _follows(source: Mapping[str, tuple[int, ...]], first: str, second: str) -> bool:
    """Whether `second` stands right behind `first`, or behind its `not`."""
    places, negated = source.get(first, ()), source.get("not", ())
    return any(place - 1 in places or (place - 1 in negated and place - 2 in places) for place in source.get(second, ()))


def _affirmed(clauses: Sequence[Clause]) -> bool:
    """A read-back with a yes beside it is a commitment."""
    return any(len(clause.words) <= 3 and clause.words[0].norm in _YES for clause in clauses) or any(
        clause.words[0].norm in {"yes", "ok", "sure"} or clause.words[-1].norm in {"yes", "agreed"} for clause in clauses
    )


def _longest_run(content: Sequence[str], source: Mapping[str, tuple[int, ...]]) -> int:
    """Length of the longest subsequence of `content` that stands in order in the source (greedy, enough for runs)."""
    best = 0
    for skip in range(min(3, len(content))):
        at, length = -1, 0
        for stem in content[skip:]:
            later = next((place for place in source.get(stem, ()) if place > at), None)
            if later is not None:
                at, length = later, length + 1
        best = max(best, length)
    return best


def clause_weight(stem: str) -> float:
    """Weight of a stem before any scenario."""
    return shared_lexicon().weights.get(stem, 1.0)


@lru_cache(maxsize=256)
def _contents(text: str) -> Mapping[str, tuple[int, ...]]:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words_of(text)):
        if not word.is_mark:
            places.setdefault(word.stem, []).append(at)
    return {stem: tuple(found) for stem, found in places.items()}


@lru_cache(maxsize=256)
def _stems(text: str) -> tuple[str, ...]:
    return stems_in(text)
