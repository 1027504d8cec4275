"""`score --explain` and `trainer try` read like a coach's note; figures and ids stand in `try` only."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tests.cli.conftest import Call
from tests.meeting.builders import reading, script
from trainer.cli.explain import explain_reading
from trainer.matching.reading import Evidence, PointReading
from trainer.text.values import Verdict

REPLIES = {
    "opening": "There is no bug. It's only minor, we can ship it anyway.",
    "pm_severity": "It is critical. The root cause analysis has started. Maybe a patch, QA should have caught it.",
    "em_timeline": "About two hours, and that includes full testing. I will know better soon-ish.",
    "sales_warning": "I understand what this costs you, but a warning does not fix anything.",
    "pm_alternatives": "We could defer the feature.",
    "em_decision": "hmm",
}
JARGON = re.compile(r"facet|similarity|verdict|\bscore\b|near miss|contradicted|\b0\.\d|[a-z]_[a-z]")


def explained(call: Call, *replies: tuple[str, str]) -> str:
    lines = "".join(json.dumps({"id": "1", "state": state, "reply": reply}) + "\n" for state, reply in replies)
    out = call("score", "release-halt", "--explain", given=lines).out
    return "".join(line for line in out.splitlines(keepends=True) if not line.startswith("1 in "))


def test_a_note_holds_no_word_of_the_reader_s_trade(call: Call) -> None:
    out = explained(call, *REPLIES.items())
    assert "heard" in out
    assert JARGON.findall(out) == []


def test_every_point_asked_for_has_a_reason(call: Call) -> None:
    lines = explained(call, *REPLIES.items()).splitlines()
    headings = [at for at, line in enumerate(lines) if re.match(r"  [-+~!] .*: [^(]*$", line)]
    assert len(headings) >= 6
    assert [lines[at] for at in headings if not lines[at + 1].startswith("      ")] == []


def test_a_point_half_said_names_both_halves(call: Call) -> None:
    out = explained(call, ("pm_alternatives", REPLIES["pm_alternatives"]))
    assert "You said “We could defer the feature”." in out
    assert "That says whether the feature can be deferred, not what that would cost." in out


def test_a_denial_is_quoted_and_a_mistake_named(call: Call) -> None:
    out = explained(call, ("opening", REPLIES["opening"]))
    assert "They hear the opposite in “It's only minor”" in out
    assert "This is heard as “Called it minor”: “It's only minor”." in out


def test_words_heard_as_a_mistake_are_not_held_against_anyone_twice(call: Call) -> None:
    assert explained(call, ("opening", "It's only minor.")).count("“It's only minor”") == 2  # the denied point, and the mistake


def test_what_nobody_presses_for_is_no_reproach(call: Call) -> None:
    out = call("score", "small", "--explain", given='{"state": "opening", "reply": "hmm"}\n').out
    assert "- How bad it is: not heard yet" in out
    assert "- What is broken: would help too" in out


@pytest.mark.parametrize("state", REPLIES)
def test_try_adds_figures_and_ids_to_the_same_sentences(call: Call, state: str) -> None:
    tried = call("try", "release-halt", state, REPLIES[state]).out
    assert re.search(r"^    \[\w+, score \d\.\d\d\]$", tried, re.MULTILINE)
    sentences = [line.strip() for line in explained(call, (state, REPLIES[state])).splitlines() if line.startswith("      ")]
    assert sentences
    assert [sentence for sentence in sentences if sentence not in tried] == []


def test_authors_see_a_near_miss_with_its_similarity_even_where_the_player_would_make_nothing_of_it() -> None:
    of = script()
    read = reading(of)
    missed = PointReading(Verdict.MISSING, 0.2, near_miss=Evidence(0, 4, "well", "you will hear more at noon", 0.43))
    lines = list(explain_reading(of, "platform", replace(read, points={**read.points, "delay": missed}), detail=True))
    assert "    [near miss: “well” with “you will hear more at noon”, similarity 0.43]" in lines
    assert not any("came closest" in line for line in lines)


def test_authors_see_a_wording_for_every_open_part() -> None:
    of = script({"key_points.delay.need": "any"})
    lines = list(explain_reading(of, "platform", reading(of), detail=True))
    assert "    Say how long it takes or when there is news, for example: “two hours”." in lines
    assert "    [news would be met by “you will hear more at noon”]" in lines


def test_what_was_said_before_anyone_asked_is_named_with_its_words() -> None:
    of = script()
    lines = list(explain_reading(of, "platform", reading(of, covers=["bus"], words="by bus")))
    assert "+ The bus: heard as well (“by bus”)" in lines


def test_a_mistake_taken_back_in_the_same_reply_is_said_to_be() -> None:
    of = script()
    lines = list(explain_reading(of, "hall", reading(of, mistakes=[("gives_up", True)], repairs=["gives_up"])))
    assert "This is heard as “Gave the bus up”: “these words”. You take it back in the same reply." in lines
