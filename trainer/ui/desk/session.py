"""One rehearsal at the screen: drives a `Rehearsal` and shows where it stands as views.

Owns turning what happened into what is seen. Everything here is called on the desk's thread. Decides nothing about the meeting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.matching.reading import Reading
from trainer.meeting.closing import closing_word
from trainer.meeting.events import TrustMoved
from trainer.meeting.moves import Reply
from trainer.meeting.play_rules import required_here, weak_points
from trainer.meeting.previewing import would_stand
from trainer.meeting.turns import Turn, turns_of
from trainer.rehearsal import Rehearsal
from trainer.report.brief.gather import only_own
from trainer.report.brief.values import Brief
from trainer.report.coaching import after_shown, coaching
from trainer.scenario.models import Scenario
from trainer.scoring.feedback import Feedback, HeardItem, feedback
from trainer.scoring.trust_words import trust_change, trust_word
from trainer.text.clean import MAX_REPLY, clean, clean_line
from trainer.ui.desk.transcript_entries import closing_entries, entries_of
from trainer.ui.views.briefing import Person
from trainer.ui.views.meeting import Aids, CoachNote, HeardLine, Lamp, MeetingView, MissingLine, TranscriptEntry


class Session:
    """The rehearsal that is on the screen."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal
        self._notes: dict[tuple[int, int], Feedback] = {}
        self.came_from = ""
        """The run whose debrief asked for this one; empty where none did."""

    @property
    def rehearsal(self) -> Rehearsal:
        """What is rehearsed, for the other parts of the desk."""
        return self._rehearsal

    @property
    def run_id(self) -> str:
        """Id in the history."""
        return self._rehearsal.run_id

    @property
    def draft(self) -> str:
        """What was typed and not sent."""
        return clean(self._rehearsal.draft)

    @property
    def scenario_id(self) -> str:
        """Names files that are saved."""
        return self._rehearsal.script.scenario.id

    def reply(self, typed: str) -> None:
        """Say what was typed. Raises ReplyRefused or StoreFailed; then nothing has happened."""
        self._rehearsal.reply(typed)

    def silence(self) -> None:
        """Say nothing, on purpose. Raises like `reply`; the draft stays."""
        self._rehearsal.silence()

    def hint(self) -> None:
        """Ask the coach for a hint."""
        self._rehearsal.hint()

    def show_model(self) -> None:
        """Ask for a good line for the point they are after."""
        point = self._point_pressed()
        if point is not None:
            self._rehearsal.show_me(point)

    def claim(self) -> None:
        """I said that."""
        self._rehearsal.claim()

    def retry(self) -> None:
        """Take the last reply back; it becomes the draft."""
        self._rehearsal.retry()

    @property
    def may_try_again(self) -> bool:
        """Whether the last reply can be taken back after the end: with a coach, and if the meeting came to an ending."""
        state = self._rehearsal.state
        ended = state.ended is not None and state.ended.how.came_to_end
        return ended and state.options.mode.coached and state.before is not None

    def end(self) -> None:
        """Leave for good."""
        self._rehearsal.quit()

    def time_up(self, draft: str) -> None:
        """The time is over. What was being typed still counts, as far as a reply may go. Raises StoreFailed."""
        said = _as_far_as_it_goes(draft)
        if said and not self._rehearsal.over:
            self._rehearsal.reply(said)
        self._rehearsal.time_up()

    def save_draft(self, text: str) -> None:
        """Keep what is typed so far."""
        self._rehearsal.save_draft(text)

    def lamps(self, draft: str) -> tuple[Lamp, ...]:
        """The points they ask for now, as they would stand if the draft were said; labels and verdicts only."""
        rehearsal, said = self._rehearsal, _as_far_as_it_goes(draft)
        reply = Reply(said, rehearsal.preview(said)) if said else None
        points = rehearsal.script.scenario.key_points
        stands = would_stand(rehearsal.script, rehearsal.state, reply)
        return tuple(Lamp(clean_line(points[point].label), verdict.value) for point, verdict in stands.items())

    def brief(self) -> Brief:
        """The page for the real meeting; while one goes on without a coach, nothing in it that could be read out."""
        page, state = self._rehearsal.brief(), self._rehearsal.state
        return only_own(page) if not state.options.mode.coached and not state.over else page

    def view(self) -> MeetingView:
        """The meeting as it stands."""
        script, state = self._rehearsal.script, self._rehearsal.state
        coached = state.options.mode.coached
        return MeetingView(
            title=clean_line(script.scenario.title),
            about=clean_line(script.moment(state.moment).about) if state.moment else "",
            people=tuple(self._people()),
            entries=self._entries(coached),
            coached=coached,
            mode_line=f"{state.options.mode} · {state.options.pressure} pressure",
            aids=self._aids(coached),
            over=state.over,
            closed=state.ended is not None and state.ended.how.came_to_end,
            lamps=self.lamps("") if coached else (),
            seconds_left=None if state.over else self._rehearsal.seconds_left(),
        )

    def _people(self) -> Iterator[Person]:
        script, state = self._rehearsal.script, self._rehearsal.state
        for hue, (name, role) in enumerate(script.scenario.roles.items()):
            if name in state.trust:
                word = trust_word(state.trust[name])
                yield Person(name, clean_line(role.name), clean_line(role.concern), hue, role.optional, word)

    def _entries(self, coached: bool) -> tuple[TranscriptEntry, ...]:
        notes = dict(self._feedbacks()) if coached else {}
        script, events = self._rehearsal.script, self._rehearsal.events
        return (*entries_of(script.scenario, events, notes.get), *closing_entries(script.scenario, closing_word(script, events)))

    def _feedbacks(self) -> Iterator[tuple[int, CoachNote]]:
        """What the coach says about each reply that stands; a note on the delivery is given once a rehearsal."""
        seen: list[str] = []
        for turn in turns_of(self._rehearsal.events):
            if turn.reply and not turn.silence and turn.reading is not None:
                said = self._feedback(turn, turn.reply, turn.reading, seen)
                seen += [said.note_id] if said.note_id else []
                yield turn.index, self._note(turn, said)

    def _feedback(self, turn: Turn, reply: str, reading: Reading, seen: Sequence[str]) -> Feedback:
        """What the coach says about a turn, worked out once; after a resume from what was read then."""
        key = turn.index, len(turn.tries)
        if key not in self._notes:
            self._notes[key] = feedback(self._rehearsal.script, turn.before, turn.after, reply, reading, seen_notes=seen)
        return self._notes[key]

    def _note(self, turn: Turn, said: Feedback) -> CoachNote:
        scenario = self._rehearsal.script.scenario
        words = coaching(scenario, turn, said)
        return CoachNote(
            heard=tuple(_heard(one) for one in words.heard),
            also=words.also,
            missing=tuple(MissingLine(one.label, one.what) for one in words.missing),
            careful=words.careful,
            better=words.better,
            better_for=words.better_for,
            note=words.note,
            figures=words.figures,
            trust=tuple(_trust_lines(scenario, turn.trust_moves)),
        )

    def _aids(self, coached: bool) -> Aids:
        """A claim is no help from the coach: whoever was not heard may say so in every mode."""
        state = self._rehearsal.state
        pressed = self._point_pressed() is not None
        claimable = state.waiting is not None and state.waiting.point is not None
        return Aids(hint=coached and pressed, show_me=coached and pressed, claim=claimable, retry=coached and state.before is not None)

    def _point_pressed(self) -> str | None:
        """The point they are after: the one pressed, else the first required here that is still weak."""
        script, state = self._rehearsal.script, self._rehearsal.state
        if state.waiting is None or state.moment is None:
            return None
        weak = weak_points(script, state, required_here(script, state.moment, state.options.points))
        return state.waiting.point if state.waiting.point in weak else next(iter(weak), None)


