"""What can be typed besides a reply: a slash and a word.

Owns their names and what each asks of the rehearsal; answers are lines to print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from trainer.cli.plain.words import happened, waiting
from trainer.errors import NotFound
from trainer.meeting.play_rules import required_here, weak_points
from trainer.rehearsal import Outcome, Rehearsal
from trainer.report.brief import text as brief_text
from trainer.report.brief.gather import only_own

Lines = Iterator[str]


@dataclass(frozen=True)
class Order:
    """One slash word."""

    help: str
    does: Callable[[Rehearsal, str], Lines]
    """(rehearsal, the rest of the line) -> lines to print."""
    coach: bool = False
    """Only where there is a coach."""


def obey(rehearsal: Rehearsal, name: str, rest: str) -> Lines:
    """Do what `/name rest` asks for. Raises NotFound for a word that is none."""
    order = ORDERS.get(name)
    if order is None:
        raise NotFound("command", f"/{name}", tuple(f"/{near}" for near in get_close_matches(name, ORDERS, n=2)))
    if order.coach and not rehearsal.state.options.mode.coached:
        yield "That is an aid of coach mode; here there are only the roles."
        return
    yield from order.does(rehearsal, rest)


def _help(rehearsal: Rehearsal, _rest: str) -> Lines:
    coach = rehearsal.state.options.mode.coached
    for name, order in ORDERS.items():
        if coach or not order.coach:
            yield f"/{name}: {order.help}"
    yield "/edit: write the reply in your editor, beginning with what was kept"
    yield "/send: say what was kept as it is"
    yield "Anything else is your reply. A line that ends with \\ goes on in the next. To begin a reply with / put a space before it."
    yield "End of input (Ctrl-D) leaves; the rehearsal can be gone on with later."


def _again(rehearsal: Rehearsal, _rest: str) -> Lines:
    yield from waiting(rehearsal.script, rehearsal.state)


def _hint(rehearsal: Rehearsal, _rest: str) -> Lines:
    yield from _told(rehearsal, rehearsal.hint(), "No hint: nothing they need to hear is open here.")


def _show(rehearsal: Rehearsal, rest: str) -> Lines:
    open_here = _open_points(rehearsal)
    point = rest or next(iter(open_here), "")
    if not point:
        yield "Nothing is open here."
    elif point not in open_here:
        yield f"'{point}' is not open here. Open: {', '.join(open_here) or 'nothing'}"
    else:
        yield from _told(rehearsal, rehearsal.show_me(point), "There is no line to show for that.")


def _said(rehearsal: Rehearsal, _rest: str) -> Lines:
    outcome = rehearsal.claim()
    if outcome.events:
        yield "Noted as claimed: it stands apart in the debrief and is not scored."
    yield from _told(rehearsal, outcome, "Nothing is being pressed for now.")


def _retry(rehearsal: Rehearsal, _rest: str) -> Lines:
    if not rehearsal.retry().events:
        yield "There is no reply to take back."
        return
    yield "Taken back; try again. /edit opens what you had said in your editor."
    yield from waiting(rehearsal.script, rehearsal.state)


def _silence(rehearsal: Rehearsal, _rest: str) -> Lines:
    yield from _told(rehearsal, rehearsal.silence(), "Nobody says anything.")


def _brief(rehearsal: Rehearsal, _rest: str) -> Lines:
    page = rehearsal.brief()
    coach = rehearsal.state.options.mode.coached
    yield brief_text.render(page if coach else only_own(page))


def _quit(rehearsal: Rehearsal, _rest: str) -> Lines:
    rehearsal.quit()
    yield "You leave the meeting."


def _told(rehearsal: Rehearsal, outcome: Outcome, otherwise: str) -> Lines:
    yield from happened(rehearsal.script, outcome.events) if outcome.events else (otherwise,)


def _open_points(rehearsal: Rehearsal) -> tuple[str, ...]:
    """What may still be said here, required points first."""
    script, state = rehearsal.script, rehearsal.state
    if state.moment is None:
        return ()
    required = required_here(script, state.moment, state.options.points)
    return weak_points(script, state, dict.fromkeys((*required, *script.moment(state.moment).listens_for)))


ORDERS = {
    "help": Order("this list", _help),
    "again": Order("hear the last line again", _again),
    "hint": Order("a hint from the coach", _hint, coach=True),
    "show": Order("a model line, or /show POINT for that point; it then counts as told, not as said", _show, coach=True),
    "retry": Order("take the last reply back and try again", _retry, coach=True),
    "said": Order('"I said that": they stop pressing for it', _said),
    "silence": Order("say nothing", _silence),
    "brief": Order("the brief as it stands; in meeting mode your facts and own sentences", _brief),
    "quit": Order("leave the meeting for good and see the debrief", _quit),
}
"""In the order of /help; /edit and /send belong to the player loop."""
