"""A brief."""

from __future__ import annotations

from tests.ui.samples.basics import LONG, TITLE
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source

BRIEF = Brief(
    TITLE,
    "double charges",
    False,
    (
        BriefPart(
            "The message that calls the meeting",
            (
                BriefLine("Harm: if we ship as is, customers pay twice.", Source.FIXED),
                BriefLine("charged twice", Source.FACT, "Bug"),
                BriefLine("Ask: hold the release.", Source.FIXED),
            ),
            message=True,
        ),
        BriefPart(
            "Opening, thirty seconds",
            (BriefLine(LONG, Source.SAID, "Bug"), BriefLine("I recommend that we hold this release.", Source.MODEL)),
        ),
        BriefPart("Known", (BriefLine("4-6 hours", Source.FACT, "Time to fix and test"),)),
        BriefPart("Not known yet", (BriefLine("We have not confirmed the cause yet.", Source.UNKNOWN, "The cause"),)),
        BriefPart("The note to send afterwards", (BriefLine("The release is held.", Source.FIXED),), message=True),
    ),
)
