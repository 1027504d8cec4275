"""The briefing."""

from __future__ import annotations

from tests.ui.samples.basics import HERE, LONG, TITLE
from trainer.ui.views.briefing import BriefingView, Person, Settings

PEOPLE = (
    Person("pm", "PM", "A way to ship something", 0),
    Person("em", "EM", "A number to give upstairs", 1),
    Person("sales", "Sales", "The launch campaign", 2, optional=True),
)
BRIEFING = BriefingView(
    HERE,
    None,
    TITLE,
    "",
    f"**The release is hours away.**\n\n{LONG}\n\nGet it halted. Be calm and clear.\n",
    PEOPLE,
    (("The bug", "payments are charged twice"), ("Time to fix and test", "4-6 hours"), ("The cause", "not known yet")),
    Settings(),
)
