"""What the checks look at: a scenario's file, its parts, and the reader that would hear it, each worked out once and only if asked for.

Owns how a check asks the reader. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from trainer.authoring.weighing.ground import Ground
from trainer.matching.book import Book, Part
from trainer.matching.parse import Clause, parse
from trainer.matching.question import Heard
from trainer.matching.reader import read
from trainer.matching.reading import Reading
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scenario.files.document import Document, Path
from trainer.scenario.incident import example_incident
from trainer.scenario.models import KeyPoint, Moment, Scenario
from trainer.scenario.parts import Parts
from trainer.scenario.slots import fill

Name = tuple[Part, str]
"""A point by its phrases: those that meet it, or those that deny it."""
HELD = 0.7
"""Share of a phrase a text must hold for the two to be worth reading together: less than that the reader hardly ever takes for it."""


@dataclass(frozen=True)
class Near:
    """The wording of a point that a text holds most of."""

    share: float
    """0..1, at most this share of it."""
    phrase: str


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
    _near: dict[str, Mapping[Name, Near]] = field(default_factory=dict, repr=False)
    """A memo: several checks ask about the same phrases."""
    _read: dict[tuple[str, Heard], Reading] = field(default_factory=dict, repr=False)
    _heard: dict[str, Heard] = field(default_factory=dict, repr=False)

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

    def hear(self, text: str, moment: str, line: str | None = None) -> Reading:
        """What the reader finds in a reply to a moment's first question, as `trainer try` does, or to another line of it.

        Raises ValueError where the scenario cannot be played.
        """
        heard = self._before(moment) if line is None else replace(self._before(moment), line=line)
        if (text, heard) not in self._read:
            self._read[text, heard] = read(self._playable.book, text, heard)
        return self._read[text, heard]

    def near(self, text: str) -> Mapping[Name, Near]:
        """For each point the wording the text holds most of, in words alone: quick, so that few texts are read in full.

        Raises ValueError where the scenario cannot be played.
        """
        if text not in self._near:
            self._near[text] = _shares(self._playable.book, text)
        return self._near[text]

    def holds(self, text: str, part: Part, point: str) -> bool:
        """Whether a text holds enough of a wording of the point to be read. Raises ValueError as `near`."""
        found = self.near(text).get((part, point))
        return found is not None and found.share >= HELD

    def content(self, text: str) -> frozenset[str]:
        """Stems of the words in a text that carry weight. Raises ValueError as `near`."""
        return self._playable.book.lexicon.content(text)

    @property
    def _playable(self) -> Script:
        if self.script is None:
            raise ValueError("the scenario cannot be played")
        return self.script

    def _before(self, moment: str) -> Heard:
        if moment not in self._heard:
            self._heard[moment] = heard_first(self._playable, moment)
        return self._heard[moment]


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


def _shares(book: Book, text: str) -> Mapping[Name, Near]:
    found: dict[Name, Near] = {}
    for clause in parse(text, book.lexicon, book.mender):
        for at, share in _held(book, clause).items():
            entry = book.entries[at]
            name = (entry.owner.part, entry.owner.id)
            if name not in found or share > found[name].share:
                found[name] = Near(share, entry.phrase.text)
    return found


def _held(book: Book, clause: Clause) -> Mapping[int, float]:
    """Entry -> the share of it that the clause holds at most, each of its tokens counted once."""
    tokens: dict[tuple[int, int], float] = {}
    for term in clause.terms:
        for posting in book.postings.get(term.key, ()):
            token = (posting.entry, posting.token)
            tokens[token] = max(tokens.get(token, 0.0), posting.share)
    shares: dict[int, float] = {}
    for (entry, _), share in tokens.items():
        shares[entry] = shares.get(entry, 0.0) + share
    return shares
