"""What the player types: a reply of one or more lines, or nothing more.

A line that ends with a backslash goes on in the next one. Bytes that are no UTF-8 become question marks instead of an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

PROMPT = "> "
GOES_ON = ". "


def byte_lines(stream: BinaryIO) -> Iterator[str]:
    """The lines typed, without their ends, as soon as each is there."""
    for line in iter(stream.readline, b""):
        yield line.decode("utf-8", errors="replace").removesuffix("\n").removesuffix("\r")


class Typist:
    """Reads replies from lines; `prompt` is called with what to show before each line."""

    def __init__(self, lines: Iterable[str], prompt: Callable[[str], None]) -> None:
        self._lines = iter(lines)
        self._prompt = prompt
        self.unfinished = ""
        """Lines typed of a reply that was never finished."""

    def read(self) -> str | None:
        """The next reply; None when nothing more will come."""
        parts: list[str] = []
        self._prompt(PROMPT)
        for line in self._lines:
            if not line.endswith("\\"):
                self.unfinished = ""
                return "\n".join((*parts, line))
            parts.append(line[:-1])
            self.unfinished = "\n".join(parts)
            self._prompt(GOES_ON)
        return None
