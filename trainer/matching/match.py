"""How well clauses fit phrases: weighted coverage with denial compared, over windows of neighbouring clauses.

Owns the similarity itself (weighted stem coverage as in scoring-notes.md: exact 1, typo .95, synonym or derivation less; words of the
role's line demoted, not removed). Must never decide a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from trainer.matching.book import Book
from trainer.matching.parse import Clause, Term
from trainer.matching.phrases import Phrase, Token
from trainer.matching.polarity import PLAIN, WEAK
from trainer.matching.reach import DEMOTED, SMALLEST_WHOLE, WORTH, alone, bounds, together
from trainer.text.values import Span
from trainer.text.words import bag

_UNSURE = 0.85
"""Credit when one side stands somewhere inside a negation."""
_PRESENT = 0.7
_EXACT, _HEART = 0.97, 0.84
_STANCE = 0.5
"""Weight from which an act alone may be all a phrase says."""
_SHARED_WORD = 0.5
"""One word said cannot stand for two words of a phrase."""
_UNDENIED = 0.7
"""Credit when the phrase speaks inside a negation and the clause plainly."""
_WINDOWS = (1.0, 0.96, 0.92)
_POOLED = 0.75
"""What words from several phrases of a facet count against words from one."""
_CHAINS = bag("it that this they these those neither none both so which such")


@dataclass(slots=True)
class Touch:
    """What one clause gave one token of a phrase."""

    credit: float = 0.0
    conflict: float = 0.0
    place: int = -1
    sure: bool = False
    """The match is asserted outright, no negation or condition about."""


Touches = dict[int, dict[int, Touch]]
"""Entry -> token -> touch."""


@dataclass(slots=True)
class Match:
    """How one window of clauses fits one phrase. Not frozen only because thousands are made a reply; nobody changes one."""

    entry: int
    similarity: float
    """0..1 share of the phrase's weight found with agreeing denial."""
    conflict: float
    """0..1 share found with opposite denial."""
    first: int
    """First clause of the window, and one past its last."""
    last: int
    places: frozenset[tuple[int, int]]
    """(clause, word) that earned it; the word is -1 for an act."""
    sure: float
    """0..1 share of what was found that is asserted outright."""
    whole: float
    """0..1 share of the phrase's content words clearly found, each counted alike."""
    exact: float
    """0..1 share of the phrase's content words found in their own stem."""
    acts: frozenset[str]
    """Acts of the phrase that the clauses share."""
    denial: float
    """0..1 best credit of a word the phrase denies; 1 when it denies none."""
    core: bool
    """A word at the facet's heart was found outright."""
    mass: float
    """Weight of the whole phrase, demotion counted in."""
    earned: Mapping[tuple[int, int], float]
    """Weight earned by each place."""

    def span(self, clauses: Sequence[Clause]) -> Span:
        """From the first to the last clause that earned something."""
        used = {clause for clause, _ in self.places} or {self.first}
        return Span(clauses[min(used)].span.start, clauses[max(used)].span.end)


def touches_of(book: Book, clauses: Sequence[Clause], bars: Sequence[float]) -> list[Touches]:
    """For each clause every token it gives something to, of the phrases that may reach their bar in some window."""
    terms = [(*clause.terms, *_quantity_terms(clause)) for clause in clauses]
    limits = [bounds(book, found) for found in terms]
    alive: list[set[int]] = [set() for _ in clauses]
    for first, last in windows(clauses):
        entries = alone(limits[first], bars) if last == first + 1 else together(limits[first:last], bars)
        for clause in range(first, last):
            alive[clause].update(entries)
    return [_touches(book, found, among) for found, among in zip(terms, alive, strict=True)]


def _touches(book: Book, terms: Sequence[Term], among: Set[int]) -> Touches:
    found: Touches = {entry: {} for entry in among}
    for term in terms:
        for posting in book.postings.get(term.key, ()):
            if posting.entry in found:
                touch = found[posting.entry].setdefault(posting.token, Touch())
                _take(touch, term, posting.credit * term.credit, posting.sign, posting.polarity)
    return {entry: tokens for entry, tokens in found.items() if tokens}


def _take(touch: Touch, term: Term, credit: float, sign: int, wanted: int) -> None:
    said = term.polarity * sign
    if WEAK in {wanted, said}:
        credit *= 0.55 if sign < 0 else _UNSURE if wanted != WEAK or term.polarity != PLAIN else _UNDENIED
        if credit > touch.credit:
            touch.credit, touch.place, touch.sure = credit, term.place, touch.sure or term.polarity != WEAK
    elif said == wanted:
        if credit > touch.credit or not touch.sure:
            touch.credit, touch.place, touch.sure = max(credit, touch.credit), term.place, True
    elif credit > touch.conflict:
        touch.conflict = credit
        touch.place = touch.place if touch.place >= 0 else term.place


def _quantity_terms(clause: Clause) -> Iterator[Term]:
    for quantity in clause.quantities:
        sign = WEAK if clause.polarity[quantity.first] != PLAIN else PLAIN
        name = f"#{quantity.kind}:{quantity.use}"
        yield Term(name, sign, quantity.first, 1.0)
        yield Term(f"{name}:{quantity.low:g}:{quantity.high:g}", sign, quantity.first, 1.0)


