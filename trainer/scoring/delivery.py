"""One reply as it was delivered: what the notes look at.

Owns the view: clauses with their dialogue acts, whether the line proposes something, words the listener may not know. Judges nothing; the
notes do, one a file in `trainer.scoring.notes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.matching.book import Part
from trainer.matching.question import Heard
from trainer.matching.reply import lay_out
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.scenario.models import Term
from trainer.scoring.trade_words import untranslated_terms
from trainer.text.values import Verdict
from trainer.text.words import bag

Norms = tuple[str, ...]
"""Words, case-folded, contractions opened."""

_LINKING = bag("and so but or then now ok okay well just fine")
_OPEN = bag("what how who whom whose which when where why")
_WOULD_YOU = frozenset(
    (modal, *denied, person) for modal in ("can", "could", "shall", "should") for denied in ((), ("not",)) for person in ("we", "you")
)
_PERSONS = frozenset({("we",), ("you",), ("i",), ("they",)})
_TELLING = bag("tell explain show describe walk help")
"""Verbs after which `can you ...` asks to be told something."""
_HOW_ABOUT = frozenset(
    tuple(words.split())
    for words in ("what if", "what about", "how about", "why not", "why do not", "what is wrong", "what is so", "really no", "really not")
)
_ORDERS = bag("put ship do keep make let send go open release leave launch give")
"""Verbs a line begins with that presses for something."""


@dataclass(frozen=True)
class Said:
    """One clause."""

    acts: frozenset[str]
    """Names of its dialogue acts: refuse, recommend, request, own, commit, thank, acknowledge, dont_know, estimate."""
    words_before: int
    """Words of the reply that stand before it."""
    norms: Norms
    """Its words."""


@dataclass(frozen=True)
class Delivery:
    """One reply."""

    proposed: bool
    """Whether the line it answers proposes something one may say no to; a no to a question of fact (`is it quick?`) refuses nobody."""
    clauses: tuple[Said, ...]
    words: int
    """Words as typed."""
    acknowledged: bool = False
    """Whether they had shown earlier in the meeting that they see what it costs the others."""
    untranslated: tuple[Term, ...] = ()
    """Glossary terms said to somebody who is no engineer, with nothing beside them that explains them, in the order of the glossary."""

    def first(self, *acts: str) -> int | None:
        """Index of the first clause with one of these acts."""
        return next((index for index, clause in enumerate(self.clauses) if clause.acts & set(acts)), None)

    def has(self, *acts: str) -> bool:
        """Whether any clause has one of these acts."""
        return self.first(*acts) is not None


def delivery_of(script: Script, line: str, reply: str, role: str | None = None, *, acknowledged: bool = False) -> Delivery:
    """The reply to `line`, laid out; `role` is who said the line and hears the reply, `acknowledged` whether they were heard out before."""
    laid = lay_out(reply, Heard(line=line), script.book.lexicon, script.book.mender)
    clauses = tuple(
        Said(
            acts=clause.names,
            words_before=len(reply[: clause.span.start].split()),
            norms=tuple(word.norm for word in clause.words),
        )
        for clause in laid.clauses
    )
    plain = role is not None and script.scenario.roles[role].plain_speech
    terms = tuple(untranslated_terms(script.scenario.glossary, line, reply)) if plain else ()
    return Delivery(
        _proposes(tuple(word.norm for word in clause.words) for clause in laid.line), clauses, len(reply.split()), acknowledged, terms
    )


def acknowledged_before(script: Script, state: MeetingState) -> bool:
    """Whether a point was heard, at least in part, that most of its author's wordings meet by acknowledging something."""
    heard = (name for name, point in state.ledger.points.items() if point.verdict in {Verdict.PARTLY, Verdict.COVERED})
    return any(_acknowledges(script, name) for name in heard)


def _acknowledges(script: Script, point: str) -> bool:
    phrases = [entry.phrase for entry in script.book.entries if entry.owner.part is Part.FACET and entry.owner.id == point]
    return sum("acknowledge" in phrase.acts for phrase in phrases) > len(phrases) / 2


def _proposes(line: Iterable[Norms]) -> bool:
    """Whether something is proposed and no open question asked beside it: who asks how bad it is as well, wants to know first."""
    bare = [without_linking(norms) for norms in line]
    ways = [_is_proposal(norms) for norms in bare]
    return any(ways) and not any(norms[:1] and norms[0] in _OPEN and not way for norms, way in zip(bare, ways, strict=True))


def _is_proposal(norms: Norms) -> bool:
    if norms[:2] in _HOW_ABOUT or norms[:3] in _HOW_ABOUT:
        return True
    if norms[:1] and norms[0] in _ORDERS:
        return norms[1:2] not in _PERSONS and (norms[:2] != ("give", "me") or "yes" in norms)
    opening = next((norms[:size] for size in (2, 3) if norms[:size] in _WOULD_YOU), ())
    return bool(opening) and not _TELLING & set(norms[len(opening) : len(opening) + 1])


def without_linking(norms: Norms) -> Norms:
    """The words of a clause from the first that is more than a link to the clause before: `so please`, `and then`."""
    start = next((place for place, norm in enumerate(norms) if norm not in _LINKING), len(norms))
    return norms[start:]
