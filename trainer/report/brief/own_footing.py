"""Whether words say something on their own, to people who heard nothing before them.

Owns which pronouns lean on what is not there, which words carry meaning, and when two lines say the same. Judges no verdict.
"""

from __future__ import annotations

import re
from enum import Enum

from trainer.text.words import bag, words_of

ALIKE = 0.8
"""Two lines of which the shorter shares this much of its meaning with the other say the same."""
_FEWEST_SHARED = 2
"""One word in common is no sameness."""

_EMPTY = bag(
    "a an the this that these those it its i me my we us our you your he she they them their his her and or but so because if when "
    "then than as of in on at by to for from with into out up be is are was were been being am do does did have has had will would "
    "can could shall should may might must not no yes ok even just only also too very really now here there what which who whom "
    "how why let one some any each all both"
)
_LINK = r"(?:(?:and|but|so|because|then|also|plus|well|or|no|yes|if|when|since)\b[\s,.;:–—-]*)*"
_VERB = (
    r"(?:['’](?:s|re|ll|d|ve)\b|\s+(?:(?:also|just|still|only|even|then|really|simply|already|never|always)\s+)?"
    r"(?:is|are|was|were|will|would|won['’]t|wouldn['’]t|can|can['’]t|cannot|could|couldn['’]t|may|might|must|should|has|have|had|does"
    r"|doesn['’]t|do|don['’]t|did|didn['’]t|isn['’]t|aren['’]t|means?|makes?|affects?|hits?|hurts?|breaks?|happens?|gets?|takes?|stays?"
    r"|goes|needs?)\b)"
)
_MANY = re.compile(
    rf"^{_LINK}(?:(?:they|he|she)\b|(?:these|those){_VERB}|(?:one|some|each|most|many|all|none|any|both|two|half|either|neither)"
    r" of (?:them|these|those|it|that)\b|(?:both|neither)\b)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"^{_LINK}(?:it\b|(?:this(?!\s+is\b)|that){_VERB})", re.IGNORECASE)
"""Not `this is critical`: in a meeting about one thing everybody knows what `this` is."""
_THEY = re.compile(r"\b(?:they|them|themselves)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?!(?:this|is|was|has|does|us|its|yes|always|unless|less|as|thus|perhaps|towards|hours|days|minutes|weeks)\b)"
    r"(?:[^\W\d_]{3,}s|people|who|whom|nobody|somebody|someone|everybody|everyone|anybody|anyone|team|staff|men|women|children|data)\b"
    r"|\b(?:a|an|every|each|any)\s+[^\W\d_]{3,}",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\b(?:no|not|never|cannot|against|refuse)\b|n['’]t\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|since|otherwise|so that)\b"
    r"|\b(?!(?:i|we|you)\b)[^\W\d_]+\s+(?:would|wouldn['’]t|won['’]t|will|doesn['’]t|does not|don['’]t|cannot|can['’]t)\b",
    re.IGNORECASE,
)


class Lean(Enum):
    """What a sentence needs before it."""

    NOTHING = "nothing"
    ONE = "one"
    """Something that `it` or `this` can mean: the thing the page is about will do."""
    MANY = "many"
    """Whoever `they` are: they have to be named right before."""


def lean_of(text: str) -> Lean:
    """What the text leans on that it does not hold."""
    start = text.strip(" \t\n\"'“”‘’")
    if _MANY.match(start):
        return Lean.MANY
    they = _THEY.search(start)
    if they is not None and _PEOPLE.search(start[: they.start()]) is None:
        return Lean.MANY
    return Lean.ONE if _ONE.match(start) else Lean.NOTHING


def meaning(text: str) -> frozenset[str]:
    """The words that carry a text's meaning, by their stems."""
    return frozenset(word.stem for word in words_of(text) if word.stem.isalnum() and word.norm not in _EMPTY)


def alike(one: str, other: str) -> bool:
    """Whether the shorter of two lines says little or nothing that the other does not."""
    first, second = meaning(one), meaning(other)
    fewer = min(len(first), len(second))
    return fewer >= _FEWEST_SHARED and len(first & second) >= ALIKE * fewer


def refuses_with_reason(text: str) -> bool:
    """Whether words say no, and why: what would follow, or what does not help."""
    return _REFUSES.search(text) is not None and _REASON.search(text) is not None
