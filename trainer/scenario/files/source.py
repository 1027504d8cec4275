"""The text of a file an author wrote: read with a limit, decoded, made safe to show. Knows no YAML.

Characters that a terminal takes for an order never get past here: each becomes `REPLACED`, one for one so that columns
stay, and is reported in `Source.hostile`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import Unreadable
from trainer.text.clean import clean, clean_line

MAX_BYTES = 256 * 1024
"""Largest file read: ten times the largest scenario one would want to maintain."""
REPLACED = "\ufffd"
"""Stands in the text where a hostile character stood."""
_NONCHARACTERS = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True)
class Hostile:
    """A character that may not stand in a file; place is 1-based."""

    line: int
    column: int
    code: int


@dataclass(frozen=True)
class Source:
    """A file's text; every line end is one newline character."""

    file: str
    """Name for messages, safe to show."""
    text: str
    lines: tuple[str, ...]
    hostile: tuple[Hostile, ...] = ()

    def line(self, number: int) -> str:
        """The line of this 1-based number, empty beyond the ends."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""


def read_source(path: Path) -> Source:
    """The text of a file.

    Raises:
        Unreadable: not there, no file, too large, or not UTF-8.
    """
    file = clean_line(str(path))
    try:
        with path.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Unreadable(file, "there is no such file") from None
    except (OSError, ValueError) as error:
        raise Unreadable(file, clean_line(getattr(error, "strerror", None) or str(error))) from None
    if len(raw) > MAX_BYTES:
        raise Unreadable(file, f"larger than {MAX_BYTES // 1024} kB; split it or cut it down")
    return source_of(file, _decoded(file, raw))


def source_of(file: str, text: str) -> Source:
    """A text as if it had been read from `file`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not hostile_in(text):
        return Source(file, text, tuple(text.split("\n")))
    shown, hostile = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        safe = "".join(REPLACED if is_hostile(character) else character for character in line)
        hostile += [Hostile(number, column, ord(line[column - 1])) for column in _differences(line, safe)]
        shown.append(safe)
    return Source(file, "\n".join(shown), tuple(shown), tuple(hostile))


def hostile_in(text: str) -> tuple[str, ...]:
    """The characters in a text that may not stand there, each once."""
    if text.isprintable() or (clean(text) == text and not _NONCHARACTERS.search(text)):
        return ()
    return tuple(dict.fromkeys(filter(is_hostile, text)))


def is_hostile(character: str) -> bool:
    """Whether a character may not stand in a file or a value."""
    return not clean(character) or _NONCHARACTERS.match(character) is not None


def _differences(line: str, safe: str) -> list[int]:
    return [column for column, (was, now) in enumerate(zip(line, safe, strict=True), start=1) if was != now]


def _decoded(file: str, raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(file, "written as UTF-16; save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unreadable(file, f"line {line} is not UTF-8 text; save the file as UTF-8") from None
