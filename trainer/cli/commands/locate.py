"""`trainer locate`: where things are kept on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from trainer.cli import options
from trainer.cli.exits import FINE
from trainer.cli.out import say, say_json, say_table
from trainer.scenario.library import bundled
from trainer.store.places import Places, find_places


@dataclass(frozen=True)
class Located:
    """One place."""

    what: str
    path: Path

    @property
    def exists(self) -> bool:
        """Whether there is something already."""
        try:
            return self.path.exists()
        except OSError:
            # What may not be looked at cannot be used either.
            return False


def located(places: Places) -> tuple[Located, ...]:
    """Every place there is; folders of scenarios in the order in which they are searched."""
    return (
        Located("data", places.home),
        Located("history", places.history),
        Located("incidents", places.incidents),
        *(Located("scenarios", folder) for folder in (*places.scenarios, bundled())),
        Located("settings", places.settings),
        Located("disputes", places.disputes),
        Located("quiz", places.quiz),
        Located("theme", places.theme),
    )


NAMES = tuple(dict.fromkeys(one.what for one in located(Places(Path()))))


@click.command("locate")
@click.argument("what", metavar="[WHAT]", type=click.Choice(NAMES), required=False)
@options.as_json
def command(what: str | None, as_json: bool) -> int:
    """Print where the trainer keeps things: all of them, or WHAT.

    WHAT is data, history, incidents, scenarios, settings, disputes, quiz or theme.

    With WHAT only the path is printed, one line for each folder of scenarios in the order they are searched.
    """
    found = [one for one in located(find_places()) if what in (None, one.what)]
    if as_json:
        say_json([{"what": one.what, "path": str(one.path), "exists": one.exists} for one in found], indent=1)
    elif what is None:
        say_table([(one.what, "there" if one.exists else "not yet", str(one.path)) for one in found])
    else:
        say("\n".join(str(one.path) for one in found))
    return FINE
