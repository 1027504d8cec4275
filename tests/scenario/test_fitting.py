"""What is given for a fact fits into the middle of a sentence, and says what it said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.scenario.fitting import fit_in
from trainer.scenario.models import Fact
from trainer.text.clean import clean_line
from trainer.text.values import Kind

BUG = Fact(label="The bug", ask="What goes wrong? Finish: We found that ...", example="payments are lost")
HARM = Fact(label="Harm", ask="What harm? Finish: If we ship as is, ...", example="users pay twice")
CAUSE = Fact(label="Cause", ask="Why? Finish: We think the cause is ...", example="a lock")
COST = Fact(label="Cost", ask="What follows? Finish: Shipping it as is would mean ...", example="refunds")
BY = Fact(label="By", ask="By when? Finish: We need the decision by ...", example="4 pm", kind=Kind.TIME)
OPEN = Fact(label="Open", ask="What is open? Finish: We do not know yet ...", example="how many")
FIX = Fact(label="Fix", ask="How long? Finish: The fix with testing takes ...", example="4 hours", kind=Kind.DURATION)
TIME = Fact(label="Time", ask="How long?", example="4-6 hours", kind=Kind.DURATION)


@pytest.mark.parametrize(
    ("fact", "typed", "fitting"),
    [
        pytest.param(BUG, "Every customer is hit.", "every customer is hit", id="a sentence loses its capital and its full stop"),
        pytest.param(BUG, "We found that orders get lost", "orders get lost", id="the asked beginning does not stand there twice"),
        pytest.param(BUG, "Stripe webhooks are lost", "Stripe webhooks are lost", id="a name keeps its capital"),
        pytest.param(BUG, "SSO shows strangers.", "SSO shows strangers", id="an abbreviation keeps its capitals"),
        pytest.param(BUG, "IT fails", "IT fails", id="even one that is also a common word"),
        pytest.param(BUG, "It fails. Then it hangs.", "it fails. Then it hangs.", id="several sentences keep their stops"),
        pytest.param(BUG, "we are not sure ...", "we are not sure ...", id="three dots stay"),
        pytest.param(BUG, "about a third is lost", "about a third is lost", id="about stays where no length of time is asked"),
        pytest.param(BUG, "We found that", "we found that", id="nothing is ever emptied"),
        pytest.param(BUG, "I found that orders get lost", "orders get lost", id="nor does it in the first person"),
        pytest.param(BUG, "We've found orders get lost.", "orders get lost", id="nor with a word more or less in it"),
        pytest.param(BUG, "We lose what we found", "we lose what we found", id="its words further on stay"),
        pytest.param(BUG, "it stops at 5 p.m.", "it stops at 5 p.m.", id="the stop of a shortened word stays"),
        pytest.param(BUG, "it breaks 2.3.1.", "it breaks 2.3.1", id="that behind a version goes"),
        pytest.param(HARM, "If we ship it now, Users pay twice.", "users pay twice", id="an asked clause ends with its comma"),
        pytest.param(HARM, "If we ship as is users pay twice", "users pay twice", id="or without one when all of it is there"),
        pytest.param(HARM, "If a user pays twice, we lose them", "if a user pays twice, we lose them", id="a condition of one's own stays"),
        pytest.param(HARM, "We ship broken invoices", "we ship broken invoices", id="the end of an asked clause is no beginning"),
        pytest.param(
            CAUSE, "The cause is a missing lock.", "a missing lock", id="the end of the asked beginning does not stand there twice"
        ),
        pytest.param(CAUSE, "It's a missing lock", "a missing lock", id="nor does it when it stands for the thing"),
        pytest.param(
            CAUSE, "We think the cause is a missing lock", "a missing lock", id="to say the asked beginning is no doubt of one's own"
        ),
        pytest.param(CAUSE, "I think it's a missing lock", "probably a missing lock", id="what one thinks stays what one thinks"),
        pytest.param(CAUSE, "I suspect a missing lock.", "probably a missing lock", id="and what one suspects a suspicion"),
        pytest.param(CAUSE, "We strongly suspect the cause is a lock", "probably a lock", id="in front of the asked words too"),
        pytest.param(
            CAUSE,
            "I suspect the new cache key leaves out the tenant id",
            "probably that the new cache key leaves out the tenant id",
            id="a sentence of one's own becomes a clause that fits behind is",
        ),
        pytest.param(CAUSE, "We believe that requests overlap", "probably that requests overlap", id="as it does with that in it"),
        pytest.param(
            CAUSE, "It looks like a timeout in the queue", "probably a timeout in the queue", id="what looks like a thing is a thing"
        ),
        pytest.param(CAUSE, "It looks as if the deploy removed an index", "probably that the deploy removed an index", id="or a clause"),
        pytest.param(CAUSE, "My guess is a stale entry", "probably a stale entry", id="a guess is one by its noun"),
        pytest.param(CAUSE, "I suspect it's probably a lock", "probably a lock", id="a doubt is not said twice"),
        pytest.param(
            CAUSE,
            "The new key leaves out the tenant",
            "that the new key leaves out the tenant",
            id="a sentence about the thing is a clause too",
        ),
        pytest.param(CAUSE, "two workers on the same order", "two workers on the same order", id="a thing and where it is stay a thing"),
        pytest.param(CAUSE, "a key that leaves out the tenant", "a key that leaves out the tenant", id="so does one that is described"),
        pytest.param(CAUSE, "I suspect", "I suspect", id="and a doubt of nothing stays"),
        pytest.param(BUG, "I think orders get lost", "probably orders get lost", id="behind that no second clause begins"),
        pytest.param(HARM, "I think users pay twice", "probably users pay twice", id="nor behind a comma"),
        pytest.param(COST, "This would mean refunds.", "refunds", id="nor does this"),
        pytest.param(BY, "by 4 pm", "4 pm", id="one linking word is not said twice"),
        pytest.param(OPEN, "We don't know how many.", "how many", id="a contraction is what it stands for"),
        pytest.param(OPEN, "- how many\n- since when\n", "how many, since when", id="a list becomes one line with commas"),
        pytest.param(OPEN, "how many\n  it hits\n", "how many it hits", id="lines become one"),
        pytest.param(FIX, "The fix takes about 4 hours.", "about 4 hours", id="a part of the asked beginning counts as it"),
        pytest.param(TIME, "About a day and a half.", "about a day and a half", id="a rough length of time stays rough"),
        pytest.param(TIME, "~2 days", "about 2 days", id="in words that can be said"),
        pytest.param(TIME, "I think about a day", "about a day", id="what one thinks it takes is rough"),
        pytest.param(TIME, "I think 4 hours", "about 4 hours", id="with or without a word for it"),
        pytest.param(TIME, "4-6 hours", "4-6 hours", id="what fits stays as it is"),
    ],
)
def test_an_answer_is_made_to_fit_into_a_sentence(fact: Fact, typed: str, fitting: str) -> None:
    assert fit_in(fact, typed) == fitting


@given(
    st.sampled_from([BUG, HARM, CAUSE, COST, BY, OPEN, FIX]),
    st.lists(
        st.sampled_from(
            [
                "We",
                "found",
                "that",
                "If",
                "we",
                "ship",
                "as",
                "is,",
                "the",
                "cause",
                "is",
                "It",
                "by",
                "takes",
                "about",
                "\n- ",
                "x.",
                "Orders",
                "…",
                "?",
                "yet",
                "I suspect",
                "it looks like",
                "probably",
                "leaves",
            ]
        ),
        min_size=1,
        max_size=12,
    ).map(" ".join)
    | st.text(min_size=1).filter(str.strip),
)
def test_what_fits_is_never_changed_again_and_never_emptied(fact: Fact, given_for_it: str) -> None:
    fitting = fit_in(fact, given_for_it)
    assert fit_in(fact, fitting) == fitting
    assert bool(fitting) is bool(clean_line(given_for_it))
