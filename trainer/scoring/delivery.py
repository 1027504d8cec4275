"""One reply as it was delivered: what the notes look at.

Owns the view: clauses with their dialogue acts, the line answered, words the listener may not know. Judges nothing; the notes do, one a
file in `trainer.scoring.notes`.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.matching.question import Heard
from trainer.matching.reply import lay_out
from trainer.meeting.script import Script
from trainer.scenario.models import Term
from trainer.scoring.trade_words import untranslated_terms


@dataclass(frozen=True)
class Said:
    """One clause."""

    acts: frozenset[str]
    """Names of its dialogue acts: refuse, recommend, request, own, commit, thank, acknowledge, dont_know, estimate."""
    words_before: int
    """Words of the reply that stand before it."""
    norms: tuple[str, ...]
    """Its words, case-folded, contractions opened."""
    new_sentence: bool
    asked: bool
    """Put as a question."""


@dataclass(frozen=True)
class Delivery:
    """One reply."""

    line: str
    """What it answers."""
    clauses: tuple[Said, ...]
    words: int
    """Words as typed."""
    untranslated: tuple[Term, ...] = ()
    """Glossary terms said to somebody who is no engineer, with nothing beside them that explains them, in the order of the glossary."""

    def first(self, *acts: str) -> int | None:
        """Index of the first clause with one of these acts."""
        return next((index for index, clause in enumerate(self.clauses) if clause.acts & set(acts)), None)

    @property
    def refuses_at_once(self) -> bool:
        """Whether it begins with a no: then something was asked for, whatever form that took."""
        return bool(self.clauses) and "refuse" in self.clauses[0].acts

    def has(self, *acts: str) -> bool:
        """Whether any clause has one of these acts."""
        return self.first(*acts) is not None


def delivery_of(script: Script, line: str, reply: str, role: str | None = None) -> Delivery:
    """The reply to `line`, laid out; `role` is who said the line and hears the reply."""
    laid = lay_out(reply, Heard(line=line), script.book.lexicon, script.book.mender)
    clauses = tuple(
        Said(
            acts=clause.names,
            words_before=len(reply[: clause.span.start].split()),
            norms=tuple(word.norm for word in clause.words),
            new_sentence=clause.raw.new_sentence,
            asked="?" in clause.raw.end_mark,
        )
        for clause in laid.clauses
    )
    plain = role is not None and script.scenario.roles[role].plain_speech
    return Delivery(line, clauses, len(reply.split()), tuple(untranslated_terms(script.scenario.glossary, line, reply)) if plain else ())
