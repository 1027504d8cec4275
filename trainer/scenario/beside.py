"""What stands beside a scenario, as models: labelled replies (`.cases.yaml`) and playthroughs (`.play.yaml`).

Shape only; files are read in `trainer.scenario.cases` and `trainer.scenario.plays`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, Tag, model_validator

from trainer.scenario.models import BY_SHAPE, Id, Ids, IncidentFile, Model, Switch, Text, Whole
from trainer.text.values import Flag, Verdict

Reply = Annotated[str, Field(max_length=4_000)]
Percent = Annotated[Whole, Field(ge=0, le=100)]


class Placed(Model):
    """An entry that knows the line of the file it begins in."""

    _line: int = PrivateAttr(default=0)

    @property
    def line(self) -> int:
        """Line of the file, from 1."""
        return self._line

    def placed(self, line: int) -> None:
        """Say where it stands; the reader of the file does, once."""
        self._line = line


class Bounds(Model):
    """A range of points, 0..100, both ends included."""

    min: Percent | None = None
    """At least this."""
    max: Percent | None = None
    """At most this."""

    @model_validator(mode="after")
    def _in_order(self) -> Bounds:
        if self.min is None and self.max is None:
            raise ValueError("no bound is given: write `min`, `max` or both")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("`min` is more than `max`: swap them")
        return self

    def holds(self, value: int) -> bool:
        """Whether a value lies within."""
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)

    @property
    def words(self) -> str:
        """`25 to 75`; a bound that is left out is the end of the scale."""
        return f"{self.min or 0} to {100 if self.max is None else self.max}"


class Case(Placed):
    """A reply, and what must be heard in it."""

    reply: Text
    """What is said."""
    state: Id
    """The state or interjection it answers."""
    points: dict[Id, Verdict] = Field(default_factory=dict)
    """Point -> verdict."""
    flags: tuple[Flag, ...] | None = None
    """Exactly these flags; not looked at when left out."""
    overall: Bounds | None = None
    """Bounds of the overall score."""
    must: Switch = False
    """Has to hold; the rest count towards the scenario's `agreement`."""


class PlayReply(Model):
    """A reply for the next question of one state."""

    state: Id
    """It waits for this state or interjection."""
    reply: Reply
    """What is said; `""` is silence."""


class PlayExpect(Model):
    """What must come of a playthrough; what is left out is not looked at."""

    ending: Id | None = None
    """Id of the ending; `none`: no ending was reached."""
    ended: Literal["ending", "done", "no_more_replies", "time_up", "quit"] | None = None
    """Why it stopped."""
    states: Ids | None = None
    """States and interjections in the order they were entered."""
    score: Bounds | None = None
    """Bounds of the score."""
    passed: Switch | None = None
    """Whether it passes."""
    points: dict[Id, Verdict] = Field(default_factory=dict)
    """Point -> verdict at the end."""
    mistakes: dict[Id, Literal["pending", "open", "repaired", "never"]] = Field(default_factory=dict)
    """Mistake -> where it stands at the end; `never`: it was not made."""
    lines: tuple[Text, ...] = ()
    """Texts that roles have to say somewhere, in lines of theirs."""
    never_said: tuple[Text, ...] = ()
    """Texts that no line may hold."""


class Play(Placed):
    """Replies, and what must come of them."""

    name: Text
    """A sentence: what this playthrough shows."""
    seed: Annotated[Whole, Field(ge=0)] = 0
    """Seed of the run."""
    mode: Literal["coach", "meeting", "drill"] = "meeting"
    """Mode of the run."""
    length: Literal["whole", "short"] = "whole"
    """The whole meeting, or the scenario's `short` run. A drill has the moments that require its points."""
    points: Ids = ()
    """What a drill is about: the key points it asks for."""
    pressure: Literal["gentle", "real", "hard"] = "gentle"
    """How many interjections may come."""
    without: Ids = ()
    """Roles that are absent."""
    incident: Annotated[Annotated[IncidentFile, Tag("a mapping")] | Annotated[Text, Tag("a text")], BY_SHAPE] | None = None
    """An incident: the path of a file, relative to this one, or its content. Without it the example."""
    replies: tuple[Annotated[Annotated[PlayReply, Tag("a mapping")] | Annotated[Reply, Tag("a text")], BY_SHAPE], ...]
    """What is said, in order; an entry with a state waits for that state's next question. `""` is silence."""
    expect: PlayExpect
    """What must come of it."""

    @property
    def part(self) -> str:
        """How much of the meeting is played: `whole`, `short` or `drill`."""
        return "drill" if self.mode == "drill" else self.length

    @model_validator(mode="after")
    def _drills_have_points(self) -> Play:
        if self.mode == "drill" and not self.points:
            raise ValueError("a drill needs points: add `points: [...]` with the key points it is about")
        if self.points and self.mode != "drill":
            raise ValueError("`points` are for a drill: add `mode: drill`, or take them out")
        if self.mode == "drill" and self.length == "short":
            raise ValueError("a drill has a length of its own: take `length` out")
        return self
