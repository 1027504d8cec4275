"""`trainer` itself: which commands there are and where each one's code is, loaded only when it is called.

Must import nothing but click and the names below: `--help` is to come up at once.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from trainer.cli.exits import run
from trainer.cli.loading import load_app

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


@dataclass(frozen=True)
class Listed:
    """A command as the overview shows it."""

    module: str
    """Below `trainer.cli.commands`; holds a click command named `command`."""
    help: str


COMMANDS = {
    "play": Listed("play", "Rehearse a meeting, in the app or as lines of text."),
    "rehearse": Listed("rehearse", "Play a whole meeting from a file of replies."),
    "score": Listed("score", "Read many replies, one verdict line each."),
    "try": Listed("attempt", "See how one sentence is read, and why."),
    "new": Listed("new", "Begin a scenario of your own."),
    "check": Listed("check", "List every mistake in scenario files."),
    "test": Listed("test", "Run the cases and playthroughs of a scenario."),
    "graph": Listed("graph", "Draw a scenario: states, ways on, endings."),
    "schema": Listed("schema", "Print what editors need to help with scenario files."),
    "calibrate": Listed("calibrate", "Set labelled replies beside what is heard in them."),
    "brief": Listed("brief", "Print the one-page brief for the real meeting."),
    "words": Listed("words", "Print the words of the trade, and how to say them plainly."),
    "report": Listed("report", "Print the debrief of a rehearsal."),
    "history": Listed("history", "List the rehearsals on this machine."),
    "progress": Listed("progress", "Show how you get better, and what is due for a drill."),
    "replay": Listed("replay", "Show a rehearsal again, line by line."),
    "export": Listed("export", "Write rehearsals to files that can be given away."),
    "disputes": Listed("disputes", "List the verdicts you do not agree with."),
    "forget": Listed("forget", "Remove rehearsals from this machine."),
    "settings": Listed("settings", "Show the settings that hold, or an example file."),
    "locate": Listed("locate", "Print where things are kept."),
    "completion": Listed("completion", "Print what your shell needs to complete this command line."),
}
"""In the order of the overview."""


class LazyGroup(click.Group):
    """Finds a command's code when it is called; the overview needs none of it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, in the order of the overview."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, its module loaded."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"trainer.cli.commands.{COMMANDS[cmd_name].module}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The overview, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed.help) for name, listed in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the shell may offer here; click would load every command to ask it for its help."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  (only at a key press)

        names = [CompletionItem(name, help=listed.help) for name, listed in COMMANDS.items() if name.startswith(incomplete)]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest names where there is no such command."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(_no_such_command(args[0]))
        return super().resolve_command(ctx, args)


def _no_such_command(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  (only when mistyped)

    near = get_close_matches(name, COMMANDS, n=2)
    return f"No command '{name[:40]}'." + (f" Did you mean {' or '.join(near)}?" if near else "")


def _show_version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: ARG001
    if wanted:
        from trainer.record.version import trainer_version  # noqa: PLC0415  (asking costs more than all the rest of a start)

        click.echo(f"trainer {trainer_version()}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command the app opens. SCENARIO is an id (release-halt) or a path. Nothing leaves this machine.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version and stop.")
@click.pass_context
def trainer(ctx: click.Context) -> int | None:
    """Rehearse a hard work meeting before having it."""
    if ctx.invoked_subcommand is None:
        return load_app()()
    return None


def main() -> None:
    """Run the command line of this process and end it with the exit code."""
    sys.exit(run(trainer))
