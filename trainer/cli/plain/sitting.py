"""One sitting of `trainer play --plain`: opens the history, begins or goes on, plays on this process's own input and output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial

import click

from trainer.cli.exits import FINE, INTERRUPTED
from trainer.cli.given import incident_for, run_named
from trainer.cli.out import say
from trainer.cli.plain.player import Player
from trainer.cli.plain.typing import Typist, byte_lines
from trainer.errors import Unreadable
from trainer.meeting.options import Length, Mode, Options, Pressure
from trainer.meeting.script import Script, prepare
from trainer.rehearsal import Rehearsal, options_for
from trainer.scenario.incident import Incident
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.store.places import Places
from trainer.store.store import LATEST, Run, Store
from trainer.text.counted import counted
from trainer.ui.opening import OpenRequest


def sit(places: Places, request: OpenRequest, editor: str | None = None) -> int:
    """Play what is asked for until it ends or the player leaves; returns the exit code.

    `editor` is the command for `/edit`; None takes what this system has.

    Raises:
        TrainerError: what is asked for cannot be opened, or a reply could not be kept.
    """
    asked = _asked_for(request)
    lines = byte_lines(sys.stdin.buffer)
    with Store(places.history) as store:
        try:
            rehearsal, resumed = _begin(store, request, asked, lines)
            player = Player(rehearsal, Typist(lines, _prompt), say, partial(_edit, editor))
            player.open(resumed=resumed)
            player.play()
        except KeyboardInterrupt:
            say("\nLeft here; everything sent is kept. Go on with: trainer play --plain --resume last")
            return INTERRUPTED
    return FINE


def _asked_for(request: OpenRequest) -> tuple[Scenario, Incident] | None:
    """The meeting to begin, None where a kept one is to go on; read before anything is made on disk."""
    if request.scenario is None:
        return None
    scenario = load_scenario(request.scenario)
    return scenario, incident_for(scenario, None if request.incident is None else str(request.incident))


def _begin(store: Store, request: OpenRequest, asked: tuple[Scenario, Incident] | None, lines: Iterator[str]) -> tuple[Rehearsal, bool]:
    """The rehearsal, and whether it goes on from an earlier sitting."""
    if asked is None:
        return Rehearsal.resume(store, run_named(store, request.resume or LATEST)), True
    scenario, incident = asked
    script = prepare(scenario, incident)
    options = _options(store, script, request)
    name = "" if incident.is_example else incident.name
    begun = (run for run in store.unfinished() if (run.scenario, run.incident) == (scenario.id, name) and run.summary.replies)
    left = next((run for run in begun if _is_same_part(store, run, options)), None)
    if left is not None and _go_on(left, lines):
        return Rehearsal.resume(store, left.id), True
    return Rehearsal.begin(store, script, options, limit=request.limit), False


def _options(store: Store, script: Script, request: OpenRequest) -> Options:
    """How to play it. Raises NotFound, NothingToRehearse: there is no such part of the meeting."""
    options = Options(mode=Mode(request.mode or Mode.COACH), pressure=Pressure(request.pressure or Pressure.GENTLE), absent=request.without)
    return options_for(store, script, options, Length(request.length or Length.WHOLE), request.points, seed=request.seed)


def _is_same_part(store: Store, left: Run, options: Options) -> bool:
    """Whether an unfinished run is of the same part of the meeting. One that cannot be read is offered: going on says what is wrong."""
    try:
        kept = store.load(left.id).options
    except Unreadable:
        return True
    return (kept.moments, kept.points) == (options.moments, options.points)


def _go_on(run: Run, lines: Iterator[str]) -> bool:
    """Ask whether to go on with an unfinished run; where nobody can answer, only say that it is there."""
    what = f"Unfinished: run {run.id}, {counted(run.summary.replies, 'reply', 'replies')}, {run.saved.astimezone():%Y-%m-%d %H:%M}."
    if not sys.stdin.isatty():
        say(f"{what} Go on with: trainer play --plain --resume {run.id}")
        return False
    say(f"{what} Go on with it? Enter or y goes on, n begins anew.")
    _prompt("> ")
    return next(lines, "").strip().lower() in {"", "y", "yes"}


def _prompt(mark: str) -> None:
    click.echo(mark, nl=False)


def _edit(editor: str | None, text: str) -> str | None:
    """What was made of a text in the editor; None where nothing was, or the editor could not be used, which is said."""
    if not sys.stdin.isatty():
        return None
    try:
        return click.edit(text, editor=editor, require_save=True)
    except (click.ClickException, ValueError) as error:  # ValueError: quotes in the command that are never closed
        why = error.format_message() if isinstance(error, click.ClickException) else f"{editor} cannot be read as a command: {error}"
        say(f"{why}. Another editor is named in your settings (editor: nano) or by: export EDITOR=nano")
        return None
