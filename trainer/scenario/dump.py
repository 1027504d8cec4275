"""A scenario as JSON and back, and its hash: what a record embeds.

Keys keep the author's order, because lists on the screen do. Everything is written out, defaults too: a record reads the same
when a later version has other defaults.
"""

from __future__ import annotations

import json
from hashlib import sha256

from pydantic import ValidationError

from trainer.errors import Unreadable
from trainer.scenario.models import Scenario


def scenario_json(scenario: Scenario) -> str:
    """The scenario as compact JSON, the same text for equal scenarios."""
    return scenario.model_dump_json(by_alias=True)


def scenario_from_json(text: str) -> Scenario:
    """The scenario that `scenario_json` wrote.

    Raises:
        Unreadable: the text is not such JSON.
    """
    try:
        return Scenario.model_validate_json(text)
    except ValidationError as error:
        raise Unreadable("record", f"the scenario in it cannot be read ({error.error_count()} problems)") from None


def scenario_hash(scenario: Scenario) -> str:
    """SHA-256 of the scenario as this version writes it, in hexadecimal."""
    return written_hash(json.loads(scenario_json(scenario)))


def written_hash(plain: object) -> str:
    """The same of a scenario as it was written, by whatever version: one that has learnt new fields since must not call it changed."""
    return sha256(json.dumps(plain, separators=(",", ":")).encode()).hexdigest()
