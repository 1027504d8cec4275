"""A small meeting and readings made by hand, so that the rules are tested apart from the reader's ear."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from trainer.matching.reading import (
    Act,
    Evidence,
    FacetHit,
    FlagHit,
    MistakeHit,
    PointReading,
    Reading,
    Strength,
)
from trainer.matching.verdicts import verdict_of
from trainer.meeting.engine import begin, step
from trainer.meeting.events import Event, Spoke
from trainer.meeting.fold import evolve
from trainer.meeting.moves import Move, Reply, Silence
from trainer.meeting.options import Options
from trainer.meeting.script import Script, prepare
from trainer.meeting.state import MeetingState
from trainer.scenario.incident import Incident, Known, Unknown
from trainer.scenario.models import Scenario
from trainer.text.values import Flag, Verdict

BASE: dict[str, Any] = {
    "format": 1,
    "id": "late-train",
    "title": "The late train",
    "start": "platform",
    "briefing": "A train is late.",
    "themes": {"what": {"label": "What", "weight": 2}, "plan": {"label": "Plan"}},
    "roles": {
        "guard": {
            "name": "Guard",
            "concern": "The crowd",
            "trust": {"start": 50, "gains": {"cause": 10, "bus": 5}, "loses": {"blame": 15, "gives_up": 20}},
            "answers": [
                {"asked": ["how many people wait"], "lines": ["Four hundred, and one of them sings."]},
                {"asked": ["who drives the bus"], "when": {"covered": "bus"}, "lines": ["My cousin."]},
            ],
        },
        "mayor": {"name": "Mayor", "concern": "The press", "optional": True, "trust": {"start": 40, "loses": {"blame": 5}}},
    },
    "facts": {
        "reason": {"label": "Reason", "ask": "Why is it late?", "example": "a tree on the line", "optional": True},
        "delay": {"label": "Delay", "ask": "How late?", "example": "two hours", "kind": "duration"},
    },
    "key_points": {
        "cause": {
            "theme": "what",
            "label": "The cause",
            "why": "People wait longer when they know why.",
            "model": "It's late because of {reason}.",
            "facets": {"reason": {"fact": "reason", "label": "why it is late"}},
            "contradicted_by": ["there is no reason for it"],
            "coach_hint": "Why is it late?",
        },
        "delay": {
            "theme": "what",
            "label": "The delay",
            "weight": 3,
            "why": "They want to plan.",
            "model": "It will take {delay}, and I'll tell you more at noon.",
            "facets": {
                "long": {"fact": "delay", "label": "how long it takes"},
                "news": {"expect": ["you will hear more at noon"], "label": "when there is news"},
                "sorry": {"expect": ["I am sorry"], "bonus": True},
            },
        },
        "bus": {
            "theme": "plan",
            "label": "The bus",
            "why": "A way out calms people.",
            "model": "There is a bus behind the station.",
            "expect": ["there is a bus", "take the bus instead"],
            "contradicted_by": ["there is no other way"],
        },
        "tea": {"theme": "plan", "label": "Tea", "why": "It is cold.", "model": "Tea is free today.", "expect": ["the tea is free"]},
        "refund": {
            "theme": "plan",
            "label": "Refund",
            "why": "They paid.",
            "model": "You get your money back.",
            "expect": ["you get a refund"],
        },
    },
    "mistakes": {
        "gives_up": {
            "label": "Gave the bus up",
            "detect": ["forget the bus"],
            "flag": "caves",
            "contradicts": ["bus"],
            "blocks": True,
            "line": ["So no bus then?", "Then they all walk?"],
            "check": "So the bus is off?",
            "repair": ["no the bus will come"],
            "correction": "The bus will come.",
        }
    },
    "states": {
        "platform": {
            "role": "guard",
            "about": "why they wait",
            "says": [
                {"when": {"covered": "cause"}, "lines": ["A tree, then. How long?"]},
                {"lines": ["What is going on?", "Why is nothing moving?", "Do you know anything?"]},
            ],
            "listens_for": ["cause", "delay", "tea"],
            "requires": ["cause", "delay"],
            "follow_ups": {
                "cause": {
                    "pump": "Go on.",
                    "hint": "They ask me why.",
                    "prompt": "Is something on the line?",
                    "check": "So something is on the line?",
                    "doubt": "You said “{quote}”?",
                },
                "delay": {
                    "pump": "And then?",
                    "hint": "They have connections.",
                    "prompt": "How many hours?",
                    "check": "So that long, and no news before?",
                },
            },
            "clarify": "I mean the train. What about it?",
            "on_silence": "Say something.",
            "next": [{"when": {"contradicted": "cause"}, "to": "office"}, {"to": "hall"}],
        },
        "hall": {
            "role": "mayor",
            "about": "the bus",
            "says": ["Is there another way?", "How do they get home?"],
            "listens_for": ["bus", "refund"],
            "requires": ["bus"],
            "follow_ups": {
                "bus": {"pump": "Yes?", "hint": "They could go by road.", "prompt": "Is there a bus?", "doubt": "“{quote}”, really?"}
            },
            "max_follow_ups": 2,
            "next": [{"to": "end"}],
        },
        "office": {
            "role": "guard",
            "about": "once more",
            "detour": True,
            "says": "Once more: why?",
            "listens_for": ["cause"],
            "requires": ["cause"],
            "follow_ups": {},
            "next": [{"to": "hall"}],
        },
    },
    "interjections": {
        "song": {
            "role": "guard",
            "about": "the singing",
            "pressure": "real",
            "says": "Somebody is singing. Will that stop?",
            "listens_for": ["tea", "bus"],
            "requires": ["tea"],
            "follow_ups": {"tea": {"pump": "Hm?"}},
            "max_follow_ups": 1,
        },
        "press": {"role": "mayor", "about": "the press", "pressure": "hard", "says": "The press is here.", "listens_for": ["refund"]},
    },
    "endings": [
        {
            "id": "riot",
            "label": "A riot",
            "when": {"mistake": {"gives_up": "open"}},
            "interrupts": True,
            "result": "lost",
            "epilogue": "They walk.",
        },
        {"id": "calm", "label": "Calm", "when": {"covered": ["cause", "bus"]}, "result": "won", "epilogue": "They ride."},
        {"id": "cold", "label": "Cold", "result": "mixed", "epilogue": "They wait."},
    ],
}


def scenario(changes: Mapping[str, Any] | None = None) -> Scenario:
    """The small meeting; `changes` are put in by dotted path: `{"states.platform.max_follow_ups": 1}`. None removes a key."""
    document = deepcopy(BASE)
    for path, value in (changes or {}).items():
        *parents, last = path.split(".")
        place: Any = document
        for part in parents:
            place = place[int(part)] if isinstance(place, list) else place[part]
        if value is None:
            del place[last]
        else:
            place[last] = value
    spoken = [
        *(mistake for mistake in document["mistakes"].values()),
        *(moment for kind in ("states", "interjections") for moment in document.get(kind, {}).values()),
    ]
    for holder in spoken:  # a list of plain wordings is short for one variant
        for field in ("line", "says"):
            if isinstance(holder.get(field), list) and isinstance(holder[field][0], str):
                holder[field] = [{"lines": holder[field]}]
    return Scenario.model_validate_json(json.dumps(document))


def incident(made: Scenario, **values: str | Unknown) -> Incident:
    """The example's values, some replaced."""
    known: dict[str, Known | Unknown] = {name: Known(fact.example, fact.said_as) for name, fact in made.facts.items()}
    known.update({name: value if isinstance(value, Unknown) else Known(value) for name, value in values.items()})
    return Incident(made.id, "test", known)


