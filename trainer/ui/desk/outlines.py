"""What a scenario file holds at a glance: enough for lists, without reading it with all care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import TrainerError
from trainer.scenario.files.open_document import open_document


@dataclass(frozen=True)
class Outline:
    """A scenario file at a glance."""

    asked: frozenset[str] = frozenset()
    """Ids of the key points that some moment requires."""
    has_words: bool = False
    """Whether it has a glossary."""


class Outlines:
    """Reads a file once, and again when it has changed."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[int, Outline]] = {}

    def of(self, path: Path) -> Outline:
        """The outline of a scenario file; an empty one where it cannot be read, which is said in full when it is opened."""
        try:
            changed = path.stat().st_mtime_ns
            if path not in self._read or self._read[path][0] != changed:
                self._read[path] = changed, _outline(open_document(path).data)
        except (OSError, TrainerError):
            return Outline()
        return self._read[path][1]


def _outline(data: object) -> Outline:
    document = data if isinstance(data, dict) else {}
    return Outline(frozenset(_asked(document)), bool(document.get("glossary")))


def _asked(document: dict[object, object]) -> Iterator[str]:
    for part in ("states", "interjections"):
        moments = document.get(part)
        for moment in moments.values() if isinstance(moments, dict) else ():
            points = moment.get("requires") if isinstance(moment, dict) else None
            yield from (str(point) for point in points) if isinstance(points, list) else ()
