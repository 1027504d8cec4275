"""What people write as a sentence of their own where the name of a thing was asked for: "I suspect the key leaves out the tenant".

Owns which beginnings call what follows a guess, and what is a whole clause and no name. Changes no other word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.text.words import Word, bag, words_of

DOUBT = "probably"
"""Keeps a guess a guess, in front of a thing as of a clause."""
_GUESS = re.compile(
    r"""^(?:
        (?:i|we)(?:['’]d|\s+would)?(?:\s+(?:strongly|just|really|now|still|do|currently))?
            \s+(?:suspect|think|believe|guess|assume|reckon|suppose)\b(?!\s+(?:in|of|so|not)\b)
        | (?:it|this|that)\s+(?:looks|seems|sounds)(?:\s+to\s+(?:me|us))?(?:\s+(?P<like>like)|\s+as\s+(?:if|though)\b|\s+(?=that\b))
        | (?:my|our)\s+(?:best\s+)?(?:guess|suspicion|hunch|theory|bet)\s+is\b
    )[\s,:]*(?P<that>that\b)?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_CLAUSE_FOR_SURE = re.compile(r"\bas\s+(?:if|though)\s*$|\bthat\s*$", re.IGNORECASE)
_DOUBTED = re.compile(r"^(?:(?:most|very)\s+)?(?:probably|likely|perhaps|maybe|possibly)\b", re.IGNORECASE)
_LINKED = re.compile(rf"^({DOUBT} )?that ")

_WHO = bag("we i it they he she you")
"""What can only be the subject of a clause, at its start."""
_FINITE = bag("is are was were has have had does do did can could will would may might must should never always")
_JOINS = bag("that which who whose where when while how why what whether because if as than until since so")
"""Behind one of these a clause is only a part of the name."""
_OBJECTS = bag("the a an our its their his her my your every each some any no this these it them us")
_PARTICLES = bag("out up off away back down")
_NO_VERBS = bag(
    "in on at by to of for from with without into onto over under between behind before after around about across through during against "
    "within inside outside near beside besides beyond above below along among per via despite except like and or but nor not only just "
    "even also all both half twice such the a an our its their every each some any no this these"
)


def without_guess(value: str) -> tuple[str, bool, bool]:
    """The value behind "I suspect" and its like, whether there was one, and whether what follows is a clause for sure."""
    found = _GUESS.match(value)
    if found is None or found.end() == len(value):
        return value, False, False
    return value[found.end() :], True, _CLAUSE_FOR_SURE.search(found[0].rstrip()) is not None


def as_guess(value: str) -> str:
    """The value with a doubt in front, unless it has one."""
    return value if _DOUBTED.match(value) else f"{DOUBT} {value}"


def as_name(value: str, *, clause: bool = False) -> str:
    """What can follow `the cause is`: a clause, by its words or because one knows, gets a `that`; a thing stays."""
    return f"that {value}" if (clause or is_clause(value)) and not value.startswith("that ") else value


def alone(value: str) -> str:
    """The value as it stands by itself, behind its label: a clause without the `that` which tied it to a sentence."""
    found = _LINKED.match(value)
    return (found[1] or "") + value[found.end() :] if found is not None and is_clause(value[found.end() :]) else value


def is_clause(value: str) -> bool:
    """Whether words say something of something, as far as their order shows it; in doubt they are a name."""
    words = words_of(value)
    return any(_is_verb(words, at) for at in range(1, _reach(words)))


def _reach(words: Sequence[Word]) -> int:
    """How many words there are before another clause begins."""
    return next((at for at, word in enumerate(words) if word.is_mark or word.norm in _JOINS), len(words))


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word that is not the first must be the verb: by itself, behind `we`, or as what stands before an object."""
    norm, before = words[at].norm, words[at - 1].norm
    if before == "to" or norm in _NO_VERBS:
        return False
    if norm in _FINITE or (at == 1 < len(words) - 1 and before in _WHO):
        return True
    behind = at + 1 + (at + 1 < len(words) and words[at + 1].norm in _PARTICLES)
    return norm not in _PARTICLES and not norm.endswith("ing") and behind < len(words) and words[behind].norm in _OBJECTS
