"""The player's own best sentences for a point, fit to be said again in the real meeting.

Owns which of the player's words a brief may carry: those that earned the point, and none that raised a flag, made a mistake,
gave another figure than the facts or rest on what the incident does not know. Judges no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trainer.matching.reading import FacetHit, Reading, Strength
from trainer.meeting.turns import Turn
from trainer.report.sentences import spans_around, takes_back, tidy, without_assent
from trainer.scenario.incident import Incident
from trainer.scenario.models import Scenario
from trainer.text.values import Span

FEWEST_WORDS = 4
"""Shorter ones ("yes, exactly") only make sense after a question."""
MOST_WORDS = 45
"""Longer ones are not said in one breath."""


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


def best_words(scenario: Scenario, incident: Incident, point: str, said: Sequence[Said]) -> str | None:
    """The sentences that earned `point` best, facet by facet; None if a model line serves better.

    `said` holds the replies that count, in order. The caller has made sure that the point is covered.
    """
    alone = [one for one in said if _met(one, point) >= scenario.key_points[point].needed]
    pool = alone[-1:] or list(said)
    best = {hit.facet: (one, hit) for one, hit in sorted(_hits(point, pool), key=lambda pair: _rank(pair[1]))}
    sentences: dict[str, None] = {}
    for one in pool:
        for hit in sorted((hit for owner, hit in best.values() if owner is one), key=lambda hit: hit.evidence.start):
            for span in spans_around(one.text, hit.evidence.start, hit.evidence.end):
                if _spoilt(one.reading, point, span) or not _fit(scenario, incident, span.of(one.text)):
                    return None
                sentences[tidy(without_assent(span.of(one.text)))] = None
    words = " ".join(sentences)
    return words if FEWEST_WORDS <= len(words.split()) <= MOST_WORDS else None


def _met(one: Said, point: str) -> int:
    reading = one.reading.points.get(point)
    return len({hit.facet for hit in reading.hits if hit.strength is Strength.MET}) if reading else 0


def _hits(point: str, said: Sequence[Said]) -> Iterator[tuple[Said, FacetHit]]:
    for one in said:
        reading = one.reading.points.get(point)
        for hit in reading.hits if reading else ():
            yield one, hit


def _rank(hit: FacetHit) -> tuple[bool, float]:
    return hit.strength is Strength.MET, hit.evidence.similarity


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
