"""Words of the trade."""

from __future__ import annotations

from tests.ui.samples.basics import HERE, TITLE
from trainer.ui.views.words import WordLine, WordsView

HOTFIX = WordLine("hotfix", "A small, urgent change that goes out apart from the normal release.", "A small emergency repair.")
QUEUE = WordLine(
    "transaction queue",
    "The line in which payments or other jobs wait until they are worked off, one by one, whoever sent them and however long it takes.",
    "The line where payments wait for their turn.",
)
ROLLBACK = WordLine("rollback", "Going back to the version before.", "We go back to yesterday's version, which works.")
HOSTILE_WORD = WordLine("[b]flag[/b] [/]", "[@click=app.quit]off[/]", "A switch [/]")
WORDS = WordsView(HERE, TITLE, (HOTFIX, ROLLBACK, QUEUE))
NO_WORDS = WordsView(HERE, TITLE, ())