def _heard(item: HeardItem) -> HeardLine:
    shown = after_shown(item.verdict) if item.after_shown else ""
    return HeardLine(clean_line(item.label), item.verdict.value, clean_line(item.quote), shown)


def _as_far_as_it_goes(draft: str) -> str:
    """The draft as a reply would be taken, cut where no reply may be longer."""
    return clean(draft).strip()[:MAX_REPLY]


def _trust_lines(scenario: Scenario, moves: Sequence[TrustMoved]) -> Iterator[str]:
    """Who got warmer, in one line; whoever got cooler with the reason, those with the same reason together."""
    by_role = {role: [move for move in moves if move.role == role] for role in dict.fromkeys(move.role for move in moves)}
    warmer = [clean_line(scenario.roles[role].name) for role, mine in by_role.items() if sum(move.by for move in mine) > 0]
    if warmer:
        yield f"{', '.join(warmer)} warmer"
    reasons: dict[str, list[str]] = {}
    for role, mine in by_role.items():
        if sum(move.by for move in mine) <= 0:
            name = scenario.roles[role].name
            reasons.setdefault(trust_change(scenario, mine)[0].removeprefix(name), []).append(clean_line(name))
    yield from (f"{', '.join(names)} {clean_line(reason)}" for reason, names in reasons.items())
