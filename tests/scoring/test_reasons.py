"""Why a reply earned what it earned, in a coach's words."""

from __future__ import annotations

import pytest

from tests.meeting.builders import script
from trainer.matching.reading import Evidence, FacetHit, FlagHit, PointReading, QuantityNote, Strength
from trainer.scoring.reasons import figure_note, flag_note, missing_parts, mistake_note, point_note
from trainer.text.values import Flag, Verdict

SCRIPT = script()
ANY = script({"key_points.delay.need": "any"})
NEWS = "you will hear more at noon"


def words(text: str, phrase: str, similarity: float = 0.8) -> Evidence:
    return Evidence(0, len(text), text, phrase, similarity)


def met(facet: str, text: str, phrase: str) -> FacetHit:
    return FacetHit(facet, Strength.MET, words(text, phrase))


def near(facet: str, text: str, phrase: str) -> FacetHit:
    return FacetHit(facet, Strength.NEAR, words(text, phrase))


def found(verdict: Verdict, *hits: FacetHit, denied: Evidence | None = None, near_miss: Evidence | None = None) -> PointReading:
    return PointReading(verdict, 0.5, hits, denied, near_miss)


def test_a_point_that_was_heard_quotes_the_words_and_the_phrase() -> None:
    heard = found(Verdict.COVERED, met("said", "they send a bus", "there is a bus"))
    assert point_note(SCRIPT, "bus", heard) == ("You said “they send a bus”, like “there is a bus”.",)


def test_a_point_of_several_parts_says_which_words_said_which() -> None:
    heard = found(Verdict.COVERED, met("long", "some two hours", "a duration"), met("news", "call you at noon", NEWS))
    assert point_note(SCRIPT, "delay", heard) == (
        "You said how long it takes: “some two hours”.",
        f"You said when there is news: “call you at noon”, like “{NEWS}”.",
    )


def test_a_part_that_was_only_nearly_said_is_no_reason_for_a_point_that_was_heard() -> None:
    heard = found(Verdict.COVERED, met("long", "two hours", "a duration"), near("news", "more later", NEWS))
    assert point_note(ANY, "delay", heard) == ("You said how long it takes: “two hours”.",)


def test_a_point_half_heard_says_what_was_said_and_what_not() -> None:
    half = found(Verdict.PARTLY, met("news", "call you at noon", NEWS))
    assert point_note(SCRIPT, "delay", half) == (
        f"You said “call you at noon”, like “{NEWS}”.",
        "That says when there is news, not how long it takes.",
        "You could add: “two hours”.",
    )


def test_a_part_that_is_no_clause_is_named_and_not_said() -> None:
    named = script({"key_points.delay.facets.news.label": "the next call"})
    half = found(Verdict.PARTLY, met("news", "call you at noon", NEWS))
    assert "That names the next call, not how long it takes." in point_note(named, "delay", half)


@pytest.mark.parametrize(("label", "said"), [("by when it runs", "says by when it runs"), ("by road, at once", "names by road, at once")])
def test_a_part_that_begins_with_a_preposition_is_said_where_a_clause_follows(label: str, said: str) -> None:
    named = script({"key_points.delay.facets.news.label": label})
    half = found(Verdict.PARTLY, met("news", "call you at noon", NEWS))
    assert f"That {said}, not how long it takes." in point_note(named, "delay", half)


def test_words_that_came_near_stand_beside_the_phrase_they_came_near_to() -> None:
    half = found(Verdict.PARTLY, near("said", "some bus maybe", "there is a bus"))
    assert point_note(SCRIPT, "bus", half) == ("You touched on it with “some bus maybe”. Plainer: “there is a bus”.",)


def test_words_that_lack_only_the_figure_are_told_so() -> None:
    half = found(Verdict.PARTLY, near("long", "it takes a while", "it takes two hours"))
    assert point_note(SCRIPT, "delay", half)[0] == "Nearly there: “it takes a while” names no length of time. Try “two hours”."


def test_words_with_a_figure_are_not_told_that_it_lacks() -> None:
    half = found(Verdict.PARTLY, near("long", "maybe two hours?", "it takes two hours"))
    assert "names no" not in " ".join(point_note(SCRIPT, "delay", half))


