"""The meeting as lines for a terminal: each state with its ways on, then interjections and endings; what was reached is marked.

Signs carry the meaning, colour only helps: `+` reached, `-` not, nothing where nobody asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from trainer.authoring.graph.condition_words import condition_words
from trainer.scenario.models import END, Condition, Scenario
from trainer.text.clean import clean

WIDEST = 100
"""Columns of a line."""


@dataclass(frozen=True)
class Line:
    """One line of the drawing."""

    text: str
    reached: bool | None = None
    """Whether cases and playthroughs came to it; None where that was not asked, and for headings."""
    heading: bool = False


def drawing(scenario: Scenario, unreached: Set[str] | None = None) -> Iterator[Line]:
    """Everything, from the start on; `unreached` holds the paths that nothing came to (`states.opening.next.0`)."""

    def line(path: str, text: str) -> Line:
        reached = None if unreached is None else path not in unreached
        sign = "" if reached is None else "+ " if reached else "- "
        return Line(_cut(sign + text), reached)

    yield Line(_cut(f"{scenario.id}: {scenario.title}"), heading=True)
    for name in _in_order(scenario):
        state = scenario.states[name]
        marks = "".join((" (start)" if name == scenario.start else "", " (detour)" if state.detour else ""))
        yield line(f"states.{name}", f"{name}{marks}  {scenario.roles[state.role].name}: {state.about}")
        for index, way in enumerate(state.next):
            arrow = "└─▶" if index == len(state.next) - 1 else "├─▶"
            yield line(f"states.{name}.next.{index}", f"   {arrow} {way.to}{_when(way.when)}")
    if scenario.interjections:
        yield Line("Put in between", heading=True)
    for name, moment in scenario.interjections.items():
        text = f"{name}  {scenario.roles[moment.role].name}: {moment.about}, from {moment.pressure} on{_when(moment.when)}"
        yield line(f"interjections.{name}", text)
    yield Line("Endings, the first that holds", heading=True)
    for index, ending in enumerate(scenario.endings):
        text = f"{ending.id}  {ending.result}{', breaks in' if ending.interrupts else ''}{_when(ending.when)}"
        yield line(f"endings.{index}", text)


def _in_order(scenario: Scenario) -> tuple[str, ...]:
    """States as one comes to them from the start, nearest first; those nobody comes to last."""
    found = dict.fromkeys([scenario.start])
    for name in (ahead := list(found)):
        for way in scenario.states[name].next:
            if way.to != END and way.to not in found:
                found[way.to] = None
                ahead.append(way.to)
    return tuple(dict.fromkeys([*found, *scenario.states]))


def _when(condition: Condition | None) -> str:
    return "" if condition is None else f"  if {condition_words(condition)}"


def _cut(text: str) -> str:
    text = clean(text)
    return text if len(text) <= WIDEST else text[: WIDEST - 1].rstrip() + "…"
