"""The small meeting with a text no terminal may be sent in every field that holds text.

A scenario file with escape codes is refused when it is loaded, so the whole of it comes in by the two other ways there are: as a record
that somebody sent, and as a run that stands in the history.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.pty_tools import HOSTILE, HOSTILE_SHOWN
from tests.small_meeting import GOOD, PLAIN
from trainer.meeting.options import Mode, Options
from trainer.record.codec import encode
from trainer.rehearsal import Rehearsal
from trainer.scenario.incident import Incident, Known
from trainer.scenario.models import Scenario
from trainer.store.places import Places
from trainer.store.store import Store

NAMES_SOMETHING = frozenset(
    {"id", "start", "to", "role", "theme", "kind", "result", "contradicts", "listens_for", "requires", "fact", "when", "need", "stand_in"}
)
"""Keys whose values are names or fixed words, not text."""
RUN = "hstle7"


def poisoned(value: Any, poison: str = HOSTILE, key: str = "") -> Any:
    """A scenario as an author writes it, with the poison behind every text."""
    if key in NAMES_SOMETHING:
        return value
    if isinstance(value, str):
        return f"{value} {poison}"
    if isinstance(value, Mapping):
        return {name: poisoned(inner, poison, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner, poison, key) for inner in value]
    return value


def hostile_file(folder: Path, poison: str = HOSTILE) -> Path:
    """A scenario file, `hostile`. With escape codes it is refused; with markup alone (`HOSTILE_SHOWN`) it opens."""
    path = folder / "hostile.yaml"
    path.write_text(json.dumps({**poisoned(PLAIN, poison), "id": "hostile"}, indent=1), encoding="utf-8")
    return path


def broken_hostile_file(folder: Path) -> Path:
    """A scenario with mistakes in hostile keys, values and its file name."""
    path = folder / "broken\x1b]0;pwned-title\x07\x1b[31;7m.yaml"
    document = {**poisoned(PLAIN), f"key {HOSTILE}": HOSTILE, "start": f"nowhere {HOSTILE}", "themes": HOSTILE}
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return path


def hostile_run(places: Places, *, replies: int = 2) -> str:
    """An unfinished run in the history, hostile in scenario, incident, replies and draft; its id."""
    scenario = Scenario.model_validate_json(json.dumps({**poisoned(PLAIN), "id": "hostile"}))
    incident = Incident("hostile", f"mine {HOSTILE}", {"bug": Known(f"the queue {HOSTILE}"), "estimate": Known(f"4-6 hours {HOSTILE}")})
    with Store(places.history) as store:
        begun = Rehearsal.start(store, scenario, incident, Options(mode=Mode.COACH), RUN, clock=lambda: datetime(2026, 1, 2, tzinfo=UTC))
        for reply in ("hmm", *GOOD)[:replies]:
            if not begun.over:  # every phrase holds the same poison, so that any reply may answer
                begun.reply(f"{reply} {HOSTILE}")
        begun.save_draft(f"not sent yet {HOSTILE}")
    return RUN


def hostile_record(folder: Path, places: Places) -> Path:
    """The record of such a run, finished, as a file."""
    path = folder / "record\x1b[31;7m.json"
    run = hostile_run(places, replies=4)
    with Store(places.history) as store:
        path.write_text(encode(store.load(run)), encoding="utf-8")
    return path


__all__ = ["HOSTILE", "HOSTILE_SHOWN", "broken_hostile_file", "hostile_file", "hostile_record", "hostile_run", "poisoned"]
