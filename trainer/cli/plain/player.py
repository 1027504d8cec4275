"""The loop of a meeting in lines: line, reply, what came of it, until the end or until the player leaves.

Owns the order in which things are printed. Each reply is kept before anything about it is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trainer.cli.plain.orders import obey
from trainer.cli.plain.typing import Typist
from trainer.cli.plain.words import closed, coached, happened, waiting, without_marks
from trainer.errors import NotFound, ReplyRefused
from trainer.meeting.closing import closing_word
from trainer.meeting.events import Hinted
from trainer.meeting.lines import say
from trainer.meeting.options import Length
from trainer.meeting.turns import turns_of
from trainer.rehearsal import Outcome, Rehearsal
from trainer.report.debrief import text as debrief_text

Print = Callable[[str], None]
Edit = Callable[[str], str | None]
"""Lets the player change a text somewhere else; None when it was left alone."""


class Player:
    """Plays one rehearsal with what is typed; `write` takes one line at a time, already without line end."""

    def __init__(self, rehearsal: Rehearsal, typist: Typist, write: Print, edit: Edit) -> None:
        self._rehearsal = rehearsal
        self._typist = typist
        self._write = write
        self._edit = edit

    def open(self, *, resumed: bool) -> None:
        """What stands before the first reply."""
        script, state = self._rehearsal.script, self._rehearsal.state
        self._write(script.scenario.title)
        options = state.options
        how = {Length.WHOLE: f"{options.mode.value} mode", Length.SHORT: f"short run, {options.mode.value} mode", Length.DRILL: "drill"}
        self._write(f"Run {self._rehearsal.run_id}, {how[options.length]}, pressure {options.pressure.value}, seed {options.seed}.")
        if not resumed:
            self._write("")
            self._write(without_marks(say(script, state, script.scenario.briefing, "briefing")).strip())
        self._write("")
        self._write("Type what you would say and press Enter. /help lists what else you can type.")
        self._write("")
        self._all(waiting(script, state))
        if self._rehearsal.draft:
            self._write(f"You had typed, not sent: {self._rehearsal.draft}")
            self._write("/send says it as it is, /edit opens it in your editor.")

    def play(self) -> bool:
        """Play until the end (True) or until nothing more is typed (False)."""
        while True:
            while not self._rehearsal.over:
                self._clock()
                typed = self._typist.read()
                if typed is None:
                    self._leave()
                    return False
                self._take(typed)
            if not self._closing():
                continue
            self._close()
            if not self._once_more():
                return True

    def _closing(self) -> bool:
        """What is said at the end, and a moment to hear it, or to take the last reply back; whether to go on to the debrief."""
        closing = closing_word(self._rehearsal.script, self._rehearsal.events)
        if closing is None:
            return True
        self._all(closed(self._rehearsal.script, closing))
        self._write("")
        retry = self._rehearsal.state.options.mode.coached
        self._write(f"That was the last question. Enter shows the debrief{'; /retry takes your last reply back' if retry else ''}.")
        if (self._typist.read() or "").strip().lower() == "/retry" and retry:
            self._take("/retry")
        return self._rehearsal.over

    def _once_more(self) -> bool:
        """After the end the coach lets the last reply be taken back."""
        state = self._rehearsal.state
        if not state.options.mode.coached or state.ended is None or not state.ended.how.came_to_end:
            return False
        self._write("/retry takes the last reply back; Enter leaves.")
        if (self._typist.read() or "").strip().lower() != "/retry":
            return False
        self._take("/retry")
        return not self._rehearsal.over

    def _take(self, typed: str) -> None:
        try:
            if not typed.startswith("/"):
                self._reply(typed)
                return
            word, _, rest = typed[1:].partition(" ")
            name = word.strip().lower()
            if name == "send":
                self._reply(self._rehearsal.draft)
            elif name == "edit":
                self._edited()
            else:
                self._all(obey(self._rehearsal, name, rest.strip()))
        except NotFound as error:
            self._write(f"{error}. /help lists them.")

    def _reply(self, typed: str) -> None:
        try:
            outcome = self._rehearsal.reply(typed)
        except ReplyRefused as error:
            self._write(str(error))
            if typed.strip():
                self._rehearsal.save_draft(typed)
                self._write("/edit opens it in your editor.")
            return
        self._show(outcome)

    def _edited(self) -> None:
        text = self._edit(self._rehearsal.draft)
        if text is None or not text.strip():
            self._write("Nothing was written.")
            return
        self._write(text.strip())
        self._reply(text)

    def _show(self, outcome: Outcome) -> None:
        script = self._rehearsal.script
        if outcome.feedback is not None:
            answered = [turn for turn in turns_of(self._rehearsal.events) if turn.reading is not None]
            self._all(coached(script, answered[-1], outcome.feedback))
        by_the_coach = tuple(event for event in outcome.events if isinstance(event, Hinted))
        self._all(happened(script, by_the_coach))  # before the next line, which is what is to be answered
        self._all(happened(script, tuple(event for event in outcome.events if event not in by_the_coach)))

    def _clock(self) -> None:
        left = self._rehearsal.seconds_left()
        if left is not None:
            self._write(f"({int(left // 60)} min {int(left % 60)} s left)")

    def _leave(self) -> None:
        if self._typist.unfinished:
            self._rehearsal.save_draft(self._typist.unfinished)
        self._write("")
        self._write(f"Left here; everything is kept. Go on with: trainer play --plain --resume {self._rehearsal.run_id}")

    def _close(self) -> None:
        self._write("")
        self._write(debrief_text.render(self._rehearsal.debrief()).rstrip())
        self._write("")
        self._write(f"The brief for the real meeting: trainer brief --run {self._rehearsal.run_id}")

    def _all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._write(line)
