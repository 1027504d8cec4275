"""The scenario format, version 1: what an author writes, as frozen models.

Docstrings under the fields are the format's reference and the hover text in editors. Shape only: references between
parts (a state that does not exist, a point nobody declared) are checked in `trainer.scenario.references`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Strict, Tag, model_validator

from trainer.text.values import Flag, Kind

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""Lower-case letters, digits and underscores, starting with a letter."""
SlugId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
Text = Annotated[str, Field(min_length=1, max_length=4_000)]
Whole = Annotated[int, Strict()]
"""A whole number; `"3"` and `3.0` are none."""
Number = Annotated[float, Strict()]
"""A number; `"3"` is none."""
Switch = Annotated[bool, Strict()]
"""`true` or `false`."""
END = "end"
"""Target of a `next` item that ends the meeting."""


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _text_or_number(value: Any) -> str:
    return "a text" if isinstance(value, str) else "a number"


def _text_or_mapping(value: Any) -> str:
    return "a mapping" if isinstance(value, (dict, BaseModel)) else "a text"


# Unions told apart by how they are written, so that a mistake in one is reported once and not for each member.
NEED_SHAPE = Discriminator(_text_or_number)
BY_SHAPE = Discriminator(_text_or_mapping)


Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed, json_schema_input_type=Id | list[Id])]
"""One id, or a list that means all of them."""


class Model(BaseModel):
    """Frozen, no unknown keys, nothing coerced but lists to tuples; docstrings under fields become descriptions.

    Strictness sits on the scalars: a strict model would refuse a list for a tuple wherever a validator ran before it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class TrustBound(Model):
    """A bound on a role's trust, 0..100."""

    below: Whole | None = Field(None, ge=0, le=101)
    """Holds when trust is strictly less than this."""
    at_least: Whole | None = Field(None, ge=0, le=100)
    """Holds when trust is this or more."""

    @model_validator(mode="after")
    def _one_bound(self) -> TrustBound:
        if self.below is None and self.at_least is None:
            raise ValueError("give `below` or `at_least`")
        return self


class Condition(Model):
    """When something holds. Several keys mean and; a list means all of them. Sees the meeting after the reply was merged."""

    covered: Ids = ()
    """Points said so far. A point the coach told does not count; a point out of play does."""
    partly: Ids = ()
    """Points exactly partly said."""
    missing: Ids = ()
    """Points not said, told ones included."""
    contradicted: Ids = ()
    """Points the latest clear statement denies."""
    mistake: dict[Id, Literal["pending", "open", "repaired", "ever"]] = {}
    """Mistakes by where they stand."""
    known: Ids = ()
    """Facts the incident gives a value for."""
    unknown: Ids = ()
    """Facts not known yet."""
    none: Ids = ()
    """Facts known not to exist."""
    flag: Annotated[tuple[Flag, ...], BeforeValidator(_listed, json_schema_input_type=Flag | list[Flag])] = ()
    """Flags on this reply."""
    flag_ever: Annotated[tuple[Flag, ...], BeforeValidator(_listed, json_schema_input_type=Flag | list[Flag])] = ()
    """Flags on any reply so far."""
    trust: dict[Id, TrustBound] = {}
    """Bounds on the trust of roles."""
    visited: Ids = ()
    """States or interjections the meeting has been in."""
    present: Ids = ()
    """Roles that are in the room."""
    any: tuple[Condition, ...] = ()
    """Holds when one of these holds."""
    not_: Condition | None = Field(None, alias="not")
    """Holds when this does not."""


class Variant(Model):
    """Alternative wordings, and when they apply."""

    when: Condition | None = None
    """Without it the wordings always apply."""
    lines: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Which one is said depends on the seed, the state and the visit."""


def _spoken(value: Any) -> Any:
    return ({"lines": (value,)},) if isinstance(value, str) else value


Spoken = Annotated[
    tuple[Variant, ...],
    Field(min_length=1),
    BeforeValidator(_spoken, json_schema_input_type=str | list[Variant]),
]
"""A line, or a list of `{when, lines}`: the first whose condition holds is said."""


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
    gains: dict[Id, Annotated[Whole, Field(ge=1, le=100)]] = {}
    """Point, mistake or flag -> points of trust won. A point moves trust once, when first covered."""
    loses: dict[Id, Annotated[Whole, Field(ge=1, le=100)]] = {}
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
    trust: TrustRules = TrustRules()
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
    facets: dict[Id, Facet] = {}
    """Its parts."""
    expect: tuple[Text, ...] = ()
    """Short form for a point of one facet, named `said`."""
    need: Annotated[
        Annotated[Literal["all", "any"], Tag("a text")] | Annotated[Whole, Field(ge=1), Tag("a number")], NEED_SHAPE
    ] = "all"
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
    """Wordings of the move."""
    flag: Flag | None = None
    """The flag that shows it, where the state listens for a point it contradicts."""
    contradicts: Ids = ()
    """Points it denies; covering all of them repairs it."""
    blocks: Switch = False
    """While open, the rehearsal cannot pass."""
    line: Spoken
    """What the role says to it."""
    check: Spoken | None = None
    """What the role asks when it is not certain: `So is that a no?`"""
    repair: tuple[Text, ...] = ()
    """Wordings that take it back."""
    correction: Spoken
    """The better line, for the debrief."""


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
    follow_ups: dict[Id, FollowUp] = {}
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


class BriefItem(Model):
    """One entry of a brief section; exactly one key."""

    point: Id | None = None
    """The player's best sentence for this point, else its model line."""
    line: Spoken | None = None
    """A fixed sentence."""
    known: Ids = ()
    """One line per known fact of these."""
    unknown: Ids = ()
    """One line per unknown fact of these: its `unknown` sentence."""

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
    briefing: Spoken
    """What the player knows before the meeting, Markdown; facts as `{bug}`."""
    themes: Annotated[dict[Id, Theme], Field(min_length=1)]
    """Groups of key points."""
    roles: Annotated[dict[Id, Role], Field(min_length=1)]
    """Who is in the meeting."""
    facts: dict[Id, Fact] = {}
    """What the incident is made of."""
    key_points: Annotated[dict[Id, KeyPoint], Field(min_length=1)]
    """What a listener should come away knowing."""
    mistakes: dict[Id, Mistake] = {}
    """Moves the roles answer."""
    states: Annotated[dict[Id, State], Field(min_length=1)]
    """The meeting."""
    interjections: dict[Id, Interjection] = {}
    """Moments put in between; ids share the states' namespace."""
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)]
    """How it may end."""
    brief: tuple[BriefSection, ...] = ()
    """The one-page brief; without it, one section with every required point."""
    glossary: tuple[Term, ...] = ()
    """Words of the trade."""
    synonyms: dict[Text, tuple[Text, ...]] = {}
    """Extends the shared groups of words: head -> words meaning the same."""
    agreement: Number = Field(0.65, ge=-1, le=1)
    """What `trainer test` demands of the labelled cases (kappa)."""

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
