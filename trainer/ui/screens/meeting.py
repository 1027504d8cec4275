"""The meeting: who is there, what was said, and where to answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.meeting import (
    ClaimMade,
    ClosingRead,
    DraftChanged,
    EditorWanted,
    EndWanted,
    HintWanted,
    ModelLineWanted,
    PauseWanted,
    ReplySent,
    RetryWanted,
    SilenceWanted,
    TimeRanOut,
)
from trainer.ui.messages.pages import BriefWanted
from trainer.ui.screens.base import Page
from trainer.ui.views.meeting import Lamp, MeetingView
from trainer.ui.widgets.clock import TimeLeft
from trainer.ui.widgets.coach import CoachPanel
from trainer.ui.widgets.composer import Composer
from trainer.ui.widgets.lamps import Lamps
from trainer.ui.widgets.paint import seats
from trainer.ui.widgets.transcript import Transcript

AIDS = ("hint", "show_me", "claim", "retry")
"""Actions, named as the fields of `Aids` that allow them."""
TO_GO_ON = ("hint", "show_me", "claim", "end", "say_nothing", "editor")
"""Actions of a meeting that goes on."""

NOTHING_TYPED = "Nothing typed yet: they are waiting. {silence} says nothing, if you mean to."
CLOSED = "That was the last question. {debrief} goes on to the debrief."
CLOSED_COACHED = "That was the last question. {debrief} goes on to the debrief; {retry} takes your last reply back."
END_AGAIN = "{end} again ends the rehearsal and shows the debrief. {pause} only pauses it."


class MeetingPage(Page):
    """Shows a `MeetingView` and posts what the player does."""

    typed_into = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "hint", "Hint", id="meeting.hint"),
        Binding("f3", "show_me", "Show me", id="meeting.show_me"),
        Binding("f4", "claim", "I said that", id="meeting.claim"),
        Binding("f5", "retry", "Retry", id="meeting.retry"),
        Binding("f8", "brief", "Brief", id="meeting.brief"),
        Binding("enter", "debrief", "Debrief", id="meeting.debrief"),
        Binding("f9", "end", "End", id="meeting.end"),
        Binding("ctrl+n", "say_nothing", "Say nothing", show=False, id="meeting.silence"),
        Binding("ctrl+o", "editor", "Your editor", show=False, id="meeting.editor"),
        Binding("escape", "pause", "Pause", id="meeting.pause"),
        Binding("pageup", "scroll(-1)", "Back", show=False, priority=True, id="meeting.back"),
        Binding("pagedown", "scroll(1)", "On", show=False, priority=True, id="meeting.on"),
    ]
    HELP = (
        "Answer as you would in the room; they press, doubt and ask back. With a coach the lamps over the editor light up as your draft "
        "covers what they ask for: ○ not yet, ◐ half, ● said, ✗ the opposite. Enter sends, Ctrl+J begins a new line, Ctrl+O opens your "
        "own editor, Ctrl+N says nothing. Esc keeps everything for later."
    )
    DEFAULT_CSS = """
    MeetingPage {
        & #bar { height: 1; padding: 0 1; background: $surface; }
        & #bar > #title { width: 1fr; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        & #bar > #mode { width: auto; padding: 0 0 0 2; color: $muted; }
        & #room { height: auto; padding: 0 1; margin: 0 0 1 0; background: $surface; }
        & #seats { width: 1fr; height: auto; }
        & #middle { height: 1fr; }
        & #about { height: auto; max-height: 2; padding: 0 2; color: $muted; }
        & #refusal { height: auto; padding: 0 2; color: $half; display: none; }
        & #refusal.-shown { display: block; }
        & #closed { height: auto; padding: 0 2; margin: 1 0; color: $coach; display: none; }
        &.-closed #closed { display: block; }
        &.-closed Composer, &.-closed #about, &.-closed Lamps { display: none; }
        &.-narrow CoachPanel { display: none; }
        &.-wide CoachBlock { display: none; }
        &.-uncoached CoachPanel { display: none; }
        &.-short #bar { display: none; }
        &.-short #about { display: none; }
        &.-short Lamps { display: none; }
        &.-short #room { margin: 0; height: 1; }
        &.-short #seats { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-short Composer { max-height: 5; }
    }
    """

    def __init__(self, view: MeetingView, draft: str = "", *, lamps: bool = True) -> None:
        super().__init__()
        self._view = view
        self._lamps = lamps and view.coached
        self._first_draft = draft
        self._end_asked = False
        self._refused_draft = ""

    def compose(self) -> ComposeResult:
        """Who is there, the talk, the editor."""
        with Horizontal(id="bar"):
            yield Static(id="title", markup=False)
            yield Static(id="mode", markup=False)
        with Horizontal(id="room"):
            yield Static(id="seats", markup=False)
            yield TimeLeft(id="time")
        with Horizontal(id="middle"):
            yield Transcript(id="transcript")
            yield CoachPanel()
        yield Static(id="about", markup=False)
        yield Lamps(id="lamps")
        yield Composer(self._first_draft, lamps=self._lamps, id="composer")
        yield Static(id="refusal", markup=False)
        yield Static(id="closed", markup=False)
        yield self.footer()

    async def on_mount(self) -> None:
        """Show what the meeting began with."""
        self.set_focus(self.query_one(Composer))  # at once: a key may be waiting
        await self.show(self._view)

    async def show(self, view: MeetingView) -> None:
        """Show the meeting as it stands now."""
        self._view = view
        self.set_class(not view.coached, "-uncoached")
        self.query_one("#title", Static).update(Content(view.title))
        self.query_one("#mode", Static).update(Content(view.mode_line))
        self.query_one("#seats", Static).update(seats(view.people))
        self.query_one("#about", Static).update(Content.assemble(("Now: ", "$coach"), view.about))
        self.query_one(TimeLeft).count_from(view.seconds_left)
        self.light(view.lamps)
        self.refuse("")
        self._close(view)
        await self.query_one(Transcript).show(view.entries)
        if view.coached:
            await self.query_one(CoachPanel).show(view.entries)
        self.refresh_bindings()

    def _close(self, view: MeetingView) -> None:
        """It is over: nothing more is typed, and one key goes on."""
        self.set_class(view.closed, "-closed")
        if view.closed:
            words = CLOSED_COACHED if view.aids.retry else CLOSED
            keys = {"debrief": self.key_of("meeting.debrief"), "retry": self.key_of("meeting.retry")}
            self.query_one("#closed", Static).update(Content(words.format(**keys)))
            self.query_one(Transcript).focus()

    @property
    def draft(self) -> str:
        """What stands in the editor."""
        return self.query_one(Composer).text

    def put_draft(self, text: str, *, instead_of: str) -> None:
        """Fill the editor: empty after a reply was taken, the old words for another try. What was typed since stays."""
        self.query_one(Composer).put(text, instead_of=instead_of)

    def let_send(self) -> None:
        """A reply may be sent again."""
        self.query_one(Composer).let_send()

    def light(self, lamps: Sequence[Lamp]) -> None:
        """Show which points the draft would cover."""
        if self._lamps:
            self.query_one(Lamps).show(lamps)

    def refuse(self, why: str) -> None:
        """Say gently why a reply was not taken; an empty text takes it away. What was typed stays."""
        self._end_asked, self._refused_draft = False, self.draft
        refusal = self.query_one("#refusal", Static)
        refusal.update(Content(why))
        refusal.set_class(bool(why), "-shown")

    def draft_read(self, draft: str, lamps: Sequence[Lamp], seconds: float) -> None:
        """A draft was read in so long: show what it would cover, unless something else stands in the editor by now."""
        composer = self.query_one(Composer)
        composer.took(seconds)
        if composer.text == draft:
            self.light(lamps)

    def on_reply_sent(self, message: ReplySent) -> None:
        """Nothing is no reply; whoever wants to say nothing has a key for it."""
        if not message.text.strip():
            message.stop()
            self.let_send()
            self.refuse(NOTHING_TYPED.format(silence=self.key_of("meeting.silence")))

    def on_time_left_over(self, message: TimeLeft.Over) -> None:
        """What is being typed is the last that is said."""
        message.stop()
        self.post_message(TimeRanOut())

    def on_draft_changed(self, message: DraftChanged) -> None:
        """Typing on answers a refusal; what was typed before it does not, though the pause behind it ends only now."""
        if message.text != self._refused_draft:
            self.refuse("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Aids exist in coach mode only, and are dimmed while they would do nothing. A claim is no aid."""
        if self._view.closed and action in TO_GO_ON:
            return False
        if action == "debrief":
            return self._view.closed
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

    def action_debrief(self) -> None:
        """The closing word was read."""
        self.post_message(ClosingRead())

    def action_end(self) -> None:
        """End now and see the debrief; asked for twice, because there is no way back."""
        if self._end_asked:
            self.post_message(EndWanted())
        else:
            self.refuse(END_AGAIN.format(end=self.key_of("meeting.end"), pause=self.key_of("meeting.pause")))
            self._end_asked = True

    def action_say_nothing(self) -> None:
        """Hold the silence."""
        self.post_message(SilenceWanted())

    def action_editor(self) -> None:
        """Go on writing in the editor of one's own."""
        self.post_message(EditorWanted(self.draft))

    def action_pause(self) -> None:
        """Leave it as it stands."""
        self.post_message(HomeWanted() if self._view.closed else PauseWanted(self.draft))

    def action_scroll(self, way: int) -> None:
        """Look further back, or on."""
        transcript = self.query_one(Transcript)
        transcript.scroll_relative(y=way * max(1, transcript.size.height - 2), animate=False)
