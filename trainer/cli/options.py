"""Arguments and options that several commands share, with the same names and words everywhere."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., Any])
MODES = ("coach", "meeting")
LONGEST = 24 * 60
"""Minutes of a meeting."""
PRESSURES = ("gentle", "real", "hard")


def scenario(function: _F) -> _F:
    """The argument SCENARIO."""
    return click.argument("scenario", metavar="SCENARIO")(function)


def incident(function: _F) -> _F:
    """`--incident FILE`."""
    return click.option("--incident", metavar="FILE", help="Your own incident (YAML) instead of the example's.")(function)


def without(function: _F) -> _F:
    """`--without ROLE`, also several times."""
    return click.option("--without", metavar="ROLE", multiple=True, help="An optional role that is absent; may be given again.")(function)


def mode(default: str | None) -> Callable[[_F], _F]:
    """`--mode`."""
    words = "coach: aids after each reply; meeting: the roles alone."
    return click.option("--mode", type=click.Choice(MODES), default=default, show_default=default is not None, help=words)


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
    kind = click.FloatRange(min=0, min_open=True, max=LONGEST)
    words = "Minutes until the meeting is over."
    return click.option("--limit", type=kind, callback=_a_time, metavar="MIN", help=words)(function)


def _a_time(_ctx: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and isnan(value):
        raise click.BadParameter("a number of minutes is needed.")
    return value


def as_json(function: _F) -> _F:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(function)
