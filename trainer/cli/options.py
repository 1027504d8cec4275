"""Arguments and options that several commands share, with the same names and words everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from trainer.cli import completing
from trainer.meeting.options import Mode, Pressure
from trainer.settings.fields import LONGEST_MEETING

_F = TypeVar("_F", bound=Callable[..., Any])
MODES = tuple(mode.value for mode in Mode)
LENGTHS = ("whole", "short")
PRESSURES = tuple(pressure.value for pressure in Pressure)


def named(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """For `callback=`: the name of a file, a folder or a rehearsal. An empty one is refused: it would be read as `here` or as `none`."""
    if value is not None and not value.strip():
        raise click.BadParameter("the name is empty.")
    return value


def scenario(function: _F) -> _F:
    """The argument SCENARIO."""
    return click.argument("scenario", callback=named, metavar="SCENARIO", shell_complete=completing.scenarios)(function)


def incident(function: _F) -> _F:
    """`--incident FILE`."""
    words = "Your own incident (YAML) instead of the example's."
    return click.option("--incident", callback=named, metavar="FILE", shell_complete=completing.files, help=words)(function)


def without(function: _F) -> _F:
    """`--without ROLE`, also several times."""
    return click.option("--without", metavar="ROLE", multiple=True, help="An optional role that is absent; may be given again.")(function)


def mode(default: str | None) -> Callable[[_F], _F]:
    """`--mode`."""
    words = "coach: aids after each reply; meeting: the roles alone; drill: weak points, with aids."
    return click.option("--mode", type=click.Choice(MODES), default=default, show_default=default is not None, help=words)


def length(function: _F) -> _F:
    """`--length`."""
    words = "The whole meeting, or its most telling moments.  [default: whole]"
    return click.option("--length", type=click.Choice(LENGTHS), help=words)(function)


def points(function: _F) -> _F:
    """`--points A,B`, as a tuple of ids."""
    words = "Key points to drill, separated by commas (--mode drill)."
    return click.option("--points", metavar="POINTS", callback=_ids, help=words)(function)


def _ids(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in (value or "").split(",") if one.strip()))


def length_asked(mode: str | None, length: str | None, points: tuple[str, ...]) -> str | None:
    """`whole`, `short` or `drill`; None where nothing was said. Raises UsageError where the three do not go together."""
    if mode != "drill":
        if points:
            raise click.UsageError("--points are for a drill: add --mode drill, or leave them out.")
        return length
    if not points:
        raise click.UsageError("A drill needs --points: the key points it is about, separated by commas.")
    if length is not None:
        raise click.UsageError("A drill has a length of its own: leave --length out.")
    return "drill"


def pressure(default: str | None) -> Callable[[_F], _F]:
    """`--pressure`."""
    words = "How often they interrupt: never, twice, four times at most."
    return click.option("--pressure", type=click.Choice(PRESSURES), default=default, show_default=default is not None, help=words)


def seed(default: int | None) -> Callable[[_F], _F]:
    """`--seed N`."""
    words = "Same seed and replies, same meeting."
    return click.option("--seed", type=int, metavar="N", default=default, show_default=default is not None, help=words)


def limit(function: _F) -> _F:
    """`--limit MIN`."""
    words = "Minutes until the meeting is over."
    return click.option("--limit", type=float, callback=_a_time, metavar="MIN", help=words)(function)


def _a_time(_ctx: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    # Not click's own range, which would stand in the help as a formula, and lets nan pass.
    if value is not None and not 0 < value <= LONGEST_MEETING:
        raise click.BadParameter(f"{value:g} is no time for a meeting: give minutes, more than 0 and at most {LONGEST_MEETING:,}.")
    return value


def as_json(function: _F) -> _F:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(function)
