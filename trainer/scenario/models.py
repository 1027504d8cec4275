"""The scenario format, version 1: what an author writes, as frozen models.

Docstrings under the fields are the format's reference and the hover text in editors. Shape only: references between
parts (a state that does not exist, a point nobody declared) are checked in `trainer.scenario.rules.names`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Tag, model_validator

from trainer.scenario.format_basics import BY_SHAPE, END, Id, Ids, Model, Number, SlugId, Switch, Text, Whole
from trainer.scenario.format_conditions import Condition, Spoken, TrustBound, Variant
from trainer.scenario.format_points import Answer, Facet, Fact, KeyPoint, Mistake, Role, Theme, TrustRules

__all__ = [
    "BY_SHAPE",
    "END",
    "Allowed",
    "Answer",
    "BriefItem",
    "BriefSection",
    "Condition",
    "Ending",
    "Facet",
    "Fact",
    "FactValue",
    "FollowUp",
    "Id",
    "Ids",
    "IncidentFile",
    "Interjection",
    "KeyPoint",
    "Mistake",
    "Model",
    "Moment",
    "Next",
    "Role",
    "Scenario",
    "Spoken",
    "State",
    "Switch",
    "Term",
    "Text",
    "Theme",
    "TrustBound",
    "TrustRules",
    "Variant",
    "Whole",
]


class FollowUp(Model):
    """How a role presses for one point, from its own worries."""

    pump: Spoken | None = None
    """First: an open nudge."""
    hint: Spoken | None = None
    """Then: a direction."""
    prompt: Spoken | None = None
    """Last: a narrow question."""
    check: Spoken | None = None
    """Once, when it was partly said: reads it back for a yes."""
    doubt: Spoken | None = None
    """Once, when it was denied; `{quote}` stands for the player's words."""


class Next(Model):
    """Where the meeting goes."""

    when: Condition | None = None
    """Without it this way is always open; the last way has none."""
    to: Id
    """A state, or `end`."""


class Moment(Model):
    """A role says a line and waits for a reply: what states and interjections share."""

    role: Id
    """Who speaks."""
    about: Text
    """What this moment is about, a short phrase for the screen."""
    says: Spoken
    """The line; which block applies is chosen on entering."""
    listens_for: Ids = ()
    """Points that count here; the order is the order of pressing."""
    requires: Ids = ()
    """Those of them that carry the score and are pressed; the others can only add."""
    follow_ups: dict[Id, FollowUp] = Field(default_factory=dict)
    """How each point is pressed."""
    clarify: Spoken | None = None
    """Once, to a question back that the role has no answer for."""
    max_follow_ups: Whole = Field(3, ge=0, le=20)
    """Presses in this state as a whole."""
    on_silence: Spoken | None = None
    """What the role says when nothing comes."""


class State(Moment):
    """A moment of the meeting with ways on."""

    detour: Switch = False
    """Its points count only if it was visited."""
    next: Annotated[tuple[Next, ...], Field(min_length=1)]
    """Ways on, in order; the first whose condition holds is taken."""


class Interjection(Moment):
    """A moment put in between, by seed and by what is weak."""

    when: Condition | None = None
    """Only while this holds."""
    pressure: Literal["gentle", "real", "hard"] = "real"
    """The least pressure at which it may come."""


class Ending(Model):
    """How the meeting may end."""

    id: Id
    """Stable name."""
    label: Text
    """Headline of the debrief."""
    when: Condition | None = None
    """Endings are looked at in order; the last has none."""
    interrupts: Switch = False
    """Looked at after every reply, not only at the end."""
    result: Literal["won", "mixed", "lost"]
    """How it is shown."""
    epilogue: Spoken
    """What happens after."""


class Term(Model):
    """A word of the trade."""

    term: Text
    """As engineers say it."""
    meaning: Text
    """What it means."""
    say_to_business: Text
    """How to say it to people who are not engineers."""
    said_as: tuple[Text, ...] = ()
    """For the quiz: other wordings that say all of it."""
    half_said_as: tuple[Text, ...] = ()
    """For the quiz: wordings that say some of it, and earn partly."""
    contradicted_by: tuple[Text, ...] = ()
    """For the quiz: wordings that get it wrong."""


