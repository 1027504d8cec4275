"""Who is in the meeting and what there is to say: roles, facts, key points and mistakes of the format."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Tag, model_validator

from trainer.scenario.format_basics import NEED_SHAPE, Id, Ids, Model, Number, Switch, Text, Whole
from trainer.scenario.format_conditions import Condition, Spoken
from trainer.text.values import Flag, Kind


class Theme(Model):
    """A group of key points that share a bar in the scorecard."""

    label: Text
    """Heading of the bar."""
    weight: Number = Field(1, gt=0, le=100)
    """Share in the score against the other themes."""


class TrustRules(Model):
    """What moves a role's trust, 0..100."""

    start: Whole = Field(50, ge=0, le=100)
    """Trust at the start."""
    gains: dict[Id, Annotated[Whole, Field(ge=1, le=100)]] = Field(default_factory=dict)
    """Point, mistake or flag -> points of trust won. A point moves trust once, when first covered."""
    loses: dict[Id, Annotated[Whole, Field(ge=1, le=100)]] = Field(default_factory=dict)
    """Point, mistake or flag -> points of trust lost. A mistake or flag moves trust once a reply."""


class Answer(Model):
    """What the role answers when the player asks a question back."""

    asked: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Wordings of the question."""
    when: Condition | None = None
    """Only offered while this holds."""
    lines: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The answer; it reveals an interest."""


class Role(Model):
    """Somebody in the meeting."""

    name: Text
    """As shown before each line."""
    concern: Text
    """What this person worries about, in a few words."""
    optional: Switch = False
    """May be absent from a rehearsal (`--without`)."""
    stand_in: Id | None = None
    """Who asks in this role's place when it is absent; without one its states are passed through."""
    cares_about: Ids = ()
    """Points this role listens for most."""
    plain_speech: Switch = False
    """Not an engineer: words of the glossary are to be put plainly when this role is answered."""
    trust: TrustRules = Field(default_factory=lambda: TrustRules.model_validate({}))
    """What moves this role's trust."""
    answers: tuple[Answer, ...] = ()
    """Answers to questions back; they cost no press."""


class Fact(Model):
    """Something the incident is made of; `{id}` stands for its value in texts."""

    label: Text
    """Short name, for the form and the brief."""
    ask: Text
    """The question the form asks."""
    example: Text
    """Value in the example incident."""
    kind: Kind = Kind.TEXT
    """All but text are compared as quantities."""
    said_as: tuple[Text, ...] = ()
    """Other wordings of the example's value; an own incident replaces them."""
    optional: Switch = False
    """May be left open: "don't know yet"."""
    unknown: Text | None = None
    """A whole sentence to say when the value is not known; it then covers what rests on this fact."""
    none: Text | None = None
    """The same for what is known not to exist."""


class Facet(Model):
    """A part of a key point: what, how bad, by when."""

    label: Text | None = None
    """What is missing when it is missing, in words: `by when you will know more`."""
    fact: Id | None = None
    """The fact whose value meets it."""
    expect: tuple[Text, ...] = ()
    """Wordings that meet it in any incident; `{fact}` stands for a value and drops the wording when that is not known."""
    kind: Kind | None = None
    """A quantity of this kind, in a clause that fits this facet best, meets it too. Taken from the fact if not given."""
    bonus: Switch = False
    """Nice to have: counts neither for `need` nor for partly."""

    @model_validator(mode="after")
    def _something_meets_it(self) -> Facet:
        if self.fact is None and not self.expect and self.kind is None:
            raise ValueError("nothing can meet this facet: give `fact`, `expect` or `kind`")
        return self


class KeyPoint(Model):
    """Something a listener should come away knowing."""

    theme: Id
    """The theme it counts in."""
    label: Text
    """Short name for the scorecard."""
    weight: Number = Field(1, gt=0, le=100)
    """Share in its theme against the other points."""
    why: Text
    """Why it matters, for the debrief."""
    model: Spoken
    """A good line for it, to be said aloud."""
    facets: dict[Id, Facet] = Field(default_factory=dict)
    """Its parts."""
    expect: tuple[Text, ...] = ()
    """Short form for a point of one facet, named `said`."""
    need: Annotated[Annotated[Literal["all", "any"], Tag("a text")] | Annotated[Whole, Field(ge=1), Tag("a number")], NEED_SHAPE] = "all"
    """How many facets make it covered; bonus facets aside."""
    contradicted_by: tuple[Text, ...] = ()
    """Wordings that say the opposite."""
    coach_hint: Spoken | None = None
    """What the coach says when it is missing; never the answer itself."""

    @model_validator(mode="after")
    def _facets_or_expect(self) -> KeyPoint:
        if bool(self.facets) == bool(self.expect):
            raise ValueError("give either `facets` or `expect`")
        return self

    @property
    def parts(self) -> dict[str, Facet]:
        """The facets, the short form included."""
        return self.facets or {"said": Facet(expect=self.expect)}

    @property
    def needed(self) -> int:
        """Number of facets that make it covered."""
        counted = sum(not facet.bonus for facet in self.parts.values())
        if self.need == "all":
            return counted
        return 1 if self.need == "any" else min(self.need, counted)


class Mistake(Model):
    """A move that a role answers, with a way to take it back."""

    label: Text
    """What happened, for the debrief: `Agreed to ship with a warning`."""
    detect: tuple[Text, ...] = ()
    """Wordings of the move; `{fact}` stands for a value and drops the wording when that is not known."""
    flag: Flag | None = None
    """The flag that shows it, where the state listens for a point it contradicts."""
    contradicts: Ids = ()
    """Points it denies; covering all of them repairs it."""
    blocks: Switch = False
    """While open, the rehearsal cannot pass."""
    line: Spoken
    """What is said to it, by whoever asked just before: write it so that each role could say it."""
    check: Spoken | None = None
    """What the role asks when it is not certain, so that a plain yes owns up to it: `So that's a yes to the warning?` After one that asks
    for a no, `So is that a no?`, a yes holds the line."""
    repair: tuple[Text, ...] = ()
    """Wordings that take it back."""
    correction: Spoken
    """The better line, for the debrief."""