def windows(clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Runs of one to three neighbouring clauses that belong together."""
    for first in range(len(clauses)):
        yield first, first + 1
        last = first + 1
        while last < len(clauses) and last - first < len(_WINDOWS) and _joined(clauses, last):
            last += 1
            yield first, last


def _joined(clauses: Sequence[Clause], at: int) -> bool:
    clause = clauses[at]
    if clause.raw.contrast or clauses[at - 1].question != clause.question:
        return False
    return not clause.raw.new_sentence or clause.words[0].norm in _CHAINS


def matches(
    book: Book, clauses: Sequence[Clause], touched: Sequence[Touches], line: Mapping[str, int], bars: Sequence[float]
) -> Iterator[Match]:
    """Every phrase that shares enough with some window, window by window. `bars` as `bars_of` gives them."""
    reach = [_reach(book, touches) for touches in touched]
    for first, last in windows(clauses):
        entries = alone(reach[first], bars) if last == first + 1 else together(reach[first:last], bars)
        found = []
        for entry in entries:
            parts = [(clause, touched[clause][entry]) for clause in range(first, last) if entry in touched[clause]]
            found.append(_match(book.entries[entry].phrase, entry, parts, (first, last), line))
        yield from (match for match in found if match.similarity >= WORTH or match.conflict >= WORTH)
        yield from _pooled(book, found)


def _reach(book: Book, touches: Touches) -> dict[int, float]:
    """Entry -> at most this share of the phrase's weight can be found or denied in the clause."""
    shares: dict[int, float] = {}
    for entry, tokens in touches.items():
        phrase = book.entries[entry].phrase
        parts = phrase.tokens
        reach = 0.0
        for at, touch in tokens.items():
            reach += parts[at].weight * max(touch.conflict, touch.credit)
        shares[entry] = reach / phrase.weight
    return shares


def _pooled(book: Book, found: Sequence[Match]) -> Iterator[Match]:
    """What a facet's phrases explain of the window together: half of one phrase and half of another are a whole in other words."""
    facets: dict[tuple[str, str], list[Match]] = {}
    for match in found:
        owner = book.entries[match.entry].owner
        if owner.facet and match.conflict == 0.0:
            facets.setdefault((owner.id, owner.facet), []).append(match)
    for group in facets.values():
        best = max(group, key=lambda match: match.similarity)
        earned: dict[tuple[int, int], float] = {}
        for match in group:
            for place, weight in match.earned.items():
                earned[place] = max(earned.get(place, 0.0), weight)
        if len(earned) > len(best.earned):
            masses = sorted(match.mass for match in group)
            similarity = _POOLED * sum(earned.values()) / max(masses[len(masses) // 2], best.mass)
            if similarity > best.similarity:
                yield replace(best, similarity=min(1.0, similarity), places=frozenset(earned), earned=earned)


def _match(
    phrase: Phrase, entry: int, parts: Sequence[tuple[int, dict[int, Touch]]], window: tuple[int, int], line: Mapping[str, int]
) -> Match:
    tally = _Tally(denial=0.0 if phrase.denies else 1.0)
    for at, where, best in _best_touches(parts):
        token = phrase.tokens[at]
        tally.add(token, token.weight * (DEMOTED if token.name in line and not token.is_act else 1.0), where, best)
    demoted = sum(phrase.tokens[at].weight for at in phrase.demotable if phrase.tokens[at].name in line)
    whole = max(phrase.weight - demoted * (1 - DEMOTED), SMALLEST_WHOLE)
    stance = float(any(place == -1 and weight >= _STANCE for (_, place), weight in tally.earned.items()))
    return Match(
        entry=entry,
        similarity=_WINDOWS[window[1] - window[0] - 1] * tally.found / whole,
        conflict=tally.conflict / whole,
        first=window[0],
        last=window[1],
        places=frozenset(tally.earned),
        sure=tally.sure / tally.found if tally.found else 0.0,
        whole=tally.seen / phrase.content if phrase.content else stance,
        exact=tally.exact / phrase.content if phrase.content else stance,
        acts=frozenset(tally.acts),
        denial=tally.denial,
        core=tally.core,
        mass=whole,
        earned=tally.earned,
    )


@dataclass(slots=True)
class _Tally:
    """What a phrase's tokens earned so far."""

    denial: float
    found: float = 0.0
    conflict: float = 0.0
    sure: float = 0.0
    seen: int = 0
    exact: int = 0
    core: bool = False
    acts: list[str] = field(default_factory=list)
    earned: dict[tuple[int, int], float] = field(default_factory=dict)

    def add(self, token: Token, weight: float, where: int, best: Touch) -> None:
        place = (where, -1 if token.is_act else best.place)
        gain = weight * best.credit
        if token.is_act:
            self.acts.append(token.name[1:])
        elif place in self.earned:
            gain, weight = gain * _SHARED_WORD, weight * _SHARED_WORD
        if token.polarity < 0:
            self.denial = max(self.denial, best.credit)
        if best.credit < best.conflict:
            self.conflict += weight * best.conflict
        self.found += gain
        self.sure += gain if best.sure else 0.0
        if token.counts:
            self.seen += best.credit >= _PRESENT
            self.exact += best.credit >= _EXACT
            self.core = self.core or (token.core and best.credit >= _HEART)
        self.earned[place] = self.earned.get(place, 0.0) + gain


def _best_touches(parts: Sequence[tuple[int, dict[int, Touch]]]) -> Iterator[tuple[int, int, Touch]]:
    """Token, clause and touch, the best of the window for each token, tokens in order."""
    if len(parts) == 1:
        where, touches = parts[0]
        for at in sorted(touches):
            yield at, where, touches[at]
        return
    best: dict[int, tuple[int, Touch]] = {}
    for where, touches in parts:
        for at, touch in touches.items():
            known = best.get(at)
            if known is None or (touch.credit, touch.conflict) > (known[1].credit, known[1].conflict):
                best[at] = (where, touch)
    for at in sorted(best):
        yield at, *best[at]
