"""Cues and meanings weighed together: what raises a flag, what never does, and what the weights file holds."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Mapping
from importlib import resources

import pytest

from scripts import learn_flags
from tests.matching.books import meeting
from trainer.matching.manner import NAMES
from trainer.matching.meanings import shared_meanings
from trainer.matching.reader import read
from trainer.matching.reading import FlagHit
from trainer.text.values import Flag

_WEIGHTS = json.loads(resources.files("trainer.matching").joinpath("data", "flags.json").read_text(encoding="utf-8"))
_HEARD_BY_MEANING_ALONE = {
    Flag.CAVES: "Alright, have it live tonight with that little note, I give up arguing.",
    Flag.BLAME: "Marketing pushed us into this mess and now it's on us to clean it up.",
    Flag.OVERPROMISE: "You'll have it tonight, bulletproof, I'd bet my house on it.",
    Flag.ALARMIST: "It's all over, we'll be sued into the ground and the whole firm goes down!",
    Flag.DOWNPLAYS: "Honestly it's only a tiny hiccup, most people won't even see it, all fine really.",
    Flag.HEDGING: "Not sure, I could be mistaken, perhaps it matters, perhaps not, whatever you all prefer.",
}
"""Wordings of nobody's labelled reply."""


def _heard(reply: str) -> Mapping[Flag, FlagHit]:
    there = meeting("release")
    return {hit.flag: hit for hit in read(there.book, reply, there.heard).flags}


def _examples(flag: Flag) -> tuple[str, str]:
    """The first bad and the first good reply that the flag's own page names."""
    page = importlib.import_module(f"trainer.matching.flags.{flag}").__doc__ or ""
    bad, good = re.search(r'^Bad: .*?"(.*?)"', page, re.MULTILINE), re.search(r'^Good: .*?"(.*?)"', page, re.MULTILINE)
    assert bad, page
    assert good, page
    return bad[1], good[1]


@pytest.mark.parametrize("flag", Flag)
def test_the_bad_example_of_a_flag_raises_it(flag: Flag) -> None:
    assert flag in _heard(_examples(flag)[0])


@pytest.mark.parametrize("flag", Flag)
def test_the_good_example_of_a_flag_does_not_raise_it(flag: Flag) -> None:
    assert flag not in _heard(_examples(flag)[1])


@pytest.mark.parametrize("flag", _HEARD_BY_MEANING_ALONE)
def test_a_flag_is_heard_without_any_cue_of_its_own(flag: Flag) -> None:
    """What it means is enough to be heard; the evidence is a stretch of the reply as it was typed."""
    reply = _HEARD_BY_MEANING_ALONE[flag]
    hit = _heard(reply)[flag]
    assert hit.evidence.text == reply[hit.evidence.start : hit.evidence.end] != ""


@pytest.mark.parametrize(
    "reply",
    [
        "Okay, fine, let's release with a warning then.",
        "You win, we put up a notice and ship.",
        "Alright, have it live tonight with that little note, I give up arguing.",
    ],
)
@pytest.mark.parametrize("refusal", [" No, on second thoughts I won't agree to that.", " Actually no, we can't do that."])
def test_a_firm_refusal_makes_giving_in_unsure_or_unheard(reply: str, refusal: str) -> None:
    assert Flag.CAVES in _heard(reply)
    after = _heard(reply + refusal).get(Flag.CAVES)
    assert after is None or not after.sure


@pytest.mark.parametrize(
    "reply",
    [
        "Six hours at most is my guess, four if we're lucky, and I'll tell you within the hour which it is.",
        "We reproduce it with a hundred percent hit rate on the test box, so hold the release please.",
    ],
)
def test_a_cue_that_nothing_else_bears_out_accuses_nobody_for_sure(reply: str) -> None:
    hit = _heard(reply).get(Flag.OVERPROMISE)
    assert hit is None or not hit.sure


def test_a_few_words_are_judged_by_cues_alone() -> None:
    """`ok` suggests giving in, and is none."""
    assert not _heard("ok")
    assert not _heard("nope, sorry")


def test_the_weights_name_exactly_the_signs_in_code() -> None:
    assert list(_WEIGHTS["flags"]) == list(Flag)
    for weights in _WEIGHTS["flags"].values():
        assert list(weights) == ["heard_from", "bias", *NAMES]


def test_the_weights_know_exactly_the_meanings_of_the_bank() -> None:
    """After `scripts.learn_meanings` has changed the bank, `scripts.learn_flags` has to run."""
    assert list(_WEIGHTS["meanings"]) == list(shared_meanings().ids)
    assert all(len(weights) == len(Flag) for weights in _WEIGHTS["meanings"].values())


@pytest.mark.parametrize("flag", Flag)
def test_meanings_said_to_belong_to_a_flag_are_in_the_bank(flag: Flag) -> None:
    assert len(learn_flags.kin_of(flag)) > 0


def test_wrong_use_of_the_script_is_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert learn_flags.main(["--all"]) == 2
    assert capsys.readouterr().err == "usage: learn_flags.py [--left-out]\n"
