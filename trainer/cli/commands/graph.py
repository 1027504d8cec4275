"""`trainer graph`: a scenario as a picture."""

from __future__ import annotations

import os

import click

from trainer.authoring.graph.drawing import Line, drawing
from trainer.authoring.graph.mermaid import mermaid
from trainer.authoring.testing.outcome import run_tests
from trainer.cli import options
from trainer.cli.exits import FINE
from trainer.cli.given import scenario_file
from trainer.cli.out import say
from trainer.scenario.load import load_scenario

_COLOURS = {True: "green", False: "red", None: None}


@click.command("graph")
@options.scenario
@click.option("--mermaid", "as_mermaid", is_flag=True, help="Print a Mermaid flowchart, for pages that draw it.")
@click.option("--coverage", "with_coverage", is_flag=True, help="Run its tests and mark what they reach: + reached, - not.")
def command(scenario: str, as_mermaid: bool, with_coverage: bool) -> int:
    """Draw a scenario: its states and ways on, what may be put in between, and how it may end."""
    file = scenario_file(scenario)
    outcome = run_tests(file) if with_coverage else None
    loaded = load_scenario(file) if outcome is None else outcome.scenario
    unreached = None if outcome is None else {one.path for kind in outcome.coverage for one in kind.unreached}
    if as_mermaid:
        for text in mermaid(loaded, unreached):
            say(text)
        return FINE
    for line in drawing(loaded, unreached):
        _say_coloured(line)
    return FINE


def _say_coloured(line: Line) -> None:
    coloured = False if os.environ.get("NO_COLOR") else None  # None: click looks whether it is a terminal
    click.secho(line.text, fg=_COLOURS[line.reached], bold=line.heading, color=coloured)
