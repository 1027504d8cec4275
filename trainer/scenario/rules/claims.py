"""No text claims what the incident may not have: slots name declared facts, optional ones only where they are known.

Speaks of `{fact}` in texts alone; conditions themselves are `trainer.scenario.rules.names`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.errors import Problem
from trainer.scenario.files.document import Document
from trainer.scenario.files.mends import quoted, replaced
from trainer.scenario.files.nodes import Place, Scalar
from trainer.scenario.models import Condition
from trainer.scenario.parts import Parts
from trainer.scenario.rules.slot_texts import TextAt, texts_in
from trainer.scenario.slots import QUOTE, odd_slots_in, slots_in
from trainer.scenario.suggest import nearest


def claim_problems(document: Document, parts: Parts) -> list[Problem]:
    """One problem for each slot that cannot be filled, or may not be filled where it stands."""
    return [problem for text in texts_in(parts) for problem in _of_text(document, parts, text)]


def _of_text(document: Document, parts: Parts, text: TextAt) -> Iterator[Problem]:
    for slot in (*slots_in(text.text), *odd_slots_in(text.text)):
        problem = _of_slot(document, parts, text, slot)
        if problem:
            yield problem


def _of_slot(document: Document, parts: Parts, text: TextAt, slot: str) -> Problem | None:
    if slot == QUOTE:
        return None if text.doubt else _stray_quote(document, text)
    if slot not in parts.names("facts"):
        return _undeclared(document, parts, text, slot)
    if text.path[0] == "facts":
        return _in_sentence(document, text, slot)
    fact = parts.facts.get(slot)
    if fact is None or not fact.optional or not text.said or slot in text.rests_on:
        return None
    if any(implies_known(guard, slot, parts.names("facts")) for guard in text.guards):
        return None
    return _unguarded(document, text, slot)


def implies_known(condition: Condition | None, fact: str, declared: Sequence[str]) -> bool:
    """Whether this condition can only hold where the fact has a value; a misspelt fact counts as what it was meant to be."""
    if condition is None:
        return False
    meant = (name if name in declared else next(iter(nearest(name, declared, most=1)), name) for name in condition.known)
    if fact in meant:
        return True
    return bool(condition.any) and all(implies_known(inner, fact, declared) for inner in condition.any)


def _undeclared(document: Document, parts: Parts, text: TextAt, slot: str) -> Problem:
    known = parts.names("facts")
    close = nearest(slot, known, most=1)
    hint = f" (did you mean {{{close[0]}}}?)" if close else ""
    place = _slot_place(document, text, slot)
    mend = document.source.line(place.line).replace(f"{{{slot}}}", f"{{{close[0]}}}") if close and place else ""
    if not mend:
        mend = "declare it under `facts:`" if slot in slots_in(text.text) else "braces stand for facts only: write it another way"
        mend += f"; facts are {', '.join(known)}" if known and len(known) <= 15 else ""
    message = f"{{{slot}}} is no declared fact{hint}"
    return document.problem("undeclared-fact", text.path, message, mend=mend, place=place)


def _slot_place(document: Document, text: TextAt, slot: str) -> Place | None:
    """Where the slot itself stands, when it stands there as it is written."""
    node = document.spot(text.path).node
    for number in range(node.start.line, node.end.line + 1):
        first = node.start.column - 1 if number == node.start.line else 0
        column = document.source.line(number).find(f"{{{slot}}}", first)
        if column >= 0:
            return Place(number, column + 1)
    return None


def _unguarded(document: Document, text: TextAt, slot: str) -> Problem:
    message = f"{{{slot}}} is optional, and this line is said when it is not known too"
    mend = f"make it two: `- {{when: {{known: {slot}}}, lines: [...]}}`, and behind it `- lines: [...]` without {{{slot}}}"
    node = document.spot(text.path).node
    if node is document.spot(text.path[:-3]).node and isinstance(node, Scalar) and "\n" not in text.text:
        # A plain text where a list of variants may stand: the list fits on its line.
        two = f'[{{when: {{known: {slot}}}, lines: [{quoted(text.text)}]}}, {{lines: ["..."]}}]'
        mend = replaced(document.source, node.start, node.end, two) or mend
    return document.problem("optional-fact-unguarded", text.path, message, mend=mend, place=_slot_place(document, text, slot))


def _in_sentence(document: Document, text: TextAt, slot: str) -> Problem:
    message = f"{{{slot}}} stands in a sentence about a fact, which is said as it is written"
    return document.problem("slot-in-sentence", text.path, message, mend="write the sentence without facts")


def _stray_quote(document: Document, text: TextAt) -> Problem:
    message = "{quote} stands for the player's words in a `doubt` only"
    node = document.spot(text.path).node
    mend = replaced(document.source, node.start, node.end, quoted(" ".join(text.text.replace("{quote}", "that").split())))
    return document.problem("stray-quote", text.path, message, mend=mend or "move it to `doubt`, or write it without {quote}")
