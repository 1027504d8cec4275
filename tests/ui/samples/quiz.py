"""A round of the quiz: a word asked, answers of every kind, how the round went."""

from __future__ import annotations

from tests.ui.samples.basics import HERE, TITLE
from tests.ui.samples.words import HOTFIX, QUEUE, ROLLBACK
from trainer.ui.views.quiz import AnswerView, AskedView, RoundView

ASKED = AskedView(TITLE, "rollback", 4, ("covered", "partly", "missing"), 10)
SO_FAR = ASKED.so_far
GIVEN = "we put the old build back, the one from before the change"
HEARD = AnswerView(GIVEN, "covered", "we put the old build back", "", ROLLBACK, (*SO_FAR, "covered"), may_claim=False)
HALF = AnswerView("we undo it", "partly", "we undo it", "That is part of it.", ROLLBACK, (*SO_FAR, "partly"), may_claim=True)
NOT_HEARD = AnswerView("a quick fix", "missing", "", "That is nearer to “hotfix”.", ROLLBACK, (*SO_FAR, "missing"), may_claim=True)
NOTHING = AnswerView("", "missing", "", "No answer is fine. Here is what it means.", ROLLBACK, (*SO_FAR, "missing"), may_claim=False)
CLAIMED = AnswerView("we undo it", "claimed", "we undo it", "", ROLLBACK, (*SO_FAR, "claimed"), may_claim=False)
ROUND = RoundView(HERE, TITLE, ("SLO", "RCA", "deploy", "data integrity"), ("regression",), (HOTFIX,), (QUEUE, ROLLBACK), 4, 13)
PERFECT = RoundView(HERE, TITLE, ("SLO", "RCA"), (), (), (), 0, 0)
LOST = RoundView(HERE, TITLE, (), (), (), (HOTFIX, ROLLBACK), 2, 8)
