"""From what speaks for it to a point's verdict: facet hits, the words that earned them, denials, near misses.

Facets of points listened for are judged by the learnt chances (`chances.py`); where words fit well those of other points too, and more
must speak for them. Too short a reply is judged by words alone. Must never read text itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.matching.acts import is_yes_no
from trainer.matching.book import Book
from trainer.matching.chances import Chances, logit, shifted
from trainer.matching.denial import denied_by, often_denies
from trainer.matching.fitting import NEAR, NEAR_MISS, Fit, evidence_of, make_evidence, verbatim
from trainer.matching.likeness import Likeness
from trainer.matching.match import Match
from trainer.matching.polarity import PLAIN
from trainer.matching.question import PointSpec
from trainer.matching.reading import Act, Evidence, FacetHit, PointReading, Strength
from trainer.matching.reply import Reply
from trainer.matching.taught import Move
from trainer.matching.verdicts import banded, verdict_of
from trainer.text.values import Verdict

HEARD, IN_FULL = 0.5, 0.55
"""Chance of being heard at all from which a facet is nearly met, and of being heard in full from which it is met."""
_MET_IN_WORDS, _NEAR_IN_WORDS = 0.68, 0.5
"""Fit in words from which a facet is met or nearly met where there are no chances."""
_UNASKED = Chances(0.9, 0.9)
"""Chances a facet needs that nobody listens for at the moment (decision 0090)."""
_PLAINLY = 0.7
"""Fit in words from which a facet is met whatever the chances say: of a thousand such labelled pairs people deny six in a hundred."""
_TAUGHT_PLAINLY = 0.95
"""The same for a point that labelled replies have taught: there the chances know better what people hear."""
_NEAR_A_FACT = 0.6
"""Kinship and likeness together below which a fact nobody named is not heard: such labelled pairs are all wrong.
Where no fact is meant three in four are right, and nothing is asked."""
_GOOD_PART = 0.35
"""Share of a phrase's content words that must be clearly found for it to be nearly met."""
_HALF = 0.5
_WORD_OF_WEIGHT = 0.2
"""Weight a word must earn to name anything."""
_DENIAL_FOUND, _FAR_IN_MEANING = 0.5, 0.3
_NEAR_IN_MEANING = 0.35
"""Likeness from which a stretch of a reply is worth showing as a near miss."""
_LEAST_CHANCE = 0.12
"""Chance from which there is a near miss worth showing."""


@dataclass(frozen=True, slots=True)
class FacetHeard:
    """All that speaks for one facet."""

    facet: str
    fits: tuple[Fit, ...]
    """In words, best first."""
    likeness: Likeness
    chances: Chances | None
    """None for too short a reply, and where nobody listens for the point and no words of it were said."""
    taught: Move | None = None
    """What labelled replies have taught, where that alone makes it heard."""

    @property
    def likely(self) -> Chances:
        """The chances; where they were not weighed the best fit in words stands for both."""
        value = self.fits[0].value if self.fits else 0.0
        return self.chances or Chances(value, value)


def moved(heard: Sequence[FacetHeard], move: Move, spec: PointSpec) -> list[FacetHeard]:
    """The facets of a point with their chances moved: up for those it needs and that speak loudest, down for all."""
    loudest = sorted((one for one in heard if one.chances), key=lambda one: (one.likely.present, one.likely.covered), reverse=True)
    up = {one.facet: place for place, one in enumerate(loudest)}
    return [_moved(one, move, up[one.facet] < 1, up[one.facet] < spec.need) if one.chances else one for one in heard]


def _moved(one: FacetHeard, move: Move, loudest: bool, needed: bool) -> FacetHeard:
    chances = Chances(
        shifted(one.likely.present, move.present) if loudest or move.present < 0 else one.likely.present,
        shifted(one.likely.covered, move.covered) if needed or move.covered < 0 else one.likely.covered,
    )
    gained = chances.present >= HEARD > one.likely.present
    return replace(one, chances=chances, taught=move if gained else None)


def unasked(chances: Chances) -> Chances:
    """The chances of a facet nobody listens for: such things are said less often, and both are moved down by as much in log odds."""
    pairs = ((chances.present, HEARD, _UNASKED.present), (chances.covered, IN_FULL, _UNASKED.covered))
    return Chances(*(shifted(chance, logit(least) - logit(wanted)) for chance, least, wanted in pairs))


