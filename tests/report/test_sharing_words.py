"""Own facts are taken out of what leaves this machine, in whatever words they come back."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.small_meeting import small_scenario
from trainer.report.sharing.hiding import SHORT, OwnFacts, fold, own_facts
from trainer.scenario.incident import Incident, Known, Unknown, example_incident

SCENARIO = small_scenario()
INVOICES = Incident(
    "small",
    "Acme, invoice export",
    {
        "bug": Known("since Monday's merge the invoice export drops rows without an error", ("billing loses lines",)),
        "estimate": Known("4-6 hours"),
        "cause": Known("Kafka rebalancing"),
        "harm": Known("one customer in twenty, $50,000 of refunds"),
        "owner": Unknown.UNKNOWN,
    },
)
HIDE = own_facts(SCENARIO, INVOICES)

HIDDEN = {
    "the value as it was given": ("Well, since Monday's merge the invoice export drops rows without an error!", "Well, {bug}!"),
    "the value in capitals, with other spaces": ("KAFKA   Rebalancing\nagain", "{cause} again"),
    "another wording of it": ("Billing loses lines.", "{bug}."),
    "two of its words in another order and ending": ("The rows are dropped.", "The {bug}."),
    "two of its words with grammar between them": ("An error in the export", "An {bug}"),
    "a word only this incident uses": ("It is kafka, we think", "It is {cause}, we think"),
    "a word only this incident uses, inside another": ("look at kafka_consumer2", "look at {cause}"),
    "a word only this incident uses, in the name of a machine": ("ask kafka-1.example.org.", "ask {cause}."),
    "an equal duration in words": ("four to six hours, tests included", "{estimate}, tests included"),
    "a duration within the one that was given": ("about five hours", "about {estimate}"),
    "the same duration in another unit": ("It takes 300 minutes", "It takes {estimate}"),
    "an equal sum of money": ("fifty thousand dollars gone", "{harm} gone"),
    "the name of the incident": ("as in acme, invoice export", "as in {incident}"),
}
LEFT = {
    "words of every meeting": "This is critical, we should not ship it today.",
    "one word of the value that everybody uses": "Our customer comes first.",
    "another duration": "I will tell you more in ten minutes.",
    "the same figure as a rhythm": "An update every five hours.",
    "small numbers of anything": "Two people and three tests.",
}


@pytest.mark.parametrize(("said", "shown"), HIDDEN.values(), ids=HIDDEN)
def test_an_own_fact_is_replaced_by_its_name(said: str, shown: str) -> None:
    assert " ".join(HIDE.hidden(said).split()) == shown


@pytest.mark.parametrize("said", LEFT.values(), ids=LEFT)
def test_what_is_no_own_fact_stays(said: str) -> None:
    assert HIDE.hidden(said) == said


def test_the_examples_facts_are_no_secret() -> None:
    hide = own_facts(SCENARIO, example_incident(SCENARIO))
    assert hide == OwnFacts()
    assert hide.hidden("the payment queue loses orders") == "the payment queue loses orders"


def test_what_a_terminal_could_take_for_an_order_is_dropped() -> None:
    assert HIDE.hidden("no\x1b[31m \u202eKafka") == "no[31m {cause}"


WORDS = st.text(alphabet=st.characters(exclude_characters="{}", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
AROUND = st.text(alphabet=st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=30)
CHANGED = st.sampled_from([str, str.upper, str.lower, str.title, str.swapcase, lambda text: text.replace(" ", "  ")])


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


@given(WORDS, WORDS, AROUND, AROUND, CHANGED)
def test_no_own_value_is_left_whatever_it_is(value: str, other: str, before: str, after: str, changed: object) -> None:
    assert callable(changed)
    assume(all(min(len(plain(one)), len(fold(one)[0])) >= SHORT and plain(one) not in "bug estimate incident" for one in (value, other)))
    hide = own_facts(SCENARIO, Incident("small", "x", {"bug": Known(value), "estimate": Known("2 hours", (other,))}))
    shown = plain(hide.hidden(f"{before}{changed(value)}{other} {value}{after}"))
    assert plain(value) not in shown
    assert plain(other) not in shown


@given(st.lists(st.sampled_from(["rows", "export", "invoice", "merge", "drops", "error", "the", "of", "our", "every", "now"]), max_size=8))
def test_two_words_of_the_value_never_stand_side_by_side(words: list[str]) -> None:
    shown = HIDE.hidden(" ".join(words))
    telling = {"rows", "export", "invoice", "merge", "drops", "error"}
    left = [word for word in shown.split() if word in telling]
    pairs = zip(shown.split(), shown.split()[1:], strict=False)
    assert not any(one in telling and two in telling and one != two for one, two in pairs), left


@given(AROUND)
def test_hiding_twice_hides_no_more(said: str) -> None:
    once = HIDE.hidden(said)
    assert HIDE.hidden(once) == once
