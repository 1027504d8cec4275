"""Every kind of problem loading a file can find, for the reference and for the tests that each example really has it."""

from __future__ import annotations

from trainer.authoring.catalogue.entry import Entry
from trainer.authoring.catalogue.of_names import OF_NAMES
from trainer.authoring.catalogue.of_rules import OF_INCIDENTS, OF_RULES
from trainer.authoring.catalogue.of_shape import OF_SHAPE
from trainer.authoring.catalogue.of_yaml import OF_YAML

GROUPS: dict[str, tuple[Entry, ...]] = {
    "YAML and its traps": OF_YAML,
    "Shape": OF_SHAPE,
    "Names": OF_NAMES,
    "Between the parts": OF_RULES,
    "Incidents": OF_INCIDENTS,
}
"""Heading of the reference -> what stands under it."""

__all__ = ["GROUPS", "OF_INCIDENTS", "Entry"]
