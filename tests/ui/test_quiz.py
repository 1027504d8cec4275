"""The quiz on the screen, from the first word to how the round went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.small_meeting import PLAIN
from tests.ui.samples.quiz import ASKED, CLAIMED, HALF, HEARD, LOST, NOT_HEARD, NOTHING, PERFECT, ROUND
from tests.ui.samples.words import HOSTILE_WORD
from tests.ui.stage import Alone, an_app, listed, noon, reach, scenarios, until, words
from tests.ui.test_words import GLOSSARY
from trainer.store.places import Places
from trainer.store.quiz import quiz_results
from trainer.ui.desk.desk import Desk
from trainer.ui.desk.resources import Resources
from trainer.ui.messages.quiz import MeaningClaimed, MeaningGiven, NextWordWanted, QuizWanted
from trainer.ui.messages.wish import Wish
from trainer.ui.messages.words import WordsWanted
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.quiz import COUNTED, QuizPage
from trainer.ui.screens.quiz_round import ALL_SAID, NONE_SAID, RoundPage
from trainer.ui.screens.words import WordsPage
from trainer.ui.views.quiz import AnswerView, RoundView
from trainer.ui.widgets.fact_field import LineInput
from trainer.ui.widgets.row import Row

WITH_WORDS = {**PLAIN, "glossary": GLOSSARY}


async def test_enter_hands_over_all_that_was_typed_and_only_once() -> None:
    app = Alone(QuizPage(ASKED))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"we undo it", "enter", "enter", "enter")
        await until(pilot, lambda: bool(app.heard))
        await pilot.pause()
    assert app.heard == [MeaningGiven("we undo it")]


async def test_enter_on_an_empty_line_asks_for_the_meaning() -> None:
    app = Alone(QuizPage(ASKED))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.heard))
    assert app.heard == [MeaningGiven("")]


KEYS: list[tuple[AnswerView, str, list[Wish]]] = [
    (HEARD, "enter", [NextWordWanted()]),
    (HALF, "enter", [NextWordWanted()]),
    (HALF, "f4", [MeaningClaimed()]),
    (NOT_HEARD, "f4", [MeaningClaimed()]),
    (HEARD, "f4", []),
    (NOTHING, "f4", []),
    (CLAIMED, "f4", []),
    (CLAIMED, "enter", [NextWordWanted()]),
]


@pytest.mark.parametrize(("answer", "key", "wishes"), KEYS, ids=[f"{one.known}-{key}-{len(wishes)}" for one, key, wishes in KEYS])
async def test_after_an_answer_enter_goes_on_and_a_claim_needs_something_to_claim(answer: AnswerView, key: str, wishes: list[Wish]) -> None:
    page = QuizPage(ASKED)
    app = Alone(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await page.show(answer)
        await pilot.press(*"abc", key)
        await pilot.pause()
        assert page.query_one(LineInput).value == answer.answer
    assert app.heard == wishes


@pytest.mark.parametrize("answer", [HEARD, HALF, NOT_HEARD, NOTHING, CLAIMED], ids=lambda one: f"{one.known}{bool(one.answer):d}")
async def test_an_answer_shows_what_was_heard_the_meaning_and_the_plain_sentence(answer: AnswerView) -> None:
    page = QuizPage(ASKED)
    app = Alone(page)
    async with app.run_test(size=(80, 24)):
        await page.show(answer)
        seen = words(app)
    for text in (answer.quote, answer.note, answer.word.meaning, f"“{answer.word.plain}”"):
        assert text in seen
    assert (COUNTED in seen) is (answer.known == "claimed")


async def test_the_next_word_comes_with_an_empty_line_to_type_in() -> None:
    page = QuizPage(ASKED)
    app = Alone(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await page.show(HALF)
        await page.ask(replace(ASKED, term="hotfix", number=5, so_far=HALF.so_far))
        await pilot.press(*"a fix")
        assert page.query_one(LineInput).value == "a fix"
        assert not page.query(Row)
        assert "hotfix" in words(app)
        assert "5 of 10" in words(app)


async def test_a_paste_of_several_lines_is_one_answer_without_escape_codes() -> None:
    from textual import events

    app = Alone(QuizPage(ASKED))
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste("we put it\nback \x1b]0;x\x07now"))
        await until(pilot, lambda: "back" in app.screen.query_one(LineInput).value)
        assert "\x1b" not in app.screen.query_one(LineInput).value


async def test_what_author_and_player_wrote_is_shown_as_it_is() -> None:
    nasty = "[/] [@click=app.quit]x[/]"
    page = QuizPage(replace(ASKED, term=nasty, title=nasty))
    app = Alone(page)
    async with app.run_test(size=(80, 24)) as pilot:
        assert nasty in words(app)
        await page.show(replace(NOT_HEARD, answer=nasty, quote=nasty, note=nasty, word=HOSTILE_WORD))
        await pilot.pause()
        for text in (nasty, HOSTILE_WORD.meaning, HOSTILE_WORD.plain):
            assert text in words(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_word_line_and_all_of_the_outcome_are_in_sight_at_every_size(size: tuple[int, int]) -> None:
    page = QuizPage(ASKED)
    async with Alone(page).run_test(size=size) as pilot:
        await page.show(HALF)
        await pilot.pause()
        for widget in (page.query_one("#word"), page.query_one(LineInput), *page.query(Row)):
            assert widget.region.height > 0
            assert page.region.contains_region(widget.region)


ROUND_KEYS: list[tuple[str, Wish]] = [("enter", QuizWanted(ROUND.scenario)), ("w", WordsWanted(ROUND.scenario))]


@pytest.mark.parametrize(("key", "wish"), ROUND_KEYS)
async def test_after_a_round_one_key_asks_again_and_one_shows_all_words(key: str, wish: Wish) -> None:
    app = Alone(RoundPage(ROUND))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: bool(app.heard))
    assert app.heard == [wish]


ENDS = [
    (ROUND, ["4 of 8 said, 1 more you meant", "SLO, RCA, deploy", "regression", "hotfix", "transaction queue", "4 to look at again"]),
    (PERFECT, ["2 of 2 said", ALL_SAID, "Every word here is known."]),
    (LOST, ["0 of 2 said", NONE_SAID, "hotfix", "rollback", "8 not asked yet"]),
]


@pytest.mark.parametrize(("view", "said"), ENDS, ids=["mixed", "perfect", "lost"])
async def test_a_round_says_how_many_and_which_to_look_at_again(view: RoundView, said: list[str]) -> None:
    app = Alone(RoundPage(view))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = words(app)
    for text in said:
        assert text in seen


async def test_a_round_is_played_kept_claimed_and_begun_again(tmp_path: Path) -> None:
    app = an_app(tmp_path, scenario=WITH_WORDS)
    places = Places(tmp_path / "home")
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(QuizWanted(scenarios(tmp_path, WITH_WORDS)))
        page = await reach(pilot, QuizPage)
        first = page.query_one("#word", Static).render()
        await pilot.press(*"no idea at all", "enter")
        await until(pilot, lambda: bool(page.query(Row)))
        assert set(quiz_results(places, "small").values()) == {"missing"}
        await pilot.press("f4")
        await until(pilot, lambda: COUNTED in words(app))
        assert quiz_results(places, "small") == {str(first): "claimed"}
        await pilot.press("enter")
        await until(pilot, lambda: not page.query(Row))
        await pilot.press("enter")
        await until(pilot, lambda: bool(page.query(Row)))
        await pilot.press("enter")
        await reach(pilot, RoundPage)
        assert "0 of 2 said, 1 more you meant" in words(app)
        await pilot.press("enter")
        again = await reach(pilot, QuizPage)
        assert str(again.query_one("#word", Static).render()) != str(first)
        await pilot.press("escape")
        await reach(pilot, HomePage)


async def test_a_quiz_over_a_meeting_without_words_says_why_there_is_none(tmp_path: Path) -> None:
    app = an_app(tmp_path, scenario=PLAIN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: bool(listed(app)) and app.home_view is not None)
        app.post_message(QuizWanted(scenarios(tmp_path, PLAIN)))
        await until(pilot, lambda: any("no words to ask" in toast.message for toast in app._notifications))
        assert isinstance(app.screen, HomePage)


async def test_where_a_result_cannot_be_kept_the_answer_stays_and_can_be_given_again(tmp_path: Path) -> None:
    app = an_app(tmp_path, scenario=WITH_WORDS)
    places = Places(tmp_path / "home")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.post_message(QuizWanted(scenarios(tmp_path, WITH_WORDS)))
        page = await reach(pilot, QuizPage)
        places.quiz.mkdir(parents=True)
        await pilot.press(*"a fork", "enter")
        await until(pilot, lambda: any("quiz.json" in toast.message for toast in app._notifications))
        assert page.query_one(LineInput).value == "a fork"
        places.quiz.rmdir()
        await pilot.press("enter")
        await until(pilot, lambda: bool(page.query(Row)))
    assert len(quiz_results(places, "small")) == 1


async def test_words_are_reached_from_a_round_and_leave_no_pile_of_pages(tmp_path: Path) -> None:
    app = an_app(tmp_path, scenario=WITH_WORDS)
    path = scenarios(tmp_path, WITH_WORDS)
    async with app.run_test(size=(80, 24)) as pilot:
        for wish, page in ((QuizWanted(path), QuizPage), (WordsWanted(path), WordsPage), (QuizWanted(path), QuizPage)):
            app.post_message(wish)
            await reach(pilot, page)
        assert len(app.screen_stack) == 2


def test_a_wish_at_the_wrong_time_changes_nothing(tmp_path: Path) -> None:
    desk = Desk(Resources(Places(tmp_path / "home"), noon))
    assert (desk.quiz.answer("x"), desk.quiz.claim(), desk.quiz.go_on()) == (None, None, None)
    desk.quiz.begin(scenarios(tmp_path, WITH_WORDS), seed=1)
    assert (desk.quiz.claim(), desk.quiz.go_on()) == (None, None)
    assert desk.quiz.answer("rails that send a train one way or the other, or a light that tells a driver to stop") is not None
    assert desk.quiz.answer("x") is None
    assert len(quiz_results(Places(tmp_path / "home"), "small")) == 1
    desk.close()


def test_words_that_went_badly_are_asked_first_in_the_next_round(tmp_path: Path) -> None:
    desk = Desk(Resources(Places(tmp_path / "home"), noon))
    path = scenarios(tmp_path, WITH_WORDS)
    asked = desk.quiz.begin(path, seed=1)
    desk.quiz.answer("")
    for seed in range(5):
        assert desk.quiz.begin(path, seed=seed).term == asked.term
    desk.close()
