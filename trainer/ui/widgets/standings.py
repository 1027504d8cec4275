"""Where a point stands, as one sign that reads without colour: full, half and empty as the lamps of the meeting, and some of their own."""

from __future__ import annotations

from textual.content import Content

from trainer.report.debrief.values import MistakeResult, PointResult, PointSeries
from trainer.report.debrief.wording import change
from trainer.scoring.standing import Standing

SIGNS = {
    Standing.COVERED: ("●", "$good"),
    Standing.PARTLY: ("◐", "$half"),
    Standing.MISSED: ("○", "$bad"),
    Standing.CONTRADICTED: ("✗", "$bad"),
    Standing.TOLD: ("◇", "$coach"),
    Standing.CLAIMED: ("◆", "$coach"),
    Standing.NOT_REACHED: ("·", "$muted"),
}
"""Standing -> its sign and its colour."""
NOT_IN_PLAY = ("–", "$muted")


def sign(about: PointResult | MistakeResult | Standing) -> Content:
    """The sign of a point, of a mistake, of a standing."""
    if isinstance(about, MistakeResult):
        return Content.styled("↺", "$good") if about.repaired else Content.styled("✗", "$bad")
    return Content.styled(*SIGNS[about.standing if isinstance(about, PointResult) else about])


def series(one: PointSeries) -> Content:
    """A point over several rehearsals, the latest last: "○ ◐ → ●  better"."""
    before = Content(" ").join([Content.styled(*(NOT_IN_PLAY if was is None else SIGNS[was])) for was in one.before])
    word = change(one)
    return Content.assemble(before, (" → ", "$muted"), sign(one.now), (f"  {word}" if word else "", "$muted"))
