"""Where a state leads: one `transitions` machine a scenario.

Owns the trigger `advance`, with one guarded transition per `next` item in order. Knows conditions only through the judge it is given,
keeps nothing between steps, and is the only place that imports transitions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transitions import EventData, Machine

from trainer.scenario.models import END, Condition, Next, Scenario

Judge = Callable[[Condition | None], bool]
"""Whether a condition holds now."""
MAX_VISITS = 3
"""A state entered this often is not entered again: scenarios may loop, meetings end."""


@dataclass
class Step:
    """The light model of one step: where the meeting is, and what is true now. `place` is moved by the machine."""

    place: str
    holds: Judge
    visits: Callable[[str], int]
    way: int | None = None
    """Which of the `next` items was taken, from 0."""


def build_machine(scenario: Scenario) -> Machine:
    """The machine of a scenario, every target checked.

    Raises:
        ValueError: `start` or a `next` names no state. (`trainer check` says so with the place; here it is the last line of defence.)
    """
    places = [*scenario.states, END]
    _check_targets(scenario, frozenset(places))
    transitions = [
        {"trigger": "advance", "source": name, "dest": way.to, "conditions": [_guard(way, index)]}
        for name, state in scenario.states.items()
        for index, way in enumerate(state.next)
    ]
    return Machine(
        model=None,
        states=places,
        initial=scenario.start,
        transitions=transitions,
        auto_transitions=False,
        send_event=True,
        model_attribute="place",
    )


def next_place(machine: Machine, place: str, holds: Judge, visits: Callable[[str], int]) -> str:
    """The state after `place`, or `end`; also `end` when no way on is open."""
    return way_on(machine, place, holds, visits)[0]


def way_on(machine: Machine, place: str, holds: Judge, visits: Callable[[str], int]) -> tuple[str, int | None]:
    """The state after `place` and which of its `next` items leads there, from 0; `end` and None when no way on is open."""
    step = Step(place, holds, visits)
    machine.add_model(step, initial=place)
    try:
        moved = machine.events["advance"].trigger(step)
    finally:
        machine.remove_model(step)
    return (step.place, step.way) if moved else (END, None)


def _guard(way: Next, index: int) -> Callable[[EventData], bool]:
    def is_open(event: EventData) -> bool:
        step = event.model
        if not isinstance(step, Step):
            raise TypeError(f"not a step: {step!r}")
        taken = (way.to == END or step.visits(way.to) < MAX_VISITS) and step.holds(way.when)
        step.way = index if taken else None
        return taken

    return is_open


def _check_targets(scenario: Scenario, places: frozenset[str]) -> None:
    wrong = [f"states.{name}.next: {way.to}" for name, state in scenario.states.items() for way in state.next if way.to not in places]
    if scenario.start not in scenario.states:
        wrong.insert(0, f"start: {scenario.start}")
    if wrong:
        raise ValueError(f"no such state: {', '.join(wrong)}")
