"""Which words a role or the coach uses.

Owns the choice of variant by condition and of wording by `sha256(seed, key, visit)`, and puts facts in. A wording that needs a fact without
a value is never said. Decides nothing about when a line is due.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from trainer.meeting.conditions import holds
from trainer.meeting.script import Script
from trainer.meeting.sources import filled, open_fact_sentences
from trainer.meeting.state import MeetingState
from trainer.scenario.models import Condition, Spoken, Variant
from trainer.text.clean import clean_line

MAX_QUOTE_WORDS = 12
"""A quote is to be said aloud."""


def pick(count: int, seed: int, key: str, visit: int) -> int:
    """A number below `count`: the same for ever for the same seed, key and visit."""
    digest = sha256(f"{seed}:{key}:{visit}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % count


def say(script: Script, state: MeetingState, spoken: Spoken | None, key: str) -> str:
    """The line in the wording that seed, key and visit choose; empty when nothing can be said."""
    wordings = wordings_of(script, state, spoken)
    return wordings[pick(len(wordings), state.options.seed, key, _visit(state))] if wordings else ""


def say_anew(script: Script, state: MeetingState, spoken: Spoken | None, key: str) -> str:
    """The same for a role's next line: wordings not said yet come first, and the line just said never comes again.

    Empty when nothing (else) can be said.
    """
    wordings = wordings_of(script, state, spoken)
    if not wordings:
        return ""
    first = pick(len(wordings), state.options.seed, key, _visit(state))
    turned = (*wordings[first:], *wordings[:first])
    last = state.asked[-1] if state.asked else None
    return next((line for line in turned if line not in state.asked), next((line for line in turned if line != last), ""))


def wordings_of(script: Script, state: MeetingState, spoken: Spoken | None) -> tuple[str, ...]:
    """The sayable wordings, facts put in, of the first variant that holds and has any."""
    variant = _variant(script, state, spoken)
    return _lines(script, variant.lines) if variant else ()


def model_line(script: Script, state: MeetingState, point: str) -> str:
    """A good line for a point in this incident; empty if there is none to give.

    Where the point rests on a fact without a value and the author wrote no variant for that, it is the fact's own sentence:
    a model line never claims what is not known.
    """
    key_point = script.scenario.key_points[point]
    variant = _variant(script, state, key_point.model)
    sentences = open_fact_sentences(script.scenario, script.incident, key_point)
    if sentences is not None and (variant is None or not _minds_facts(variant.when)):
        return " ".join(sentences)
    return say(script, state, key_point.model, f"model:{point}")


def coach_hint(script: Script, state: MeetingState, point: str) -> str:
    """What the coach says about a missing point: its hint, or else why it matters. Never the answer."""
    key_point = script.scenario.key_points[point]
    return say(script, state, key_point.coach_hint, f"coach:{point}") or key_point.why


def sayable_quote(text: str) -> str:
    """The player's words on one line, short enough to be said back."""
    words = clean_line(text).strip(" .,;:!?…\"'“”‘’").split()
    return " ".join(words[:MAX_QUOTE_WORDS]).rstrip(",;:") + ("…" if len(words) > MAX_QUOTE_WORDS else "")


def _variant(script: Script, state: MeetingState, spoken: Spoken | None) -> Variant | None:
    return next((one for one in spoken or () if _lines(script, one.lines) and holds(one.when, script, state)), None)


def _minds_facts(condition: Condition | None) -> bool:
    return condition is not None and bool(condition.known or condition.unknown or condition.none)


def _lines(script: Script, lines: Sequence[str]) -> tuple[str, ...]:
    return filled(lines, script.incident)


def _visit(state: MeetingState) -> int:
    return state.visits.get(state.moment, 0) if state.moment else 0