def judge_point(
    book: Book, reply: Reply, spec: PointSpec, heard: Sequence[FacetHeard], denials: Sequence[Fit], rules: Mapping[str, FacetHit]
) -> PointReading:
    """One point. `denials` are the fits of all its phrases, those that contradict it too; `rules` what quantities met, by facet."""
    facts = {facet.id for facet in spec.facets if facet.on_fact}
    said = (hit for one in heard for hit in _hits(book, reply, spec.id, one, on_fact=one.facet in facts))
    hits = {**{hit.facet: hit for hit in said}, **rules}
    denied = denied_by(book, reply, denials, hits.values())
    counted = [hit for hit in hits.values() if not any(facet.bonus and facet.id == hit.facet for facet in spec.facets)]
    met = sum(hit.strength is Strength.MET for hit in counted)
    verdict = verdict_of(spec.need, met, len(counted) - met, denied is not None)
    score = banded(verdict, _in_band(verdict, spec, met, heard, rules))
    missed = _near_miss(book, reply, heard) if verdict is Verdict.MISSING else None
    order = {facet.id: place for place, facet in enumerate(spec.facets)}
    return PointReading(verdict, score, tuple(sorted(hits.values(), key=lambda hit: order[hit.facet])), denied, missed)


def _hits(book: Book, reply: Reply, point: str, heard: FacetHeard, *, on_fact: bool) -> Iterator[FacetHit]:
    if heard.chances is None:
        yield from _hits_in_words(book, reply, heard, listened=point in reply.heard.listens_for)
        return
    plainly = _plainly_said(book, reply, point, heard)
    if plainly or heard.chances.present >= HEARD:
        evidence, first, last = _evidence(book, reply, heard)
        if (on_fact and not plainly and heard.taught is None and _hardly_named(heard)) or (
            not on_fact and _leaves_undenied(book, reply, point, heard, (first, last))
        ):
            return
        full = (plainly or heard.chances.covered >= IN_FULL) and not _bare_list(reply, first, last)
        full = full and not (often_denies(book, (point, heard.facet)) and _only_asks(reply, first, last))
        nearest = heard.fits[0].match.entry if heard.fits else heard.likeness.entry
        full = full and not (nearest >= 0 and book.entries[nearest].partial)
        yield FacetHit(heard.facet, Strength.MET if full else Strength.NEAR, evidence)


def _only_asks(reply: Reply, first: int, last: int) -> bool:
    """A question may mean no; it does not say it."""
    return all("?" in clause.raw.end_mark for clause in reply.clauses[first:last])


def _hardly_named(heard: FacetHeard) -> bool:
    """One word of the fact was said at most, and neither words nor meaning come near: `we would all lose our heads`."""
    best, like = heard.fits[0].match if heard.fits and heard.fits[0].value else None, heard.likeness
    named = sum(weight >= _WORD_OF_WEIGHT for weight in best.earned.values()) if best is not None else 0
    return (best is None or (named <= 1 and best.exact <= _HALF)) and like.kinship + like.nearest < _NEAR_A_FACT


def _leaves_undenied(book: Book, reply: Reply, point: str, heard: FacetHeard, clauses: tuple[int, int]) -> bool:
    """The facet says that something is not so, and nothing of that is in the clauses: they only promise a deed, or are far in meaning.

    `I'll tell support` holds much of `telling people does not protect them`, and nothing of what that says.
    """
    said = reply.clauses[clauses[0] : clauses[1]]
    if any(sign != PLAIN for clause in said for sign in clause.polarity) or not often_denies(book, (point, heard.facet)):
        return False
    promised = all("commit" in clause.names and not clause.names & {"own", "refuse"} for clause in said)
    unfound = bool(heard.fits) and heard.fits[0].match.denial < _DENIAL_FOUND
    if not unfound and _plainly_said(book, reply, point, heard):
        return False
    return promised or (unfound and heard.likeness.nearest < _FAR_IN_MEANING)


def _plainly_said(book: Book, reply: Reply, point: str, heard: FacetHeard) -> bool:
    """An author's own wording, or nearly: that counts, whatever the chances say."""
    if not heard.fits or book.entries[heard.fits[0].match.entry].partial:
        return False
    best = heard.fits[0]
    return best.value >= (_TAUGHT_PLAINLY if point in book.taught.lessons else _PLAINLY) or (
        best.value >= NEAR and verbatim(book, reply, best)
    )


