"""The meeting: who is there, what was said, and where to answer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from trainer.ui.messages import (
    BriefWanted,
    ClaimMade,
    DraftChanged,
    EndWanted,
    HintWanted,
    ModelLineWanted,
    PauseWanted,
    RetryWanted,
)
from trainer.ui.screens.base import Page
from trainer.ui.views import MeetingView
from trainer.ui.widgets.coach import CoachPanel
from trainer.ui.widgets.composer import Composer
from trainer.ui.widgets.paint import seats
from trainer.ui.widgets.transcript import Transcript

AIDS = ("hint", "show_me", "claim", "retry")
"""Actions, named as the fields of `Aids` that allow them."""

END_AGAIN = "F9 again ends the rehearsal and shows the debrief. Esc only pauses it."


class MeetingPage(Page):
    """Shows a `MeetingView` and posts what the player does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "hint", "Hint", id="meeting.hint"),
        Binding("f3", "show_me", "Show me", id="meeting.show_me"),
        Binding("f4", "claim", "I said that", id="meeting.claim"),
        Binding("f5", "retry", "Retry", id="meeting.retry"),
        Binding("f8", "brief", "Brief", id="meeting.brief"),
        Binding("f9", "end", "End", id="meeting.end"),
        Binding("escape", "pause", "Pause", id="meeting.pause"),
        Binding("pageup", "scroll(-1)", "Back", show=False, priority=True, id="meeting.back"),
        Binding("pagedown", "scroll(1)", "On", show=False, priority=True, id="meeting.on"),
    ]
    DEFAULT_CSS = """
    MeetingPage {
        & #bar { height: 1; padding: 0 1; background: $surface; }
        & #bar > #title { width: 1fr; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & #bar > #mode { width: auto; color: $muted; }
        & #seats { height: auto; padding: 0 1; margin: 0 0 1 0; background: $surface; }
        & #middle { height: 1fr; }
        & #about { height: auto; max-height: 2; padding: 0 2; color: $muted; }
        & #refusal { height: auto; padding: 0 2; color: $half; display: none; }
        & #refusal.-shown { display: block; }
        &.-narrow CoachPanel { display: none; }
        &.-wide CoachBlock { display: none; }
        &.-uncoached CoachPanel { display: none; }
        &.-short #bar { display: none; }
        &.-short #about { display: none; }
        &.-short #seats { margin: 0; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-short Composer { max-height: 5; }
    }
    """

    def __init__(self, view: MeetingView, draft: str = "") -> None:
        super().__init__()
        self._view = view
        self._first_draft = draft
        self._end_asked = False

    def compose(self) -> ComposeResult:
        """Who is there, the talk, the editor."""
        with Horizontal(id="bar"):
            yield Static(id="title", markup=False)
            yield Static(id="mode", markup=False)
        yield Static(id="seats", markup=False)
        with Horizontal(id="middle"):
            yield Transcript(id="transcript")
            yield CoachPanel()
        yield Static(id="about", markup=False)
        yield Composer(self._first_draft, id="composer")
        yield Static(id="refusal", markup=False)
        yield self.footer()

    async def on_mount(self) -> None:
        """Show what the meeting began with."""
        self.query_one(Composer).focus()
        await self.show(self._view)

    async def show(self, view: MeetingView) -> None:
        """Show the meeting as it stands now."""
        self._view = view
        self.set_class(not view.coached, "-uncoached")
        self.query_one("#title", Static).update(Content(view.title))
        self.query_one("#mode", Static).update(Content(view.mode_line))
        self.query_one("#seats", Static).update(seats(view.people))
        self.query_one("#about", Static).update(Content.assemble(("Now: ", "$coach"), view.about))
        self.refuse("")
        await self.query_one(Transcript).show(view.entries)
        if view.coached:
            await self.query_one(CoachPanel).show(view.entries)
        self.refresh_bindings()

    @property
    def draft(self) -> str:
        """What stands in the editor."""
        return self.query_one(Composer).text

    def put_draft(self, text: str) -> None:
        """Fill the editor: empty after a reply was taken, the old words for another try."""
        self.query_one(Composer).put(text)

    def refuse(self, why: str) -> None:
        """Say gently why a reply was not taken; an empty text takes it away. What was typed stays."""
        self._end_asked = False
        refusal = self.query_one("#refusal", Static)
        refusal.update(Content(why))
        refusal.set_class(bool(why), "-shown")

    def on_draft_changed(self, _message: DraftChanged) -> None:
        """Typing on answers a refusal."""
        self.refuse("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Aids exist in coach mode only, and are dimmed while they would do nothing. A claim is no aid."""
        if action not in AIDS:
            return True
        if not self._view.coached and action != "claim":
            return False
        return True if getattr(self._view.aids, action) else None

    def action_hint(self) -> None:
        """Ask for a hint."""
        self.post_message(HintWanted())

    def action_show_me(self) -> None:
        """Ask for a good line."""
        self.post_message(ModelLineWanted())

    def action_claim(self) -> None:
        """I said that."""
        self.post_message(ClaimMade())

    def action_retry(self) -> None:
        """Take the last reply back."""
        self.post_message(RetryWanted(self.draft))

    def action_brief(self) -> None:
        """Look at the brief as it is now."""
        self.post_message(BriefWanted())

    def action_end(self) -> None:
        """End now and see the debrief; asked for twice, because there is no way back."""
        if self._end_asked:
            self.post_message(EndWanted())
        else:
            self.refuse(END_AGAIN)
            self._end_asked = True

    def action_pause(self) -> None:
        """Leave it as it stands."""
        self.post_message(PauseWanted(self.draft))

    def action_scroll(self, way: int) -> None:
        """Look further back, or on."""
        transcript = self.query_one(Transcript)
        transcript.scroll_relative(y=way * max(1, transcript.size.height - 2), animate=False)
