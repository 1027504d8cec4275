"""Trust over the meeting as a row of blocks, for text. A word stands beside it: nobody has to see the blocks."""

from __future__ import annotations

from trainer.report.debrief.values import TrustResult
from trainer.report.progress.text import sparkline


def spark(trust: TrustResult, cells: int) -> str:
    """One block for the start and one for each reply, at most `cells` of them; empty when there was no reply.

    Where there are more replies than cells, replies are left out evenly; the first and the last stay.
    """
    values = [trust.start, *(step.value for step in trust.steps)]
    if len(values) < 2 or cells < 2:
        return ""
    if len(values) > cells:
        values = [values[round(cell * (len(values) - 1) / (cells - 1))] for cell in range(cells)]
    return sparkline(values)
