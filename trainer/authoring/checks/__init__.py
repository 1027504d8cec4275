"""Advice on scenarios that can be played, one judgement a file; `CHECKS` is all of them, in the order they are explained.

A check here never keeps a scenario from opening: what must hold before a meeting can run is in `trainer.scenario`.
"""

from __future__ import annotations

from trainer.authoring.checking import Check
from trainer.authoring.checks.unheard_point import CHECK as UNHEARD_POINT
from trainer.authoring.checks.unpressed_point import CHECK as UNPRESSED_POINT
from trainer.authoring.checks.unreachable_state import CHECK as UNREACHABLE_STATE

CHECKS: tuple[Check, ...] = (UNREACHABLE_STATE, UNHEARD_POINT, UNPRESSED_POINT)

__all__ = ["CHECKS", "Check"]
