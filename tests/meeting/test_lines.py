"""Which words are said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.builders import Play, script
from trainer.meeting.lines import MAX_QUOTE_WORDS, model_line, pick, say, sayable_quote, wordings_of
from trainer.meeting.options import Options
from trainer.scenario.incident import Unknown


@given(st.integers(1, 9), st.integers(), st.text(max_size=20), st.integers(0, 5))
def test_a_wording_is_chosen_by_seed_key_and_visit_alone(count: int, seed: int, key: str, visit: int) -> None:
    assert pick(count, seed, key, visit) == pick(count, seed, key, visit) < count


def test_every_wording_is_said_under_some_seed() -> None:
    lines = {Play(script(), Options(seed=seed)).line for seed in range(30)}
    assert lines == {"What is going on?", "Why is nothing moving?", "Do you know anything?"}


def test_the_choice_is_the_same_on_every_machine() -> None:
    assert [pick(3, seed, "opening", 1) for seed in range(8)] == [0, 1, 0, 2, 0, 2, 1, 1]


def test_a_wording_that_needs_an_unknown_fact_is_never_said() -> None:
    of = script({"states.platform.says": [{"lines": ["Is it {reason}?"]}, {"lines": ["What is it?"]}]}, reason=Unknown.UNKNOWN)
    assert all(Play(of, Options(seed=seed)).line == "What is it?" for seed in range(5))


def test_facts_are_put_into_lines() -> None:
    of = script({"states.platform.says": [{"lines": ["Is it {reason}?"]}]}, reason="snow")
    assert Play(of).line == "Is it snow?"


def test_nothing_to_say_is_said_as_nothing() -> None:
    play = Play(script())
    assert say(play.script, play.state, None, "x") == ""
    assert wordings_of(play.script, play.state, None) == ()


def test_where_a_fact_is_open_its_own_sentence_is_the_model_line() -> None:
    sentences = {"facts.reason.unknown": "We don't know why yet.", "facts.reason.none": "There is no reason."}
    for value, line in ((Unknown.UNKNOWN, "We don't know why yet."), (Unknown.NONE, "There is no reason.")):
        play = Play(script(sentences, reason=value))
        assert model_line(play.script, play.state, "cause") == line


def test_a_variant_for_open_facts_is_preferred_to_the_facts_sentence() -> None:
    model = [{"when": {"known": "reason"}, "lines": ["{reason}."]}, {"when": {"unknown": "reason"}, "lines": ["I'm looking for it."]}]
    play = Play(script({"key_points.cause.model": model, "facts.reason.unknown": "We don't know."}, reason=Unknown.UNKNOWN))
    assert model_line(play.script, play.state, "cause") == "I'm looking for it."


def test_a_variant_that_minds_other_things_claims_no_open_fact() -> None:
    model = [{"when": {"missing": "bus"}, "lines": ["I know exactly why."]}]
    play = Play(script({"key_points.cause.model": model, "facts.reason.unknown": "We don't know."}, reason=Unknown.UNKNOWN))
    assert model_line(play.script, play.state, "cause") == "We don't know."


@given(st.text(max_size=300))
def test_a_quote_is_short_and_on_one_line(text: str) -> None:
    quote = sayable_quote(text)
    assert len(quote.split()) <= MAX_QUOTE_WORDS
    assert "\n" not in quote
    assert "\x1b" not in quote


def test_a_long_quote_shows_that_it_was_cut() -> None:
    assert sayable_quote("one two three four five six seven eight nine ten eleven twelve thirteen.").endswith("twelve…")
