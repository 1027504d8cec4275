"""A meeting small enough to read at a glance, for tests of everything around meetings."""

from __future__ import annotations

import json
from typing import Any

from trainer.scenario.models import Scenario

PLAIN: dict[str, Any] = {
    "format": 1,
    "id": "small",
    "title": "A small meeting",
    "start": "opening",
    "briefing": "Something is broken: {bug}.",
    "themes": {"harm": {"label": "Harm"}, "way_out": {"label": "Way out"}},
    "roles": {
        "pm": {"name": "PM", "concern": "The plan", "trust": {"start": 50, "gains": {"severity": 10}, "loses": {"gives_in": 20}}},
        "sales": {"name": "Sales", "concern": "The launch", "optional": True},
    },
    "facts": {
        "bug": {"label": "Bug", "ask": "What is broken?", "example": "the payment queue loses orders"},
        "estimate": {
            "label": "Estimate",
            "ask": "How long?",
            "example": "4-6 hours",
            "kind": "duration",
            "optional": True,
            "unknown": "We do not know yet how long it takes.",
        },
    },
    "key_points": {
        "severity": {
            "theme": "harm",
            "label": "How bad it is",
            "why": "They decide by it.",
            "model": "This is critical: {bug}.",
            "expect": ["this is critical", "it blocks the release", "as serious as it gets"],
            "contradicted_by": ["it is only minor"],
            "coach_hint": "Say how bad it is.",
        },
        "what": {
            "theme": "harm",
            "label": "What is broken",
            "why": "They have to know what it is about.",
            "model": "It is about this: {bug}.",
            "facets": {"bug": {"fact": "bug"}},
        },
        "time": {
            "theme": "way_out",
            "label": "How long it takes",
            "why": "They have to plan.",
            "model": [
                {"when": {"known": "estimate"}, "lines": ["A fix takes {estimate}."]},
                {"lines": ["We do not know yet how long it takes."]},
            ],
            "facets": {"duration": {"fact": "estimate", "label": "how long"}},
        },
        "no_warning": {
            "theme": "way_out",
            "label": "No warning label",
            "why": "A warning protects nobody.",
            "model": "A warning protects nobody.",
            "expect": ["a warning protects nobody", "we should not ship with a warning"],
        },
    },
    "mistakes": {
        "gives_in": {
            "label": "Agreed to ship",
            "detect": ["let us ship it with a warning", "fine, ship it"],
            "contradicts": ["no_warning"],
            "blocks": True,
            "line": "Great, so we ship.",
            "repair": ["no, I take that back, we should not ship"],
            "correction": "We should not ship with a warning.",
        }
    },
    "states": {
        "opening": {
            "role": "pm",
            "about": "what is wrong",
            "says": [{"lines": ["So, what is it?", "What is the matter?", "What brings us here?"]}],
            "listens_for": ["severity", "what"],
            "requires": ["severity"],
            "follow_ups": {"severity": {"pump": "And?", "hint": "How bad is that?", "prompt": "Is it critical?"}},
            "next": [{"to": "warning"}],
        },
        "warning": {
            "role": "sales",
            "about": "a warning instead",
            "says": "Can we ship with a warning?",
            "listens_for": ["no_warning", "severity"],
            "requires": ["no_warning"],
            "follow_ups": {"no_warning": {"pump": "Hm?", "hint": "Would a warning not do?", "prompt": "So no?"}},
            "next": [{"to": "timeline"}],
        },
        "timeline": {
            "role": "pm",
            "about": "how long",
            "says": "How long will it take?",
            "listens_for": ["time"],
            "requires": ["time"],
            "follow_ups": {"time": {"pump": "Roughly?", "hint": "Hours or days?", "prompt": "Done today?"}},
            "next": [{"to": "end"}],
        },
    },
    "endings": [
        {
            "id": "shipped",
            "label": "Shipped",
            "when": {"mistake": {"gives_in": "open"}},
            "interrupts": True,
            "result": "lost",
            "epilogue": "It ships.",
        },
        {"id": "halted", "label": "Halted", "result": "won", "epilogue": "It waits."},
    ],
}
"""As an author would write it."""

GOOD = ("This is critical, it blocks the release.", "No. A warning protects nobody.", "A fix takes 4 to 6 hours.")
"""A strong reply to each question in turn."""


def small_scenario(**changes: Any) -> Scenario:
    """The meeting, with top-level keys replaced."""
    return Scenario.model_validate_json(json.dumps({**PLAIN, **changes}))
