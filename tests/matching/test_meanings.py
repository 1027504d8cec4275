"""Meanings: what words suggest, learnt from wordings, and compared between a reply and phrases."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import numpy as np
import pytest

from scripts.learn_meanings import DATA, digest, read_bank
from tests.matching.books import meeting
from trainer.matching.chances import shared_weights
from trainer.matching.features import NAMES
from trainer.matching.kinship import kinships
from trainer.matching.lexicon import shared_lexicon
from trainer.matching.likeness import likenesses, stretches_of
from trainer.matching.meanings import Table, meaning_keys, shared_meanings
from trainer.matching.parse import parse
from trainer.matching.reply import lay_out


def suggests(text: str) -> Table:
    clauses = [meaning_keys(clause) for clause in parse(text, shared_lexicon())]
    found: Table = shared_meanings().sense(clauses, [(0, len(clauses))]).shares[0]
    return found


def alike(left: str, right: str) -> float:
    one, other = suggests(left), suggests(right)
    return float(one @ other / np.sqrt((one @ one) * (other @ other)))


def test_the_weights_were_learnt_from_the_wordings_that_are_here() -> None:
    """`make learn` after any change of data/meanings, groups, acts or word weights."""
    model = json.loads((DATA / "meanings.json").read_text(encoding="utf-8"))
    assert model["made_from"] == digest()


def test_the_bank_says_what_each_meaning_is_and_knows_its_opposites() -> None:
    bank = read_bank(DATA / "meanings")
    assert list(shared_meanings().says) == [bank.says[name] for name in sorted(bank.says)]
    assert min(map(len, bank.wordings.values())) >= 30
    assert all(left != right for left, right in bank.opposites)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("hello\n", "a wording before the first meaning"),
        ("= a.b\nhello\n", "`= id | what it says`"),
        ("= a.b | says hello\n>< a.c\nhello\n", "no such meaning: a.c"),
    ],
)
def test_a_mistake_in_the_wordings_is_named(tmp_path, text: str, problem: str) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=problem.replace("|", r"\|")):
        read_bank(tmp_path)


@pytest.mark.parametrize(
    ("said", "same", "other"),
    [
        ("let's hit the brakes on this", "please stop the release", "thank you for listening"),
        ("sorry, that's not going to happen", "I have to refuse", "here is the number of affected users"),
        ("we can trigger it whenever we like", "I can reproduce it at will", "we will miss the date"),
        ("cheers, that means a lot to me", "thank you", "it loses data"),
    ],
)
def test_the_same_in_other_words_is_more_alike_than_something_else(said: str, same: str, other: str) -> None:
    assert alike(said, same) > 3 * alike(said, other)


def test_shares_of_a_text_add_up_to_one_and_words_never_met_suggest_nothing() -> None:
    assert suggests("we have to stop this").sum() == pytest.approx(1.0)
    assert not suggests("xqzv").any()


def test_the_words_of_the_roles_line_pull_less() -> None:
    keys = meaning_keys(parse("we could ship it with a warning", shared_lexicon())[0])
    plain, demoted = (shared_meanings().sense([keys], [(0, 1)], line).shares[0] for line in (frozenset[str](), keys))
    assert demoted.max() < plain.max()


def test_a_stretch_that_denies_a_phrase_is_not_alike_to_it() -> None:
    there = meeting("release")
    for reply, expected in (("This is a release blocker.", True), ("It is not true that this is a release blocker.", False)):
        laid = lay_out(reply, there.heard, there.book.lexicon, there.book.mender)
        assert (likenesses(there.book, laid, stretches_of(laid), ())["severity", "said"].nearest > 0.5) is expected


def test_words_are_kin_by_what_they_suggest() -> None:
    """A paraphrase word by word accounts for more of a phrase than other words about the same thing."""
    there = meeting("release")
    shares = []
    for reply in ("We ought to stop the rollout.", "The rollout was a nice evening."):
        laid = lay_out(reply, replace(there.heard, line=""), there.book.lexicon, there.book.mender)
        shares.append(kinships(there.book, laid, stretches_of(laid), ())["ask", "said"])
    assert 1.0 >= shares[0] > shares[1] >= 0.0


def test_an_echo_is_compared_with_nothing() -> None:
    there = meeting("release")
    laid = lay_out(there.heard.line, there.heard, there.book.lexicon, there.book.mender)
    assert stretches_of(laid).runs == ()


def test_chances_weigh_exactly_the_features_that_are_measured() -> None:
    data = json.loads(resources.files("trainer.matching").joinpath("data", "chances.json").read_text(encoding="utf-8"))
    for name in ("present", "covered"):
        assert set(data[name]) == {"bias", *NAMES}
    present, covered = shared_weights()
    at = {name: place for place, name in enumerate(NAMES)}
    for weights in (present, covered):
        assert weights.weights[at["nearest"]] > 0 > weights.weights[at["hollow"]]
