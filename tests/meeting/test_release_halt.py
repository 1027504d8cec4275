"""The engine on the shipped meeting, with the real reader: no line breaks a promise whatever the incident, seed or pressure."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from trainer.meeting.events import Ended, HowEnded, Rung, Spoke
from trainer.meeting.fold import fold
from trainer.meeting.lines import coach_hint, model_line
from trainer.meeting.options import Options, Pressure
from trainer.meeting.run import Played, ScriptedReply, run
from trainer.meeting.script import Script, prepare
from trainer.meeting.sources import phrase_source
from trainer.scenario.incident import Incident, Known, Unknown, example_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario
from trainer.scoring.score import score

FILE = Path(__file__).parents[2] / "scenarios" / "release-halt.yaml"
SET = {
    "opening": "We found that under load the payment module books some transactions twice. About 3% of checkouts charge the wrong amount. "
    "It is critical. I recommend that we hold the release.",
    "pm_severity": "It is a blocker. We tried a quick patch this morning and it failed. We think it is a race condition in the queue, "
    "and we have a test case that reproduces it.",
    "em_timeline": "The fix takes 4 to 6 hours, and that includes full testing. I will know more within the hour.",
    "sales_warning": "I understand how much hangs on the campaign. But no, we can't release it with a warning. "
    "A warning does not fix anything.",
    "pm_alternatives": "We could defer the feature, but the campaign is built on it. "
    "I recommend that we stay on the version that is live today.",
    "em_decision": "I'll take it. You get an update every 30 minutes, and I'll tell you at once if the estimate changes. Thank you.",
}


@cache
def scenario() -> Scenario:
    return load_scenario(FILE)


@cache
def example() -> Script:
    return prepare(scenario(), example_incident(scenario()))


@cache
def bare() -> Script:
    """An incident that knows only what it must, in words of its own."""
    values: dict[str, Known | Unknown] = {
        name: Unknown.UNKNOWN if fact.optional else Known("40 minutes" if fact.kind != "text" else "the lamps went out")
        for name, fact in scenario().facts.items()
    }
    return prepare(scenario(), Incident("release-halt", "bare", values))


def play(of: Script, options: Options, replies: list[ScriptedReply] | None = None) -> Played:
    return run(of, replies if replies is not None else [ScriptedReply(text, state) for state, text in SET.items()], options)


def test_a_good_set_ends_the_meeting_by_an_ending_and_passes() -> None:
    played = play(example(), Options())
    assert isinstance(played.events[-1], Ended)
    assert played.events[-1].how is HowEnded.ENDING
    assert score(example(), played.state).passed


def test_a_good_set_is_worth_more_than_half_of_it_and_that_more_than_none() -> None:
    replies = [ScriptedReply(text, state) for state, text in SET.items()]
    halves = [ScriptedReply(text.split(". ")[0] + ".", state) for state, text in SET.items()]
    scores = [score(example(), play(example(), Options(), some).state).total for some in (replies, halves, [])]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


@pytest.mark.parametrize("pressure", list(Pressure))
@pytest.mark.parametrize("seed", range(4))
def test_no_line_is_empty_repeats_the_one_before_or_shows_a_slot(seed: int, pressure: Pressure) -> None:
    for of in (example(), bare()):
        for replies in ([ScriptedReply("hmm")] * 80, [ScriptedReply(text) for text in SET.values()] * 3):
            played = play(of, Options(seed=seed, pressure=pressure), replies)
            lines = [event.line for event in played.events if isinstance(event, Spoke)]
            assert all(line.strip() and "{" not in line for line in lines)
            assert all(one != other for one, other in pairwise(lines))
            assert fold(played.events) == played.state
            assert played.state.ended is not None


@pytest.mark.parametrize("pressure", list(Pressure))
@pytest.mark.parametrize("absent", [(), ("sales",)])
def test_every_meeting_on_the_shipped_file_ends_by_an_ending_when_replies_last(pressure: Pressure, absent: tuple[str, ...]) -> None:
    for text in ("hmm", "what do you mean?", "I don't know", "yes", "no", "fine, ship it with a warning"):
        played = play(example(), Options(pressure=pressure, absent=absent), [ScriptedReply(text)] * 120)
        assert played.state.ended is not None
        assert played.state.ended.how is HowEnded.ENDING


def test_no_line_hint_or_model_line_claims_what_a_bare_incident_does_not_know() -> None:
    of = bare()
    claims = [
        text.casefold() for fact in scenario().facts.values() if fact.optional for text in (fact.example, *fact.said_as) if len(text) > 12
    ]
    state = play(of, Options(), [ScriptedReply("hmm")]).state
    said = [line for point in scenario().key_points for line in (model_line(of, state, point), coach_hint(of, state, point))]
    for seed in range(6):
        said += play(of, Options(seed=seed, pressure=Pressure.HARD), [ScriptedReply("hmm")] * 80).state.asked
    assert [line for line in said for claim in claims if claim in line.casefold()] == []
    phrases = [phrase for point in phrase_source(scenario(), of.incident).points for facet in point.facets for phrase in facet.phrases]
    assert [phrase for phrase in phrases if "{" in phrase or "race condition" in phrase] == []


@pytest.mark.parametrize("moment", ["opening", "pm_severity", "em_timeline"])
@pytest.mark.parametrize(
    ("reply", "rung"),
    [
        ("Fine, ok, put a warning on it then, whatever you want.", Rung.MISTAKE),
        ("A warning could do.", Rung.MISTAKE_CHECK),
    ],
)
def test_whoever_gives_in_before_anybody_asked_for_it_is_answered_outright_or_asked(moment: str, reply: str, rung: Rung) -> None:
    said = [ScriptedReply(text, state) for state, text in SET.items() if state != moment]
    played = play(example(), Options(), [ScriptedReply(reply, moment), *said])
    answers = [event for event in played.events if isinstance(event, Spoke) and event.mistake == "ships_with_warning"]
    assert (answers[0].moment, answers[0].rung) == (moment, rung)


@pytest.mark.parametrize("half", ["I guess a banner is better than nothing.", "Yes, let's ship it and fix it after."])
def test_half_a_yes_to_the_question_whether_they_gave_in_is_answered(half: str) -> None:
    said = [
        ScriptedReply("A warning could do.", "opening"),
        ScriptedReply(half, "opening"),
        *(ScriptedReply(*pair[::-1]) for pair in SET.items()),
    ]
    played = play(example(), Options(), said)
    answers = [event.rung for event in played.events if isinstance(event, Spoke) and event.mistake == "ships_with_warning"]
    assert answers[:2] == [Rung.MISTAKE_CHECK, Rung.MISTAKE]


@pytest.mark.parametrize(
    "reply", ["Yes, let's do that. I'll take it.", "We can put a notice on the status page.", "We'll go ahead with the fix."]
)
def test_nobody_who_agrees_to_the_halt_is_asked_whether_they_gave_in(reply: str) -> None:
    said = [ScriptedReply(text, state) for state, text in SET.items() if state != "em_decision"]
    played = play(example(), Options(), [*said, ScriptedReply(reply, "em_decision")])
    assert played.state.ledger.mistakes == {}
    assert not [event for event in played.events if isinstance(event, Spoke) and event.mistake]
