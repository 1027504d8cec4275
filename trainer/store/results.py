"""What stands in the history for a finished run: its result as kept, or worked out from its record.

Owns nothing on disk; the rows are `trainer.store.store`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from trainer.errors import Unreadable
from trainer.meeting.events import Ended
from trainer.record.dates import read_date
from trainer.record.record import Record
from trainer.record.result_codec import decode_result
from trainer.scoring.run_result import RunResult


@dataclass(frozen=True)
class Finished:
    """A row of a finished run."""

    id: str
    saved: str
    """When it was saved last, which is its end; as the row has it."""
    result: str | None
    """As kept; None for runs of a trainer that kept none."""


@dataclass(frozen=True)
class Results:
    """What came of finished runs."""

    results: tuple[RunResult, ...]
    """Oldest first."""
    trouble: tuple[str, ...] = ()
    """One line for each run that had to be left out, and why."""


def result_in(run: Finished) -> RunResult | None:
    """The result that was kept with the run; None if there is none that can be read."""
    if run.result is None:
        return None
    try:
        return decode_result(run.result, f"rehearsal {run.id}")
    except Unreadable:
        return None  # nothing is lost: the record, which it came from, is still there


def ended_at(run: Finished) -> datetime:
    """When it ended. Raises Unreadable."""
    try:
        return read_date(run.saved)
    except (TypeError, ValueError) as error:
        raise Unreadable(f"rehearsal {run.id}", f"its line in the history is damaged: {error}") from error


def worked_out(record: Record, ended: datetime) -> RunResult:
    """What the run of a record came to, at its last end where a retry opened it again.

    Raises:
        Unreadable: its events do not make a finished meeting.
    """
    from trainer.record.replay import script_of  # noqa: PLC0415  (compiling a meeting takes libraries that lists do without)
    from trainer.scoring.summing_up import result_of  # noqa: PLC0415

    end = max((number for number, event in enumerate(record.events, 1) if isinstance(event, Ended)), default=len(record.events))
    try:
        return result_of(script_of(record), record.events[:end], record.run, ended)
    except (KeyError, ValueError) as error:  # well-formed events that do not belong together
        raise Unreadable(f"rehearsal {record.run}", f"its events do not make a finished meeting ({error})") from error
