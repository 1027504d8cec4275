"""How a rehearsal ended that came to no end of its own, in the words of lists and tables. Light: screens and reports share it.

The debrief has sentences of its own for these, said to the player: `trainer.report.debrief.why_ended`.
"""

from __future__ import annotations

ENDED_WORDS = {"quit": "left early", "time_up": "time was up", "no_more_replies": "replies ran out"}
"""What came to its end is passed or not, and an ending goes by its own name."""
