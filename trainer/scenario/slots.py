"""`{fact}` in texts: which facts a text names, and the text with an incident's values in their places.

Values are put in as they stand, once: braces inside a value are text. A text's full stop right behind a value that ends a sentence by
itself is left out. Which of several lines is said is decided by conditions,
elsewhere; a line that needs a fact nobody knows is never chosen.
"""

from __future__ import annotations

import re

from trainer.scenario.incident import Incident

QUOTE = "quote"
"""In a `doubt` line `{quote}` stands for the player's own words."""
_ENDS = (".", "!", "?", "…")
_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_SLOT_AND_STOP = re.compile(rf"{_SLOT.pattern}(\.?)")
_BRACES = re.compile(r"\{([^{}\n]*)\}")


def slots_in(text: str) -> tuple[str, ...]:
    """Facts the text names, in order, each once; `quote` is among them where it stands."""
    return tuple(dict.fromkeys(_SLOT.findall(text)))


def odd_slots_in(text: str) -> tuple[str, ...]:
    """What stands in braces and is no id: `{Bug}`, `{ bug }`, `{}`."""
    return tuple(dict.fromkeys(found for found in _BRACES.findall(text) if not _SLOT.fullmatch(f"{{{found}}}")))


def fill(text: str, incident: Incident) -> str:
    """The text with the incident's values. A slot whose fact has no value stays as it is written: choose another line by condition."""

    def value(match: re.Match[str]) -> str:
        known, stop = incident.value(match[1]), match[2]
        if known is None:
            return match[0]
        return known if known.endswith(_ENDS) else known + stop

    return _SLOT_AND_STOP.sub(value, text)


def fillable(text: str, incident: Incident) -> bool:
    """Whether every fact the text names has a value in this incident."""
    return all(incident.known(slot) for slot in slots_in(text) if slot != QUOTE)
