"""A fact that is asked for and used nowhere: two minutes of a tired engineer for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look
from trainer.errors import Problem
from trainer.scenario.parts import Parts
from trainer.scenario.rules.fact_worlds import facts_in
from trainer.scenario.rules.slot_texts import texts_in
from trainer.scenario.slots import slots_in


def find(look: Look) -> Iterator[Problem]:
    """Facts in no text, facet, condition or brief; silent while a moment cannot be read, for that one may use them."""
    if not look.ground.readable:
        return
    used = {fact for text in texts_in(look.parts) for fact in slots_in(text.text)}
    used |= {fact for at in look.ground.conditions for fact in facts_in(at.condition)} | set(_in_points_and_brief(look.parts))
    for name in look.parts.facts:
        if name not in used:
            message = f"nothing uses the fact '{name}', and the form asks for it"
            place = look.document.key_place(("facts", name))
            mend = f"say {{{name}}} in a line, rest a facet on it, list it in the brief, or take the fact out"
            yield look.document.problem(CHECK.name, ("facts", name), message, mend=mend, severity="warning", place=place)


def _in_points_and_brief(parts: Parts) -> Iterator[str]:
    for point in parts.key_points.values():
        yield from (facet.fact for facet in point.facets.values() if facet.fact)
    for section in parts.brief.values():
        for item in section.items:
            yield from (*item.known, *item.unknown)


CHECK = Check(
    name="unused-fact",
    what="A fact that stands in no line, facet, condition or brief. The form asks for it all the same, and nothing comes of the answer.",
    bad="      - unknown: [cause]",
    good="      - unknown: [cause, owner]",
    find=find,
)
