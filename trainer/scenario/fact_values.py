"""Whether a value fits the kind of its fact: a duration has to say how long, a time has to say when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.scenario.models import Fact
from trainer.text.quantities import Quantity, parse_quantity
from trainer.text.values import Kind
from trainer.text.words import Word, words_of

_WANTED = {
    Kind.DURATION: ("how long", "4-6 hours"),
    Kind.TIME: ("when", "17:00"),
    Kind.PERCENT: ("which share", "3%"),
    Kind.COUNT: ("how many", "400"),
    Kind.MONEY: ("how much money", "$50,000"),
}
_SIGN = re.compile(r"(?:^|(?<!\d)[\s:(~])[-\u2212]\Z")
"""The minus right before a number; not the hyphen of a range."""


def kind_problem(fact: Fact, value: str) -> tuple[str, str, str] | None:
    """Name of the check, message and mend when the value is no quantity of the fact's kind; None when it fits.

    A time may be given as what it is until then: `in two hours`.
    """
    if fact.kind is Kind.TEXT:
        return None
    words = words_of(value)
    kinds = (Kind.TIME, Kind.DURATION) if fact.kind is Kind.TIME else (fact.kind,)
    found = next((quantity for kind in kinds if (quantity := parse_quantity(words, kind))), None)
    asks, instance = _WANTED[fact.kind]
    shown = value if len(value) <= 40 else value[:37] + "..."
    if found is not None and fact.kind is Kind.DURATION and _is_nothing(value, words, found):
        return (
            "wrong-kind",
            f"{fact.label} has to be more than nothing; '{shown}' is not",
            f"write how long it takes, for instance {instance}",
        )
    if found is not None:
        return None
    return "wrong-kind", f"{fact.label} has to say {asks}; '{shown}' does not", f"write it with a number, for instance {instance}"


def _is_nothing(value: str, words: Sequence[Word], found: Quantity) -> bool:
    """Whether a duration is none, or less than none."""
    before = value[: words[found.first].start]
    below = found.first > 0 and words[found.first - 1].norm in {"minus", "negative"}
    return found.high <= 0 or below or _SIGN.search(before[-3:]) is not None
