"""Times of day: `3pm`, `17:30`, `by 17.30`, `half past five`, `quarter to six`, `by five`.

Owns which words are a clock time and how many seconds after midnight it is. Without am or pm an hour from one to seven is one of the
afternoon: meetings are. Must never decide what the time is for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.text.numbers import norm_at, unit_at
from trainer.text.spelled import Found, past_hyphen, spelled_at
from trainer.text.words import Word, bag

HALF_DAY = 43_200
_MARKS = bag("am pm oclock")
_BEFORE = bag("by until till before at")
_AFTER = bag("today tonight tomorrow . , and latest") | {""}
_DIALS = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_HANDS = re.compile(r"h(\d{2})")
_PAST_OR_TO = {"past": 1, "after": 1, "to": -1}
_PLAIN_MINUTES = frozenset({5.0, 10.0, 20.0, 25.0})
_LAST_MORNING_HOUR = 8
"""The first hour that is read as one of the morning."""


def clock_at(words: Sequence[Word], at: int) -> Found | None:
    """Seconds after midnight of the time of day that begins here, and the index one past it."""
    return _told(words, at) or _dial(words, at) or _hour(words, at)


def _told(words: Sequence[Word], at: int) -> Found | None:
    """`half past five`, `a quarter to six`, `ten past five`, `twenty minutes to six`."""
    part = _minutes(words, at)
    if part is None:
        return None
    minutes, place = part
    named = norm_at(words, place) in {"minutes", "minute"}
    place += named
    sign = _PAST_OR_TO.get(norm_at(words, place))
    hour = _hour_named(words, place + 1)
    if sign is None or hour is None or (words[at].norm == "half" and sign < 0) or unit_at(words, hour[1]) is not None:
        return None
    told = named or norm_at(words, place) == "past" or norm_at(words, place - 1) in {"half", "quarter"}
    if not told and (minutes not in _PLAIN_MINUTES or norm_at(words, at - 1) not in _BEFORE):  # `five to six people`
        return None
    return _marked(words, hour[0] * 3600 + sign * minutes * 60, hour[1], plain=hour[0])


def _minutes(words: Sequence[Word], at: int) -> Found | None:
    """The minutes that are said before `past` and `to`."""
    norm, place = words[at].norm, at + 1
    if norm == "a" and norm_at(words, place) == "quarter":
        norm, place = "quarter", place + 1
    if norm in {"half", "quarter"}:
        return (30.0 if norm == "half" else 15.0), place
    found = (float(norm), place) if norm.isdecimal() else spelled_at(words, at)
    return found if found is not None and 0 < found[0] < 60 and norm not in {"a", "an"} else None


def _dial(words: Sequence[Word], at: int) -> Found | None:
    """`17:30`, `5:30 pm`; `17.30` and `17h30` where something says that it is a time."""
    norm, last = words[at].norm, at + 1
    match = _DIALS.fullmatch(norm)
    if match is None and norm.isdecimal() and last < len(words) and words[at].end == words[last].start:
        hands = _HANDS.fullmatch(norm_at(words, last))
        match = hands and _DIALS.fullmatch(f"{norm}.{hands[1]}")
        last += match is not None
    if match is None or int(match[1]) > 24 or int(match[2]) > 59:
        return None
    said_so = ":" in norm or norm_at(words, last) in _MARKS or norm_at(words, at - 1) in _BEFORE
    if not said_so or (":" not in norm and unit_at(words, last) is not None):
        return None
    exact = match[1][0] == "0"
    return _marked(words, int(match[1]) * 3600 + int(match[2]) * 60, last, plain=24 if exact else int(match[1]))


def _hour(words: Sequence[Word], at: int) -> Found | None:
    """`3pm`, `five o'clock`, `by 5`, `by five today`."""
    found = _hour_named(words, at)
    if found is None:
        return None
    hour, last = found
    following, before = norm_at(words, last), norm_at(words, at - 1)
    if following in _MARKS:
        return _marked(words, hour * 3600, last, plain=hour)
    asked = before in _BEFORE and words[at].norm not in {"one", "zero"}  # `one by one`
    minutes = None if words[at].norm[0].isdecimal() else spelled_at(words, past_hyphen(words, last))
    if minutes is not None and 10 <= minutes[0] < 60 and norm_at(words, minutes[1]) in (_AFTER | _MARKS if asked else _MARKS):
        return _marked(words, hour * 3600 + minutes[0] * 60, minutes[1], plain=hour)  # `at five thirty`
    return _marked(words, hour * 3600, last, plain=hour) if asked and following in _AFTER else None


def _hour_named(words: Sequence[Word], at: int) -> Found | None:
    """A whole hour of a day, in figures or words."""
    norm = norm_at(words, at)
    if norm.isdecimal():
        return (float(norm), at + 1) if float(norm) <= 24 else None
    if not norm or norm in {"a", "an", "half", "quarter", "couple", "few", "several"}:
        return None
    found = spelled_at(words, at)
    return found if found is not None and found[0] <= 12 and found[0].is_integer() and found[1] == at + 1 else None


def _marked(words: Sequence[Word], seconds: float, last: int, *, plain: float) -> Found:
    """With the `am` or `pm` that follows; `plain` is the hour as it was said, 24 when it is no hour of half a day."""
    mark = norm_at(words, last)
    if mark in {"am", "pm"}:
        hour = plain % 12
        return seconds - plain * 3600 + (hour + 12 * (mark == "pm")) * 3600 if plain <= 12 else seconds, last + 1
    if plain < _LAST_MORNING_HOUR and (mark != "oclock" or norm_at(words, last + 1) != "am"):
        seconds += HALF_DAY
    return seconds, last + (mark == "oclock")
