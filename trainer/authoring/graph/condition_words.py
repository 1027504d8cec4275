"""A condition in the words of the format, short enough for an arrow: `missing severity`, `not (trust em below 20)`."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.scenario.models import Condition, TrustBound

LISTS = ("covered", "partly", "missing", "contradicted", "known", "unknown", "none", "flag", "flag_ever", "visited", "present")
"""Keys that hold names, in the order of the format."""


def condition_words(condition: Condition) -> str:
    """The whole condition on one line."""
    return " and ".join(_parts(condition))


def _parts(condition: Condition) -> Iterator[str]:
    for key in LISTS:
        names = getattr(condition, key)
        if names:
            yield f"{key} {' + '.join(map(str, names))}"
    yield from (f"mistake {name} {status}" for name, status in condition.mistake.items())
    yield from (f"trust {role} {_bound(bound)}" for role, bound in condition.trust.items())
    if condition.any:
        yield f"({' or '.join(map(condition_words, condition.any))})"
    if condition.not_ is not None:
        words = condition_words(condition.not_)
        yield f"not {words}" if words.startswith("(") and words.endswith(")") else f"not ({words})"


def _bound(bound: TrustBound) -> str:
    below = "" if bound.below is None else f"below {bound.below}"
    at_least = "" if bound.at_least is None else f"at least {bound.at_least}"
    return " and ".join(part for part in (at_least, below) if part)
