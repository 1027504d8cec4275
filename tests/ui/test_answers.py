"""What is typed into the form fits into the middle of a sentence, and says what it said."""

from __future__ import annotations

import pytest

from trainer.scenario.models import Fact
from trainer.text.values import Kind
from trainer.ui.desk.answers import fit_in

BUG = Fact(label="The bug", ask="What goes wrong? Finish: We found that ...", example="payments are lost")
TIME = Fact(label="Time", ask="How long?", example="4-6 hours", kind=Kind.DURATION)


@pytest.mark.parametrize(
    ("fact", "typed", "fitting"),
    [
        pytest.param(BUG, "Every customer is hit.", "every customer is hit", id="a sentence loses its capital and its full stop"),
        pytest.param(BUG, "We found that orders get lost", "orders get lost", id="the asked beginning does not stand there twice"),
        pytest.param(BUG, "Stripe webhooks are lost", "Stripe webhooks are lost", id="a name keeps its capital"),
        pytest.param(BUG, "SSO shows strangers.", "SSO shows strangers", id="an abbreviation keeps its capitals"),
        pytest.param(BUG, "It fails. Then it hangs.", "it fails. Then it hangs.", id="several sentences keep their stops"),
        pytest.param(BUG, "we are not sure ...", "we are not sure ...", id="three dots stay"),
        pytest.param(BUG, "about a third is lost", "about a third is lost", id="about stays where no length of time is asked"),
        pytest.param(BUG, "We found that", "we found that", id="nothing is ever emptied"),
        pytest.param(TIME, "About a day and a half.", "a day and a half", id="a length of time loses its about: lines say it"),
        pytest.param(TIME, "4-6 hours", "4-6 hours", id="what fits stays as it is"),
    ],
)
def test_an_answer_is_made_to_fit_into_a_sentence(fact: Fact, typed: str, fitting: str) -> None:
    assert fit_in(fact, typed) == fitting
