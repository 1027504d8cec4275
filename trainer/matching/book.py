"""All phrases of a scenario, compiled once and found by what they hold.

Owns the index from keys (stems, groups, acts, quantities) to phrases. Must never keep anything of a reply.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from trainer.matching.acts import act_words
from trainer.matching.lexicon import Lexicon, shared_lexicon
from trainer.matching.meanings import Sense, meaning_keys, shared_meanings
from trainer.matching.parse import parse
from trainer.matching.phrases import Phrase, compile_phrase, heart_of, weighed
from trainer.matching.question import FacetSpec, MistakeSpec, PhraseSource, PointSpec
from trainer.matching.taught import Taught, shared_taught
from trainer.matching.tense import is_told
from trainer.matching.typos import Mender, make_mender
from trainer.text.quantities import Quantity, Use, quantities_of
from trainer.text.values import Kind
from trainer.text.words import words_of


class Part(StrEnum):
    """What a phrase is for."""

    FACET = "facet"
    DENIAL = "denial"
    DETECT = "detect"
    REPAIR = "repair"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose phrase it is."""

    part: Part
    id: str
    """Point, mistake or question."""
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase and its owner."""

    phrase: Phrase
    owner: Owner
    partial: bool = False
    """Its quantity is read apart, so the rest of it meets the facet nearly at most."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Where a key occurs: phrase, token, credit and sign."""

    entry: int
    token: int
    credit: float
    sign: int
    polarity: int
    """Of the token in its phrase."""
    share: float
    """At most this much of the phrase's weight is found by the key."""


@dataclass(frozen=True, slots=True)
class KindFacet:
    """A facet any asserted quantity of a kind may meet."""

    point: str
    facet: str
    kind: Kind
    expected: Quantity | None
    value: str
    """As the incident writes it."""
    uses: frozenset[Use]
    """Which uses of a duration the facet asks for, told from its phrases."""
    news: bool
    """Asks when there will be news, not how long work takes."""
    told: bool
    """Asks for something of the past: `it was down for two hours`."""


@dataclass(frozen=True, eq=False)
class Book:
    """A compiled `PhraseSource`. Compared by identity, so that what depends on the book alone may be memoised by it."""

    entries: tuple[Entry, ...]
    postings: Mapping[str, tuple[Posting, ...]]
    named: Mapping[str, tuple[tuple[int, float], ...]]
    """Name of a token that a role's line may hold -> phrases with it and what it weighs there."""
    points: Mapping[str, PointSpec]
    mistakes: Mapping[str, MistakeSpec]
    kinds: tuple[KindFacet, ...]
    against: Mapping[tuple[str, str], frozenset[str]]
    """(Point, facet) -> groups that say the opposite of what the facet is about."""
    sense: Sense
    """What the phrases say: a row an entry."""
    taught: Taught
    """What labelled replies to its points have taught."""
    lexicon: Lexicon
    mender: Mender


def compile_book(source: PhraseSource) -> Book:
    """Every phrase taken apart, weighed against its facet and the other points, and indexed."""
    lexicon = shared_lexicon().extended(source.synonyms)
    counted = {(point.id, facet.id) for point in source.points for facet in point.facets if _is_counted(facet) and not facet.open}
    groups = [
        (owner, [_compiled(text, lexicon, (owner.id, owner.facet) in counted) for text in texts]) for owner, texts in _phrase_groups(source)
    ]
    spread = _spread(groups)
    entries = tuple(
        Entry(phrase, owner, (owner.id, owner.facet) in counted)
        for owner, phrases in groups
        for phrase in weighed(phrases, spread)
        if phrase.weight > 0.3
    )
    surfaces = {word.norm for _, texts in _phrase_groups(source) for text in texts for word in words_of(text) if not word.is_mark}
    return Book(
        entries=entries,
        postings=_index(entries),
        named=_names(entries),
        points={point.id: point for point in source.points},
        mistakes={mistake.id: mistake for mistake in source.mistakes},
        kinds=tuple(_kind_facet(point, facet, lexicon) for point in source.points for facet in point.facets if _is_counted(facet)),
        against=dict(_against(groups, lexicon)),
        sense=_sense(entries),
        taught=shared_taught().of({point.id: point.known_by for point in source.points}),
        lexicon=lexicon,
        mender=make_mender(lexicon.surfaces | act_words(), surfaces),
    )


def _is_counted(facet: FacetSpec) -> bool:
    """Whether a quantity may meet it."""
    return facet.kind not in (None, Kind.TEXT)


def _against(groups: Iterable[tuple[Owner, list[Phrase]]], lexicon: Lexicon) -> Iterable[tuple[tuple[str, str], frozenset[str]]]:
    for owner, phrases in groups:
        if owner.part is Part.FACET and phrases:
            heart = heart_of(phrases)
            opposites = {f"@{other}" for key in heart for other in lexicon.opposites.get(key[1:], ())} - heart
            if opposites:
                yield (owner.id, owner.facet), frozenset(opposites)


