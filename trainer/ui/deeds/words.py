"""Looking up words of the trade."""

from __future__ import annotations

from trainer.ui.messages.words import WordsWanted
from trainer.ui.screens.base import Page
from trainer.ui.stage import Stage


async def show(stage: Stage, wish: WordsWanted) -> None:
    """The words, over whatever is on the screen: in a meeting too they can be looked up."""
    from trainer.ui.desk.words import words_view  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.words import WordsPage  # noqa: PLC0415  (after home's first frame)

    view = await stage.with_desk(lambda _desk: words_view(wish.scenario))
    await put_over(stage, WordsPage(view))


async def put_over(stage: Stage, page: Page) -> None:
    """Lay a page of words over what is there, in place of another such page."""
    from trainer.ui.screens.quiz import QuizPage  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.quiz_round import RoundPage  # noqa: PLC0415  (after home's first frame)
    from trainer.ui.screens.words import WordsPage  # noqa: PLC0415  (after home's first frame)

    page.fit(stage.size)
    if isinstance(stage.screen, QuizPage | RoundPage | WordsPage):
        await stage.switch_screen(page)
    else:
        await stage.push_screen(page)
