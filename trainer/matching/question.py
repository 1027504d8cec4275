"""What the reader is asked: phrases of points, mistakes and questions back, and what stood before the reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.text.values import Flag, Kind


@dataclass(frozen=True)
class FacetSpec:
    """One part of a key point and what meets it."""

    id: str
    phrases: tuple[str, ...]
    """Wordings that meet it, any one is enough: the author's, and the incident's own values."""
    kind: Kind | None = None
    """An asserted quantity of this kind, in a clause that fits this facet best, meets it too."""
    value: str | None = None
    """The incident's value when `kind` is a quantity; a different one said is a note, never a lower verdict."""
    bonus: bool = False
    """Counts neither for `need` nor for partly."""
    on_fact: bool = False
    """Rests on a fact of the incident: what it is about are things, and things have names."""
    open: bool = False
    """The value is not known: the phrases say just that and meet the facet in full, and so does a value that is said after all."""


@dataclass(frozen=True)
class PointSpec:
    """A key point to listen for."""

    id: str
    facets: tuple[FacetSpec, ...]
    need: int
    """How many facets (bonus ones aside) must be met for covered."""
    contradicted_by: tuple[str, ...] = ()
    """Wordings that say the opposite."""
    known_by: str = ""
    """The same for points of the same wordings, facts included: what labelled replies have taught goes by it. Empty: by nothing."""


@dataclass(frozen=True)
class MistakeSpec:
    """A move the roles answer."""

    id: str
    detect: tuple[str, ...] = ()
    """Wordings of the move."""
    repair: tuple[str, ...] = ()
    """Wordings that take it back."""
    flag: Flag | None = None
    contradicts: tuple[str, ...] = ()
    """Points this move denies."""


@dataclass(frozen=True)
class AskedSpec:
    """A question back that a role can answer."""

    id: str
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class PhraseSource:
    """All a scenario has to listen for, before compilation (`trainer.matching.book.compile_book`)."""

    points: tuple[PointSpec, ...]
    mistakes: tuple[MistakeSpec, ...] = ()
    asked: tuple[AskedSpec, ...] = ()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Extends the shared groups: head word -> words meaning the same."""


@dataclass(frozen=True)
class Heard:
    """What stood before the reply."""

    line: str = ""
    """What the role said just before. Its words count less; a run of them is an echo."""
    shown: tuple[str, ...] = ()
    """Hints and model lines the player was shown: a source of echo as well."""
    listens_for: tuple[str, ...] = ()
    """Points of this state, most fitting owners of a clause."""
    requires: tuple[str, ...] = ()
    """Those of them the question is really about; where none is named, all."""
    bears: bool = True
    """Whether it counts how the reply bears itself as a whole: not where a word is explained to nobody."""
    asked: tuple[str, ...] = ()
    """Which `AskedSpec` ids may be answered here."""
