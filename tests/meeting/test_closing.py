"""The closing word: the last reply is answered before anybody looks at a debrief."""

from __future__ import annotations

import pytest

from tests.report.plays import played
from tests.small_meeting import GOOD
from trainer.meeting.closing import ANSWERED, LEFT_OPEN, TAKEN_AT_WORD, Closing, closing_word
from trainer.meeting.options import Mode, Options
from trainer.rehearsal import Rehearsal

CAVING = "OK, let us ship it with a warning then."
PART = Options(seed=5, mode=Mode.DRILL, moments=("timeline",), points=("time",))


def of(run: Rehearsal) -> Closing | None:
    return closing_word(run.script, run.events)


def test_after_a_meeting_the_role_asked_last_speaks_and_the_epilogue_follows() -> None:
    closing = of(played(*GOOD))
    assert closing is not None
    assert (closing.role, closing.epilogue) == ("pm", "It waits.")
    assert closing.line in ANSWERED


@pytest.mark.parametrize("part", [PART, Options(seed=5, mode=Mode.COACH, moments=("timeline",))], ids=["drill", "short run"])
def test_after_a_part_of_a_meeting_the_role_speaks_too(part: Options) -> None:
    closing = of(played(GOOD[2], options=part))
    assert closing is not None
    assert (closing.role, closing.epilogue) == ("pm", "")
    assert closing.line in ANSWERED


def test_nobody_says_that_a_question_was_answered_that_was_not() -> None:
    closing = of(played("hmm", "hmm", "hmm", "hmm", options=PART))
    assert closing is not None
    assert closing.line in LEFT_OPEN


def test_a_claim_on_the_last_open_point_is_taken_at_its_word() -> None:
    run = played("hmm", options=PART)
    run.claim()
    closing = of(run)
    assert closing is not None
    assert closing.line in TAKEN_AT_WORD


def test_what_was_said_after_it_was_shown_was_heard_by_the_role() -> None:
    run = played(options=PART)
    run.show_me("time")
    run.reply("Give us 4 to 6 hours.")
    closing = of(run)
    assert closing is not None
    assert closing.line in ANSWERED


def test_after_a_lost_meeting_the_epilogue_speaks_alone() -> None:
    assert of(played(GOOD[0], CAVING, CAVING)) == Closing(None, "", "It ships.")


def test_a_meeting_that_goes_on_or_was_left_has_no_closing_word() -> None:
    run = played(GOOD[0])
    assert of(run) is None
    run.quit()
    assert of(run) is None
