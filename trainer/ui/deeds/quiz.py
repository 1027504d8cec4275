"""The quiz: a word, an answer, the next word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.ui.deeds.words import put_over
from trainer.ui.messages.quiz import MeaningClaimed, MeaningGiven, NextWordWanted, QuizWanted
from trainer.ui.stage import Stage

if TYPE_CHECKING:
    from trainer.ui.screens.quiz import QuizPage


async def begin(stage: Stage, wish: QuizWanted) -> None:
    """A new round."""
    from trainer.ui.screens.quiz import QuizPage  # noqa: PLC0415  (after home's first frame)

    await put_over(stage, QuizPage(await stage.with_desk(lambda desk: desk.quiz.begin(wish.scenario))))


async def answer(stage: Stage, wish: MeaningGiven) -> None:
    """Read an answer; where it cannot be kept it stays in its line and can be given again."""
    page = _page(stage)
    try:
        found = await stage.with_desk(lambda desk: desk.quiz.answer(wish.text))
    finally:
        if page is not None:
            page.let_answer()
    if page is not None and found is not None:
        await page.show(found)


async def claim(stage: Stage, _wish: MeaningClaimed) -> None:
    """I meant that."""
    page, found = _page(stage), await stage.with_desk(lambda desk: desk.quiz.claim())
    if page is not None and found is not None:
        await page.show(found)


async def go_on(stage: Stage, _wish: NextWordWanted) -> None:
    """The next word; after the last one how the round went."""
    from trainer.ui.screens.quiz_round import RoundPage  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.views.quiz import AskedView  # noqa: PLC0415  (after home's first frame)

    page, found = _page(stage), await stage.with_desk(lambda desk: desk.quiz.go_on())
    if isinstance(found, AskedView) and page is not None:
        await page.ask(found)
    elif found is not None and not isinstance(found, AskedView):
        await put_over(stage, RoundPage(found))


def _page(stage: Stage) -> QuizPage | None:
    from trainer.ui.screens.quiz import QuizPage  # noqa: PLC0415  (after home's first frame)

    return next((page for page in reversed(stage.screen_stack) if isinstance(page, QuizPage)), None)
