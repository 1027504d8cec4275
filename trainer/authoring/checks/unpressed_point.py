"""A required point without a follow-up: it carries the score, and whoever forgets it is never asked."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look
from trainer.errors import Problem
from trainer.scenario.models import FollowUp


def find(look: Look) -> Iterator[Problem]:
    """Required points that their moment has no pump, hint or prompt for."""
    document, parts = look.document, look.parts
    for path, moment in parts.moments():
        if moment.max_follow_ups == 0:
            continue
        for index, point in enumerate(moment.requires):
            follow_up = moment.follow_ups.get(point, FollowUp.model_validate({}))
            if not (follow_up.pump or follow_up.hint or follow_up.prompt):
                message = f"'{point}' is required here and nobody presses for it"
                mend = f'follow_ups: {{{point}: {{pump: "...", hint: "...", prompt: "..."}}}}'
                where = (*path, "requires", index)
                yield document.problem(CHECK.name, where, message, mend=mend, severity="warning")


CHECK = Check(
    name="unpressed-point",
    what="A required point without `pump`, `hint` or `prompt` in its moment. It carries the score, and whoever forgets it is never asked.",
    bad="    requires: [bug, ask]",
    good="    requires: [bug]",
    find=find,
)