def script(changes: Mapping[str, Any] | None = None, **values: str | Unknown) -> Script:
    """The small meeting, ready to be played."""
    made = scenario(changes)
    return prepare(made, incident(made, **values))


def said(text: str = "x") -> Evidence:
    """Evidence for the whole of a text."""
    return Evidence(0, len(text), text, f"a phrase: {text}", 1.0)


def at(start: int, end: int, text: str = "words", similarity: float = 0.9) -> Evidence:
    """Evidence at a place of its own, in words its phrase shares: what is heard where nobody asked must name something."""
    return Evidence(start, end, text, f"a phrase: {text}", similarity)


def reading(
    of: Script,
    *,
    met: Mapping[str, Sequence[str]] | None = None,
    near: Mapping[str, Sequence[str]] | None = None,
    covers: Iterable[str] = (),
    denies: Iterable[str] = (),
    act: Act = Act.STATEMENT,
    flags: Iterable[tuple[Flag, bool]] = (),
    mistakes: Iterable[tuple[str, bool]] = (),
    repairs: Iterable[str] = (),
    asked: str | None = None,
    words: str = "these words",
    similarity: float = 0.9,
) -> Reading:
    """A reading as the reader would give it: `met` and `near` name facets by point, `covers` means all facets met.

    Evidence of different things never overlaps, and all of it has the same `similarity`.
    """
    facets: dict[str, dict[str, Strength]] = {}
    for strength, named in ((Strength.NEAR, near or {}), (Strength.MET, met or {})):
        for point, parts in named.items():
            facets.setdefault(point, {}).update(dict.fromkeys(parts, strength))
    for point in covers:
        facets[point] = {name: Strength.MET for name, facet in of.scenario.key_points[point].parts.items() if not facet.bonus}
    denied = set(denies)
    points = {
        name: _point(of, name, facets.get(name, {}), name in denied, at(index * 12, index * 12 + 11, words, similarity))
        for index, name in enumerate(of.scenario.key_points)
    }
    return Reading(
        points=points,
        act=act,
        flags=tuple(FlagHit(flag, sure, at(100, 110, words, similarity)) for flag, sure in flags),
        mistakes=tuple(MistakeHit(name, sure, at(100, 110, words, similarity)) for name, sure in mistakes),
        repairs=tuple(repairs),
        asked=asked,
    )


