"""`trainer play`: a meeting in the app, or as lines of text."""

from __future__ import annotations

import os
from pathlib import Path

import click

from trainer.cli import completing, options
from trainer.cli.exits import say_errors
from trainer.cli.given import scenario_file
from trainer.cli.loading import load_app
from trainer.settings.load import gather
from trainer.store.places import find_places
from trainer.ui.opening import OpenRequest, as_liked


@click.command("play")
@click.argument("scenario", callback=options.named, metavar="[SCENARIO]", required=False, shell_complete=completing.scenarios)
@options.mode(None)
@options.length
@options.points
@options.pressure(None)
@options.incident
@options.seed(None)
@options.without
@options.limit
@click.option(
    "--resume",
    callback=options.named,
    metavar="RUN",
    shell_complete=completing.unfinished_runs,
    help="Go on with an unfinished rehearsal (as in `trainer history`, or `last`).",
)
@click.option("--plain", is_flag=True, help="Lines of text, for screen readers and dumb terminals.")
@click.pass_context
def command(  # noqa: PLR0913  (one parameter an option)
    ctx: click.Context,
    *,
    scenario: str | None,
    mode: str | None,
    length: str | None,
    points: tuple[str, ...],
    pressure: str | None,
    incident: str | None,
    seed: int | None,
    without: tuple[str, ...],
    limit: float | None,
    resume: str | None,
    plain: bool,
) -> int:
    """Rehearse a meeting in the app, or with --plain as lines of text.

    What you leave open is as your settings say (trainer settings), or coach and gentle; the seed is a new one.
    """
    if (scenario is None) is (resume is None):
        raise click.UsageError("Give a SCENARIO, or --resume RUN.")
    if resume is not None:
        _refuse_other_ways(ctx)
    request = OpenRequest(
        scenario=None if scenario is None else scenario_file(scenario),
        incident=None if incident is None else Path(incident),
        mode=mode,
        length=options.length_asked(mode, length, points),
        points=points,
        pressure=pressure,
        without=without,
        seed=seed,
        limit=limit,
        resume=resume,
    )
    if plain:
        from trainer.cli.plain.sitting import sit  # noqa: PLC0415  (neither way of playing is to load the other's libraries)

        places = find_places()
        liked = gather(places.settings, os.environ)
        say_errors(liked.errors)
        return sit(places, as_liked(request, liked.preferences), liked.preferences.editor)
    return load_app()(request)


def _refuse_other_ways(ctx: click.Context) -> None:
    """What goes on keeps how it was begun. Raises UsageError where another way is asked for as well."""
    ways = [parameter for parameter in ctx.command.params if parameter.name not in {"scenario", "resume", "plain"}]
    given = [parameter.opts[0] for parameter in ways if ctx.params.get(parameter.name or "") not in {None, ()}]
    if given:
        raise click.UsageError(f"A rehearsal goes on as it was begun: leave out {', '.join(given)}, or begin anew without --resume.")
