"""The meeting as it was said, the player's words marked by what they earned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.report.debrief.transcript_values import TranscriptTurn
from trainer.report.debrief.values import Debrief
from trainer.report.debrief.wording import NOT_ANSWERED, number
from trainer.ui.widgets.evidence import labels, legend, marked_reply
from trainer.ui.widgets.paint import muted, role_style
from trainer.ui.widgets.row import Row

AT_ONCE = 10
"""Turns that are made before the screen is drawn again."""
LOST = "Here most trust was lost."
NOTHING_MARKED = "None of your words was marked."


class TranscriptPart(Vertical):
    """The marks in words above, the talk below."""

    DEFAULT_CSS = """
    TranscriptPart {
        & > .talk--legend { height: auto; padding: 0 2 1 2; }
        & > VerticalScroll { height: 1fr; padding: 0 1 0 2; }
        & .talk--turn { height: auto; margin: 0 1 1 0; }
        & .talk--line { height: auto; padding: 0 0 0 12; }
        & .-taken-back > .row--text { text-style: strike; color: $muted; }
        & Row { max-width: 100; }
        & Row > .row--label { width: 12; }
    }
    """

    def __init__(self, page: Debrief, hues: Mapping[str, int]) -> None:
        super().__init__(classes="part")
        self._page, self._hues = page, hues
        self._filled = False
        self._wanted: int | None = None

    def compose(self) -> ComposeResult:
        """Every line in order."""
        known = legend(self._page.transcript)
        yield Static(known if known.plain else muted(NOTHING_MARKED), classes="talk--legend")
        with VerticalScroll():
            yield from self._turns(0)

    def on_mount(self) -> None:
        """The rest of a long talk follows while the beginning can be read."""
        self.run_worker(self._fill())

    def show_turn(self, turn: int) -> None:
        """Bring one line to the top, as soon as all of them are there."""
        self._wanted = turn
        if self._filled:
            self.call_after_refresh(self._bring)

    def _bring(self) -> None:
        for one in self.query(f"#turn-{self._wanted}"):
            self.query_one(VerticalScroll).scroll_to_widget(one, animate=False, top=True)

    async def _fill(self) -> None:
        talk = self.query_one(VerticalScroll)
        for start in range(AT_ONCE, len(self._page.transcript), AT_ONCE):
            await talk.mount_all(self._turns(start))
        self._filled = True
        if self._wanted is not None:
            self.call_after_refresh(self._bring)

    def _turns(self, start: int) -> Iterator[Widget]:
        for turn in self._page.transcript[start : start + AT_ONCE]:
            yield Vertical(*self._turn(turn), id=f"turn-{turn.turn}", classes="talk--turn")

    def _turn(self, turn: TranscriptTurn) -> Iterator[Widget]:
        who = Content.assemble((f"{number(turn.turn):2} ", "$muted"), (turn.name, role_style(self._hues.get(turn.role, 0))))
        yield Row(who, turn.line)
        for tried in turn.taken_back:
            yield Row(muted("   You"), Content(tried.text), classes="-taken-back")
            yield from _lines([muted("(taken back)")])
        yield from _lines([muted(aid) for aid in dict.fromkeys(turn.aids)])
        if turn.reply is not None:
            yield Row(Content.styled("   You", "bold"), marked_reply(turn.reply))
        yield from _lines(list(self._below(turn)))

    def _below(self, turn: TranscriptTurn) -> Iterator[Content]:
        """What the reply earned, and what it cost."""
        yield from (muted(NOT_ANSWERED),) if turn.reply is None else labels(turn.reply)
        lost = self._page.lost
        if lost is not None and lost.turn == turn.turn:
            yield Content.styled(f"▼ {LOST}", "bold $bad")
        yield from (muted(moved) for moved in turn.trust)


def _lines(lines: Sequence[Content]) -> Iterator[Static]:
    """Lines under a reply as one widget: a long talk has many of them."""
    if lines:
        yield Static(Content("\n").join(lines), classes="talk--line")
