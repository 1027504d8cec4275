"""`trainer rehearse`: a whole meeting from a file of replies, no screen."""

from __future__ import annotations

import click

from trainer.cli import completing, options
from trainer.cli.exits import FINE, NO
from trainer.cli.given import incident_for, read_lines, scenario_named, shown_name
from trainer.cli.meeting_shape import meeting_shape
from trainer.cli.out import say, say_json
from trainer.cli.replies_file import parse_replies
from trainer.cli.transcript import transcript
from trainer.meeting.drilling import part_options
from trainer.meeting.options import Length, Mode, Options, Pressure
from trainer.meeting.run import run
from trainer.meeting.script import prepare
from trainer.scoring.score import score


@click.command("rehearse")
@options.scenario
@click.option(
    "--replies",
    callback=options.named,
    metavar="FILE|-",
    required=True,
    shell_complete=completing.files,
    help="One reply a line; or JSON lines {state, reply}.",
)
@options.mode("meeting")
@options.length
@options.points
@options.pressure("gentle")
@options.seed(0)
@options.incident
@options.without
@options.as_json
def command(  # noqa: PLR0913  (one parameter an option)
    *,
    scenario: str,
    replies: str,
    mode: str,
    length: str | None,
    points: tuple[str, ...],
    pressure: str,
    seed: int,
    incident: str | None,
    without: tuple[str, ...],
    as_json: bool,
) -> int:
    """Play a meeting from a file of replies and print what came of it. Keeps nothing.

    A line of the file is the reply to the next question; {"state": ..., "reply": ...} waits for that state's next question. The same
    file and seed give the same output. Ends with 0 if the rehearsal is passed, 1 if not.
    """
    asked = Length(options.length_asked(mode, length, points) or Length.WHOLE)
    loaded = scenario_named(scenario)
    script = prepare(loaded, incident_for(loaded, incident))
    queue = parse_replies(read_lines(replies), shown_name(replies), tuple(script.moments))
    played = run(script, queue, part_options(script, Options(seed, Mode(mode), Pressure(pressure), without), asked, points))
    if as_json:
        say_json(meeting_shape(script, played.events, played.unused), indent=1)
    else:
        for line in transcript(script, played.events):
            say(line)
        if played.unused:
            say(f"\nReplies that found no question: {len(played.unused)}")
    return FINE if score(script, played.state).passed else NO
