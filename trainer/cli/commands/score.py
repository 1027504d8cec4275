"""`trainer score`: many replies, each alone, one line of verdicts for each."""

from __future__ import annotations

import click

from trainer.cli import options
from trainer.cli.exits import FINE, WRONG
from trainer.cli.explain import explain_reading
from trainer.cli.given import incident_for, read_bytes, scenario_named, split_lines
from trainer.cli.out import say, say_json
from trainer.cli.score_lines import BadLine, Scored, score_lines
from trainer.cli.shapes import flags_of, point_shape
from trainer.meeting.script import Script, prepare


@click.command("score")
@options.scenario
@click.argument("file", metavar="[FILE|-]", default="-")
@options.incident
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines (the default).")
@click.option("--explain", is_flag=True, help="Say it for people instead: what was heard, by which words, and what was missing.")
def command(scenario: str, file: str, incident: str | None, as_json: bool, explain: bool) -> int:
    """Read JSON lines {"id", "state", "reply"} and print one JSON line of verdicts for each, in the same order.

    Each reply is read alone, as an answer to the first question of its state. A bad line gives {"id", "error"} in its place, and
    the exit code 2 at the end.
    """
    if explain and as_json:
        raise click.UsageError("Give --json or --explain, not both.")
    loaded = scenario_named(scenario)
    script = prepare(loaded, incident_for(loaded, incident))
    bad = False
    for scored in score_lines(script, split_lines(read_bytes(file))):
        bad = bad or isinstance(scored, BadLine)
        if explain:
            _explain(script, scored)
        else:
            say_json(_shape(scored))
    return WRONG if bad else FINE


def _shape(scored: Scored | BadLine) -> dict[str, object]:
    if isinstance(scored, BadLine):
        return {"id": scored.id, "error": str(scored)}
    return {
        "id": scored.id,
        "state": scored.state,
        "points": {point: point_shape(scored.reading.points[point]) for point in scored.listens_for},
        "flags": flags_of(scored.reading),
        "overall": scored.overall,
    }


def _explain(script: Script, scored: Scored | BadLine) -> None:
    if isinstance(scored, BadLine):
        say(f"{scored.id}: cannot be read: {scored}\n")
        return
    say(f"{scored.id} in {scored.state}, {scored.overall} of 100\n  {scored.reply}")
    for line in explain_reading(script, scored.state, scored.reading):
        say(f"  {line}")
    say()
