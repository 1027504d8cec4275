"""The transcript of a rehearsal, in the order things happened."""

from __future__ import annotations

from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.rehearsal import Rehearsal
from trainer.ui.desk.transcript_entries import CLAIMED, entries_of
from trainer.ui.views.meeting import Aside, CoachNote, OwnLine, RoleLine, TranscriptEntry


def entries(rehearsal: Rehearsal) -> tuple[TranscriptEntry, ...]:
    return entries_of(rehearsal.script.scenario, rehearsal.events, lambda turn: CoachNote(note=f"on {turn}"))


def kinds(rehearsal: Rehearsal) -> list[type]:
    return [type(entry) for entry in entries(rehearsal)]


def test_line_reply_and_feedback_follow_each_other() -> None:
    assert kinds(played(*GOOD[:2])) == [RoleLine, OwnLine, CoachNote, RoleLine, OwnLine, CoachNote, RoleLine]


def test_the_hint_that_comes_with_the_feedback_stands_in_it() -> None:
    notes = [entry for entry in entries(played("hmm")) if isinstance(entry, CoachNote)]
    assert [note.hint for note in notes] == ["Say how bad it is."]


def test_a_hint_that_was_asked_for_stands_before_the_reply_it_led_to() -> None:
    rehearsal = played()
    rehearsal.hint()
    rehearsal.reply(GOOD[0])
    assert kinds(rehearsal)[:3] == [RoleLine, Aside, OwnLine]


def test_a_reply_taken_back_stays_struck_and_what_it_caused_is_gone() -> None:
    rehearsal = played("It is only minor.")
    rehearsal.retry()
    struck = [entry for entry in entries(rehearsal) if isinstance(entry, OwnLine)]
    assert struck == [OwnLine("It is only minor.", taken_back=True)]
    assert kinds(rehearsal) == [RoleLine, OwnLine]
    rehearsal.reply(GOOD[0])
    assert [entry.note for entry in entries(rehearsal) if isinstance(entry, CoachNote)] == ["on 0"]


def test_what_the_coach_showed_stays_after_a_retry_and_a_claim_does_not() -> None:
    rehearsal = played("hmm")
    rehearsal.claim()
    rehearsal.retry()
    assert all(entry.text != CLAIMED for entry in entries(rehearsal) if isinstance(entry, Aside))
    told = played("hmm")
    told.show_me("severity")
    told.retry()
    assert kinds(told) == [RoleLine, OwnLine, Aside]


def test_every_line_waits_under_the_index_of_its_turn() -> None:
    rehearsal = played("hmm", "It is only minor.")
    rehearsal.retry()
    for reply in GOOD:
        if not rehearsal.over:
            rehearsal.reply(reply)
    lines = sum(isinstance(entry, RoleLine) for entry in entries(rehearsal))
    assert lines == rehearsal.state.turn + 1
