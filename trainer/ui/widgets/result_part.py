"""The first part of a debrief: how it ended, the score, the themes, where one stands with them, and what to work on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.report.debrief.sections import score_words, taken_off
from trainer.report.debrief.values import Debrief, Finish, WorkItem
from trainer.report.debrief.wording import attempts_lead, work_section
from trainer.ui.widgets.bars import Bars
from trainer.ui.widgets.paint import muted
from trainer.ui.widgets.row import Row
from trainer.ui.widgets.trust_chart import TrustLines

RESULTS = {"won": ("● ", "$good"), "mixed": ("◐ ", "$half"), "lost": ("○ ", "$bad"), None: ("", "$coach")}
STAND = "Where you stand with them"
FIRST = "By your first tries alone: {} of 100"


class ResultPart(VerticalScroll):
    """What one wants to know first, in one screenful."""

    DEFAULT_CSS = """
    ResultPart {
        padding: 1 2 0 2;
        & Static { height: auto; }
        & .result--board { height: auto; margin: 1 0 0 0; }
        & .result--board > Vertical { height: auto; width: 1fr; margin: 0 2 0 0; }
        & .result--board > .result--trust { width: 32; margin: 0; }
        & .result--head { text-style: bold; }
        & .result--more { margin: 1 0 0 0; }
        & .result--more > .row--label { width: 12; }
        & .result--work { height: auto; margin: 1 0 0 0; }
        & .result--item { height: auto; }
        & .result--item > Row > .row--label { width: 3; }
        & .result--item > .-more { padding: 0 0 0 3; display: none; }
        & .result--item > .-more > .row--label { width: 5; }
    }
    """

    def __init__(self, page: Debrief, hues: Sequence[int], drill: str = "") -> None:
        """`drill` is the key that drills what is to be worked on, as it is shown; empty where none does."""
        super().__init__(classes="part")
        self._page, self._hues, self._drill = page, hues, drill

    def compose(self) -> ComposeResult:
        """Ending, score beside trust, work."""
        with Vertical(classes="page--text"):
            yield from _ending(self._page.finish)
            if not self._page.nothing_said:
                yield from self._board()
            yield from self._work()
            yield from self._more()

    def _board(self) -> Iterator[Widget]:
        page = self._page
        head = Static(Content.styled(f"Score {score_words(page)}", "$good" if page.passed else "$half"), classes="result--head")
        retried = [Static(muted(FIRST.format(page.first_score)))] if page.first_score != page.score else []
        off = [Static(muted(f"{taken_off(page).capitalize()} points"))] if page.taken_off else []
        scores = [head, Bars(page.themes), *off, *retried]
        trust = [Static(Content.styled(STAND, "$coach"), classes="result--head"), TrustLines(page.trust, self._hues)]
        yield Horizontal(Vertical(*scores), Vertical(*trust, classes="result--trust"), classes="result--board")

    def _work(self) -> Iterator[Widget]:
        section, items = work_section(self._page), self._page.work_on
        does = " drills it here" if len(items) == 1 else " drills them all here"
        key = (("   ", ""), (self._drill, "bold $coach"), (does, "$muted")) if items and self._drill else ()
        head = Static(Content.assemble((section.heading, "bold $coach"), *key))
        lead = [Static(Content(section.lead))] if section.lead else []
        told = not self._page.nothing_said
        yield Vertical(head, *lead, *(_item(place, one, told=told) for place, one in enumerate(items, 1)), classes="result--work")

    def _more(self) -> Iterator[Widget]:
        """What may wait for a second look."""
        page, finish = self._page, self._page.finish
        if page.nothing_said:
            return
        if page.attempts.runs:
            yield Row(muted("So far"), muted(attempts_lead(page)), classes="result--more")
        if page.not_passed:
            yield Row(muted("Not passed"), muted(" ".join(page.not_passed)), classes="result--more")
        if finish.in_the_way:
            way = f"{'; '.join(finish.in_the_way)}. That stood between you and “{finish.best}”."
            yield Row(muted("In the way"), muted(way), classes="result--more")


def _ending(finish: Finish) -> Iterator[Widget]:
    sign, style = RESULTS[finish.result]
    yield Static(Content.styled(f"{sign}{finish.headline}", f"bold {style}"))
    if finish.epilogue:
        yield Static(Content(finish.epilogue))
    if finish.reasons:
        yield Row(muted("Because"), muted(f"{'; '.join(finish.reasons)}."))


def _item(place: int, item: WorkItem, *, told: bool) -> Widget:
    """One thing; in a tall window also what was said, and what to say."""
    how = f"  {item.how}" if told else ""
    rows = [Row(muted("You"), f"“{quote}”", classes="-more") for quote in item.quotes]
    rows += [Row(muted("Say"), Content.styled(f"“{item.model}”", "$coach"), classes="-more")] if item.model else []
    title = Content.assemble((item.title, "bold"), (how, "$muted"))
    return Vertical(Row(Content.styled(str(place), "$coach"), title), *rows, classes="result--item")
