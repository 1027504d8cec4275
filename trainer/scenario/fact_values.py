"""Whether a value fits the kind of its fact: a duration has to say how long, a time has to say when."""

from __future__ import annotations

from trainer.scenario.models import Fact
from trainer.text.quantities import parse_quantity
from trainer.text.values import Kind
from trainer.text.words import words_of

_WANTED = {
    Kind.DURATION: ("how long", "4-6 hours"),
    Kind.TIME: ("when", "17:00"),
    Kind.PERCENT: ("which share", "3%"),
    Kind.COUNT: ("how many", "400"),
    Kind.MONEY: ("how much money", "$50,000"),
}


def kind_problem(fact: Fact, value: str) -> tuple[str, str, str] | None:
    """Name of the check, message and mend when the value is no quantity of the fact's kind; None when it fits.

    A time may be given as what it is until then: `in two hours`.
    """
    if fact.kind is Kind.TEXT:
        return None
    words = words_of(value)
    kinds = (Kind.TIME, Kind.DURATION) if fact.kind is Kind.TIME else (fact.kind,)
    if any(parse_quantity(words, kind) for kind in kinds):
        return None
    asks, instance = _WANTED[fact.kind]
    shown = value if len(value) <= 40 else value[:37] + "..."
    return "wrong-kind", f"{fact.label} has to say {asks}; '{shown}' does not", f"write it with a number, for instance {instance}"
