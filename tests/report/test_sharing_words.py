"""Own facts are taken out of what leaves this machine, in whatever words they come back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.small_meeting import small_scenario
from tests.text.test_spelled import in_words
from trainer.report.sharing.folding import fold
from trainer.report.sharing.hiding import SHORT, OwnFacts, own_facts
from trainer.report.sharing.names import GIVEN
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


def test_an_accent_on_the_last_letter_is_of_its_word() -> None:
    hide = own_facts(SCENARIO, Incident("small", "", {"bug": Known("0A 0A")}))
    assert hide.hidden("- 0a, 0a\u0301 -") == "- {bug} -"


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
    assume(all(min(len(plain(one)), len(fold(one))) >= SHORT and plain(one) not in "bug estimate incident" for one in (value, other)))
    hide = own_facts(SCENARIO, Incident("small", "x", {"bug": Known(value), "estimate": Known("2 hours", (other,))}))
    shown = plain(hide.hidden(f"{before}{changed(value)}{other} {value}{after}"))
    assert plain(value) not in shown
    assert plain(other) not in shown


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEKRZáéíóúñçżłøßÖÜ0123456789"
VALUE_WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=4)
BETWEEN = st.sampled_from([" ", "  ", "\n", " \r\n", "\t", ", ", " - ", ": ", "\u00a0", ".\n"])
CASES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from([str, str.upper, str.lower, str.title, str.swapcase])
ACCENTS = st.sampled_from(["", "", "\u0301", "\u0308", "\u0327"])


def letters_of(text: str) -> str:
    """Letters and digits without case and accents, by other means than those under test."""
    strokes = str.maketrans({"ł": "l", "ø": "o"})
    return "".join(one for one in unicodedata.normalize("NFD", text.casefold()).translate(strokes) if one.isalnum())


@settings(deadline=None)
@given(VALUE_WORDS, st.data())
def test_a_value_in_any_case_with_any_accents_spaces_marks_and_line_breaks_is_hidden(value: list[str], data: st.DataObject) -> None:
    wanted = letters_of("".join(value))
    figures_only = wanted.isdecimal()
    assume(len(wanted) >= SHORT and not figures_only and wanted not in GIVEN and wanted not in "bugincident")
    hide = own_facts(SCENARIO, Incident("small", "", {"bug": Known(" ".join(value))}))
    cases = [data.draw(CASES) for _ in value]
    changed = [case(word) + data.draw(ACCENTS) for case, word in zip(cases, value, strict=True)]
    said = "".join(word + data.draw(BETWEEN) for word in changed[:-1]) + changed[-1]
    assert wanted not in letters_of(hide.hidden(f"- {said} -").replace("{bug}", " | "))


@pytest.mark.parametrize(
    ("value", "spaces"), [("OrionTenantCache", 0), ("orion_tenant_cache", 0), ("orion tenant cache", 2), ("orion-tenant-cache", 0)]
)
@settings(max_examples=30, deadline=None)
@given(joint=st.sampled_from(["", " ", "_", "-", ".", "  ", "\n"]), case=st.sampled_from([str, str.upper, str.lower, str.title]))
def test_a_name_of_several_words_is_one_name_however_it_is_joined(value: str, spaces: int, joint: str, case: object) -> None:
    assert callable(case)
    hide = own_facts(SCENARIO, Incident("small", "", {"cause": Known(value)}))
    assert value.count(" ") == spaces
    assert hide.hidden(f"It is {joint.join(case(word) for word in ('orion', 'tenant', 'cache'))}") == "It is {cause}"


def forms_of(number: int, before: str, after: str) -> list[str]:
    return [f"{before}{number}{after}", f"{before}{number:,}{after}", f"{before}{number:,}{after}".replace(",", " ")]


def million_forms(number: int) -> list[str]:
    return [f"${number}M", f"${number} million", f"{number}m dollars", f"{in_words(number)} million dollars"]


AMOUNTS = {
    "hours": lambda number: [*forms_of(number, "", " hours"), f"{number}h", f"{in_words(number)} hours", f"{number * 60} minutes"],
    "days": lambda number: [*forms_of(number, "", " days"), f"{number}d", f"{in_words(number)} days", f"{number * 24} hours"],
    "dollars": lambda number: [*forms_of(number, "$", ""), *forms_of(number, "", " dollars"), f"{in_words(number)} dollars", f"{number}$"],
    "millions": lambda number: million_forms(number % 999 + 1),
    "percent": lambda number: [f"{number}%", f"{number} percent", f"{number} per cent", f"{in_words(number)} percent", f"{number} %"],
    "counted": lambda number: [*forms_of(number + 10, "", ""), in_words(number + 10), in_words(number + 10, hyphen=" ", link=" ")],
    "thousands": lambda number: [f"{number + 1}k", f"{number + 1} thousand", f"{(number + 1) * 1000:,}", in_words((number + 1) * 1000)],
}


@pytest.mark.parametrize("forms", AMOUNTS.values(), ids=AMOUNTS)
@settings(max_examples=40, deadline=None)
@given(number=st.integers(1, 999) | st.integers(1_001, 99_999).filter(lambda number: number % 1000 != 0), data=st.data())
def test_an_amount_told_in_one_form_is_hidden_in_every_other(forms: object, number: int, data: st.DataObject) -> None:
    assert callable(forms)
    own, said = data.draw(st.sampled_from(forms(number))), data.draw(st.sampled_from(forms(number)))
    hide = own_facts(SCENARIO, Incident("small", "", {"harm": Known(own)}))
    assert hide.hidden(f"So {said}, it seems.") == "So {harm}, it seems."


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 23), st.integers(0, 59), st.data())
def test_a_time_of_day_told_in_one_form_is_hidden_in_every_other(hour: int, minute: int, data: st.DataObject) -> None:
    half, twelve = ("pm" if hour >= 12 else "am"), hour % 12 or 12
    forms = [
        f"{hour}:{minute:02}",
        f"{hour:02}:{minute:02}",
        f"{twelve}:{minute:02} {half}",
        f"{twelve}:{minute:02}{half}",
        f"{hour}h{minute:02}",
    ]
    told = [f"at {hour}.{minute:02}", f"by {twelve}:{minute:02}"]
    own, said = data.draw(st.sampled_from([*forms[:4], *told])), data.draw(st.sampled_from([*forms, *told]))
    shown = own_facts(SCENARIO, Incident("small", "", {"cutover": Known(own)})).hidden(f"So {said}, it seems.")
    assert shown in ("So {cutover}, it seems.", "So at {cutover}, it seems.", "So by {cutover}, it seems.")


@pytest.mark.parametrize(
    "unit",
    [
        "Kafka ",
        "kafka_",
        "rows export ",
        "aA",
        "a_",
        "4-6 hours ",
        "hundred and ",
        "two million ",
        "8.3.",
        "1 234 ",
        "Mark ",
        "$",
        ": - ",
        "é",
    ],
)
def test_ten_thousand_words_of_anything_are_read_to_the_end(unit: str) -> None:
    values = {"bug": "Mark saw the AaAa export of rows drop 4-6 hours", "cause": "v8.3.1 aaaa", "harm": "$2M", "owner": "Kafka"}
    hide = own_facts(SCENARIO, Incident("small", "", {name: Known(value) for name, value in values.items()}))
    assert hide.hidden((unit * 10_000)[:40_000] + " kafka").endswith("{owner}")


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
