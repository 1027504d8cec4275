"""What people give as the value of a fact, made fit to stand in the middle of a sentence.

A fact's question asks to finish a sentence ("Finish: We found that ..."); many write a sentence of their own instead. Owns taking off what
would stand there twice or look odd: the beginning of the asked sentence or its end, a capital, the full stop, line breaks. What is a
guess, or a rough length of time, stays one. Changes no other word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.scenario.models import Fact
from trainer.scenario.own_doubt import as_guess, as_name, without_guess
from trainer.text.clean import clean, clean_line
from trainer.text.values import Kind
from trainer.text.words import Word, bag, words_of

_ASKED_FOR = re.compile(r"[:?.]\s+([^:?.]+?)\s*(?:\.\.\.|…)\s*$")
_BULLET = re.compile(r"^\s*[-*•]\s+(?=\S)")
_SHORTENED = re.compile(r"\b(?:(?:[^\W\d_]\.){2,}|etc\.)$", re.IGNORECASE)
"""`5 p.m.`, `and so on, etc.`: the full stop belongs to the word."""
_ROUGHLY = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|~)\s*", re.IGNORECASE)
_NAMING = re.compile(r"\b(?:is|are|was|were)$", re.IGNORECASE)
"""The asked beginning wants a thing, or a clause with `that`."""
_BEGINNERS = bag(
    "a about after all almost an any as at because before both by each every everybody everyone few for from half he how if in it its "
    "many more most my no nobody none not nothing on once one only or orders our people she since some that the their then there these "
    "they this those under up we what when where which while who with within without you your customers users strangers perhaps "
    "probably maybe"
)
"""Words that begin a sentence with a capital and are no names."""
_LEADS = bag("we i think believe guess it this that")
"""Words that stand for the asked beginning: `it would mean ...` for `Shipping it as is would mean ...`."""
_LINKS = bag("by with from on once")
"""The one word of an asked beginning that people say again: `by 4 pm` behind `We need the decision by`."""
_FILLERS = bag("it this that the as is now today just yet still have think believe guess")
"""Words that come and go in an asked beginning without changing it: `if we ship it now`."""


def fit_in(fact: Fact, given: str) -> str:
    """The value as it can follow the asked beginning: "Every user is hit." becomes "every user is hit". Fitting again changes nothing."""
    value = whole = _on_one_line(given)
    while (fitted := _once(fact, value)) and fitted != value:
        value = fitted
    return value or whole


def _once(fact: Fact, value: str) -> str:
    asked = _ASKED_FOR.search(clean_line(fact.ask))
    beginning = asked[1] if asked else ""
    bare, guessed, clause = (value, False, False) if _repeats(beginning, value) else without_guess(value)
    rest = _without_capital(_behind(beginning, bare))
    if fact.kind is Kind.DURATION:
        rest = _roughly(rest, guessed=guessed)
    elif fact.kind is Kind.TEXT and _NAMING.search(beginning):
        rest = as_name(rest, clause=clause)
    if guessed and fact.kind is not Kind.DURATION:
        rest = as_guess(rest)
    return _without_stop(_without_capital(rest))


def _roughly(value: str, *, guessed: bool) -> str:
    """A rough length of time with `about` for whatever said so; an exact one as it is, unless it was a guess."""
    exact = _ROUGHLY.sub("", value)
    return f"about {exact}" if exact and (guessed or exact != value) else value


def _repeats(beginning: str, value: str) -> bool:
    """Whether the value begins with all of what was asked, word by word: `We think the cause is ...` is then no guess of one's own."""
    asked = [word for word in words_of(beginning) if not word.is_mark]
    return bool(asked) and _norms(words_of(value)[: len(asked)]) == _norms(asked)


def _on_one_line(given: str) -> str:
    """Lines joined; those of a list with commas."""
    lines = [line for line in clean(given).splitlines() if line.strip()]
    listed = len(lines) > 1 and all(_BULLET.match(line) for line in lines)
    return ", ".join(clean_line(_BULLET.sub("", line)).rstrip(",;") for line in lines) if listed else clean_line(given)


def _behind(beginning: str, value: str) -> str:
    """The value without the beginning that was asked for; as it is where it has none, or nothing else."""
    asked, given = [word for word in words_of(beginning) if not word.is_mark], words_of(value)
    if not asked:
        return value
    count = _of_clause(asked, given) if beginning.endswith(",") else _of_sentence(asked, given)
    rest = value[given[count - 1].end :].lstrip(" ,:") if count else value
    return rest if any(not word.is_mark for word in words_of(rest)) else value


def _of_clause(asked: Sequence[Word], given: Sequence[Word]) -> int:
    """How many words at the start repeat the asked clause up to its comma; without a comma each of its words has to stand there."""
    comma = next((at for at, word in enumerate(given) if word.norm == ","), 0)
    if comma and _telling(given[:comma]) == _telling(asked):
        return comma
    return len(asked) if _norms(given[: len(asked)]) == _norms(asked) else 0


def _of_sentence(asked: Sequence[Word], given: Sequence[Word]) -> int:
    """How many words at the start repeat the asked beginning, or at least two of its words in order with the last that tells something."""
    norms = _norms(asked)
    last = max((at for at, norm in enumerate(norms) if norm not in {"that", "yet"}), default=0)
    place = matched = leads = 0
    for count, word in enumerate(given):
        norm = "we" if word.norm == "i" else word.norm
        if norm in norms[place : last + 1]:
            place = norms.index(norm, place) + 1
            matched += 1
            if place > last:
                said = matched > 1 or leads or norm in _LINKS
                return count + 1 + (_norms(given[count + 1 : count + 2]) == norms[place:][:1] != []) if said else 0
        elif not matched and norm in _LEADS:
            leads += 1
        elif norm not in _FILLERS:
            return 0
    return 0


def _norms(words: Sequence[Word]) -> list[str]:
    return ["we" if word.norm == "i" else word.norm for word in words]


def _telling(words: Sequence[Word]) -> list[str]:
    return [norm for norm in _norms(words) if norm not in _FILLERS]


def _without_capital(value: str) -> str:
    first = re.split(r"[\s,'’]", value, maxsplit=1)[0]
    capital = first[:1].isupper() and first[1:] == first[1:].lower()
    return value[:1].lower() + value[1:] if capital and first.lower() in _BEGINNERS else value


def _without_stop(value: str) -> str:
    """Without the full stop of one sentence; that of several, of three dots and that of `5 p.m.` stays."""
    stays = value.endswith("..") or _SHORTENED.search(value) or value.count(". ")
    return value if stays else value.removesuffix(".")
