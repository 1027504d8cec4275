"""Runs every case of tests/cases/matching: a reply, and what must be heard in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from tests.matching.books import CASES, meeting
from trainer.matching.reader import read
from trainer.matching.reading import Reading


def _cases() -> list[Any]:
    found: list[Any] = []
    for path in sorted(CASES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [pytest.param(data["book"], case, id=f"{path.stem}: {name.replace('_', ' ')}") for name, case in data["cases"].items()]
    return found


def _any_of(wanted: Any) -> list[str]:
    return wanted if isinstance(wanted, list) else [wanted]


def _flag(reading: Reading, name: str) -> str:
    hit = next((hit for hit in reading.flags if hit.flag == name), None)
    return "absent" if hit is None else "sure" if hit.sure else "heard"


@pytest.mark.parametrize(("book", "case"), _cases())
def test_case(book: str, case: dict[str, Any]) -> None:
    there = meeting(book)
    heard = replace(there.heard, line=case["line"], listens_for=tuple(case.get("listens_for", ()))) if "line" in case else there.heard
    reading = read(there.book, case["reply"], heard)
    for point, wanted in case.get("points", {}).items():
        assert reading.points[point].verdict in _any_of(wanted), (point, reading.points[point])
    for flag, wanted in case.get("flags", {}).items():
        assert _flag(reading, flag) in _any_of(wanted), (flag, reading.flags)
    if "mistakes" in case:
        assert {hit.mistake: "sure" if hit.sure else "heard" for hit in reading.mistakes} == case["mistakes"]
    if "notes" in case:
        assert {note.point: note.said for note in reading.notes} == case["notes"]
    assert reading.act == case.get("act", reading.act)
    assert reading.asked == case.get("asked", reading.asked)
    assert list(reading.repairs) == case.get("repairs", list(reading.repairs))
    if case.get("echo") == "none":
        assert not reading.echo
