"""The debrief in four parts: the result, the points, the meeting line by line, trust over the meeting."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from trainer.report.debrief.values import Debrief, PointResult
from trainer.ui.messages.debrief import DisputeAsked, RetryAsked
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.pages import BriefWanted, SaveAsked
from trainer.ui.screens.base import Page
from trainer.ui.views.debrief import Beside, grounds
from trainer.ui.widgets.part_tabs import PartChosen, PartTabs
from trainer.ui.widgets.points_part import PointOpened, PointsPart
from trainer.ui.widgets.result_part import ResultPart
from trainer.ui.widgets.transcript_part import TranscriptPart
from trainer.ui.widgets.trust_part import TrustPart

PARTS = ("Result", "Points", "Transcript", "Trust")
RESULT, POINTS, TRANSCRIPT, TRUST = range(len(PARTS))
SLIM = 70
"""Columns below which nothing stands side by side."""
FULL = 34
"""Rows from which the result shows what to say."""


class DebriefPage(Page):
    """A scorecard to look at, and behind it everything it rests on."""

    HELP = (
        "How the rehearsal went, in four parts: the result, each point, the meeting line by line, and who got warmer or cooler. "
        "Drill asks again for the things to work on, in other words; in Points, for the marked point. "
        "Where a verdict is wrong, mark the point and say so: it is kept on this machine."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "drill", "Drill", id="debrief.drill", tooltip="Drill the things to work on; in Points, the marked point"),
        Binding("b", "brief", "Brief", id="debrief.brief"),
        Binding("s", "save", "Save", id="debrief.save"),
        Binding("x", "dispute", "Dispute", id="debrief.dispute", tooltip="Say that the verdict on the marked point is wrong"),
        Binding("r", "again", "Retry", id="debrief.again", tooltip="Take the last reply back and go on from there"),
        Binding("1", "part(0)", "Result", show=False, id="debrief.result"),
        Binding("2", "part(1)", "Points", show=False, id="debrief.points"),
        Binding("3", "part(2)", "Transcript", show=False, id="debrief.transcript"),
        Binding("4", "part(3)", "Trust", show=False, id="debrief.trust"),
        Binding("right", "turn(1)", "Next part", show=False, id="debrief.next"),
        Binding("left", "turn(-1)", "Part before", show=False, id="debrief.previous"),
        Binding("shift+down", "detail(3)", "Scroll the marked point down", show=False, id="debrief.down"),
        Binding("shift+up", "detail(-3)", "Scroll the marked point up", show=False, id="debrief.up"),
        Binding("escape", "home", "Home", id="debrief.home"),
    ]
    DEFAULT_CSS = """
    DebriefPage {
        & .debrief--title { height: 1; padding: 0 2; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & #parts { height: 1fr; }
        & .part { height: 1fr; width: 1fr; }
        & PointsPart, & TranscriptPart { padding: 1 0 0 0; }
        &.-short PointsPart, &.-short TranscriptPart { padding: 0; }
        &.-short .debrief--title { display: none; }
        &.-full ResultPart .result--item > .-more { display: block; }
        &.-full ResultPart .result--item { margin: 0 0 1 0; }
        &.-slim ResultPart .result--board { layout: vertical; }
        &.-slim ResultPart .result--board > Vertical { width: 1fr; margin: 0; }
        &.-slim ResultPart .result--board > .result--trust { margin: 1 0 0 0; }
        &.-short ResultPart { padding: 0 1; }
        &.-wide PointsPart > PointList { width: 46; }
        &.-slim PointsPart { layout: vertical; }
        &.-slim PointsPart > PointList { width: 1fr; height: 2fr; }
        &.-slim PointsPart > VerticalScroll { height: 3fr; border-left: none; border-top: solid $rule; padding: 0 1; }
        &.-slim TranscriptPart > .talk--legend { padding: 0 1 1 1; }
        &.-slim TranscriptPart > VerticalScroll { padding: 0 1; }
        &.-slim TranscriptPart Row > .row--label { width: 9; }
        &.-slim TranscriptPart .talk--line { padding: 0 0 0 9; }
        &.-slim TrustPart .trust--charts { grid-size: 1; }
        &.-wide TrustPart .trust--charts { grid-size: 3; }
        &.-short TrustPart { padding: 0 1; }
    }
    """

    def __init__(self, view: Debrief, beside: Beside | None = None) -> None:
        super().__init__()
        self.view = view
        self._beside = beside or Beside()
        self._disputed = dict(self._beside.disputed)
        self._shown = RESULT

    def compose(self) -> ComposeResult:
        """Title, the parts by name, the first of them."""
        view = self.view
        yield Static(Content(f"{view.title} · {view.incident}" if view.incident else view.title), classes="debrief--title")
        yield PartTabs(PARTS)
        with Vertical(id="parts"):
            yield self._made(RESULT)
        yield self.footer()

    async def on_mount(self) -> None:
        """The arrow keys scroll at once."""
        await self._show(RESULT)

    def fit(self, size: Size) -> None:
        """Lay out for a terminal of this size."""
        super().fit(size)
        self.set_class(size.width < SLIM, "-slim")
        self.set_class(size.height >= FULL, "-full")

    async def on_resize(self, event: events.Resize) -> None:
        """Lay out anew, besides what every page does."""
        self.fit(event.size)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys that would do nothing are not offered."""
        match action:
            case "again":
                return self._beside.may_try_again
            case "drill":
                return bool(self._to_drill())
            case "dispute":
                return self._disputable() is not None
            case "detail":
                return self._shown == POINTS
            case _:
                return True

    async def action_part(self, place: int) -> None:
        """Go to a part."""
        await self._show(place)

    async def action_turn(self, by: int) -> None:
        """Go to the part beside this one."""
        await self._show((self._shown + by) % len(PARTS))

    async def on_part_chosen(self, message: PartChosen) -> None:
        """A part was clicked."""
        await self._show(message.place)

    def on_point_marked(self) -> None:
        """What can be drilled and disputed is another point now."""
        self.refresh_bindings()

    async def on_point_opened(self, message: PointOpened) -> None:
        """Show it where it was said."""
        await self._show(TRANSCRIPT)
        self.query_one(TranscriptPart).show_turn(message.turn)

    def action_detail(self, by: int) -> None:
        """Move what is said of the marked point."""
        self.query_one(PointsPart).scroll_detail(by)

    def action_drill(self) -> None:
        """Ask again for what is weak, at once."""
        self.post_message(DrillWanted(self._to_drill()))

    def action_dispute(self) -> None:
        """Disagree with the marked verdict."""
        point = self._disputable()
        if point is not None:
            self.post_message(DisputeAsked(point.point))

    async def show_disputed(self, point: str, *, said: bool) -> None:
        """A verdict is disputed from now on."""
        for part in self.query(PointsPart):
            await part.show_disputed(point, said=said)

    def action_again(self) -> None:
        """Ask first: it opens again what is over."""
        self.post_message(RetryAsked())

    def action_brief(self) -> None:
        """The brief in the best words of this rehearsal."""
        self.post_message(BriefWanted())

    def action_save(self) -> None:
        """Keep the debrief as a file."""
        self.post_message(SaveAsked("debrief"))

    def action_home(self) -> None:
        """Back."""
        self.post_message(HomeWanted())

    def _made(self, place: int) -> Widget:
        hues = {role: hue for hue, role in enumerate(self._beside.roles or [one.role for one in self.view.trust])}
        of_trust = [hues.get(one.role, 0) for one in self.view.trust]
        match place:
            case 0:
                return ResultPart(self.view, of_trust, self._key("debrief.drill"))
            case 1:
                return PointsPart(self.view, self._disputed)
            case 2:
                return TranscriptPart(self.view, hues)
            case _:
                return TrustPart(self.view, of_trust, self._beside.levels)

    async def _show(self, place: int) -> None:
        """Show one part, made when it is first asked for: a long talk takes a moment."""
        self._shown = place
        parts = self.query_one("#parts", Vertical)
        kinds = (ResultPart, PointsPart, TranscriptPart, TrustPart)
        if not parts.query(kinds[place]):
            await parts.mount(self._made(place))
        for part in parts.children:
            part.display = isinstance(part, kinds[place])
            if part.display:
                (part if isinstance(part, VerticalScroll) else part.query("OptionList, VerticalScroll").first()).focus()
        self.query_one(PartTabs).mark(place)
        self.refresh_bindings()

    def _marked(self) -> object:
        parts = self.query(PointsPart) if self._shown == POINTS else ()
        return next((part.marked for part in parts), None)

    def _to_drill(self) -> tuple[str, ...]:
        """The point that is marked, else all that is to be worked on."""
        marked = self._marked()
        if isinstance(marked, PointResult):
            return (marked.point,)
        return tuple(dict.fromkeys(point for item in self.view.work_on for point in item.points))

    def _disputable(self) -> PointResult | None:
        """The marked point, if there is a reply on which its verdict can be disputed."""
        marked = self._marked()
        return marked if isinstance(marked, PointResult) and grounds(self.view, marked) else None

    def _key(self, name: str) -> str:
        """A key as it is mapped and shown."""
        bindings = (one.binding for one in self.active_bindings.values())
        return next((self.app.get_key_display(one) for one in bindings if one.id == name), "")
