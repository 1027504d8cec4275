"""The debrief page alone: its parts, what each shows at a glance, and what its keys ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.message import Message
from textual.widgets import OptionList

from tests.pty_tools import HOSTILE_SHOWN
from tests.ui.outcomes import drawn
from tests.ui.samples.debrief import BESIDE, DEBRIEF, DRILLED, LEFT_EARLY, NOTHING_SAID, TRANSCRIPT, WORK
from tests.ui.stage import Alone, until, words
from tests.ui.test_pages import hostile
from trainer.report.debrief.transcript_values import SaidReply
from trainer.report.debrief.values import Debrief, PointResult
from trainer.scoring.standing import Standing
from trainer.text.values import Verdict
from trainer.ui.messages.debrief import DisputeAsked, DisputeMade, RetryAsked
from trainer.ui.messages.drill import DrillWanted
from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.pages import BriefWanted, SaveAsked
from trainer.ui.screens.debrief import PARTS, DebriefPage
from trainer.ui.screens.dispute import DisputeDialog
from trainer.ui.views.debrief import Beside, Ground, grounds
from trainer.ui.widgets.part_tabs import PartTab
from trainer.ui.widgets.points_part import PointsPart

KEYS: list[tuple[tuple[str, ...], Message]] = [
    (("d",), DrillWanted(("safe", "warn", "time"))),
    (("2", "d"), DrillWanted(("safe",))),
    (("2", "x"), DisputeAsked("safe")),
    (("2", "up", "x"), DisputeAsked("time")),
    (("b",), BriefWanted()),
    (("s",), SaveAsked("debrief")),
    (("r",), RetryAsked()),
    (("escape",), HomeWanted()),
]
PAGES = {"whole": DEBRIEF, "left early": LEFT_EARLY, "drill": DRILLED, "nothing said": NOTHING_SAID}


@pytest.mark.parametrize(("keys", "message"), KEYS, ids=["-".join(keys) for keys, _ in KEYS])
async def test_a_key_of_the_debrief_posts_its_wish(keys: tuple[str, ...], message: Message) -> None:
    app = Alone(DebriefPage(DEBRIEF, BESIDE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: message in app.heard)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_the_score_by_first_tries_has_a_line_of_its_own_where_it_is_another(size: tuple[int, int]) -> None:
    for page, told in ((DEBRIEF, True), (DRILLED, False)):
        async with Alone(DebriefPage(page, BESIDE)).run_test(size=size) as pilot:
            await pilot.pause(0.1)
            lines = drawn(pilot.app)
            assert any(f"Score {page.score} of 100, {'passed' if page.passed else 'not passed'}" in line for line in lines)
            assert any("By your first tries alone: 41 of 100" in line for line in lines) is told


@pytest.mark.parametrize("place", range(len(PARTS)))
async def test_each_part_is_reached_by_its_number_by_the_arrows_and_by_a_click(place: int) -> None:
    page = DebriefPage(DEBRIEF, BESIDE)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        for way in ("number", "arrows", "click"):
            await pilot.press("1")
            if way == "number":
                await pilot.press(str(place + 1))
            elif way == "arrows":
                await pilot.press(*["right"] * place)
            else:
                await pilot.click(list(page.query(PartTab))[place])
            await pilot.pause()
            shown = [tab.has_class("-shown") for tab in page.query(PartTab)]
            assert shown == [at == place for at in range(len(PARTS))]
            assert len([part for part in page.query(".part") if part.display]) == 1


async def test_left_of_the_first_part_is_the_last() -> None:
    page = DebriefPage(DEBRIEF, BESIDE)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.press("left")
        await pilot.pause()
        assert [tab.has_class("-shown") for tab in page.query(PartTab)][-1]


async def test_the_first_screenful_says_how_it_ended_the_score_the_themes_what_to_work_on_and_trust() -> None:
    app = Alone(DebriefPage(DEBRIEF, BESIDE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = "\n".join(drawn(app))
    for wanted in (
        DEBRIEF.finish.headline,
        DEBRIEF.finish.epilogue,
        "Score 58 of 100, not passed",
        *(theme.label for theme in DEBRIEF.themes),
        "45 %",
        *(item.title for item in WORK),
        "d drills them all here",
        *(f"{one.name} " for one in DEBRIEF.trust),
        "↓ wary",
    ):
        assert wanted in shown


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("name", PAGES)
async def test_every_debrief_shows_its_parts_and_its_keys_at_every_size(name: str, size: tuple[int, int]) -> None:
    app = Alone(DebriefPage(PAGES[name], BESIDE))
    async with app.run_test(size=size) as pilot:
        for key in "1234":
            await pilot.press(key)
            await pilot.pause()
            lines = drawn(app)
            assert all(part in lines[1] for part in PARTS)
            assert "Home" in lines[-1]
            assert len("\n".join(lines[2:-1]).strip()) > 20


async def test_where_there_is_nothing_to_drill_to_dispute_or_to_try_again_no_key_says_so() -> None:
    page = DebriefPage(DRILLED)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "x", "r")
        await pilot.pause()
        assert not {one.binding.action for one in page.active_bindings.values()} & {"drill", "dispute", "again"}
        assert pilot.app.heard == []  # type: ignore[attr-defined]  # it is `Alone`


async def test_nothing_said_is_no_zero_of_a_hundred() -> None:
    app = Alone(DebriefPage(NOTHING_SAID))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "of 100" not in words(app)
        assert "nothing to judge" in words(app)


async def test_a_marked_point_shows_what_was_said_what_was_missing_a_better_line_why_and_earlier_attempts() -> None:
    app = Alone(DebriefPage(DEBRIEF))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("up")
        await pilot.pause()
        shown = words(app)
    for wanted in ("“some hours”  line 2", "by when you know more", "“It takes 4-6 hours.”", "They plan.", "– ○ → ◐  better"):
        assert wanted in shown


async def test_enter_on_a_point_shows_it_in_the_transcript() -> None:
    long = tuple(replace(TRANSCRIPT[0], turn=turn, taken_back=()) for turn in range(30))
    late = replace(DEBRIEF.points[0], said=(replace(DEBRIEF.points[0].said[0], turn=25),))
    app = Alone(DebriefPage(replace(DEBRIEF, transcript=long, points=(late,), work_on=())))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: any(line.strip().startswith("26 EM") for line in drawn(app)))


async def test_marked_words_read_without_colour() -> None:
    app = Alone(DebriefPage(DEBRIEF))
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        shown = words(app)
    for wanted in ("QA missed it✗¹", "we cannot go back!²", "some hours~³", "sorry≈⁴", "charges some customers twice✓"):
        assert wanted in shown
    for wanted in (
        "✗¹ a mistake: Blamed somebody",
        "✓ What is wrong, and where",
        "heard ✓",
        "(taken back)",
        "(nothing)",
        "(no answer yet)",
    ):
        assert wanted in shown


async def test_a_point_that_is_disputed_says_so_from_then_on() -> None:
    page = DebriefPage(DEBRIEF)
    app = Alone(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "Disputed" not in words(app)
        await page.show_disputed("safe", said=True)
        await pilot.pause()
        assert "You say that you did say it." in words(app)
        options = page.query_one(PointsPart).query_one(OptionList)
        assert [str(one.prompt) for one in options.options if "≠" in str(one.prompt)] == ["✗ Safe ground ≠"]


async def test_a_dispute_made_earlier_is_shown_when_the_debrief_is_opened_again() -> None:
    page = DebriefPage(DEBRIEF, Beside(disputed={"time": False}))
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("up")
        await pilot.pause()
        assert "You say that you did not say it." in words(pilot.app)


def point(verdict: Verdict, *, said: tuple[int, ...] = (), asked_in: tuple[int, ...] = ()) -> PointResult:
    quoted = tuple(replace(DEBRIEF.points[0].said[0], turn=turn) for turn in said)
    return replace(DEBRIEF.points[0], verdict=verdict, standing=Standing.MISSED, said=quoted, asked_in=asked_in)


REPLIES = {0: "one", 1: "two", 2: "three"}
MEETING = replace(
    DEBRIEF,
    transcript=(
        *(replace(TRANSCRIPT[0], turn=turn, reply=SaidReply(text)) for turn, text in REPLIES.items()),
        replace(TRANSCRIPT[2], turn=3),
        replace(TRANSCRIPT[3], turn=4),
    ),
)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (point(Verdict.MISSING, asked_in=(1, 3, 4)), [(True, 1), (True, 0), (True, 2)]),
        (point(Verdict.COVERED, said=(2,), asked_in=(0,)), [(False, 2)]),
        (point(Verdict.PARTLY, said=(2, 2)), [(True, 2), (True, 0), (True, 1), (False, 2)]),
        (point(Verdict.CONTRADICTED, said=(0,)), [(True, 0), (True, 1), (True, 2), (False, 0)]),
    ],
    ids=["missing", "covered", "partly", "contradicted"],
)
def test_what_was_not_fully_heard_may_stand_in_any_reply_and_what_was_heard_only_where_it_was_quoted(
    about: PointResult, expected: list[tuple[bool, int]]
) -> None:
    assert grounds(MEETING, about) == tuple(Ground(said, turn, REPLIES[turn]) for said, turn in expected)


async def test_the_dispute_window_names_verdict_and_replies_and_asks_which() -> None:
    about = replace(DEBRIEF.points[1], label=f"Time {HOSTILE_SHOWN}")
    app = Alone(DebriefPage(DEBRIEF))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DisputeDialog(about, (Ground(True, 0, f"first {HOSTILE_SHOWN}"), Ground(False, 1, "some hours"))))
        await pilot.pause()
        assert "[/]" in words(app)
        assert "They half heard it." in words(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: DisputeMade("time", 1, False) in app.heard)


async def test_escape_leaves_the_verdict_as_it_is() -> None:
    app = Alone(DebriefPage(DEBRIEF))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DisputeDialog(DEBRIEF.points[1], (Ground(True, 0, "first"),)))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DebriefPage))
        assert app.heard == []


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
async def test_markup_in_every_part_is_shown_as_it_stands(key: str, size: tuple[int, int]) -> None:
    page: Debrief = hostile(DEBRIEF)
    app = Alone(DebriefPage(replace(page, finish=replace(page.finish, result="lost"))))
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.is_running
        assert "[/]" in words(app)
