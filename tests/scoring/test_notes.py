"""Delivery notes: what calls for each, and what does not."""

from __future__ import annotations

import pytest

from tests.meeting.builders import Play, script
from trainer.scoring.delivery import acknowledged_before, delivery_of
from trainer.scoring.notes import NOTES

OF = script(
    {
        "roles.mayor.plain_speech": True,
        "glossary": [{"term": "interlocking", "meaning": "It locks points and signals.", "say_to_business": "What keeps trains apart."}],
    }
)
ASKED = "Can we at least open the doors with a notice on them?"
OPEN = "What is going on?"
FACT = "Is there a quick way to mend it?"
BOTH = "How bad is it? And can't we just mend it?"
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
    "understanding in words nobody foresaw, and then the no": (
        "refusal_before_acknowledgement",
        ASKED,
        "That's generous of you. We can't do that.",
        False,
    ),
    "a no to a question of fact": ("refusal_before_acknowledgement", FACT, "No. We can't do that quickly.", False),
    "a no where the facts are asked for as well": ("refusal_before_acknowledgement", BOTH, "No, we can't do that.", False),
    "a no to being asked to tell": ("refusal_before_acknowledgement", "Can you tell us why?", "No, we can't say that.", False),
    "a no to an order": ("refusal_before_acknowledgement", "Okay, then open the doors.", "No, we can't do that.", True),
    "a no to a question that begins like an order": ("refusal_before_acknowledgement", "Do we know why?", "No, we can't say that.", False),
    "a no to a plea for a yes": ("refusal_before_acknowledgement", "Just give me a yes for now.", "No, I can't agree to that.", True),
    "a no nobody had asked for": ("refusal_before_acknowledgement", OPEN, "We can't open the doors today.", False),
    "a no at once to a suggestion": ("refusal_before_acknowledgement", "Open them. What's wrong with that?", "No. We can't do that.", True),
    "a no to a what-if": ("refusal_before_acknowledgement", "What if we open only one door?", "No. We can't do that.", True),
    "a yes": ("refusal_before_acknowledgement", ASKED, "Sure, go ahead.", False),
    "a bare no": ("refusal_without_offer", ASKED, "I understand your concern, but no, we can't do that.", True),
    "a no with something in its place": ("refusal_without_offer", ASKED, "No, we can't do that. I'll give you an update at noon.", False),
    "a no with a way that is open": ("refusal_without_offer", ASKED, "No, we can't do that. We can open the side door.", False),
    "a no with something they can have": (
        "refusal_without_offer",
        ASKED,
        "No, we can't do that. There are other things you could open.",
        False,
    ),
    "a no with something instead of it": ("refusal_without_offer", ASKED, "No, we can't do that. A tent instead, before noon.", False),
    "a no that turns into a yes": ("refusal_without_offer", ASKED, "No, we can't do that. All right, it's fine, then.", False),
    "a bare no to a question of fact": ("refusal_without_offer", FACT, "No, not possible.", False),
    "ways without a choice": ("choices_without_recommendation", OPEN, "We could wait for the crew. Or we could send a bus.", True),
    "ways and a choice": (
        "choices_without_recommendation",
        OPEN,
        "We could wait for the crew. Or we could send a bus. I recommend the bus.",
        False,
    ),
    "ways told off without a choice": (
        "choices_without_recommendation",
        OPEN,
        "Option one is waiting for the crew. The second option is a bus.",
        True,
    ),
    "options spoken of, none told off": ("choices_without_recommendation", OPEN, "We had alternatives. So what alternatives now?", False),
    "doubts are no ways": (
        "choices_without_recommendation",
        OPEN,
        "I might have misread it. We could be wrong, you could have a point.",
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
    "three asks in one breath": (
        "several_asks",
        OPEN,
        "Please close the doors, can you call the mayor, and could we move the crowd?",
        True,
    ),
    "two asks": ("several_asks", OPEN, "Please close the doors. Can you call the mayor?", False),
    "one ask": ("several_asks", OPEN, "Please close the doors. We need to keep people away from the edge.", False),
    "an ask behind a long run-up": ("ask_comes_late", OPEN, LONG * 3 + "I recommend that we stop the trains.", True),
    "an ask up front": ("ask_comes_late", OPEN, "I recommend that we stop the trains. " + LONG * 3, False),
    "an ask within half a minute": ("ask_comes_late", OPEN, LONG * 2 + "I recommend that we stop the trains.", False),
    "an ask up front, made again at the end": (
        "ask_comes_late",
        OPEN,
        "We can't do that today. " + LONG * 3 + "I recommend that we stop the trains.",
        False,
    ),
    "a no behind a long run-up": ("ask_comes_late", ASKED, LONG * 3 + "No, we can't do that.", True),
    "something impossible in the middle of a report": ("ask_comes_late", OPEN, LONG * 3 + "It isn't safe.", False),
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


def test_a_no_at_once_is_no_fault_of_somebody_who_showed_before_what_it_costs() -> None:
    judge, reply = NOTES["refusal_before_acknowledgement"], "No, we can't do that. It isn't safe."
    assert judge(delivery_of(OF, ASKED, reply)) is not None
    assert judge(delivery_of(OF, ASKED, reply, acknowledged=True)) is None


def test_understanding_shown_only_after_the_no_is_noted_whatever_was_said_before() -> None:
    reply = "No, we can't do that. I understand it matters to you."
    assert NOTES["refusal_before_acknowledgement"](delivery_of(OF, ASKED, reply, acknowledged=True)) is not None


def test_who_met_a_point_that_acknowledges_something_has_acknowledged_it() -> None:
    of = script(
        {"key_points.cause.facets": None, "key_points.cause.expect": ["I know what this means for you", "I understand how hard it is"]}
    )
    play = Play(of)
    assert not acknowledged_before(of, play.state)
    play.say(covers=["delay"])
    assert not acknowledged_before(of, play.state)
    play.say(covers=["cause"])
    assert acknowledged_before(of, play.state)


def test_an_engineer_hears_terms_as_they_are() -> None:
    assert NOTES["words_of_the_trade"](delivery_of(OF, OPEN, "The interlocking failed.", "guard")) is None


def test_the_note_on_a_term_gives_the_plain_wording() -> None:
    note = NOTES["words_of_the_trade"](delivery_of(OF, OPEN, "The interlocking failed.", "mayor"))
    assert note is not None
    assert "What keeps trains apart." in note


def test_a_late_no_is_not_called_an_ask() -> None:
    note = NOTES["ask_comes_late"](delivery_of(OF, ASKED, LONG * 3 + "No, we can't do that."))
    assert note is not None
    assert note.startswith("Your no came after 78 words.")


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[3]])
def test_a_note_says_in_at_most_thirty_words_what_to_do(name: str) -> None:
    """Two short sentences: what was heard, and one thing to do about it."""
    note, line, reply, _ = CASES[name]
    text = NOTES[note](delivery_of(OF, line, reply, "mayor")) or ""
    assert 8 <= len(text.split()) <= 30
    assert len(text.split(". ")) == 2 or note == "words_of_the_trade"


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("reply", ["", "hmm", "...", "\x1b[31m", "ok", "?"])
def test_a_reply_that_says_nothing_gets_no_note(note: str, reply: str) -> None:
    assert NOTES[note](delivery_of(OF, ASKED, reply, "mayor")) is None


def test_every_note_has_a_case_that_calls_for_it() -> None:
    assert {note for note, _, _, expected in CASES.values() if expected} == set(NOTES)


def test_every_note_has_a_case_that_does_not() -> None:
    assert {note for note, _, _, expected in CASES.values() if not expected} == set(NOTES)
