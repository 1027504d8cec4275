"""The player's own best sentences for a point, fit to be said again in the real meeting.

Owns which of the player's words a brief may carry: those that earned the point, and none that raised a flag, made a mistake,
gave another figure than the facts or rest on what the incident does not know. Judges no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from trainer.matching.reading import FacetHit, Reading, Strength
from trainer.meeting.turns import Turn
from trainer.report.brief.own_footing import Lean, lean_of, meaning, refuses_with_reason
from trainer.report.brief.sentences import sentence_spans, spans_around, takes_back, tidy, without_assent
from trainer.report.brief.shorten import whole_clauses
from trainer.scenario.incident import Incident
from trainer.scenario.models import Scenario
from trainer.text.values import Span

FEWEST_WORDS = 4
"""Shorter ones ("yes, exactly") only make sense after a question."""
MOST_WORDS = 45
"""Longer ones are not said in one breath."""
MOST_CHARACTERS = 350
"""The same for what has few spaces."""
CLEAR = 0.8
"""What earned a point with less than this similarity ("but no", for the ask) serves in its place in the talk only."""


@dataclass(frozen=True)
class Said:
    """One reply that counts, and what was read in it."""

    turn: int
    """Index of the turn, from 0, as in `Quote.turn`."""
    text: str
    reading: Reading


def standing_replies(turns: Iterable[Turn]) -> tuple[Said, ...]:
    """The replies that stand after retries, in order, silences left out."""
    answered = (turn for turn in turns if not turn.silence)
    return tuple(Said(turn.index, turn.reply, turn.reading) for turn in answered if turn.reply and turn.reading is not None)


def best_words(scenario: Scenario, incident: Incident, point: str, said: Sequence[Said], *, opens: bool = False) -> str | None:
    """The sentences that earned `point` best, facet by facet; None if a model line serves better.

    `said` holds the replies that count, in order. The caller has made sure that the point is covered. Replies that covered it alone
    are tried by how clearly they did, of equals the last first; if none did, all together are. A refusal that gives its reason comes
    before all others, however clear. `opens` says that no line stands before the words that an `it` or `that` could mean.
    """
    needed = scenario.key_points[point].needed
    alone = [(_clearness(one, point, needed), one) for one in said if len(_met(one, point)) >= needed]
    alone.sort(key=lambda pair: (-pair[0], -pair[1].turn))
    asked = _Asked(scenario, incident, point, opens)
    found = [(clear, words) for clear, one in alone if (words := _words(asked, [one]))]
    if not alone and (words := _words(asked, said)):
        found = [(CLEAR, words)]
    with_reason = (words for _, words in found if refuses_with_reason(words) and asked.is_meant_by(words))
    return next(with_reason, next((words for clear, words in found if clear >= CLEAR), None))


def met_in(said: Iterable[Said], point: str) -> frozenset[str]:
    """The facets of a point that the replies met."""
    return frozenset(facet for one in said for facet in _met(one, point))


@dataclass(frozen=True)
class _Asked:
    """What the words are wanted for."""

    scenario: Scenario
    incident: Incident
    point: str
    opens: bool

    def is_meant_by(self, words: str) -> bool:
        """Whether words name something that the point is about."""
        return not self._about.isdisjoint(meaning(words))

    @cached_property
    def _about(self) -> frozenset[str]:
        """What the point is about: the meaning of its label and its model lines."""
        point = self.scenario.key_points[self.point]
        return meaning(" ".join([point.label, *(line for variant in point.model for line in variant.lines)]))


def _words(asked: _Asked, pool: Sequence[Said]) -> str | None:
    best = {hit.facet: (one, hit) for one, hit in sorted(_hits(asked.point, pool), key=lambda pair: _rank(pair[1]))}
    bare = not any(meaning(hit.evidence.text) for _, hit in best.values())
    sentences: dict[str, str] = {}
    for one in pool:
        needed: dict[Span, int] = {}
        for hit in sorted((hit for owner, hit in best.values() if owner is one), key=lambda hit: hit.evidence.start):
            for span in _around(one.text, Span(hit.evidence.start, hit.evidence.end)):
                needed[span] = max(needed.get(span, 0), min(hit.evidence.end, span.end) - span.start)
        whole = _with_footing(asked, one.text, needed, bare=bare)
        for span in whole:
            if _spoilt(one.reading, asked.point, span) or not _fit(asked.scenario, asked.incident, span.of(one.text)):
                return None
            sentence = span.of(one.text)
            shorter = whole_clauses(sentence, needed.get(span, len(sentence)))
            sentences[tidy(without_assent(sentence))] = tidy(without_assent(shorter))
    choices = (" ".join(sentences), " ".join(sentences.values()))
    return next((words for words in choices if _sayable(words) and _stands(asked, words, bare=bare)), None)


def _with_footing(asked: _Asked, reply: str, needed: Iterable[Span], *, bare: bool) -> list[Span]:
    """The sentences, and before each that leans on the one in front of it, that one; a bare "no" takes along what it is said to."""
    every = [span for span in sentence_spans(reply) if span.of(reply).strip()]
    taken = {every.index(span) for span in needed if span in every}
    for start in sorted(taken, reverse=True):
        leaning = takewhile(lambda at: lean_of(every[at].of(reply)) is Lean.MANY, range(start, 0, -1))
        taken.update(at - 1 for at in leaning)
    if taken and bare and not any(asked.is_meant_by(every[at].of(reply)) for at in taken):
        beside = (at for at in (min(taken) - 1, max(taken) + 1) if 0 <= at < len(every) and asked.is_meant_by(every[at].of(reply)))
        taken.update(islice(beside, 1))
    return [every[at] for at in sorted(taken)]


def _stands(asked: _Asked, words: str, *, bare: bool) -> bool:
    """Whether the words lean on nothing that is not there; a `bare` no was heard by its question, so they have to name what it is about."""
    lean = lean_of(words)
    return lean is not Lean.MANY and not (asked.opens and lean is Lean.ONE) and (asked.is_meant_by(words) or not bare)


def _sayable(words: str) -> bool:
    return FEWEST_WORDS <= len(words.split()) <= MOST_WORDS and len(words) <= MOST_CHARACTERS


def _clearness(one: Said, point: str, needed: int) -> float:
    """How clearly a reply covered the point: the similarity of the least clear facet that it takes."""
    return sorted((hit.evidence.similarity for hit in _met(one, point).values()), reverse=True)[needed - 1]


def _met(one: Said, point: str) -> dict[str, FacetHit]:
    """The facets a reply met, each with its best hit."""
    hits = [hit for _, hit in _hits(point, [one]) if hit.strength is Strength.MET]
    return {hit.facet: hit for hit in sorted(hits, key=_rank)}


def _hits(point: str, said: Sequence[Said]) -> Iterator[tuple[Said, FacetHit]]:
    for one in said:
        reading = one.reading.points.get(point)
        for hit in reading.hits if reading else ():
            yield one, hit


def _rank(hit: FacetHit) -> tuple[bool, float]:
    return hit.strength is Strength.MET, hit.evidence.similarity


def _around(reply: str, evidence: Span) -> Iterator[Span]:
    """The sentences that the evidence holds half of, and the one it holds most of: it may reach a few words too far."""
    shares = {span: _share(reply, span, evidence) for span in spans_around(reply, evidence.start, evidence.end)}
    most = max(shares.values(), default=0)
    yield from (span for span, share in shares.items() if share >= min(most, 0.5))


def _share(reply: str, sentence: Span, evidence: Span) -> float:
    """How much of a sentence the evidence holds, white space around it left out."""
    words = sentence.of(reply)
    first, last = sentence.end - len(words.lstrip()), sentence.start + len(words.rstrip())
    return max(0, min(evidence.end, last) - max(evidence.start, first)) / (last - first)


def _spoilt(reading: Reading, point: str, sentence: Span) -> bool:
    """Whether the sentence also raised a flag or made a mistake, or the point's figure differs from the facts."""
    bad = (*(hit.evidence for hit in reading.flags), *(hit.evidence for hit in reading.mistakes))
    return any(sentence.overlaps(Span(words.start, words.end)) for words in bad) or any(note.point == point for note in reading.notes)


def _fit(scenario: Scenario, incident: Incident, sentence: str) -> bool:
    """Whether a sentence states something that can be said anew, and nothing of a fact that the incident does not know."""
    folded = sentence.casefold().strip()
    if takes_back(folded):
        return False
    unknown = (fact for name, fact in scenario.facts.items() if not incident.known(name))
    return not folded.endswith("?") and not any(
        wording.casefold() in folded for fact in unknown for wording in (fact.example, *fact.said_as)
    )
