"""The one place where errors become a line on stderr and an exit code.

    0   fine
    1   the answer is no: not passed, problems found, replies that changed
    2   wrong use, or something that cannot be read or written
    130 interrupted by the user

A bug is none of these: it shows its traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

import click

from trainer.authoring.render import render
from trainer.errors import ProblemsFound, TrainerError
from trainer.text.clean import clean, clean_line

FINE, NO, WRONG, INTERRUPTED = 0, 1, 2, 130


def run(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command line to its end and return its exit code; nothing a user can cause comes out as a traceback."""
    _write_what_can_be_written()
    try:
        outcome = command.main(args=None if arguments is None else list(arguments), prog_name="trainer", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # click leaves by itself for one reason only: whoever read has gone
        _stop_writing()
        return FINE
    except (KeyboardInterrupt, click.Abort):
        click.echo("", err=True)
        return INTERRUPTED
    except ProblemsFound as error:
        return _refuse_problems(error)
    except (click.ClickException, TrainerError, OSError) as error:
        return _refuse(_line(error))
    return outcome if isinstance(outcome, int) else FINE


def _line(error: click.ClickException | TrainerError | OSError) -> str:
    match error:
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "trainer"
            return f"{error.format_message()} Help: {command} --help"
        case click.ClickException():
            return error.format_message()
        case OSError():
            return f"{error.filename or 'output'}: {error.strerror or error}"
        case _:
            return str(error)


def _refuse(line: str) -> int:
    click.echo(f"trainer: {clean_line(line)}", err=True)
    return WRONG


def say_errors(errors: Sequence[TrainerError]) -> None:
    """Say what is wrong and go on: for what the trainer can do without."""
    for error in errors:
        if isinstance(error, ProblemsFound):
            _refuse_problems(error)
        else:
            _refuse(_line(error))


def _refuse_problems(error: ProblemsFound) -> int:
    click.echo(clean(render(error.problems)), err=True)
    return _refuse(str(error))


def _write_what_can_be_written() -> None:
    """A terminal that cannot show a letter gets a question mark, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _stop_writing() -> None:
    """Whoever read has gone: let the interpreter's last flush go nowhere, too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
