"""Looking up words of the trade."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.small_meeting import PLAIN
from tests.ui.samples.words import HOSTILE_WORD, NO_WORDS, WORDS
from tests.ui.stage import Alone, an_app, reach, scenarios, until, words
from trainer.ui.messages.quiz import QuizWanted
from trainer.ui.messages.words import WordsWanted
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.quiz import QuizPage
from trainer.ui.screens.words import NO_WORDS as NONE_NAMED
from trainer.ui.screens.words import NOTHING_FOUND, WordBlock, WordsPage
from trainer.ui.widgets.fact_field import LineInput

GLOSSARY = [
    {"term": "points", "meaning": "Rails that send a train one way or the other.", "say_to_business": "A fork in the rails."},
    {"term": "signal", "meaning": "A light that tells a driver to stop.", "say_to_business": "A traffic light for trains."},
]


def shown(page: WordsPage) -> list[str]:
    return [block.word.term for block in page.query(WordBlock) if block.display]


async def test_what_is_typed_narrows_the_list_by_word_by_meaning_and_by_the_plain_sentence() -> None:
    page = WordsPage(WORDS)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        assert shown(page) == ["hotfix", "rollback", "transaction queue"]
        for typed, left in (
            ("ROLL", ["rollback"]),
            ("urgent", ["hotfix"]),
            ("yesterday's", ["rollback"]),
            ("line pay", ["transaction queue"]),
        ):
            page.query_one(LineInput).value = typed
            await pilot.pause()
            assert shown(page) == left


async def test_letters_go_into_the_search_at_once_and_escape_clears_it_before_it_leaves() -> None:
    page = WordsPage(WORDS)
    app = Alone(page)
    left: list[None] = []
    page.dismiss = lambda _result=None: left.append(None)  # type: ignore[assignment,method-assign,return-value]  # nothing lies below it here
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"xyz")
        assert shown(page) == []
        assert NOTHING_FOUND in words(app)
        await pilot.press("escape")
        await pilot.pause()
        assert (page.query_one(LineInput).value, len(shown(page)), left) == ("", 3, [])
        await pilot.press("escape")
        assert left == [None]


async def test_the_quiz_is_one_key_away_while_one_types() -> None:
    app = Alone(WordsPage(WORDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "f2")
        await until(pilot, lambda: bool(app.heard))
    assert app.heard == [QuizWanted(WORDS.scenario)]


@pytest.mark.parametrize("keys", [("down", "up"), ("pagedown", "pageup")])
async def test_the_list_scrolls_while_the_cursor_stays_in_the_search(keys: tuple[str, str]) -> None:
    page = WordsPage(replace(WORDS, words=WORDS.words * 10))
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        scroll = page.query_one("VerticalScroll")
        await pilot.press(keys[0])
        await until(pilot, lambda: scroll.scroll_y > 0)
        await pilot.press(keys[1])
        await until(pilot, lambda: scroll.scroll_y == 0)
        assert page.focused is page.query_one(LineInput)


async def test_words_are_shown_as_the_author_wrote_them_whatever_they_look_like() -> None:
    app = Alone(WordsPage(replace(WORDS, words=(HOSTILE_WORD,))))
    async with app.run_test(size=(80, 24)) as pilot:
        for typed in ("", "[", "[/]", "(", "\\"):
            app.screen.query_one(LineInput).value = typed
            await pilot.pause()
        app.screen.query_one(LineInput).value = "[b]"
        await pilot.pause()
        for text in (HOSTILE_WORD.term, HOSTILE_WORD.meaning, HOSTILE_WORD.plain):
            assert text in words(app)


async def test_a_meeting_without_words_says_so_and_offers_no_quiz() -> None:
    app = Alone(WordsPage(NO_WORDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert NONE_NAMED in words(app)
    assert app.heard == []


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_search_and_first_word_are_in_sight_at_every_size(size: tuple[int, int]) -> None:
    page = WordsPage(WORDS)
    async with Alone(page).run_test(size=size) as pilot:
        await pilot.pause()
        for widget in (page.query_one(LineInput), page.query(WordBlock).first()):
            assert widget.region.height > 0
            assert page.region.contains_region(widget.region)


async def test_words_lie_over_what_was_there_and_escape_goes_back_to_it(tmp_path: Path) -> None:
    path = scenarios(tmp_path, {**PLAIN, "glossary": GLOSSARY})
    app = an_app(tmp_path, scenario={**PLAIN, "glossary": GLOSSARY})
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(WordsWanted(path))
        page = await reach(pilot, WordsPage)
        assert shown(page) == ["points", "signal"]
        await pilot.press("f2")
        await reach(pilot, QuizPage)
        await pilot.press("escape")
        await reach(pilot, HomePage)
