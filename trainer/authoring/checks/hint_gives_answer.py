"""A first hint that holds the answer: whoever reads it aloud has said the point, and nothing was rehearsed."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look, phrases_of
from trainer.errors import Problem
from trainer.scenario.files.document import Path
from trainer.scenario.models import Spoken
from trainer.text.values import Verdict

_NEARLY_ALL = 0.75
"""Share of a wording's own words that must stand in the hint."""


def find(look: Look) -> Iterator[Problem]:
    """Coach hints, pumps and hints that would cover their point if they were said."""
    if look.script is None:
        return
    wordings = _wordings(look)
    for path, point, moment, spoken in _first_hints(look):
        for index, variant in enumerate(spoken):
            for number, line in enumerate(variant.lines):
                text = look.filled(line)
                said = look.content(text)
                given = next((words for words, own in wordings.get(point, ()) if len(own & said) >= _NEARLY_ALL * len(own)), None)
                if given is not None and _covers(look, text, point, moment):
                    message = f"this gives '{point}' away: it holds “{given}”"
                    mend = "ask from the role's worry, or name a direction and not the words"
                    yield CHECK.warn(look, (*path, index, "lines", number), message, mend)


def _wordings(look: Look) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """By point every wording that meets it, the example's values among them, with its words; single words give nothing away."""
    found = [(phrase.point, look.filled(phrase.text)) for phrase in phrases_of(look.parts)]
    for name, point in look.parts.key_points.items():
        facts = [look.parts.facts[facet.fact] for facet in point.facets.values() if facet.fact and facet.fact in look.parts.facts]
        found += [(name, value) for fact in facts for value in (fact.example, *fact.said_as)]
    wordings: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name, text in found:
        own = look.content(text)
        if len(own) > 1:
            wordings.setdefault(name, []).append((text, own))
    return wordings


def _first_hints(look: Look) -> Iterator[tuple[Path, str, str, Spoken]]:
    for name, moment in look.moments.items():
        for point, follow_up in moment.follow_ups.items():
            for rung, spoken in (("pump", follow_up.pump), ("hint", follow_up.hint)):
                if spoken and point in moment.listens_for:
                    yield (*look.path_of(name), "follow_ups", point, rung), point, name, spoken
    for point, key_point in look.parts.key_points.items():
        asking = look.listening(point)
        if key_point.coach_hint and asking:
            yield ("key_points", point, "coach_hint"), point, asking[0], key_point.coach_hint


def _covers(look: Look, text: str, point: str, moment: str) -> bool:
    """Whether it covers the point when somebody says it; a question is said as a statement."""
    return look.hear(text.replace("?", "."), moment, line="").points[point].verdict is Verdict.COVERED


CHECK = Check(
    name="hint-gives-answer",
    what="A `coach_hint`, `pump` or `hint` with the words of a good answer. The first hint gives a direction; the model line is there for "
    "whoever asks to be shown.",
    bad='    coach_hint: "Tell them that orders are stored twice."',
    good='    coach_hint: "Start with what you saw."',
    find=find,
)
