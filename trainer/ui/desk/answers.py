"""What people type into the form, made fit to stand in the middle of a sentence.

The form asks to finish a sentence ("Finish: We found that ..."); many type a sentence of their own instead. Owns taking off what would
stand there twice or look odd: the beginning of the asked sentence, its capital, the full stop, an "about" before a length of time.
Changes no other word.
"""

from __future__ import annotations

import re

from trainer.scenario.models import Fact
from trainer.text.clean import clean_line
from trainer.text.values import Kind

_ASKED_FOR = re.compile(r"[:?.]\s+([^:?.]+?)\s*(?:\.\.\.|…)\s*$")
_ROUGHLY = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|~)\s*", re.IGNORECASE)
_BEGINNING = (
    "a about after all almost an any as at because before both by each every everybody everyone few for from half he how if in it its "
    "many more most my no nobody none not nothing on once one only or orders our people she since some that the their then there these "
    "they this those under up we what when where which while who with within without you your customers users"
)
"""Words that begin a sentence with a capital and are no names."""
_BEGINNERS = frozenset(_BEGINNING.split())


def fit_in(fact: Fact, typed: str) -> str:
    """The answer as it can follow the asked beginning: "Every user is hit." becomes "every user is hit"."""
    value = clean_line(typed)
    asked = _ASKED_FOR.search(clean_line(fact.ask))
    if asked and value.casefold().startswith(f"{asked[1].casefold()} "):
        value = value[len(asked[1]) :].lstrip(" ,:")
    if fact.kind is Kind.DURATION:
        value = _ROUGHLY.sub("", value)
    return _without_stop(_without_capital(value)) or clean_line(typed)


def _without_capital(value: str) -> str:
    first = re.split(r"[\s,'’]", value, maxsplit=1)[0]
    return value[:1].lower() + value[1:] if first[:1].isupper() and first.lower() in _BEGINNERS else value


def _without_stop(value: str) -> str:
    """Without the full stop of one sentence; that of several stays, and so do three dots."""
    return value if value.endswith("..") or not value.endswith(".") or value.count(". ") else value[:-1]
