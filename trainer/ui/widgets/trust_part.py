"""Trust over the meeting: the moment most of it was lost, then a chart for each role with what moved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from trainer.report.debrief.values import Debrief, LostTrust, Tone, TrustResult, TrustStep
from trainer.report.debrief.wording import lost_section, number
from trainer.ui.widgets.paint import muted, role_style
from trainer.ui.widgets.row import Row
from trainer.ui.widgets.trust_chart import LOST, Levels, TrustChart

NOTHING_MOVED = "Nothing moved them yet: they are as they came in."
MOVED = "What moved them"


class TrustPart(VerticalScroll):
    """Charts side by side where there is room, else one below the other."""

    DEFAULT_CSS = """
    TrustPart {
        padding: 1 2 0 2;
        & Static { height: auto; }
        & .trust--lost { height: auto; max-width: 100; margin: 0 0 1 0; }
        & .trust--lost Row > .row--label { width: 5; }
        & .trust--charts { height: auto; layout: grid; grid-size: 2; grid-rows: auto; grid-gutter: 0 3; }
        & .trust--role { height: 8; max-width: 90; }
        & .trust--moves { height: auto; max-width: 100; }
        & .trust--moves > Row > .row--label { width: 9; }
    }
    """

    def __init__(self, page: Debrief, hues: Sequence[int], levels: Levels) -> None:
        super().__init__(classes="part")
        self._page, self._hues, self._levels = page, hues, levels

    def compose(self) -> ComposeResult:
        """The moment first: it is what to look for in the charts."""
        page = self._page
        if page.lost is not None:
            yield Vertical(*_lost(page.lost), classes="trust--lost")
        if not any(one.steps for one in page.trust):
            yield Static(NOTHING_MOVED)
            return
        roles = tuple(zip(page.trust, self._hues, strict=True))
        yield Container(*(Vertical(*self._role(*one), classes="trust--role") for one in roles), classes="trust--charts")
        yield Vertical(*_moves(roles), classes="trust--moves")

    def _role(self, trust: TrustResult, hue: int) -> Iterator[Widget]:
        went = trust.word if trust.start_word in ("", trust.word) else f"{trust.start_word} → {trust.word}"
        yield Static(Content.assemble((trust.name, role_style(hue)), f"  {went}"))
        lost = self._page.lost
        fell = lost is not None and trust.name in lost.names
        yield TrustChart(trust, hue, self._levels, lost.turn if lost is not None and fell else None)


def _lost(lost: LostTrust) -> Iterator[Widget]:
    section = lost_section(lost)
    yield Static(Content.assemble((f"{LOST} {section.heading}", "bold $bad")))
    for entry in section.entries:
        yield Static(Content(f"{entry.title}."))
        for line in entry.lines:
            yield Row(muted("You"), Content.styled(f"“{line.text}”", "bold")) if line.tone is Tone.QUOTE else Static(muted(line.text))


def _moves(roles: Sequence[tuple[TrustResult, int]]) -> Iterator[Widget]:
    """What moved whom, line by line."""
    turns = dict.fromkeys(step.turn for trust, _ in roles for step in trust.steps)
    yield Static(Content.styled(MOVED, "bold $coach"))
    lines = [
        (turn, [_move(trust, hue, step) for trust, hue in roles for step in trust.steps if step.turn == turn and step.moves])
        for turn in turns
    ]
    moved = [(turn, causes) for turn, causes in lines if causes]
    yield from (Row(muted(f"line {number(turn)}"), Content("\n").join(causes)) for turn, causes in moved)
    if not moved:
        yield Static(muted(NOTHING_MOVED))


def _move(trust: TrustResult, hue: int, step: TrustStep) -> Content:
    way = ("↑", "$good") if step.by > 0 else ("↓", "$bad") if step.by < 0 else ("=", "$muted")
    causes = "; ".join(move.because for move in step.moves)
    return Content.assemble((trust.name, role_style(hue)), " ", way, f" {causes}")
