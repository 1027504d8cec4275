"""The incident form."""

from __future__ import annotations

from tests.ui.samples.basics import HERE, TITLE
from trainer.ui.views.incident import Answer, FormField, FormView
from trainer.ui.views.incident import Standing as Stands

FORM = FormView(
    HERE,
    TITLE,
    "",
    (
        FormField("bug", "The bug", "What goes wrong, and where?", "payments are charged twice", False, False),
        FormField(
            "estimate",
            "Time",
            "How long do the fix and its tests take?",
            "4-6 hours",
            False,
            False,
            answer=Answer(Stands.VALUE, "4-6 hours"),
        ),
        FormField("cause", "The cause", "What do you think the cause is?", "a race", True, False, "We have not confirmed the cause yet."),
        FormField(
            "flag",
            "Flag",
            "Is there a flag to switch it off?",
            "the new-queue flag",
            True,
            True,
            "We are still looking for a flag.",
            "There is no flag that could switch it off.",
            Answer(Stands.NONE),
        ),
    ),
)
