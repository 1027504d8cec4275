"""Progress: how score and themes move from run to run, what is weak now, and a key that drills it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from trainer.report.progress.values import Due, Progress, Trend
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.progress import HistoryWanted
from trainer.ui.screens.base import TALL, Page
from trainer.ui.views.progress import ProgressView
from trainer.ui.widgets.columns import Columns
from trainer.ui.widgets.paint import bar
from trainer.ui.widgets.progress_lines import due_lines, kind_line, weak_lines
from trainer.ui.widgets.trends import Trends

NOTHING = """Nothing to look back on yet.
Finish one rehearsal, a short run will do, and this page shows how each theme comes along."""
NOTHING_TO_COMPARE = """Nothing to compare yet.
Rehearsals left early and drills are not set beside each other: each of them asks for something else.
Bring one meeting to its end, a short run will do, and this page shows how each theme comes along."""
AIRY = 24
"""Rows from which there is room for empty lines."""
ONE_RUN = "One run so far, so there is no telling which way it goes. The next one shows it."


class ProgressPage(Page):
    """One scenario, mode and length at a time: these alone can be compared."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "drill", "Drill weakest", id="progress.drill"),
        Binding("u", "due", "Drill due", id="progress.due"),
        Binding("m", "kind", "Mode", id="progress.kind"),
        Binding("s", "scenario", "Meeting", id="progress.scenario"),
        Binding("a", "history", "Rehearsals", id="progress.history"),
        Binding("escape", "home", "Home", id="progress.home"),
    ]
    HELP = (
        "Each line is measured by your first tries, from 0 to 100; the latest run weighs most. Up and down choose which line is plotted. "
        "Only runs of the same meeting, mode and length stand beside each other; drills and rehearsals left early stay out. "
        "A point that was missed is due for a drill at once, and once you say it, again after 1, 3 and 7 days."
    )
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-low"), (AIRY, "-tall")]  # noqa: RUF012  (declared so by Textual)
    DEFAULT_CSS = """
    ProgressPage {
        & #head { height: auto; padding: 1 2 0 2; }
        & #kind { height: auto; color: $muted; padding: 0 2; margin: 0 0 1 0; }
        & #work { height: auto; padding: 0 2; display: none; }
        & #work.-shown { display: block; }
        & #trouble { height: auto; padding: 0 2; color: $bad; display: none; }
        & #trouble.-shown { display: block; }
        & #nothing { height: auto; padding: 1 2; max-width: 100; display: none; }
        & #plot { height: 1fr; max-width: 100; max-height: 13; padding: 1 2 0 2; }
        & #moved { height: auto; }
        & #weak { height: auto; padding: 1 2 0 2; max-width: 100; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-empty #nothing { display: block; }
        &.-empty #kind, &.-empty Trends, &.-empty #plot { display: none; }
        &.-once Columns { display: none; }
        &.-once #plot { height: auto; }
        &.-low #weak { padding: 0 2; }
        &.-short #head { padding: 0 2; }
        &.-short #kind, &.-low #kind { margin: 0; }
        &.-short #plot, &.-low #plot { padding: 0 2; }
        &.-short #weak, &.-low #weak { padding: 0 2; }
    }
    """

    def __init__(self, view: ProgressView) -> None:
        super().__init__()
        self._view = view
        self._at = 0

    def compose(self) -> ComposeResult:
        """Where it stands, the marked line plotted, what is weak."""
        yield Static(id="head", markup=False)
        yield Static(id="kind", markup=False)
        yield Static(id="work", markup=False)
        yield Static(id="trouble", markup=False)
        yield Static(id="nothing", markup=False)
        yield Trends()
        with Vertical(id="plot"):
            yield Static(id="moved", markup=False)
            yield Columns()
        yield Static(id="weak", markup=False)
        yield self.footer()

    def on_mount(self) -> None:
        """The arrow keys choose what is plotted."""
        self._show()
        self.query_one(Trends).focus()

    def show(self, view: ProgressView) -> None:
        """The same page with more runs on it."""
        was = self._group
        self._view = view
        self._at = next((at for at, group in enumerate(view.groups) if was is not None and _same(group, was)), 0)
        self._show()

    def working(self, done: int, of: int) -> None:
        """Say how many runs of an older trainer were worked out; all of them: say nothing any more."""
        line = self.query_one("#work", Static)
        line.set_class(done < of, "-shown")
        line.update(Content.assemble(("Counting earlier rehearsals, once  ", "$muted"), bar(done / of), f"  {done} of {of}"))

    @property
    def _group(self) -> Progress | None:
        return self._view.groups[self._at] if self._view.groups else None

    @property
    def _shown(self) -> str:
        """Scenario of the group; empty where there is none."""
        return self._group.scenario if self._group is not None else ""

    def _due_now(self) -> list[Due]:
        return [one for one in self._view.due if one.when <= self._view.now]

    def _drill(self, scenario: str, points: tuple[str, ...]) -> None:
        self.post_message(DrillWanted(points, self._view.latest.get(scenario, "")))

    def _turn(self, at: int) -> None:
        self._at = at
        self._show()

    def _show(self) -> None:
        view, group = self._view, self._group
        self.set_class(group is None, "-empty")
        self.query_one("#head", Static).update(Content.styled(group.title if group else "Progress", "bold"))
        self.query_one("#kind", Static).update(kind_line(group) if group else "")
        self.query_one("#nothing", Static).update(NOTHING_TO_COMPARE if view.finished else NOTHING)
        trouble = self.query_one("#trouble", Static)
        trouble.update(Content("\n".join(view.trouble)))
        trouble.set_class(bool(view.trouble), "-shown")
        self.query_one(Trends).put(_trends(group))
        self.query_one("#weak", Static).update(Content("\n").join([*weak_lines(group), *due_lines(view)]))
        self.refresh_bindings()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Plot the marked line."""
        message.stop()
        trend = _trends(self._group)[message.option_index]
        once = len(trend.values) == 1
        self.set_class(once, "-once")
        about = ONE_RUN if once else trend.change
        self.query_one("#moved", Static).update(Content.assemble((trend.label, "bold $coach"), f"  {about}"))
        self.query_one(Columns).show(trend.values)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only the keys that lead somewhere."""
        group = self._group
        match action:
            case "drill":
                return group is not None and bool(group.weakest)
            case "due":
                return bool(self._due_now())
            case "kind":
                return group is not None and any(one.scenario == group.scenario for one in self._view.groups if one is not group)
            case "scenario":
                return len({one.scenario for one in self._view.groups}) > 1
        return True

    def action_drill(self) -> None:
        """Drill the weakest points of what is shown."""
        group = self._group
        if group is not None:
            self._drill(group.scenario, tuple(weak.point for weak in group.weakest))

    def action_due(self) -> None:
        """Drill what is due: of the meeting that is shown, or else of the one that waited longest."""
        due = self._due_now()
        scenario = self._shown if any(one.scenario == self._shown for one in due) else due[0].scenario
        self._drill(scenario, tuple(one.point for one in due if one.scenario == scenario))

    def action_kind(self) -> None:
        """The next mode or length of this meeting."""
        places = [at for at, one in enumerate(self._view.groups) if one.scenario == self._shown]
        self._turn(places[(places.index(self._at) + 1) % len(places)])

    def action_scenario(self) -> None:
        """The next meeting."""
        names = [one.scenario for one in self._view.groups]
        others = list(dict.fromkeys(names))
        self._turn(names.index(others[(others.index(self._shown) + 1) % len(others)]))

    def action_history(self) -> None:
        """Every rehearsal."""
        self.post_message(HistoryWanted())

    def action_home(self) -> None:
        """Back."""
        self.post_message(HomeWanted())


def _trends(group: Progress | None) -> tuple[Trend, ...]:
    return (group.score, *group.themes) if group is not None else ()


def _same(one: Progress, other: Progress) -> bool:
    return (one.scenario, one.mode, one.length) == (other.scenario, other.mode, other.length)
