"""Delivery notes: what calls for each, and what does not."""

from __future__ import annotations

import pytest

from tests.meeting.builders import script
from trainer.scoring.delivery import delivery_of
from trainer.scoring.notes import NOTES

OF = script(
    {
        "roles.mayor.plain_speech": True,
        "glossary": [{"term": "interlocking", "meaning": "It locks points and signals.", "say_to_business": "What keeps trains apart."}],
    }
)
ASKED = "Can we at least open the doors with a notice on them?"
OPEN = "What is going on?"
LONG = "The signal at the bridge failed, the one behind it did too, and the crew has been at it since five this morning without a break. "

CASES: dict[str, tuple[str, str, str, bool]] = {
    "a no before any understanding": (
        "refusal_before_acknowledgement",
        ASKED,
        "No, we can't do that. I understand it matters to you.",
        True,
    ),
    "a no without any understanding": ("refusal_before_acknowledgement", ASKED, "No, we can't do that. It isn't safe.", True),
    "understanding before the no": (
        "refusal_before_acknowledgement",
        ASKED,
        "I understand how much it matters to you, but we can't do that.",
        False,
    ),
    "a no nobody had asked for": ("refusal_before_acknowledgement", OPEN, "We can't open the doors today.", False),
    "a no at once to a suggestion": ("refusal_before_acknowledgement", "Open them. What's wrong with that?", "No. We can't do that.", True),
    "a yes": ("refusal_before_acknowledgement", ASKED, "Sure, go ahead.", False),
    "a bare no": ("refusal_without_offer", ASKED, "I understand your concern, but no, we can't do that.", True),
    "a no with something in its place": ("refusal_without_offer", ASKED, "No, we can't do that. I'll give you an update at noon.", False),
    "a no with a way that is open": ("refusal_without_offer", ASKED, "No, we can't do that. We can open the side door.", False),
    "ways without a choice": ("choices_without_recommendation", OPEN, "We could wait for the crew. Or we could send a bus.", True),
    "ways and a choice": (
        "choices_without_recommendation",
        OPEN,
        "We could wait for the crew. Or we could send a bus. I recommend the bus.",
        False,
    ),
    "one way is no choice": ("choices_without_recommendation", OPEN, "We could send a bus.", False),
    "what could happen is no way": ("choices_without_recommendation", OPEN, "People could fall. The crowd could panic.", False),
    "three asks": (
        "several_asks",
        OPEN,
        "Please close the doors. Can you call the mayor? Could you send two people? I need you to sign this.",
        True,
    ),
    "one ask": ("several_asks", OPEN, "Please close the doors. We need to keep people away from the edge.", False),
    "an ask behind a long run-up": ("ask_comes_late", OPEN, LONG * 3 + "I recommend that we stop the trains.", True),
    "an ask up front": ("ask_comes_late", OPEN, "I recommend that we stop the trains. " + LONG * 3, False),
    "no ask at all": ("ask_comes_late", OPEN, LONG * 3, False),
    "a term to somebody who is no engineer": ("words_of_the_trade", OPEN, "The interlocking failed.", True),
    "a term with its ending": ("words_of_the_trade", OPEN, "Two interlockings failed.", True),
    "a term and what it means": ("words_of_the_trade", OPEN, "The interlocking failed, the thing that keeps trains apart.", False),
    "a term explained in other words": ("words_of_the_trade", OPEN, "The interlocking failed, which means no signal works.", False),
    "a term they used themselves": ("words_of_the_trade", "Is it the interlocking?", "Yes, the interlocking failed.", False),
    "a word that only begins like a term": ("words_of_the_trade", OPEN, "They interlock.", False),
    "no term": ("words_of_the_trade", OPEN, "The signal failed.", False),
    "more than a minute": ("too_long", OPEN, LONG * 7, True),
    "half a minute": ("too_long", OPEN, LONG * 2, False),
}


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str) -> None:
    note, line, reply, expected = CASES[name]
    assert (NOTES[note](delivery_of(OF, line, reply, "mayor")) is not None) is expected


def test_an_engineer_hears_terms_as_they_are() -> None:
    assert NOTES["words_of_the_trade"](delivery_of(OF, OPEN, "The interlocking failed.", "guard")) is None


def test_the_note_on_a_term_gives_the_plain_wording() -> None:
    note = NOTES["words_of_the_trade"](delivery_of(OF, OPEN, "The interlocking failed.", "mayor"))
    assert note is not None
    assert "What keeps trains apart." in note


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("reply", ["", "hmm", "...", "\x1b[31m", "ok", "?"])
def test_a_reply_that_says_nothing_gets_no_note(note: str, reply: str) -> None:
    assert NOTES[note](delivery_of(OF, ASKED, reply, "mayor")) is None


def test_every_note_has_a_case_that_calls_for_it() -> None:
    assert {note for note, _, _, expected in CASES.values() if expected} == set(NOTES)
