"""Advice on scenarios that can be played, one judgement a file; `CHECKS` is all of them, in the order they are explained.

A check here never keeps a scenario from opening: what must hold before a meeting can run is in `trainer.scenario`.
"""

from __future__ import annotations

from trainer.authoring.checking import Check
from trainer.authoring.checks.condition_always_true import CHECK as CONDITION_ALWAYS_TRUE
from trainer.authoring.checks.condition_never_true import CHECK as CONDITION_NEVER_TRUE
from trainer.authoring.checks.ending_never_reached import CHECK as ENDING_NEVER_REACHED
from trainer.authoring.checks.example_wording import CHECK as EXAMPLE_WORDING
from trainer.authoring.checks.full_score_out_of_reach import CHECK as FULL_SCORE_OUT_OF_REACH
from trainer.authoring.checks.hint_gives_answer import CHECK as HINT_GIVES_ANSWER
from trainer.authoring.checks.line_says_it import CHECK as LINE_SAYS_IT
from trainer.authoring.checks.line_too_long import CHECK as LINE_TOO_LONG
from trainer.authoring.checks.never_chosen import CHECK as NEVER_CHOSEN
from trainer.authoring.checks.points_overlap import CHECK as POINTS_OVERLAP
from trainer.authoring.checks.unheard_point import CHECK as UNHEARD_POINT
from trainer.authoring.checks.unpressed_point import CHECK as UNPRESSED_POINT
from trainer.authoring.checks.unreachable_state import CHECK as UNREACHABLE_STATE
from trainer.authoring.checks.unused_fact import CHECK as UNUSED_FACT
from trainer.authoring.checks.variants_alike import CHECK as VARIANTS_ALIKE
from trainer.authoring.checks.wording_too_general import CHECK as WORDING_TOO_GENERAL
from trainer.authoring.checks.wording_turned import CHECK as WORDING_TURNED

CHECKS: tuple[Check, ...] = (
    UNREACHABLE_STATE,
    UNHEARD_POINT,
    UNPRESSED_POINT,
    FULL_SCORE_OUT_OF_REACH,
    CONDITION_NEVER_TRUE,
    CONDITION_ALWAYS_TRUE,
    NEVER_CHOSEN,
    ENDING_NEVER_REACHED,
    POINTS_OVERLAP,
    WORDING_TURNED,
    WORDING_TOO_GENERAL,
    EXAMPLE_WORDING,
    LINE_SAYS_IT,
    HINT_GIVES_ANSWER,
    UNUSED_FACT,
    VARIANTS_ALIKE,
    LINE_TOO_LONG,
)

__all__ = ["CHECKS", "Check"]
