"""The small meetings of tests/cases/matching/books, as phrase sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from trainer.matching.book import Book, compile_book
from trainer.matching.question import AskedSpec, FacetSpec, Heard, MistakeSpec, PhraseSource, PointSpec
from trainer.text.values import Flag, Kind

CASES = Path(__file__).parent.parent / "cases" / "matching"


@dataclass(frozen=True)
class Meeting:
    """A book and what stands before a reply unless a case says otherwise."""

    book: Book
    heard: Heard


@lru_cache
def meeting(name: str) -> Meeting:
    """The meeting of this name, compiled once."""
    data = yaml.safe_load((CASES / "books" / f"{name}.yaml").read_text(encoding="utf-8"))
    return Meeting(compile_book(source_of(data)), Heard(data["line"], (), tuple(data["listens_for"])))


def source_of(data: dict[str, Any]) -> PhraseSource:
    """A phrase source from the short form of the books."""
    return PhraseSource(
        points=tuple(_point(name, point) for name, point in data["points"].items()),
        mistakes=tuple(
            MistakeSpec(
                name,
                tuple(one["detect"]),
                tuple(one.get("repair", ())),
                Flag(one["flag"]) if "flag" in one else None,
                tuple(one.get("contradicts", ())),
            )
            for name, one in data.get("mistakes", {}).items()
        ),
        asked=tuple(AskedSpec(name, tuple(phrases)) for name, phrases in data.get("asked", {}).items()),
    )


def _point(name: str, point: dict[str, Any]) -> PointSpec:
    kind = Kind(point["kind"]) if "kind" in point else None
    facet = FacetSpec("said", tuple(point["expect"]), kind, point.get("value"), on_fact=point.get("on_fact", False))
    return PointSpec(name, (facet,), 1, tuple(point.get("contradicted_by", ())))
