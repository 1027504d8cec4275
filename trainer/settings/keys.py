"""Every key that can be given to something else: the ids of the bindings, their usual keys, and what they do.

The one list of them. A test holds it against the bindings of the app.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """A key and what it does."""

    usual: str
    """The key, or several with commas between them."""
    does: str


KEYS = {
    "app.help": Key("f1", "help for the page"),
    "app.quit": Key("ctrl+q", "leave the trainer, from anywhere"),
    "list.open": Key("enter", "open what is chosen in a list"),
    "home.own": Key("o", "describe your own incident"),
    "home.brief": Key("b", "the brief"),
    "home.edit": Key("e", "change a saved incident"),
    "home.quit": Key("q", "leave the trainer"),
    "form.next": Key("enter", "go to the next question"),
    "form.unknown": Key("f2", "don't know yet"),
    "form.none": Key("f3", "there is none"),
    "form.save": Key("ctrl+s", "save and go on"),
    "form.read": Key("ctrl+o", "fill in from a file"),
    "form.write": Key("ctrl+y", "write as a YAML file"),
    "form.outside": Key("f4", "go on in your own editor"),
    "form.copy": Key("f5", "make a copy"),
    "form.delete": Key("f8", "delete a saved incident"),
    "form.undo": Key("ctrl+z", "take back what a file filled in"),
    "form.home": Key("escape", "leave the form"),
    "briefing.begin": Key("enter", "begin the meeting"),
    "briefing.mode": Key("m", "coach or meeting"),
    "briefing.length": Key("l", "the whole meeting or a short run"),
    "briefing.pressure": Key("p", "how often they interrupt"),
    "briefing.people": Key("w", "who is there"),
    "briefing.own": Key("o", "describe your own incident"),
    "briefing.edit": Key("e", "change the facts"),
    "briefing.brief": Key("b", "the brief"),
    "briefing.home": Key("escape", "back home"),
    "meeting.hint": Key("f2", "a hint"),
    "meeting.show_me": Key("f3", "show a line for what they are after"),
    "meeting.claim": Key("f4", "I said that"),
    "meeting.retry": Key("f5", "take the last reply back"),
    "meeting.brief": Key("f8", "the brief"),
    "meeting.debrief": Key("enter", "after the closing word, go on to the debrief"),
    "meeting.end": Key("f9", "end the meeting"),
    "meeting.silence": Key("ctrl+n", "say nothing"),
    "meeting.editor": Key("ctrl+o", "write the reply in your editor"),
    "meeting.pause": Key("escape", "pause and go home"),
    "meeting.back": Key("pageup", "scroll the talk back"),
    "meeting.on": Key("pagedown", "scroll the talk on"),
    "debrief.drill": Key("d", "drill what there is to work on, or the marked point"),
    "debrief.brief": Key("b", "the brief"),
    "debrief.again": Key("r", "retry the last reply"),
    "debrief.save": Key("s", "save as a file"),
    "debrief.where": Key("enter", "show the marked point in the transcript"),
    "debrief.dispute": Key("x", "say that the verdict on the marked point is wrong"),
    "debrief.result": Key("1", "the result"),
    "debrief.points": Key("2", "the points"),
    "debrief.transcript": Key("3", "the meeting line by line"),
    "debrief.trust": Key("4", "trust over the meeting"),
    "debrief.next": Key("right", "the next part"),
    "debrief.previous": Key("left", "the part before"),
    "debrief.down": Key("shift+down", "scroll the marked point down"),
    "debrief.up": Key("shift+up", "scroll the marked point up"),
    "debrief.home": Key("escape", "back home"),
    "progress.drill": Key("d", "drill the weakest points"),
    "progress.due": Key("u", "drill what is due"),
    "progress.kind": Key("m", "the next mode or length"),
    "progress.scenario": Key("s", "the next meeting"),
    "progress.history": Key("a", "all rehearsals"),
    "progress.home": Key("escape", "back home"),
    "history.open": Key("enter", "open the marked rehearsal"),
    "history.forget": Key("f8", "forget the marked rehearsal, asked twice"),
    "history.delete": Key("delete", "the same, while the list has the cursor"),
    "history.leave": Key("escape", "clear the filter, then back home"),
    "history.up": Key("up", "mark the one above"),
    "history.down": Key("down", "mark the one below"),
    "history.back": Key("pageup", "a page up"),
    "history.on": Key("pagedown", "a page down"),
    "brief.rehearse": Key("r", "rehearse"),
    "brief.save": Key("s", "save as a file"),
    "brief.copy": Key("c", "copy the message that calls the meeting"),
    "brief.note": Key("n", "copy the note to send afterwards"),
    "brief.back": Key("escape", "back"),
    "words.quiz": Key("f2", "a round of the quiz"),
    "words.leave": Key("escape", "clear the search, then back"),
    "words.up": Key("up", "scroll up"),
    "words.down": Key("down", "scroll down"),
    "words.back": Key("pageup", "a page up"),
    "words.on": Key("pagedown", "a page down"),
    "quiz.next": Key("enter", "the next word"),
    "quiz.claim": Key("f4", "I meant that"),
    "quiz.leave": Key("escape", "leave the quiz"),
    "round.again": Key("enter", "the next round of the quiz"),
    "round.words": Key("w", "all words"),
    "round.leave": Key("escape", "back"),
    "choosing.home": Key("escape", "back home"),
    "save.form": Key("f2", "another form"),
    "again.yes": Key("y", "take the last reply of a finished meeting back"),
    "again.leave": Key("escape,n", "leave it as it is"),
    "dispute.keep": Key("enter", "keep that the verdict is wrong"),
    "dispute.leave": Key("escape", "leave the verdict as it is"),
    "save.leave": Key("escape", "leave without saving"),
    "open.leave": Key("escape", "leave without reading"),
    "trouble.leave": Key("escape,enter", "close"),
    "help.leave": Key("escape,f1,q", "close"),
}
"""Id of a binding, which begins with its page, to its key; in the order of the page docs/reference/settings.md."""

DEFAULT_KEYS = {name: key.usual for name, key in KEYS.items()}
"""Id of a binding to its usual keys."""

EVERYWHERE = "app"
"""Keys of this page work on every page."""
ON_MANY_PAGES = frozenset({EVERYWHERE, "list"})
"""Keys of these are alive on more than one page, and share them with the page's own."""
TYPED_PAGES = frozenset({"meeting", "form", "save", "open", "history", "words", "quiz"})
"""Pages where text is typed: an editor needs keys of its own there."""


def page_of(name: str) -> str:
    """The page that a binding belongs to."""
    return name.partition(".")[0]
