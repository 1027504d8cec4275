"""The app, opened from the command line: what keeps it from opening is said before the screen is taken."""

from __future__ import annotations

import os
import sys

import click

from trainer.store.places import find_places
from trainer.ui.app import run_app
from trainer.ui.opening import OpenRequest


def open_app(request: OpenRequest | None = None) -> int:
    """Open the app at home, or at what is asked for; returns its exit code.

    Raises:
        UsageError: there is no terminal to draw on.
        TrainerError: the scenario, incident or run cannot be opened.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("The app needs a terminal. For lines of text: trainer play SCENARIO --plain")
    if os.environ.get("TERM") == "dumb":
        raise click.UsageError("The app needs more than a dumb terminal (TERM=dumb). For lines of text: trainer play SCENARIO --plain")
    return run_app(find_places(), open=None if request is None else _checked(request))


def _checked(request: OpenRequest) -> OpenRequest:
    from trainer.cli.given import incident_for, run_named  # noqa: PLC0415  (the engine's libraries: home comes up without them)
    from trainer.scenario.load import load_scenario  # noqa: PLC0415
    from trainer.store.store import Store  # noqa: PLC0415

    if request.resume is not None:
        with Store(find_places().history) as store:
            run = run_named(store, request.resume)
            store.load(run)
        return OpenRequest(resume=run)
    if request.scenario is not None:
        incident_for(load_scenario(request.scenario), None if request.incident is None else str(request.incident))
    return request
