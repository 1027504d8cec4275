"""A reading as a coach's note: each point with the words that earned its verdict, and for what was not heard the phrase that would have.

Owns the order, and the figures shown to authors; the sentences are those of `trainer.scoring.reasons`. Adds no judgement.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.matching.question import PointSpec
from trainer.matching.reading import Evidence, PointReading, Reading, Strength
from trainer.meeting.script import Script
from trainer.scoring.reasons import example_of, figure_note, flag_note, mistake_note, point_note, quoted
from trainer.text.clean import clean_line
from trainer.text.values import Verdict

MARKS = {Verdict.COVERED: "+", Verdict.PARTLY: "~", Verdict.MISSING: "-", Verdict.CONTRADICTED: "!"}
HEADINGS = {
    Verdict.COVERED: "heard",
    Verdict.PARTLY: "half heard",
    Verdict.MISSING: "not heard yet",
    Verdict.CONTRADICTED: "they heard the opposite",
}
EXTRA_MISSING = "would help too"
"""Heading of a point that was not heard and that nobody presses for."""


def explain_reading(script: Script, moment: str, reading: Reading, *, detail: bool = False) -> Iterator[str]:
    """Lines about what `moment` listens for, in order, then about everything else that was heard.

    With `detail` each point and flag has its id and its figures too. Raises KeyError for a moment that is not there.
    """
    asked = script.moment(moment)
    for point in asked.listens_for:
        found = reading.points[point]
        extra = found.verdict is Verdict.MISSING and point not in asked.requires
        yield from _point(script, point, found, EXTRA_MISSING if extra else HEADINGS[found.verdict], detail=detail)
    for point, found in reading.points.items():
        if point not in asked.listens_for:
            yield from _besides(script, point, found, detail=detail)
    yield from _manner(script, reading, detail=detail)
    yield from (figure_note(note) for note in reading.notes)
    if reading.asked is not None:
        yield "You asked something they have an answer to."


def _point(script: Script, point: str, found: PointReading, heading: str, *, detail: bool) -> Iterator[str]:
    name = f" ({point})" if detail else ""
    yield f"{MARKS[found.verdict]} {_label(script, point)}{name}: {heading}"
    note = point_note(script, point, found)
    yield from (f"    {line}" for line in note)
    if detail:
        yield from (f"    [{line}]" for line in _figures(script.book.points[point], found, " ".join(note)))


def _besides(script: Script, point: str, found: PointReading, *, detail: bool) -> Iterator[str]:
    """A point nobody has asked about yet: what counted with its words only, what was denied in full."""
    if found.verdict is Verdict.CONTRADICTED or (found.verdict is Verdict.COVERED and detail):
        yield from _point(script, point, found, HEADINGS[found.verdict], detail=detail)
    elif found.verdict is Verdict.COVERED:
        met = sorted((hit.evidence for hit in found.hits if hit.strength is Strength.MET), key=lambda evidence: evidence.start)
        words = ", ".join(dict.fromkeys(quoted(evidence.text) for evidence in met))
        yield f"+ {_label(script, point)}: heard as well ({words})"


def _manner(script: Script, reading: Reading, *, detail: bool) -> Iterator[str]:
    """Mistakes and flags; words that are heard as a mistake are not held against anyone a second time."""
    for mistake in reading.mistakes:
        back = " You take it back in the same reply." if mistake.mistake in reading.repairs else ""
        label = script.scenario.mistakes[mistake.mistake].label
        yield f"{mistake_note(label, mistake.evidence, sure=mistake.sure)}{back}{_tag(mistake.mistake, mistake.evidence, detail=detail)}"
    told = {(mistake.evidence.start, mistake.evidence.end) for mistake in reading.mistakes}
    for flag in reading.flags:
        if detail or (flag.evidence.start, flag.evidence.end) not in told:
            yield f"{flag_note(flag)}{_tag(flag.flag.value, flag.evidence, detail=detail)}"
    if detail:
        yield from (f"This would take back {quoted(script.scenario.mistakes[name].label)}. [{name}]" for name in reading.repairs)


def _tag(name: str, evidence: Evidence, *, detail: bool) -> str:
    return f" [{name}, by {quoted(evidence.phrase)}, {evidence.similarity:.2f}]" if detail else ""


def _figures(spec: PointSpec, found: PointReading, told: str) -> Iterator[str]:
    """What an author tunes by: the score, similarities, near misses, a wording for each open part; words `told` are not repeated."""
    yield f"{found.verdict.value}, score {found.score:.2f}"
    if found.denied is not None:
        yield f"denied{_compared(found.denied, told)}"
    for hit in found.hits:
        yield f"{hit.facet} {'met' if hit.strength is Strength.MET else 'nearly met'}{_compared(hit.evidence, told)}"
    if found.near_miss is not None:
        yield f"near miss{_compared(found.near_miss, told)}"
    if found.verdict in {Verdict.PARTLY, Verdict.MISSING}:
        met = {hit.facet for hit in found.hits if hit.strength is Strength.MET}
        for facet in spec.facets:
            if facet.id not in met and not facet.bonus and facet.phrases and quoted(example_of(facet)) not in told:
                yield f"{facet.id} would be met by {quoted(example_of(facet))}"


def _compared(evidence: Evidence, told: str) -> str:
    text, phrase = quoted(evidence.text), quoted(evidence.phrase)
    words = "" if text in told and phrase in told else f": {text} with {phrase}"
    return f"{words}, similarity {evidence.similarity:.2f}"


def _label(script: Script, point: str) -> str:
    return clean_line(script.scenario.key_points[point].label)
