"""The meeting as it was said, with what each reply earned marked in it.

Owns which words are marked and as what: the evidence that the events hold, and no other. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer.matching.reading import Evidence
from trainer.meeting.events import Claimed, Event, Hinted, PointHeard, Retried, Told
from trainer.meeting.script import Script
from trainer.meeting.turns import Aid, Turn, turns_of
from trainer.report.debrief.denials import denials_in, mistakes_in
from trainer.report.debrief.marking import Found, marked
from trainer.report.debrief.transcript_values import Mark, SaidReply, TranscriptTurn
from trainer.scenario.models import Scenario
from trainer.scoring.trust_words import FLAG_WORDS, trust_change
from trainer.text.clean import clean, clean_line
from trainer.text.values import Verdict

_MARK_OF = {Verdict.COVERED: Mark.COVERED, Verdict.PARTLY: Mark.PARTLY, Verdict.CONTRADICTED: Mark.PARTLY}
"""Mark of words that speak for a point, by where it then stands: for one that is denied they are not enough yet."""


def transcript(script: Script, events: Sequence[Event], turns: Sequence[Turn]) -> tuple[TranscriptTurn, ...]:
    """The lines in order with the replies they got; tries that were taken back stand beside the one that counts.

    What the coach showed stands once, where it came first: its second time tells nothing new, be it in the same turn.
    """
    tries = _tries(events)
    shown: list[TranscriptTurn] = []
    heard: set[str] = set()
    for turn in turns:
        one = _turn(script.scenario, turn, tries.get(turn.index, ()))
        shown.append(replace(one, aids=tuple(aid for aid in dict.fromkeys(one.aids) if aid not in heard)))
        heard.update(one.aids)
    return tuple(shown)


def _tries(events: Sequence[Event]) -> dict[int, tuple[Turn, ...]]:
    """Turn -> the tries that were taken back there, each as it had come out."""
    tries: dict[int, tuple[Turn, ...]] = {}
    for number, event in enumerate(events):
        if isinstance(event, Retried):
            last = [turn for turn in turns_of(events[:number]) if turn.reading is not None][-1]
            tries[last.index] = (*tries.get(last.index, ()), last)
    return tries


def _turn(scenario: Scenario, turn: Turn, tries: Sequence[Turn]) -> TranscriptTurn:
    spoke = turn.spoke
    return TranscriptTurn(
        turn=turn.index,
        moment=spoke.moment,
        kind=spoke.kind.value,
        role=spoke.role,
        name=clean_line(scenario.roles[spoke.role].name),
        line=clean_line(spoke.line),
        reply=_reply(scenario, turn) if turn.reading is not None else None,
        taken_back=tuple(_reply(scenario, one) for one in tries),
        aids=tuple(_aid(scenario, one) for one in turn.aids),
        trust=tuple(clean_line(one) for one in trust_change(scenario, turn.trust_moves)),
    )


def _reply(scenario: Scenario, turn: Turn) -> SaidReply:
    text = turn.reply or ""
    return SaidReply(clean(text), marked(text, _found(scenario, turn)))


def _found(scenario: Scenario, turn: Turn) -> Iterator[Found]:
    for heard in turn.points_heard:
        told = " (the coach gave it)" if turn.after.ledger.point(heard.point).told else ""
        label = clean_line(scenario.key_points[heard.point].label) + told
        for evidence, mark in _marks(scenario, turn, heard):
            yield Found(evidence.span, mark, heard.point, label)
    for mistake, words in mistakes_in(scenario, turn).items():
        yield Found(words.span, Mark.MISTAKE, mistake, clean_line(scenario.mistakes[mistake].label))
    for hit in turn.reading.flags if turn.reading is not None else ():
        if hit.sure:
            yield Found(hit.evidence.span, Mark.MANNER, hit.flag.value, FLAG_WORDS[hit.flag])


def _marks(scenario: Scenario, turn: Turn, heard: PointHeard) -> Iterator[tuple[Evidence, Mark]]:
    """The evidence a reply brought on one point: what denies it, and what speaks for it unless the same breath denies it."""
    denials = denials_in(scenario, turn, heard.point)
    denied = heard.verdict is Verdict.CONTRADICTED and any(one in denials for one in heard.evidence)
    for evidence in heard.evidence:
        if evidence in denials:
            yield evidence, Mark.CONTRADICTED
        elif heard.verdict in _MARK_OF and not denied:
            yield evidence, _MARK_OF[heard.verdict]


def _aid(scenario: Scenario, aid: Aid) -> str:
    label = clean_line(scenario.key_points[aid.point].label)
    match aid:
        case Hinted():
            return f"The coach's hint: {clean_line(aid.line)}"
        case Told():
            return f"The coach gave you this for “{label}”: {clean_line(aid.line)}"
        case Claimed():
            return f"You said that you had said it: {label}"
