"""The meeting as a Mermaid flowchart, for pages that draw it: `flowchart TD`, one node a state, one arrow a way on.

Owns the escaping. What was reached is a class of its own, so that a page may colour it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from trainer.authoring.graph.condition_words import condition_words
from trainer.scenario.models import END, Condition, Scenario

LONGEST = 60
"""Characters of a condition on an arrow; longer ones are cut."""
_DONE, _OPEN = "reached", "unreached"


def mermaid(scenario: Scenario, unreached: Set[str] | None = None) -> Iterator[str]:
    """The lines of the chart; `unreached` holds the paths that nothing came to, None colours nothing."""
    yield "flowchart TD"
    yield from _nodes(scenario)
    ways = [(name, index, way) for name, state in scenario.states.items() for index, way in enumerate(state.next)]
    for name, _, way in ways:
        target = "the_end" if way.to == END else f"s_{way.to}"
        yield f"    s_{name} -->{_label(way.when)} {target}"
    for index, ending in enumerate(scenario.endings):
        yield f"    the_end -.->{_label(ending.when)} e_{index}"
    if unreached is None:
        return
    yield f"    classDef {_DONE} stroke:#2e7d32,stroke-width:2px"
    yield f"    classDef {_OPEN} stroke:#c62828,stroke-dasharray:4"
    for path, node in _paths(scenario):
        yield f"    class {node} {_OPEN if path in unreached else _DONE}"
    for number, (name, index, _) in enumerate(ways):
        if f"states.{name}.next.{index}" in unreached:
            yield f"    linkStyle {number} stroke:#c62828,stroke-dasharray:4"


def _paths(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Where something stands in the scenario, and its node."""
    yield from ((f"states.{name}", f"s_{name}") for name in scenario.states)
    yield from ((f"interjections.{name}", f"i_{name}") for name in scenario.interjections)
    yield from ((f"endings.{index}", f"e_{index}") for index in range(len(scenario.endings)))


def _nodes(scenario: Scenario) -> Iterator[str]:
    for name, state in scenario.states.items():
        text = f"{name}<br/>{_safe(scenario.roles[state.role].name)}: {_safe(state.about)}"
        yield f'    s_{name}(["{text}"])' if name == scenario.start else f'    s_{name}["{text}"]'
    for name, moment in scenario.interjections.items():
        text = f"{name}<br/>{_safe(scenario.roles[moment.role].name)}: {_safe(moment.about)}<br/>from {moment.pressure} on"
        yield f'    i_{name}{{{{"{text}"}}}}'
    yield '    the_end(("end"))'
    for index, ending in enumerate(scenario.endings):
        yield f'    e_{index}[/"{ending.id}<br/>{ending.result}{", breaks in" if ending.interrupts else ""}"/]'


def _label(condition: Condition | None) -> str:
    if condition is None:
        return ""
    words = condition_words(condition)
    return f'|"{_safe(words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…")}"|'


def _safe(text: str) -> str:
    """Text that ends no label and opens no tag."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;").replace("`", "'")