def _hits_in_words(book: Book, reply: Reply, heard: FacetHeard, *, listened: bool) -> Iterator[FacetHit]:
    strong = well_said(heard.fits)
    if strong and not _answers_nothing(reply):
        whole = _word_for_word(book, reply, strong) if listened else None
        best = whole or strong[0]
        full = (whole is not None or best.value >= _MET_IN_WORDS) and not book.entries[best.match.entry].partial
        full = full and not _bare_list(reply, best.match.first, best.match.last)
        yield FacetHit(heard.facet, Strength.MET if full else Strength.NEAR, evidence_of(book, reply, best))


def well_said(fits: Sequence[Fit]) -> list[Fit]:
    """Those that come near enough in words to be worth a look."""
    return [fit for fit in fits if fit.value >= _NEAR_IN_WORDS and _counts(fit.match, fit.value)]


def _word_for_word(book: Book, reply: Reply, strong: Sequence[Fit]) -> Fit | None:
    """The author's own wording said as it is, though another of the same group fits as well and comes first."""
    return next((fit for fit in strong if not book.entries[fit.match.entry].partial and verbatim(book, reply, fit)), None)


def _answers_nothing(reply: Reply) -> bool:
    """A bare no to `what is going on?`."""
    line = reply.heard.line
    return reply.act is Act.NO and not reply.pressed and "?" in line and not is_yes_no(line)


def _counts(match: Match, value: float) -> bool:
    """Whether a near fit is near for a reason: the heart of the facet, an act, or a good part of the phrase and not one loose word."""
    if value >= _MET_IN_WORDS or match.core or match.acts:
        return True
    return match.whole >= _GOOD_PART and (match.exact > 0 or sum(place >= 0 for _, place in match.places) >= 2)


def _evidence(book: Book, reply: Reply, heard: FacetHeard) -> tuple[Evidence, int, int]:
    """The words that speak loudest, by what they say, what they mean or what was taught of them, with the clauses they stand in."""
    best, like = heard.fits[0] if heard.fits else None, heard.likeness
    weak = (best is None or best.value < _NEAR_IN_WORDS) and like.nearest < _NEAR_IN_MEANING
    if heard.taught is not None and like.entry >= 0 and weak:
        clause, phrase = heard.taught.clause, book.entries[like.entry].phrase.text
        return make_evidence(reply, reply.evidence_span(clause, clause + 1), phrase, heard.likely.present), clause, clause + 1
    if best is not None and (best.value >= like.nearest or like.entry < 0):
        return evidence_of(book, reply, best), best.match.first, best.match.last
    if like.entry < 0:  # met by an act or a quantity alone
        return make_evidence(reply, reply.evidence_span(0, len(reply.clauses)), "", HEARD), 0, len(reply.clauses)
    span = reply.evidence_span(like.first, like.last)
    return make_evidence(reply, span, book.entries[like.entry].phrase.text, like.nearest), like.first, like.last


def _in_band(verdict: Verdict, spec: PointSpec, met: int, heard: Sequence[FacetHeard], rules: Mapping[str, FacetHit]) -> float:
    """0..1 inside the verdict's band."""
    present = max((one.likely.present for one in heard), default=0.0)
    covered = sorted((1.0 if one.facet in rules else one.likely.covered for one in heard), reverse=True)[: max(1, spec.need)]
    mean = sum(covered) / len(covered) if covered else 0.0
    if verdict is Verdict.MISSING:
        return present / HEARD * 0.999
    if verdict is Verdict.PARTLY:
        return (met + min(1.0, mean / IN_FULL)) / (spec.need + 1)
    return (mean - IN_FULL) / (1 - IN_FULL)


def _near_miss(book: Book, reply: Reply, heard: Sequence[FacetHeard]) -> Evidence | None:
    """What came closest, in words or in meaning."""
    found: list[Evidence] = []
    for one in heard:
        if one.fits and one.fits[0].value >= NEAR_MISS:
            found.append(evidence_of(book, reply, one.fits[0]))
        if one.likeness.nearest >= _NEAR_IN_MEANING and one.chances is not None and one.chances.present >= _LEAST_CHANCE:
            span = reply.evidence_span(one.likeness.first, one.likeness.last)
            found.append(make_evidence(reply, span, book.entries[one.likeness.entry].phrase.text, one.likeness.nearest))
    return max(found, key=lambda evidence: evidence.similarity, default=None)


def _bare_list(reply: Reply, first: int, last: int) -> bool:
    """Words in a row, nothing said of them: heard, but no statement."""
    start, end = reply.clauses[first].span.start, reply.clauses[last - 1].span.end
    return any(listed.start <= start and end <= listed.end for listed in reply.lists)