class BriefItem(Model):
    """One entry of a brief section: exactly one of `point`, `line`, `known` and `unknown`."""

    point: Id | None = None
    """The player's best sentence for this point, else its model line."""
    line: Spoken | None = None
    """A fixed sentence."""
    known: Ids = ()
    """One line per known fact of these."""
    unknown: Ids = ()
    """One line per unknown fact of these: its `unknown` sentence."""
    rank: Annotated[Whole, Field(ge=1, le=9)] | None = None
    """Its own place in what the page keeps, 1 to 9; else the section's."""

    @model_validator(mode="after")
    def _exactly_one(self) -> BriefItem:
        if sum((self.point is not None, self.line is not None, bool(self.known), bool(self.unknown))) != 1:
            raise ValueError("give exactly one of `point`, `line`, `known`, `unknown`")
        return self


class BriefSection(Model):
    """A headed part of the one-page brief."""

    heading: Text
    """Heading."""
    items: Annotated[tuple[BriefItem, ...], Field(min_length=1)]
    """Entries in order."""
    rank: Whole = Field(default=5, ge=1, le=9)
    """What the page keeps when it gets too full: 1 always stays, 9 goes first, of equals the last on the page."""
    message: Switch = False
    """Something to copy and send: its lines stand apart without marks, and stay or go together."""
    aloud: Annotated[Whole, Field(ge=20, le=500)] | None = None
    """Something to say: the most words; the lowest ranks beyond them are left out, long lines shortened."""


class Allowed(Model):
    """Advice of `trainer check` that is not followed here, and why."""

    check: Text
    """Name of the advice, as it stands in brackets behind its message."""
    at: Text | None = None
    """Where it is not followed: the path in front of its message, or a beginning of it such as `states.opening`; else the whole file."""
    reason: Text
    """Why not, for whoever reads the file next."""


class Scenario(Model):
    """A meeting to rehearse."""

    format: Literal[1]
    """Version of this format."""
    id: SlugId
    """The file's name without `.yaml`."""
    title: Text
    """Shown in lists."""
    language: Literal["en"] = "en"
    """Language of lines and replies."""
    start: Id
    """The first state."""
    short: Ids = ()
    """A short run of the meeting: states and interjections in order, each once; an interjection is asked like a state, its `when` is not
    looked at. Without it there is no short run."""
    briefing: Spoken
    """What the player knows before the meeting, Markdown; facts as `{bug}`."""
    themes: Annotated[dict[Id, Theme], Field(min_length=1)]
    """Groups of key points."""
    roles: Annotated[dict[Id, Role], Field(min_length=1)]
    """Who is in the meeting."""
    facts: dict[Id, Fact] = Field(default_factory=dict)
    """What the incident is made of."""
    key_points: Annotated[dict[Id, KeyPoint], Field(min_length=1)]
    """What a listener should come away knowing."""
    mistakes: dict[Id, Mistake] = Field(default_factory=dict)
    """Moves the roles answer."""
    states: Annotated[dict[Id, State], Field(min_length=1)]
    """The meeting."""
    interjections: dict[Id, Interjection] = Field(default_factory=dict)
    """Moments put in between; ids share the states' namespace."""
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)]
    """How it may end."""
    brief: tuple[BriefSection, ...] = ()
    """The one-page brief; without it, one section with every required point."""
    glossary: tuple[Term, ...] = ()
    """Words of the trade."""
    synonyms: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    """Extends the shared groups of words: head -> words meaning the same."""
    agreement: Number = Field(0.65, ge=-1, le=1)
    """What `trainer test` demands of the labelled cases (kappa)."""
    allow: tuple[Allowed, ...] = Field((), exclude=True)  # no part of the meeting: records are the same with and without it
    """Advice of `trainer check` that is not followed. Errors cannot be allowed."""

    @property
    def moments(self) -> dict[str, Moment]:
        """States and interjections by id."""
        return {**self.states, **self.interjections}

    def moment(self, name: str) -> Moment:
        """The state or interjection of this id. Raises KeyError."""
        return self.states[name] if name in self.states else self.interjections[name]


class FactValue(Model):
    """A fact's value in an incident, with other wordings of it."""

    value: Text
    """As it stands in lines."""
    said_as: tuple[Text, ...] = ()
    """Other wordings that mean the same."""


class IncidentFile(Model):
    """An own incident: values for the facts of a scenario."""

    format: Literal[1]
    """Version of this format."""
    scenario: SlugId
    """The scenario it is for."""
    name: Text | None = None
    """What to call it in lists."""
    facts: dict[Id, Annotated[Annotated[FactValue, Tag("a mapping")] | Annotated[Text, Tag("a text")], BY_SHAPE]]
    """Fact -> value, `unknown` (will be found out) or `none` (known not to exist)."""
