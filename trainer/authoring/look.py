"""What the checks look at: a scenario's file, its parts, and the reader that would hear it, each worked out once and only if asked for.

Owns how a check asks the reader. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from trainer.authoring.weighing.ground import Ground
from trainer.matching.book import Book, Part
from trainer.matching.parse import parse
from trainer.matching.question import Heard
from trainer.matching.reach import bounds
from trainer.matching.reader import read
from trainer.matching.reading import Reading
from trainer.meeting.script import Script, prepare
from trainer.scenario.files.document import Document, Path
from trainer.scenario.incident import example_incident
from trainer.scenario.models import KeyPoint, Moment, Scenario
from trainer.scenario.parts import Parts
from trainer.scenario.slots import fill

Name = tuple[Part, str]
"""A point by its phrases: those that meet it, or those that deny it."""


@dataclass(frozen=True)
class PhraseAt:
    """A wording of an author's, with its place."""

    path: Path
    point: str
    facet: str
    """Empty for a wording that contradicts the point."""
    text: str
    """As written."""


@dataclass(frozen=True)
class Look:
    """One scenario, looked at by every check."""

    document: Document
    parts: Parts
    scenario: Scenario | None
    """None where it cannot be played: what asks the reader is silent then."""
    _near: dict[str, Mapping[Name, float]] = field(default_factory=dict, repr=False)
    """A memo: several checks ask about the same phrases."""
    _read: dict[tuple[str, Heard], Reading] = field(default_factory=dict, repr=False)

    @cached_property
    def ground(self) -> Ground:
        """What conditions can come true."""
        return Ground(self.parts)

    @cached_property
    def script(self) -> Script | None:
        """The scenario with its example incident, ready to be played."""
        return None if self.scenario is None else prepare(self.scenario, example_incident(self.scenario))

    @cached_property
    def moments(self) -> Mapping[str, Moment]:
        """States and interjections that could be read, by id."""
        return {path[1]: moment for path, moment in self.parts.moments()}

    def path_of(self, moment: str) -> Path:
        """Where a moment stands in the file."""
        return ("states" if moment in self.parts.states else "interjections", moment)

    def listening(self, point: str) -> tuple[str, ...]:
        """Moments that listen for a point, those that require it first."""
        heard = [name for name, moment in self.moments.items() if point in moment.listens_for]
        return tuple(sorted(heard, key=lambda name: point not in self.moments[name].requires))

    def filled(self, text: str) -> str:
        """A text with the values of the example."""
        return fill(text, self.script.incident) if self.script else text

    def hear(self, text: str, listens_for: tuple[str, ...], line: str = "") -> Reading:
        """What the reader finds in a text said behind `line`, while these points are listened for.

        Raises ValueError where the scenario cannot be played.
        """
        if self.script is None:
            raise ValueError("the scenario cannot be played")
        asked = (text, Heard(line=line, listens_for=listens_for))
        if asked not in self._read:
            self._read[asked] = read(self.script.book, *asked)
        return self._read[asked]

    def near(self, text: str) -> Mapping[Name, float]:
        """For each point at most which share of one of its wordings the text holds: quick, so that few texts are read in full.

        Raises ValueError where the scenario cannot be played.
        """
        if self.script is None:
            raise ValueError("the scenario cannot be played")
        if text not in self._near:
            self._near[text] = _shares(self.script.book, text)
        return self._near[text]


def phrases_of(parts: Parts) -> Iterator[PhraseAt]:
    """Every wording that meets a point, as written."""
    for name, point in parts.key_points.items():
        for facet, texts, path in _expected(name, point):
            for index, text in enumerate(texts):
                yield PhraseAt((*path, index), name, facet, text)


def denials_of(parts: Parts) -> Iterator[PhraseAt]:
    """Every wording that contradicts a point, as written."""
    for name, point in parts.key_points.items():
        for index, text in enumerate(point.contradicted_by):
            yield PhraseAt(("key_points", name, "contradicted_by", index), name, "", text)


def _expected(name: str, point: KeyPoint) -> Iterator[tuple[str, tuple[str, ...], Path]]:
    if point.expect:
        yield "said", point.expect, ("key_points", name, "expect")
    for facet, part in point.facets.items():
        yield facet, part.expect, ("key_points", name, "facets", facet, "expect")


def _shares(book: Book, text: str) -> Mapping[Name, float]:
    found: dict[Name, float] = {}
    for clause in parse(text, book.lexicon, book.mender):
        for entry, share in bounds(book, clause.terms).items():
            owner = book.entries[entry].owner
            name = (owner.part, owner.id)
            found[name] = max(found.get(name, 0.0), share)
    return found
