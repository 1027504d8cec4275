"""Where advice is silent: what looks like a fault and is none, and what cannot be known of a broken file."""

from __future__ import annotations

import pytest

from tests.scenario.samples import SMALL_TEXT, changed
from trainer.authoring.check import STEPS, advice
from trainer.authoring.checks import CHECKS
from trainer.scenario.files.source import source_of
from trainer.scenario.load import examine

SAYS = '    says: "And what do you want from us?"'
HINT = '    coach_hint: "Start with what you saw."'
MOVE = "      move: {label: what should happen, expect: [move the date, postpone it]}"
THANKS = "    expect: [thank you, I appreciate it]"
SILENT = {
    "a fact named in braces is no example wording": ("example-wording", MOVE, MOVE.replace("postpone it", '"postpone it, {bug}"')),
    "one word of the example may be anybody's": ("example-wording", MOVE, MOVE.replace("postpone it", "store it away for later")),
    "a hint from the role's worry gives nothing away": ("hint-gives-answer", HINT, '    coach_hint: "What would a customer see?"'),
    "a line of forty words can still be said": ("line-too-long", SAYS, f'    says: "{" ".join(["and"] * 39)} so?"'),
    "wordings may begin alike": ("variants-alike", '"You wanted to talk?", "What is it?"', '"You called?", "You called us in?"'),
    "a line may name the subject": ("line-says-it", SAYS, '    says: "And the date, what about it?"'),
    "a line said once the point is covered hides nothing": (
        "line-says-it", SAYS, '    says: [{when: {covered: ask}, lines: ["So we move the date. Why?"]}, {lines: ["And what do you want?"]}]'
    ),
    "a fact that stands in one line is used": ("unused-fact", "unknown: [cause, owner]", "unknown: [cause]\n      - known: [owner]"),
    "a plain wording is not too general": ("wording-too-general", THANKS, "    expect: [thank you, I am grateful to all of you]"),
}  # fmt: skip


def names(text: str) -> list[str]:
    """Which checks find something."""
    return [problem.check for problem in advice(examine(source_of("small.yaml", text)))]


@pytest.mark.parametrize("case", SILENT)
def test_nothing_is_said_of(case: str) -> None:
    name, good, bad = SILENT[case]
    assert name in {check.name for check in CHECKS}
    assert name not in names(changed(good, bad))


def test_states_that_exclude_each_other_keep_their_points_from_being_earned_together() -> None:
    """Whoever is led into one way is never asked for what the other requires."""
    text = changed("      - {to: closing}", "      - {to: end}")
    text = changed("    listens_for: [thanks]\n    next:", "    listens_for: [why]\n    requires: [why]\n    next:", text)
    text = changed("    listens_for: [ask, cause]\n    requires: [ask]", "    listens_for: [when]\n    requires: [when]", text)
    text = changed("      ask: {pump:", "      when: {pump:", text)
    points = "".join(
        f"  {name}:\n    theme: manner\n    label: {name}\n    why: x\n    model: x\n    expect: [{words}]\n" for name, words in POINTS
    )
    text = changed("mistakes:\n", f"{points}mistakes:\n", text)
    assert "full-score-out-of-reach" in names(text)
    detour = text.replace("  pushback:\n    role: sales", "  pushback:\n    detour: true\n    role: sales")
    assert "full-score-out-of-reach" not in names(detour)


POINTS = (("why", "a customer found the fault by accident"), ("when", "it comes on the third of May"))


def test_checks_that_read_are_silent_while_the_scenario_cannot_be_played() -> None:
    """What keeps a scenario from opening is told first."""
    sound = changed(THANKS, "    expect: [thank you, move the date]")
    assert "points-overlap" in names(sound)
    assert "points-overlap" not in names(changed("start: opening", "start: openin", sound))


def test_every_check_tells_when_it_is_done() -> None:
    steps: list[int] = []
    advice(examine(source_of("small.yaml", SMALL_TEXT)), lambda: steps.append(1))
    assert len(steps) == STEPS == len(CHECKS)