def _compiled(text: str, lexicon: Lexicon, counted: bool) -> Phrase:
    """A phrase; where a facet has a kind its quantities are read by `amounts`, not as words."""
    phrase = compile_phrase(text, lexicon)
    return replace(phrase, tokens=tuple(token for token in phrase.tokens if not token.name.startswith("#"))) if counted else phrase


def _sense(entries: tuple[Entry, ...]) -> Sense:
    texts = [[meaning_keys(clause) for clause in entry.phrase.clauses] for entry in entries]
    clauses = [keys for text in texts for keys in text]
    ends = list(accumulate(map(len, texts)))
    return shared_meanings().sense(clauses, [(end - len(text), end) for end, text in zip(ends, texts, strict=True)])


def _phrase_groups(source: PhraseSource) -> Iterable[tuple[Owner, tuple[str, ...]]]:
    for point in source.points:
        for facet in point.facets:
            yield Owner(Part.FACET, point.id, facet.id), facet.phrases
        yield Owner(Part.DENIAL, point.id), point.contradicted_by
    for mistake in source.mistakes:
        yield Owner(Part.DETECT, mistake.id), mistake.detect
        yield Owner(Part.REPAIR, mistake.id), mistake.repair
    for asked in source.asked:
        yield Owner(Part.ASKED, asked.id), asked.phrases


def _spread(groups: Iterable[tuple[Owner, list[Phrase]]]) -> Counter[str]:
    """In how many points' phrases a stem or group occurs."""
    points: dict[str, set[str]] = {}
    for owner, phrases in groups:
        if owner.part is Part.FACET:
            points.setdefault(owner.id, set()).update(
                token.name for phrase in phrases for token in phrase.tokens if token.name[0] not in "!#"
            )
    return Counter(name for names in points.values() for name in names)


def _names(entries: tuple[Entry, ...]) -> dict[str, tuple[tuple[int, float], ...]]:
    names: dict[str, list[tuple[int, float]]] = {}
    for place, entry in enumerate(entries):
        for token in entry.phrase.tokens:
            if not token.is_act:
                names.setdefault(token.name, []).append((place, token.weight))
    return {name: tuple(found) for name, found in names.items()}


def _index(entries: tuple[Entry, ...]) -> dict[str, tuple[Posting, ...]]:
    postings: dict[str, list[Posting]] = {}
    for place, entry in enumerate(entries):
        for at, token in enumerate(entry.phrase.tokens):
            for accept in token.accepts:
                share = token.weight * accept.credit / entry.phrase.weight
                postings.setdefault(accept.key, []).append(Posting(place, at, accept.credit, accept.sign, token.polarity, share))
    return {key: tuple(found) for key, found in postings.items()}


_NEWS_SHARE = 0.35
"""Share of a facet's phrases that speak of news from which on it asks when there will be some; values alone never do."""
_TOLD_SHARE, _SENTENCE = 0.35, 3
"""The same for phrases that tell their quantity of what is done, of those with so many words besides: a value alone tells nothing."""
_NEWS = frozenset({"@update", "@meet", "@firm"})


def _kind_facet(point: PointSpec, facet: FacetSpec, lexicon: Lexicon) -> KindFacet:
    """What the facet's own phrases tell of it: recurrence, a time of news rather than of work, or what is done."""
    clauses = [parse(text, lexicon) for text in facet.phrases]
    uses = Counter(quantity.use for read in clauses for clause in read for quantity in clause.quantities if quantity.kind is Kind.DURATION)
    wordy = [keys for read in clauses if (keys := {term.key for clause in read for term in clause.terms if term.weight == 1.0})]
    news = sum(bool(keys & _NEWS) for keys in wordy) > len(wordy) * _NEWS_SHARE
    found = quantities_of(words_of(facet.value or ""))
    expected = next((one for one in found if one.kind is facet.kind), next(iter(found), None))
    every = uses[Use.EVERY] > sum(uses.values()) / 2
    wants_news = not every and (news or (expected is not None and expected.use is Use.WITHIN and facet.kind is Kind.TIME))
    allowed = {Use.EVERY} if every else {Use.PLAIN, Use.WITHIN}
    amounts = [(clause, quantity) for read in clauses for clause in read for quantity in clause.quantities]
    spans = [is_told(clause.words, one) for clause, one in amounts if len(clause.words) - (one.last - one.first) >= _SENTENCE]
    told = sum(spans) > len(spans) * _TOLD_SHARE
    return KindFacet(point.id, facet.id, facet.kind or Kind.TEXT, expected, facet.value or "", frozenset(allowed), wants_news, told)
