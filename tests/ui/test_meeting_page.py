"""The meeting's page alone: lamps, time, sizes, and what happens to a draft."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from tests.ui.samples.meeting import MEETING, UNCOACHED
from tests.ui.stage import Alone, until, words
from trainer.ui.messages.meeting import DraftChanged, LampsWanted, ReplySent, TimeRanOut
from trainer.ui.screens.meeting import NOTHING_TYPED, MeetingPage
from trainer.ui.views.meeting import Lamp, MeetingView, OwnLine
from trainer.ui.widgets.clock import TimeLeft, time_words
from trainer.ui.widgets.coach import CoachBlock, CoachPanel
from trainer.ui.widgets.composer import Composer
from trainer.ui.widgets.lamps import Lamps, lamps_line
from trainer.ui.widgets.transcript import Transcript

FOREIGN = {
    "cjk": "我们应该推迟发布，直到修复完成。",
    "emoji": "We stop 🚦 now 🙂 please",
    "right-to-left": "אני ממליץ לעצור את השחרור",
    "mixed": "We stop: 停止 🚦 עצור",
}
LONG_TALK = replace(MEETING, entries=MEETING.entries * 8)


@asynccontextmanager
async def on_screen(
    view: MeetingView = MEETING, draft: str = "", *, lamps: bool = True, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Alone, Pilot[None], MeetingPage]]:
    page = MeetingPage(view, draft, lamps=lamps)
    app = Alone(page)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: len(page.query_one(Transcript).children) == len(view.entries))
        yield app, pilot, page


def box(page: MeetingPage) -> Composer:
    return page.query_one(Composer)


def lamps(*lit: tuple[str, str]) -> tuple[Lamp, ...]:
    return tuple(Lamp(label, verdict) for label, verdict in lit)


async def test_each_point_has_a_lamp_that_reads_without_colour() -> None:
    async with on_screen() as (app, _, _):
        assert "● How serious it is  ◐ Why no quick patch  ○ The suspected cause" in words(app)


@pytest.mark.parametrize("verdict", ["missing", "partly", "covered", "contradicted"])
def test_no_two_verdicts_share_a_mark(verdict: str) -> None:
    marks = {one: str(lamps_line(lamps(("x", one)), 80)) for one in ("missing", "partly", "covered", "contradicted")}
    assert [one for one, mark in marks.items() if mark == marks[verdict]] == [verdict]


@pytest.mark.parametrize("width", range(4, 130, 7))
@pytest.mark.parametrize(
    "labels",
    [
        ("What is wrong, and where", "The harm, and to whom", "What you ask for"),
        ("Yes", "A label so long that nobody would ever write it into a scenario", "No", "Users first"),
        ("何が壊れているか、どこで", "影響", "頼みたいこと"),
        ("One",),
    ],
    ids=["usual", "uneven", "wide", "one"],
)
def test_lamps_take_one_line_and_every_mark_stays(labels: tuple[str, ...], width: int) -> None:
    line = lamps_line(lamps(*((label, "covered") for label in labels)), width)
    marks = len(labels) + 2 * (len(labels) - 1)
    assert line.cell_length <= max(width, marks)
    assert str(line).count("●") == len(labels)


def test_whole_labels_stand_where_there_is_room_and_short_ones_are_cut_last() -> None:
    lit = lamps(("Yes", "covered"), ("A label of twenty-six cells", "missing"))
    assert str(lamps_line(lit, 60)) == "● Yes  ○ A label of twenty-six cells"
    assert str(lamps_line(lit, 24)).startswith("● Yes  ○ A label of")


async def test_a_pause_in_typing_asks_once_what_the_draft_would_cover() -> None:
    async with on_screen() as (app, pilot, page):
        box(page).insert("st")
        box(page).insert("op")
        await until(pilot, lambda: DraftChanged("stop") in app.heard)
        assert app.heard == [LampsWanted("stop"), DraftChanged("stop")]


async def test_a_draft_that_takes_long_to_read_is_read_only_in_a_long_pause() -> None:
    async with on_screen() as (app, pilot, page):
        page.draft_read("other words", (), 1000)
        assert "● How serious it is" in words(app), "what was read is no longer what stands there"
        box(page).insert("stop")
        await until(pilot, lambda: DraftChanged("stop") in app.heard)
        assert app.heard == [DraftChanged("stop")]
        page.draft_read("stop", (Lamp("How serious it is", "missing"),), 0.001)
        assert "○ How serious it is" in words(app)


async def test_a_line_that_has_just_wrapped_is_in_sight() -> None:
    async with on_screen(draft="word " * 400) as (_, pilot, page):
        for letter in "ab cd ef gh ij kl mn op " * 4:
            box(page).insert(letter)
            await until(pilot, lambda: box(page).content_region.contains_point(box(page).cursor_screen_offset))


@pytest.mark.parametrize(("view", "wanted"), [(UNCOACHED, True), (MEETING, False)], ids=["meeting mode", "switched off"])
async def test_without_a_coach_or_switched_off_there_are_no_lamps(view: MeetingView, wanted: bool) -> None:
    async with on_screen(replace(view, lamps=MEETING.lamps), lamps=wanted) as (app, pilot, page):
        box(page).insert("stop")
        await until(pilot, lambda: DraftChanged("stop") in app.heard)
        assert not any(isinstance(one, LampsWanted) for one in app.heard)
        assert not page.query_one(Lamps).display


async def test_a_draft_from_an_earlier_sitting_is_asked_about_at_once() -> None:
    async with on_screen(draft="We stop.") as (app, pilot, _):
        await until(pilot, lambda: LampsWanted("We stop.") in app.heard)


@pytest.mark.parametrize(
    ("left", "shown"), [(1200.0, "20 min left"), (61.0, "2 min left"), (60.0, "60 s left"), (0.4, "1 s left"), (0.0, "0 s left")]
)
def test_time_is_told_in_minutes_and_in_the_last_one_in_seconds(left: float, shown: str) -> None:
    assert time_words(left) == shown


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)], ids=str)
async def test_the_time_left_stays_in_sight(size: tuple[int, int]) -> None:
    async with on_screen(UNCOACHED, size=size) as (app, pilot, page):
        await until(pilot, lambda: "12 min left" in words(app))
        region = page.query_one(TimeLeft).region
        assert region.width >= len("12 min left")
        assert region.right <= size[0]


async def test_without_a_limit_no_time_is_shown() -> None:
    async with on_screen(MEETING) as (app, _, _):
        assert " left" not in words(app)


async def test_when_the_time_is_over_the_page_says_so_once() -> None:
    async with on_screen(replace(UNCOACHED, seconds_left=0.01)) as (app, pilot, _):
        await until(pilot, lambda: TimeRanOut() in app.heard)
        await pilot.pause(0.1)
        assert app.heard.count(TimeRanOut()) == 1


async def test_nothing_typed_is_not_sent_and_names_the_key_for_silence() -> None:
    async with on_screen() as (app, pilot, _):
        await pilot.press("space", "enter")
        await until(pilot, lambda: NOTHING_TYPED.format(silence="Ctrl+N") in words(app))
        assert not any(isinstance(one, ReplySent) for one in app.heard)


async def test_silence_is_told_in_words() -> None:
    async with on_screen(replace(MEETING, entries=(OwnLine("(You say nothing.)", silent=True),))) as (app, _, _):
        assert "(You say nothing.)" in words(app)


async def test_enter_twice_sends_once_until_the_reply_was_decided_on() -> None:
    async with on_screen() as (app, pilot, page):
        await pilot.press(*"stop", "enter", "enter")
        await until(pilot, lambda: ReplySent("stop") in app.heard)
        await pilot.pause()
        assert app.heard.count(ReplySent("stop")) == 1
        page.let_send()
        await pilot.press("enter")
        await until(pilot, lambda: app.heard.count(ReplySent("stop")) == 2)


async def test_what_is_typed_behind_a_sent_reply_stays_when_that_is_taken() -> None:
    async with on_screen() as (_, pilot, page):
        await pilot.press(*"stop", "enter", *"and more")
        page.put_draft("", instead_of="stop")
        assert box(page).text == "and more"


async def test_words_given_back_stand_before_what_was_typed_since() -> None:
    async with on_screen() as (_, _, page):
        box(page).insert(" now")
        page.put_draft("We stop", instead_of="")
        assert box(page).text == "We stop now"


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
async def test_any_script_is_typed_sent_and_shown_as_it_is(text: str) -> None:
    async with on_screen(replace(MEETING, entries=(OwnLine(text),))) as (app, pilot, page):
        for letter in text:
            app.post_message(Key(letter, letter))
        await until(pilot, lambda: box(page).text == text)
        assert box(page).cursor_location == (0, len(text))
        await pilot.press("left", "backspace")
        assert box(page).text == text[:-2] + text[-1]
        assert text in words(app)
        await pilot.press("enter")
        await until(pilot, lambda: ReplySent(text[:-2] + text[-1]) in app.heard)


async def test_a_paste_goes_where_the_cursor_is() -> None:
    async with on_screen(draft="one three") as (app, pilot, page):
        await pilot.press(*["left"] * 5)
        app.post_message(Paste("two\r\nlines "))
        await until(pilot, lambda: box(page).text == "one two\nlines three")
        assert box(page).cursor_location == (1, 6)


async def test_a_resize_keeps_draft_focus_and_the_end_of_the_talk_and_moves_the_coach() -> None:
    async with on_screen(LONG_TALK, "half a thought", size=(80, 24)) as (app, pilot, page):
        talk = page.query_one(Transcript)
        for width, height in ((120, 40), (60, 20), (100, 30)):
            await pilot.resize_terminal(width, height)
            await until(pilot, lambda: talk.max_scroll_y > 0 and talk.scroll_y == talk.max_scroll_y)
            assert page.query_one(CoachPanel).display is (width >= 110)
            assert page.query(CoachBlock).first().display is (width < 110)
            assert box(page).text == "half a thought"
            assert app.focused is box(page)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_talk_lamps_editor_and_keys_have_room(size: tuple[int, int]) -> None:
    async with on_screen(size=size) as (_, _, page):
        talk, lit, editor = (page.query_one(one).region for one in ("#transcript", "#lamps", "#composer"))
        assert talk.height >= 5
        assert lit.height == 1
        assert talk.bottom <= lit.y < editor.y
        assert editor.height >= 3
        assert editor.bottom <= size[1] - 1


async def test_a_very_short_terminal_has_an_editor_and_no_lamps() -> None:
    async with on_screen(size=(40, 12)) as (_, _, page):
        assert not page.query_one(Lamps).display
        assert box(page).region.height >= 3
