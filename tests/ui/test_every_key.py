"""Every key that can be given to something else is pressed, on the page it belongs to, and does what it is there for.

The keys are those of `trainer.settings.keys`; one without a line in `PRESSES` fails by name.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.ui.outcomes import GONE, Case, Changed, Eye, Outcome, becomes, comes_of
from tests.ui.samples.basics import HERE
from tests.ui.samples.brief import BRIEF
from tests.ui.samples.briefing import BRIEFING
from tests.ui.samples.debrief import BESIDE, DEBRIEF
from tests.ui.samples.form import FORM
from tests.ui.samples.home import HOME
from tests.ui.samples.looks import LOOKS
from tests.ui.samples.meeting import CLOSED, MEETING, UNCOACHED
from tests.ui.samples.pages import PAGES
from tests.ui.samples.quiz import HALF
from tests.ui.stage import an_app, mark, until
from trainer.settings.keys import KEYS
from trainer.ui.messages.debrief import DisputeAsked, DisputeMade, RetryAsked
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import BriefingWanted, HomeWanted, ResumeWanted
from trainer.ui.messages.incident import DeleteWanted, FileAsked, FormFilled, FormWanted, OutsideWanted, WriteAsked
from trainer.ui.messages.meeting import (
    ClaimMade,
    ClosingRead,
    EditorWanted,
    EndWanted,
    HintWanted,
    MeetingWanted,
    ModelLineWanted,
    PauseWanted,
    RetryWanted,
    SilenceWanted,
)
from trainer.ui.messages.pages import BriefWanted, CopyWanted, SaveAsked
from trainer.ui.messages.progress import ForgetWanted, HistoryWanted
from trainer.ui.messages.quiz import MeaningClaimed, NextWordWanted, QuizWanted
from trainer.ui.messages.words import WordsWanted
from trainer.ui.plan import Plan
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.debrief import PARTS, DebriefPage
from trainer.ui.screens.help import HelpPage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.views.briefing import Settings
from trainer.ui.views.incident import Standing
from trainer.ui.widgets.part_tabs import PartTab

NARROW = (60, 14)
"""So small that there is something to scroll."""
SAVED = replace(FORM, path=HERE, name="double charges")


def over(look: str) -> Callable[[], Any]:
    """A window that lies over a page."""
    of = LOOKS[look]
    assert of.over is not None
    lies = of.over
    return lambda: lies(of.page())


def shown(query: str) -> Eye:
    return lambda app: str(app.screen.query_one(query).render())


def how_played(app: Any) -> str:
    return "\n".join(str(one.render()) for one in app.screen.query("#settings .row--text"))


def marked(app: Any) -> int | None:
    return app.screen.query_one(OptionList).highlighted  # type: ignore[no-any-return]


def typed(app: Any) -> str:
    return app.screen.query_one(Input).value  # type: ignore[no-any-return]


def answer(fact: str) -> Eye:
    return lambda app: next(one.answer.standing for one in app.screen.query("FactField") if one.fact == fact)


def name_given(app: Any) -> str:
    return next(str(one.answer.value) for one in app.screen.query("FactField") if one.fact == "name")


def asked_now(app: Any) -> str:
    """The fact whose line has the cursor."""
    return next((str(one.fact) for one in app.screen.query("FactField") if one.has_focus_within), "")


def scrolled(query: str) -> Eye:
    return lambda app: app.screen.query_one(query).scroll_y


def part(app: Any) -> str:
    """The part of the debrief that is shown."""
    return next((PARTS[at] for at, tab in enumerate(app.screen.query(PartTab)) if tab.has_class("-shown")), "")


def detail(app: Any) -> float:
    """How far the right side of the points is scrolled."""
    return max((one.scroll_y for one in app.screen.query("PointsPart > VerticalScroll")), default=0)


def contains(words: str) -> Callable[[str, str], bool]:
    return lambda before, after: words not in before and words in after


def of_page(name: str, comes: Outcome, *keys: str, **more: Any) -> Case:
    return Case(PAGES[name], comes, keys, **more)


def home(comes: Outcome, *keys: str) -> Case:
    return Case(PAGES["home"], comes, keys=(), then=lambda page: _marked_at_home(page, len(keys)))


async def _marked_at_home(page: Any, steps: int) -> None:
    page.show(HOME)
    for _ in range(steps):
        page.query_one(OptionList).action_cursor_down()


DOWN_TO_EXAMPLE, DOWN_TO_OWN = ("down",) * 3, ("down",) * 4
TRUE_POINT = ("2", "up")
"""Marks a point on which there is a reply."""


def debrief(comes: Outcome, *keys: str, **more: Any) -> Case:
    return Case(lambda: DebriefPage(DEBRIEF, BESIDE), comes, keys, **more)


def briefing(comes: Outcome, *keys: str, **changed: Any) -> Case:
    return Case(lambda: BriefingPage(replace(BRIEFING, **changed)), comes, keys)


def meeting(comes: Outcome, *keys: str, **more: Any) -> Case:
    return Case(lambda: MeetingPage(MEETING, "draft"), comes, keys, **more)


def form(comes: Outcome, *keys: str, **more: Any) -> Case:
    return Case(lambda: IncidentPage(SAVED), comes, keys, **more)


def fill(page: Any) -> None:
    """As from a file."""
    page.fill(replace(FORM, name="mails vanish"), whole=True)


TALK = "#transcript"
PRESSES: dict[str, Case] = {
    "list.open": of_page("choosing", BriefingWanted(HERE, Path("a.yaml"), Plan.SHORT)),
    "home.own": home(FormWanted(HERE), *DOWN_TO_EXAMPLE),
    "home.brief": home(BriefWanted(HERE, Path("a.yaml")), *DOWN_TO_OWN),
    "home.edit": home(FormWanted(HERE, Path("a.yaml")), *DOWN_TO_OWN),
    "form.next": form(Changed(asked_now, becomes("name"))),
    "form.unknown": form(Changed(answer("cause"), becomes(Standing.UNKNOWN)), "enter", "enter", "enter", "x"),
    "form.none": form(Changed(answer("flag"), becomes(Standing.NONE)), *["enter"] * 4, "x"),
    "form.save": form(FormFilled),
    "form.read": form(FileAsked(HERE)),
    "form.write": form(WriteAsked),
    "form.outside": form(OutsideWanted),
    "form.copy": form(Changed(name_given, becomes("double charges, copy"))),
    "form.delete": form(DeleteWanted(HERE, "double charges"), "f8"),
    "form.undo": form(Changed(name_given, becomes("double charges")), then=fill),
    "form.home": form(HomeWanted()),
    "briefing.begin": briefing(MeetingWanted(HERE, None, Settings())),
    "briefing.mode": briefing(Changed(how_played, contains("Meeting: no help"))),
    "briefing.length": briefing(Changed(how_played, contains("Short: opening, the warning")), short=("Opening", "The warning")),
    "briefing.pressure": briefing(Changed(how_played, contains("Real: they may cut in"))),
    "briefing.people": briefing(Changed(how_played, lambda before, after: before == f"{after}, Sales")),
    "briefing.own": briefing(FormWanted(HERE)),
    "briefing.edit": briefing(FormWanted(HERE, HERE), incident=HERE),
    "briefing.brief": briefing(BriefWanted(HERE)),
    "briefing.home": briefing(HomeWanted()),
    "meeting.hint": meeting(HintWanted()),
    "meeting.show_me": meeting(ModelLineWanted()),
    "meeting.claim": Case(lambda: MeetingPage(UNCOACHED), ClaimMade()),
    "meeting.retry": meeting(RetryWanted("draft")),
    "meeting.brief": meeting(BriefWanted()),
    "meeting.debrief": Case(lambda: MeetingPage(CLOSED), ClosingRead()),
    "meeting.end": meeting(EndWanted(), "f9"),
    "meeting.silence": meeting(SilenceWanted()),
    "meeting.editor": meeting(EditorWanted("draft")),
    "meeting.pause": meeting(PauseWanted("draft")),
    "meeting.back": meeting(Changed(scrolled(TALK), operator.gt)),
    "meeting.on": meeting(Changed(scrolled(TALK), operator.lt), "pageup"),
    "debrief.drill": debrief(DrillWanted(("safe", "warn", "time"))),
    "debrief.brief": debrief(BriefWanted()),
    "debrief.again": debrief(RetryAsked()),
    "debrief.save": debrief(SaveAsked("debrief")),
    "debrief.where": debrief(Changed(part, becomes("Transcript")), *TRUE_POINT),
    "debrief.dispute": debrief(DisputeAsked("time"), *TRUE_POINT),
    "debrief.result": debrief(Changed(part, becomes("Result")), "4"),
    "debrief.points": debrief(Changed(part, becomes("Points"))),
    "debrief.transcript": debrief(Changed(part, becomes("Transcript"))),
    "debrief.trust": debrief(Changed(part, becomes("Trust"))),
    "debrief.next": debrief(Changed(part, becomes("Points"))),
    "debrief.previous": debrief(Changed(part, becomes("Trust"))),
    "debrief.down": debrief(Changed(detail, operator.lt), "2", size=NARROW),
    "debrief.up": debrief(Changed(detail, operator.gt), "2", "shift+down", size=NARROW),
    "debrief.home": debrief(HomeWanted()),
    "progress.drill": of_page("progress", DrillWanted(("no_warning", "cause"), "k3f9")),
    "progress.due": of_page("progress", DrillWanted(("cause", "what"), "k3f9")),
    "progress.kind": of_page("progress", Changed(shown("#kind"), contains("meeting mode · short meeting"))),
    "progress.scenario": of_page("progress", Changed(shown("#head"), contains("Asking for a raise"))),
    "progress.history": of_page("progress", HistoryWanted()),
    "progress.home": of_page("progress", HomeWanted()),
    "history.open": of_page("history", ResumeWanted("k3f9")),
    "history.forget": of_page("history", ForgetWanted("k3f9"), "f8"),
    "history.delete": of_page("history", ForgetWanted("k3f9"), "tab", "delete"),
    "history.leave": of_page("history", HomeWanted()),
    "history.up": of_page("history", Changed(marked, operator.gt), "down"),
    "history.down": of_page("history", Changed(marked, operator.lt)),
    "history.back": of_page("history", Changed(marked, operator.gt), "pagedown"),
    "history.on": of_page("history", Changed(marked, operator.lt)),
    "brief.rehearse": Case(lambda: BriefPage(BRIEF, BriefingWanted(HERE)), BriefingWanted(HERE)),
    "brief.save": of_page("brief", SaveAsked("brief")),
    "brief.copy": of_page(
        "brief",
        CopyWanted(
            "The message that calls the meeting", "Harm: if we ship as is, customers pay twice.\nBug: charged twice\nAsk: hold the release."
        ),
    ),
    "brief.note": of_page("brief", CopyWanted("The note to send afterwards", "The release is held.")),
    "brief.back": of_page("brief", GONE),
    "words.quiz": of_page("words", QuizWanted(HERE)),
    "words.leave": of_page("words", GONE),
    "words.up": of_page("words", Changed(scrolled("VerticalScroll"), operator.gt), "down", size=NARROW),
    "words.down": of_page("words", Changed(scrolled("VerticalScroll"), operator.lt), size=NARROW),
    "words.back": of_page("words", Changed(scrolled("VerticalScroll"), operator.gt), "pagedown", size=NARROW),
    "words.on": of_page("words", Changed(scrolled("VerticalScroll"), operator.lt), size=NARROW),
    "quiz.next": of_page("quiz", NextWordWanted(), then=lambda page: page.show(HALF)),
    "quiz.claim": of_page("quiz", MeaningClaimed(), then=lambda page: page.show(HALF)),
    "quiz.leave": of_page("quiz", GONE),
    "round.again": of_page("round", QuizWanted(HERE)),
    "round.words": of_page("round", WordsWanted(HERE)),
    "round.leave": of_page("round", GONE),
    "choosing.home": of_page("choosing", HomeWanted()),
    "save.form": Case(over("save"), Changed(typed, becomes("double-charges-brief.html"))),
    "again.yes": Case(over("again"), RetryWanted()),
    "again.leave": Case(over("again"), GONE),
    "dispute.keep": Case(over("dispute"), DisputeMade("time", 0, True)),
    "dispute.leave": Case(over("dispute"), GONE),
    "save.leave": Case(over("save"), GONE),
    "open.leave": Case(over("open"), GONE),
    "trouble.leave": Case(over("trouble"), GONE),
    "help.leave": Case(lambda: HelpPage("What it is for.", ()), GONE),
}
OF_THE_APP: dict[str, Changed] = {
    "app.help": Changed(lambda app: type(app.screen), becomes(HelpPage)),
    "app.quit": Changed(lambda app: app._exit, becomes(True)),
    "home.quit": Changed(lambda app: app._exit, becomes(True)),
}
"""Keys that need the whole app."""


PRESSED = [(name, key) for name in KEYS for key in KEYS[name].usual.split(",")]


def test_every_key_has_its_line_here() -> None:
    assert {*PRESSES, *OF_THE_APP} == set(KEYS)


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, key in PRESSED if name not in OF_THE_APP])
async def test_a_key_does_what_it_is_there_for(name: str, key: str) -> None:
    await comes_of(PRESSES[name], lambda pilot: _press(pilot, name, key))


async def _press(pilot: Pilot[Any], name: str, key: str) -> None:
    """A widget's own key that moves about has no id; where there is nothing to move it gives way to the page's."""
    active = pilot.app.screen.active_bindings.get(key)
    assert active is not None, f"{key} is dead on this page"
    assert active.binding.id in (name, None)
    await pilot.press(key)


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, key in PRESSED if name in OF_THE_APP])
async def test_a_key_of_the_whole_app_does_what_it_is_there_for(name: str, key: str, tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test() as pilot:
        await mark(pilot, "A small meeting")
        before = OF_THE_APP[name].eye(app)
        await _press(pilot, name, key)
        await until(pilot, lambda: OF_THE_APP[name].so(before, OF_THE_APP[name].eye(app)))
