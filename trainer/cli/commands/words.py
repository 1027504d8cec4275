"""`trainer words`: what the words of the trade mean, and how to say them to business people."""

from __future__ import annotations

import click

from trainer.cli import completing
from trainer.cli.exits import FINE, NO
from trainer.cli.given import scenario_named
from trainer.cli.out import say
from trainer.scenario.models import Term


@click.command("words")
@click.argument("scenario", metavar="SCENARIO", shell_complete=completing.scenarios)
@click.argument("search", metavar="[SEARCH...]", nargs=-1)
def command(scenario: str, search: tuple[str, ...]) -> int:
    """Print the words of the trade a meeting needs: what each means, and how to say it plainly.

    With SEARCH only those that hold all of it, in the word, its meaning or its plain sentence. Ends with 1 if there are none.
    """
    wanted = " ".join(search).casefold().split()
    found = [term for term in scenario_named(scenario).glossary if all(part in _all_of(term) for part in wanted)]
    if not found:
        say("No word here says that." if wanted else "This meeting names no words.")
        return NO
    for term in sorted(found, key=lambda term: term.term.casefold()):
        say(f"{term.term}\n  {term.meaning}\n  To business people: “{term.say_to_business}”")
    return FINE


def _all_of(term: Term) -> str:
    return f"{term.term}\n{term.meaning}\n{term.say_to_business}".casefold()
