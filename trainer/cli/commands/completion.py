"""`trainer completion`: what a shell needs to complete the trainer's command line."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from trainer.cli.exits import FINE
from trainer.cli.out import say

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_TRAINER_COMPLETE"
"""The environment variable by which click is asked to complete."""


@click.command("completion")
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the script that completes commands, options, scenarios, states and rehearsals in SHELL: bash, zsh or fish."""
    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"Nothing is known of the shell '{shell}'.")
    say(completion(ctx.find_root().command, {}, "trainer", VARIABLE).source().strip())
    return FINE
