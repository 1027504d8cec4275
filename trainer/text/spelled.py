"""English number words: `seventy-two`, `two thousand four hundred`, `a hundred and twenty`, `two and a half`, `half a million`.

Owns the grammar of number words and what each is worth, to the billions. Must never decide what is counted, nor look at figures
(`trainer.text.numbers`).
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.text.words import Word, bag

_BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_SMALL = {name: value for value, name in enumerate(_BELOW_TWENTY)}
_UNITS = {name: value for name, value in _SMALL.items() if value < 10}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENS["fourty"] = 40
_VAGUE = {"couple": 2, "few": 3, "several": 4}
_HUNDRED, _DOZEN = 100, 12
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PLURALS = {f"{name}s": name for name in ("hundred", "dozen", "couple", *SCALES)}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, **_SIGNS}
_ARTICLES = bag("a an")
_MULTIPLIED = frozenset({"hundred", "dozen", "couple", *SCALES})
_WORDS = frozenset({*_SMALL, *_TENS, *_VAGUE, *SCALES, *_FRACTIONS, *_PLURALS, "hundred", "dozen"})

Found = tuple[float, int]
"""What it is worth, and the index one past its last word."""


def is_number_word(norm: str) -> bool:
    """Whether a word may be a number by itself: `seven`, `million`, `couple`."""
    return norm in _WORDS


def spelled_at(words: Sequence[Word], at: int) -> Found | None:
    """The number in words that begins here, as long as it goes on."""
    norm = _norm(words, at)
    if norm in _ARTICLES:
        return _with_article(words, at)
    if norm in _FRACTIONS:
        return _fraction(words, at)
    if norm in _VAGUE or norm == "couples":
        return _vague(words, at)
    whole = _whole(words, at)
    return None if whole is None else _with_part(words, at, *whole)


def scale_of(norm: str) -> float:
    """What a scale word multiplies with, 1 for any other."""
    return float({"hundred": _HUNDRED, "dozen": _DOZEN, **SCALES}.get(_singular(norm), 1))


def scaled(words: Sequence[Word], value: float, at: int) -> Found:
    """A value times the scale words that follow it: `1.5 million`, `20 thousand`, `3 dozen`, `2 hundred thousand`."""
    largest = 1.0
    while (factor := scale_of(_norm(words, past_hyphen(words, at)))) > largest:
        at = past_hyphen(words, at)
        value, at, largest = value * factor, at + 1, factor
    return value, at


def and_a_part(words: Sequence[Word], at: int) -> Found | None:
    """`and a half`, `and three quarters`, `½`, where they follow a number: what they add."""
    if _norm(words, at) in _SIGNS:
        return _SIGNS[words[at].norm], at + 1
    link = past_hyphen(words, at)
    if _norm(words, link) != "and":
        return None
    place = past_hyphen(words, link + 1)
    if (_norm(words, place), _norm(words, past_hyphen(words, place + 1))) == ("three", "quarters"):
        return 0.75, past_hyphen(words, place + 1) + 1
    article = _norm(words, place) in _ARTICLES
    place = past_hyphen(words, place + 1) if article else place
    part = _PARTS.get(_norm(words, place)) if article or _norm(words, place) == "half" else None
    # `two and half the team`: a half of something else
    return None if part is None or (not article and _norm(words, place + 1) in {"the", "of", "a", "an"}) else (part, place + 1)


def _with_article(words: Sequence[Word], at: int) -> Found | None:
    """`a hundred and twenty`, `a couple of`, `a few thousand`, `a quarter of a million`."""
    following = past_hyphen(words, at + 1)
    norm = _norm(words, following)
    if norm in _VAGUE:
        return _vague(words, following)
    if norm in _FRACTIONS:
        return _fraction(words, following)
    if norm not in _MULTIPLIED:
        return None
    found = _whole(words, following)
    return None if found is None else _with_part(words, following, *found)


def _fraction(words: Sequence[Word], at: int) -> Found:
    """`half`, `half a million`, `half a dozen`, `a quarter of a million`; of a unit of time the part alone: `half an hour`."""
    value, place = _FRACTIONS[words[at].norm], past_hyphen(words, at + 1)
    for step in ("of", "a"):
        place = past_hyphen(words, place + 1) if _norm(words, place) == step else place
    found = scaled(words, value, place)
    return found if found[1] > place else (value, at + 1)


def _vague(words: Sequence[Word], at: int) -> Found:
    """`couple`, `a couple of hundred`, `few thousand`; `of` belongs to it only before a scale."""
    value = float(_VAGUE[words[at].norm.removesuffix("s") if words[at].norm == "couples" else words[at].norm])
    place = at + 2 if _norm(words, at + 1) == "of" else at + 1
    found = scaled(words, value, place)
    return found if found[1] > place else (value, at + 1)


def _with_part(words: Sequence[Word], first: int, value: float, last: int) -> Found:
    """The same with what a part adds: `two and a half million`, `three quarters of an hour`, `one point five million`."""
    if value in (2, 3) and last == first + 1 and _norm(words, past_hyphen(words, last)) in {"quarters", "thirds"}:
        place = past_hyphen(words, last)
        of = _norm(words, place + 1) == "of"
        if of and _norm(words, place + 2) in {"a", "an", "the"}:
            part = value * _PARTS[words[place].norm.removesuffix("s")]
            found = scaled(words, part, place + 3)
            return found if found[1] > place + 3 else (part, place + 1)
    part_found = and_a_part(words, last)
    if part_found is not None:
        scale = SCALES.get(_singular(_norm(words, last - 1)), 1)  # a million and a half
        return scaled(words, value + part_found[0] * scale, part_found[1])
    return _decimal(words, first, value, last)


def _decimal(words: Sequence[Word], first: int, value: float, last: int) -> Found:
    """`one point five million`; `at one point five of us` counts five."""
    place, digits = last + 1, ""
    if _norm(words, last) != "point" or _norm(words, first - 1) == "at":
        return value, last
    while (digit := _UNITS.get(_norm(words, place))) is not None:
        digits, place = f"{digits}{digit}", place + 1
    return scaled(words, value + float(f"0.{digits[:15]}"), place) if digits else (value, last)


def _whole(words: Sequence[Word], at: int) -> Found | None:
    """Groups of less than a thousand with their scales, falling: `two million three hundred thousand and four`."""
    total, place, limit = 0.0, at, float("inf")
    end: int | None = None
    while (group := _group(words, place)) is not None:
        value, last = group
        factor = SCALES.get(_singular(_norm(words, past_hyphen(words, last))), 1)
        if factor > 1:
            last = past_hyphen(words, last) + 1
        if factor >= limit or (end is not None and (not value or value >= 1_000)):
            break
        total, end, limit = total + value * factor, last, factor
        if factor == 1:
            break
        place = _after_scale(words, last)
    return None if end is None else (total, end)


def _after_scale(words: Sequence[Word], last: int) -> int:
    """Where the next group would begin: after `and`, a hyphen, or a comma before a group of hundreds."""
    if _norm(words, last) == "and":
        return last + 1
    if _norm(words, last) == ",":
        place = last + 2 if _norm(words, last + 1) == "and" else last + 1
        group = _group(words, place)
        return place if group is not None and (group[0] >= _HUNDRED or _singular(_norm(words, group[1])) in SCALES) else last
    return past_hyphen(words, last)


def _group(words: Sequence[Word], at: int) -> Found | None:
    """A number below a thousand, `nineteen hundred` and `two dozen` too; a bare `hundred` is one hundred."""
    small = _below_hundred(words, at)
    if small is None:
        norm = _singular(_norm(words, at))
        if norm in SCALES:
            return 1.0, at
        if norm not in {"hundred", "dozen"}:
            return None
        small = 1.0, at
    value, last = small
    place = past_hyphen(words, last)
    norm = _singular(_norm(words, place))
    if norm == "dozen":
        return value * _DOZEN, place + 1
    if norm != "hundred" or not value:
        return small
    return _after_hundred(words, value * _HUNDRED, place + 1)


def _after_hundred(words: Sequence[Word], value: float, last: int) -> Found:
    """`a hundred and twenty`, but in `between a hundred and two hundred` the first ends at its hundred."""
    linked = _norm(words, last) == "and"
    place = last + 1 if linked else past_hyphen(words, last)
    rest = _below_hundred(words, place)
    if rest is None or not rest[0]:
        return value, last
    following = _singular(_norm(words, past_hyphen(words, rest[1])))
    return (value, last) if following in {"hundred", "dozen"} else (value + rest[0], rest[1])


def _below_hundred(words: Sequence[Word], at: int) -> Found | None:
    norm = _norm(words, at)
    if norm in _SMALL:
        return float(_SMALL[norm]), at + 1
    if norm not in _TENS:
        return None
    place = past_hyphen(words, at + 1)
    unit = _UNITS.get(_norm(words, place), 0)
    return (float(_TENS[norm] + unit), place + 1) if unit else (float(_TENS[norm]), at + 1)


def _singular(norm: str) -> str:
    return _PLURALS.get(norm, norm)


def past_hyphen(words: Sequence[Word], at: int) -> int:
    """Over a hyphen that touches both its neighbours: `seventy-two`, not `seventy - two`."""
    if _norm(words, at) != "-" or not 0 < at < len(words) - 1:
        return at
    return at + 1 if words[at - 1].end == words[at].start and words[at].end == words[at + 1].start else at


def _norm(words: Sequence[Word], at: int) -> str:
    return words[at].norm if 0 <= at < len(words) else ""