def _point(of: Script, name: str, facets: Mapping[str, Strength], denied: bool, place: Evidence) -> PointReading:
    key_point = of.scenario.key_points[name]
    counted = [strength for facet, strength in facets.items() if not key_point.parts[facet].bonus]
    verdict = verdict_of(key_point.needed, counted.count(Strength.MET), counted.count(Strength.NEAR), denied)
    score = {Verdict.COVERED: 1.0, Verdict.PARTLY: 0.5}.get(verdict, 0.0)
    return PointReading(
        verdict, score, tuple(FacetHit(facet, strength, place) for facet, strength in facets.items()), place if denied else None
    )


class Play:
    """A meeting under way, for tests: says things and remembers the events."""

    def __init__(self, of: Script, options: Options | None = None) -> None:
        self.script = of
        self.state, events = begin(of, options or Options())
        self.events: list[Event] = list(events)
        self.last: tuple[Event, ...] = events

    def move(self, move: Move) -> tuple[Event, ...]:
        self.state, self.last = step(self.script, self.state, move)
        self.events += self.last
        return self.last

    def say(self, text: str = "these words", **found: Any) -> tuple[Event, ...]:
        """Reply with a reading made by hand."""
        return self.move(Reply(text, reading(self.script, **found)))

    def silence(self) -> tuple[Event, ...]:
        return self.move(Silence(reading(self.script, act=Act.EMPTY)))

    @property
    def waiting(self) -> Spoke:
        """The line that waits."""
        assert self.state.waiting is not None
        return self.state.waiting

    @property
    def line(self) -> str:
        return self.waiting.line

    @property
    def lines(self) -> list[str]:
        """All lines said so far."""
        return [event.line for event in self.events if isinstance(event, Spoke)]

    def of_kind(self, kind: type) -> list[Any]:
        """All events of one kind so far."""
        return [event for event in self.events if isinstance(event, kind)]

    def refolded(self) -> MeetingState:
        """The state from events alone."""
        state = MeetingState()
        for event in self.events:
            state = evolve(state, event)
        return state
