"""`trainer play`: a meeting in the app, or as lines of text."""

from __future__ import annotations

from pathlib import Path

import click

from trainer.cli import options
from trainer.cli.given import scenario_file
from trainer.store.places import find_places
from trainer.ui.opening import OpenRequest


@click.command("play")
@click.argument("scenario", metavar="SCENARIO", required=False)
@options.mode(None)
@options.pressure(None)
@options.incident
@options.seed(None)
@options.without
@options.limit
@click.option("--resume", metavar="RUN", help="Go on with an unfinished rehearsal (as in `trainer history`, or `last`).")
@click.option("--plain", is_flag=True, help="Lines of text, for screen readers and dumb terminals.")
def command(  # noqa: PLR0913  (one parameter an option)
    *,
    scenario: str | None,
    mode: str | None,
    pressure: str | None,
    incident: str | None,
    seed: int | None,
    without: tuple[str, ...],
    limit: float | None,
    resume: str | None,
    plain: bool,
) -> int:
    """Rehearse a meeting in the app, or with --plain as lines of text.

    Without a choice the mode is coach, the pressure gentle, and the seed a new one.
    """
    if (scenario is None) is (resume is None):
        raise click.UsageError("Give a SCENARIO, or --resume RUN.")
    request = OpenRequest(
        scenario=None if scenario is None else scenario_file(scenario),
        incident=None if incident is None else Path(incident),
        mode=mode,
        pressure=pressure,
        without=without,
        seed=seed,
        limit=limit,
        resume=resume,
    )
    if plain:
        from trainer.cli.plain.sitting import sit  # noqa: PLC0415  (neither way of playing is to load the other's libraries)

        return sit(find_places(), request)
    from trainer.cli.app import open_app  # noqa: PLC0415

    return open_app(request)
