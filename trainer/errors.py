"""Everything that can go wrong for a reason a user can mend.

    TrainerError
    ├── NotFound            a scenario, run or file that is not there
    ├── Unreadable          a file that cannot be read as what it should be
    ├── ProblemsFound       a scenario or incident with mistakes, all of them at once
    ├── NothingToRehearse   a part of a meeting in which nobody would ask anything
    ├── OutOfRange          a number that cannot be what it is given for
    ├── ReplyRefused        a reply that cannot be taken; it stays with the player
    │   ├── EmptyReply
    │   └── ReplyTooLong
    └── StoreFailed         the history could not be read or written

Errors carry data; `trainer.cli.exits` alone turns them into words and exit codes.
"""

from __future__ import annotations

from dataclasses import dataclass


class TrainerError(Exception):
    """Base of every error shown as one clear line. `str(error)` is that line."""


class NotFound(TrainerError):
    """Something named by the user is not there; `known` holds the nearest names."""

    def __init__(self, what: str, name: str, known: tuple[str, ...] = ()) -> None:
        self.what, self.name, self.known = what, name, known
        hint = f" (did you mean {' or '.join(known)}?)" if known else ""
        super().__init__(f"no {what} called '{name}'{hint}")


class Unreadable(TrainerError):
    """A file that cannot be read as what it should be."""

    def __init__(self, path: str, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}")


@dataclass(frozen=True)
class Problem:
    """One mistake in a file an author wrote, with its place and its mend."""

    check: str
    """Stable name of the check that found it, e.g. `unknown-key`."""
    message: str
    """What is wrong, one sentence."""
    file: str
    line: int
    """1-based; 0 when the place is not known."""
    column: int
    """1-based; 0 when the place is not known."""
    path: str = ""
    """Dotted path inside the document, e.g. `key_points.root_cause.expect`."""
    source: str = ""
    """The line of the file as written."""
    mend: str = ""
    """What to do, or the corrected line to paste."""
    severity: str = "error"
    """`error` keeps the scenario from opening, `warning` does not."""


class ProblemsFound(TrainerError):
    """A document with mistakes; `problems` holds all that could be known at once."""

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        self.file, self.problems = file, problems
        count = len(problems)
        super().__init__(f"{file}: {count} problem{'s' if count != 1 else ''}")


class NothingToRehearse(TrainerError):
    """A part run in which nobody would ask anything."""


class OutOfRange(TrainerError):
    """A number that cannot be what it is given for; `allowed` says in words what can."""

    def __init__(self, what: str, value: float, allowed: str) -> None:
        self.what, self.value, self.allowed = what, value, allowed
        super().__init__(f"{what} cannot be {value:g}: give {allowed}")


class ReplyRefused(TrainerError):
    """A reply that cannot be taken. What was typed stays with the player."""


class EmptyReply(ReplyRefused):
    """Nothing was typed."""

    def __init__(self) -> None:
        super().__init__("Nothing typed yet: they are waiting for an answer.")


class ReplyTooLong(ReplyRefused):
    """More characters than one reply may have."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        super().__init__(f"That is {length:,} characters; a reply may have {limit:,}. Shorten it, your text is kept.")


class StoreFailed(TrainerError):
    """The history could not be read or written."""
