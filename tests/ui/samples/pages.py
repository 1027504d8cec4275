"""One of every page there is. A page that is missing here fails tests/ui/test_keys_of_pages.py."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.samples.brief import BRIEF
from tests.ui.samples.briefing import BRIEFING
from tests.ui.samples.debrief import DEBRIEF
from tests.ui.samples.form import FORM
from tests.ui.samples.history import HISTORY
from tests.ui.samples.home import HOME
from tests.ui.samples.meeting import MEETING
from tests.ui.samples.progress import PROGRESS
from tests.ui.samples.quiz import ASKED, ROUND
from tests.ui.samples.words import WORDS
from trainer.ui.plan import Plan
from trainer.ui.screens.base import Page
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.choosing import ChoosingPage
from trainer.ui.screens.debrief import DebriefPage
from trainer.ui.screens.history import HistoryPage
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.screens.progress import ProgressPage
from trainer.ui.screens.quiz import QuizPage
from trainer.ui.screens.quiz_round import RoundPage
from trainer.ui.screens.words import WordsPage

PAGES: dict[str, Callable[[], Page]] = {
    "home": HomePage,
    "choosing": lambda: ChoosingPage(HOME.scenarios, Plan.SHORT),
    "form": lambda: IncidentPage(FORM),
    "briefing": lambda: BriefingPage(BRIEFING),
    "meeting": lambda: MeetingPage(MEETING),
    "debrief": lambda: DebriefPage(DEBRIEF),
    "brief": lambda: BriefPage(BRIEF),
    "progress": lambda: ProgressPage(PROGRESS),
    "history": lambda: HistoryPage(HISTORY),
    "words": lambda: WordsPage(WORDS),
    "quiz": lambda: QuizPage(ASKED),
    "round": lambda: RoundPage(ROUND),
}
"""Named as the ids of their bindings begin."""
