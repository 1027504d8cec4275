"""A reading in words: each verdict with the words that earned it, and for what was not heard the phrase that would have met it.

Shows what the reader says and adds no judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.matching.question import PointSpec
from trainer.matching.reading import Evidence, PointReading, Reading, Strength
from trainer.meeting.script import Script
from trainer.meeting.sources import phrase_source
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

MARKS = {Verdict.COVERED: "+", Verdict.PARTLY: "~", Verdict.MISSING: "-", Verdict.CONTRADICTED: "!"}
BEYOND = frozenset({Verdict.COVERED, Verdict.CONTRADICTED})
"""Verdicts that count for points a state does not listen for."""


def explain_reading(script: Script, reading: Reading, points: Sequence[str]) -> Iterator[str]:
    """Lines about `points` in order, then about everything else that was heard."""
    specs = {spec.id: spec for spec in phrase_source(script.scenario, script.incident).points}
    others = [name for name, found in reading.points.items() if name not in points and found.verdict in BEYOND]
    for point in (*points, *others):
        yield from _point(specs[point], reading.points[point])
    for flag in reading.flags:
        yield f"flag {flag.flag.value}{'' if flag.sure else ' (perhaps)'}: {_words(flag.evidence)}"
    for mistake in reading.mistakes:
        yield f"mistake {mistake.mistake}{'' if mistake.sure else ' (perhaps, they would ask)'}: {_words(mistake.evidence)}"
    for repaired in reading.repairs:
        yield f"takes back: {repaired}"
    for note in reading.notes:
        yield f"note: your facts say {clean_line(note.expected)}, you said {clean_line(note.said)} ({note.point})"
    if reading.asked is not None:
        yield "asks something they have an answer to"


def _point(spec: PointSpec, found: PointReading) -> Iterator[str]:
    yield f"{MARKS[found.verdict]} {spec.id}: {found.verdict.value} ({found.score:.2f})"
    if found.denied is not None:
        yield f"    denied by {_words(found.denied)}"
    for hit in found.hits:
        nearly = " nearly" if hit.strength is Strength.NEAR else ""
        yield f"    {hit.facet}{nearly}: {_words(hit.evidence)}"
    if found.verdict in {Verdict.PARTLY, Verdict.MISSING}:
        yield from _would_meet(spec, found)


def _would_meet(spec: PointSpec, found: PointReading) -> Iterator[str]:
    """What is open, with a phrase that would do: the nearest one, else the author's first."""
    if found.near_miss is not None:
        yield f'    nearest: "{clean_line(found.near_miss.text)}", not near enough to "{clean_line(found.near_miss.phrase)}"'
    met = {hit.facet for hit in found.hits if hit.strength is Strength.MET}
    for facet in spec.facets:
        if facet.id not in met and not facet.bonus and facet.phrases:
            yield f'    {facet.id} would be met by "{clean_line(facet.phrases[0])}"'


def _words(evidence: Evidence) -> str:
    return f'"{clean_line(evidence.text)}" (like "{clean_line(evidence.phrase)}", {evidence.similarity:.2f})'
