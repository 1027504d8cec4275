"""Texts without what does not matter for saying the same: accents, white space, dashes, case; and where each character came from.

Owns which characters are one and where a word of a text ends. Must never know what is looked for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from trainer.text.words import Word

_CONNECTORS = frozenset("_-.@/\\:")
"""What holds a name of several words together: `kafka_consumer`, `db-1.example`."""
_AS_TYPED = frozenset("½¼¾")
_LETTERS = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe",
    "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "‐": "-", "‑": "-", "−": "-", "﹣": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
}  # fmt: skip
"""Letters whose stroke is no accent to Unicode, and marks that look alike."""
_ON_A_LETTER = frozenset({"Mn", "Cf"})
"""Categories of accents that stand as characters of their own, and of marks nobody sees."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"})


@dataclass(frozen=True)
class Mapped:
    """A text made from another, and for each of its characters the place of the one it came from."""

    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it stands in the text it was made from."""
        return self.origins[start], self.origins[end - 1] + 1

    def words(self, first: Word, last: Word) -> tuple[int, int]:
        """Where a stretch from one of its words to another stands there."""
        return self.span(first.start, last.end)


def plain(text: str) -> Mapped:
    """The text without accents and marks nobody sees, white space as one space; case is kept."""
    return _mapped(_plain(text))


def folded(source: Mapped) -> Mapped:
    """The same without case."""
    return _mapped((one, origin) for raw, origin in _pairs(source) for one in raw.casefold())


def bare(source: Mapped) -> Mapped:
    """Letters and digits only: `orion_tenant cache` and `OrionTenantCache` are one."""
    return _mapped((one, origin) for one, origin in _pairs(source) if one.isalnum())


def parted(source: Mapped) -> Mapped:
    """With a space at each hump: `OrionTenantCache` as three words."""
    return _mapped(_parted(source))


def fold(text: str) -> str:
    """A text as it is compared: plain, without case."""
    return folded(plain(text)).text


def spellings(text: str) -> tuple[str, ...]:
    """The text, and with its umlauts written out where it has some: `Müller`, `Mueller`."""
    written_out = unicodedata.normalize("NFC", text).translate(_UMLAUTS)
    return (text, written_out) if written_out != unicodedata.normalize("NFC", text) else (text,)


def is_hump(text: str, at: int) -> bool:
    """Whether a part of a name in camel case begins here: `tenantId`, `HTTPServer`, but not `SLAs`."""
    if not 0 < at < len(text) or not text[at].isupper():
        return False
    if text[at - 1].islower():
        return True
    after = text[at + 1 : at + 3]
    return text[at - 1].isupper() and after[:1].islower() and not (after[0] == "s" and not after[1:].isalnum())


def _pairs(source: Mapped) -> Iterator[tuple[str, int]]:
    return zip(source.text, source.origins, strict=True)


def _mapped(pairs: Iterable[tuple[str, int]]) -> Mapped:
    known = tuple(pairs)
    return Mapped("".join(one for one, _ in known), tuple(origin for _, origin in known))


def _plain(text: str) -> Iterator[tuple[str, int]]:
    space: int | None = None
    begun = False
    for at, raw in enumerate(text):
        if raw.isspace():
            space = at if begun and space is None else space
            continue
        for one in _letters(raw):
            if space is not None:
                yield " ", space
                space = None
            begun = True
            yield one, at


def _letters(raw: str) -> Iterator[str]:
    if raw in _AS_TYPED:
        yield raw
        return
    for one in unicodedata.normalize("NFKD", raw):
        if unicodedata.category(one) not in _ON_A_LETTER and not one.isspace():
            yield from _LETTERS.get(one, one)


def _parted(source: Mapped) -> Iterator[tuple[str, int]]:
    for at, (one, origin) in enumerate(_pairs(source)):
        if is_hump(source.text, at):
            yield " ", origin
        yield one, origin


class Borders:
    """Where the words of a text begin and end, for places to be widened to whole words: what is left of a word says which it was."""

    def __init__(self, text: str) -> None:
        self._text = text

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """A stretch, to the ends of the words at both its sides, of names such as `host.example` too."""
        return self._starts[start], self._ends[end - 1] + 1

    def begins(self, at: int) -> bool:
        """Whether a word, or a part of a name, begins here."""
        text = self._text
        return at == 0 or not _letter(text[at - 1]) or is_hump(text, at) or text[at].isdecimal() is not text[at - 1].isdecimal()

    def ends(self, at: int) -> bool:
        """Whether one ends before this place, but for marks on its last letter; an s for several may follow."""
        while at < len(self._text) and unicodedata.category(self._text[at]) in _ON_A_LETTER:
            at += 1
        if at >= len(self._text) or not _letter(self._text[at]) or self.begins(at):
            return True
        return self._text[at] in "sS" and (at + 1 == len(self._text) or not _letter(self._text[at + 1]))

    @cached_property
    def _starts(self) -> list[int]:
        found: list[int] = []
        for at in range(len(self._text)):
            found.append(found[-1] if at and _joined(self._text, at - 1, at) else at)
        return found

    @cached_property
    def _ends(self) -> list[int]:
        size = len(self._text)
        found = list(range(size))
        for at in range(size - 2, -1, -1):
            if _joined(self._text, at, at + 1):
                found[at] = found[at + 1]
        return found


def _joined(text: str, left: int, right: int) -> bool:
    """Whether two characters side by side are of one word, in a script that writes spaces between words."""
    if text[right] in _CONNECTORS:
        return _letter(text[left]) and right + 1 < len(text) and _letter(text[right + 1])
    if text[left] in _CONNECTORS:
        return _letter(text[right]) and left > 0 and _letter(text[left - 1])
    return _letter(text[left]) and _letter(text[right])


def _letter(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Mc" or category in _ON_A_LETTER or (character.isalnum() and category != "Lo")