def test_a_missing_point_says_what_to_say_with_a_wording_for_each_part_that_is_needed() -> None:
    assert point_note(SCRIPT, "delay", found(Verdict.MISSING)) == (
        f"Say how long it takes and when there is news, for example: “two hours” and “{NEWS}”.",
    )


def test_where_any_part_would_do_one_wording_is_enough() -> None:
    assert point_note(ANY, "delay", found(Verdict.MISSING)) == ("Say how long it takes or when there is news, for example: “two hours”.",)


def test_a_missing_point_without_names_for_its_parts_gets_a_wording() -> None:
    assert point_note(SCRIPT, "bus", found(Verdict.MISSING)) == ("You could say: “there is a bus”.",)


def test_a_near_miss_shows_the_words_and_the_phrase_that_would_have_said_it() -> None:
    missed = found(Verdict.MISSING, near_miss=words("the bus looks nice", "take the bus instead", 0.4))
    assert point_note(SCRIPT, "bus", missed) == ("“the bus looks nice” came closest; “take the bus instead” would have said it.",)


def test_a_near_miss_of_one_part_leaves_the_other_parts_a_wording() -> None:
    missed = found(Verdict.MISSING, near_miss=words("the noon train looks nice", NEWS, 0.4))
    assert point_note(SCRIPT, "delay", missed)[1:] == ("Then also, for example: “two hours”.",)


def test_a_near_miss_that_would_make_no_sense_to_the_player_is_left_out() -> None:
    missed = found(Verdict.MISSING, near_miss=words("hm well", "take the bus instead", 0.4))
    assert point_note(SCRIPT, "bus", missed) == point_note(SCRIPT, "bus", found(Verdict.MISSING))


@pytest.mark.parametrize(
    ("denied", "why"),
    [
        (words("no other way, sorry", "there is no other way"), ", like “there is no other way”."),
        (words("there is no bus", "there is a bus"), ": it denies “there is a bus”."),
    ],
)
def test_the_opposite_is_quoted_with_what_makes_it_one(denied: Evidence, why: str) -> None:
    assert point_note(SCRIPT, "bus", found(Verdict.CONTRADICTED, denied=denied)) == (
        f"They hear the opposite in “{denied.text}”{why}",
        "What they need to hear: “there is a bus”.",
    )


def test_the_same_reason_is_given_once() -> None:
    hit = met("said", "take the bus", "take the bus instead")
    assert len(point_note(SCRIPT, "bus", found(Verdict.COVERED, hit, hit))) == 1


def test_missing_parts_are_a_list_where_all_are_needed_and_a_choice_where_one_would_do() -> None:
    assert missing_parts(SCRIPT.scenario, "delay", ()) == "how long it takes, when there is news"
    assert missing_parts(SCRIPT.scenario, "delay", ("long",)) == "when there is news"
    assert missing_parts(ANY.scenario, "delay", ()) == "how long it takes or when there is news"


def test_a_part_without_a_name_goes_by_its_fact() -> None:
    unnamed = script({"key_points.delay.facets.long": {"fact": "delay"}})
    assert missing_parts(unnamed.scenario, "delay", ()) == "Delay, when there is news"


def test_a_doubtful_flag_or_mistake_is_no_accusation() -> None:
    evidence = words("whatever", "gives in")
    assert flag_note(FlagHit(Flag.CAVES, True, evidence)) == "How it came across: the refusal did not hold (“whatever”)."
    assert flag_note(FlagHit(Flag.CAVES, False, evidence)) == "How it may come across: the refusal did not hold (“whatever”)."
    assert mistake_note("Gave up", evidence, sure=True) == "This is heard as “Gave up”: “whatever”."
    assert mistake_note("Gave up", evidence, sure=False) == "This could be heard as “Gave up”: “whatever”."


def test_a_figure_stands_beside_the_one_of_the_facts() -> None:
    assert figure_note(QuantityNote("delay", "long", "3 hours", "two hours")) == "Your facts say two hours, you said 3 hours."
