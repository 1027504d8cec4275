"""Whether a span of time or a day is told of what is done, and plans nothing.

Owns the words that speak of the past and of what is to come. Must never decide which facet a quantity meets.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.text.quantities import Quantity
from trainer.text.values import Kind
from trainer.text.words import Word, bag

AHEAD = bag(
    "will would shall can could may might must should need needs take takes going is are am be want wants give gives expect to until"
)
"""Words that speak of what is or will be."""
_LASTED = bag("took lasted")
_TOLD = bag("saw did was were wrote began went came knew broke")
"""Forms that are nothing but past, whoever stands before them."""
_PAST = _TOLD | bag("found ran got made built lost spent caught read set put cut sent left")
_OBJECTS = bag("a an the it this that them us me my our your their his her one two some")
"""What follows a past form that tells a deed: `support raised a ticket`, not the `fixed` of `the bug fixed by ten`."""
_SHORTEST_PAST = 3
"""Letters beyond which `-ed` ends a verb in the past: not `red`."""
_RECKONED = bag("said estimated reckoned thought figured planned guessed calculated told expected agreed promised meant hoped assumed")
"""What was said or reckoned holds still."""
DOERS = bag("i we it they he she you")
_BETWEEN = bag("already just first only quickly have has had actually really both all")
_LINKS = bag("and then so")
_HAVING = bag("have has had get got getting having want see keep")


def is_told(words: Sequence[Word], quantity: Quantity) -> bool:
    """Told of something done: `I traced it within the hour`, `it took us two days`.

    Not so where anything before it, from the last `and` on, speaks of what is or will be (`I'll have it fixed in two hours`), or where it
    is what somebody reckoned (`I said two days`).
    """
    before = [word.norm for word in words[: quantity.first]]
    linked = next((place for place in range(len(before) - 1, 0, -1) if before[place] in _LINKS), 0)
    before = before[linked:]
    if quantity.kind not in {Kind.DURATION, Kind.TIME} or not (AHEAD | _RECKONED).isdisjoint(before):
        return False
    return not _LASTED.isdisjoint(before) or any(_tells(before, place) for place in range(len(before)))


def _tells(before: Sequence[str], place: int) -> bool:
    """Whether the word there tells a deed that somebody did."""
    if not _is_past(before[place]):
        return False
    if _has_doer(before[:place]):
        return True
    someone = place > 0 and before[place - 1] not in DOERS | _HAVING
    return someone and (before[place] in _TOLD or (place + 1 < len(before) and before[place + 1] in _OBJECTS))


def _is_past(norm: str) -> bool:
    return norm in _PAST or (norm.endswith("ed") and len(norm) > _SHORTEST_PAST)


def _has_doer(before: Sequence[str]) -> bool:
    """Somebody right before a verb, or an `and`, with `already` and the like passed over; not the `it` of `get it fixed`."""
    place = next((at for at in range(len(before) - 1, -1, -1) if before[at] not in _BETWEEN), -1)
    return place >= 0 and before[place] in DOERS | _LINKS and not (place and before[place - 1] in _HAVING)
