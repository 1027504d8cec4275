"""Advice on scenarios that can be played, one judgement a file; `CHECKS` is all of them, in the order they are explained.

A check here never keeps a scenario from opening: what must hold before a meeting can run is in `trainer.scenario`.
"""

from __future__ import annotations

from trainer.authoring.checking import Check
from trainer.authoring.checks.condition_always_true import CHECK as CONDITION_ALWAYS_TRUE
from trainer.authoring.checks.condition_never_true import CHECK as CONDITION_NEVER_TRUE
from trainer.authoring.checks.ending_never_reached import CHECK as ENDING_NEVER_REACHED
from trainer.authoring.checks.line_too_long import CHECK as LINE_TOO_LONG
from trainer.authoring.checks.never_chosen import CHECK as NEVER_CHOSEN
from trainer.authoring.checks.unheard_point import CHECK as UNHEARD_POINT
from trainer.authoring.checks.unpressed_point import CHECK as UNPRESSED_POINT
from trainer.authoring.checks.unreachable_state import CHECK as UNREACHABLE_STATE
from trainer.authoring.checks.unused_fact import CHECK as UNUSED_FACT
from trainer.authoring.checks.variants_alike import CHECK as VARIANTS_ALIKE

CHECKS: tuple[Check, ...] = (
    UNREACHABLE_STATE,
    UNHEARD_POINT,
    UNPRESSED_POINT,
    CONDITION_NEVER_TRUE,
    CONDITION_ALWAYS_TRUE,
    NEVER_CHOSEN,
    ENDING_NEVER_REACHED,
    UNUSED_FACT,
    VARIANTS_ALIKE,
    LINE_TOO_LONG,
)

__all__ = ["CHECKS", "Check"]
