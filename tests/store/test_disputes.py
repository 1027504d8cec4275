"""Verdicts the player disputes: kept privately, read back whatever happened to the file, really forgotten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import StoreFailed
from trainer.store.disputes import NOT_SAID, SAID, Dispute, forget_disputes, keep_dispute, kept_disputes
from trainer.store.places import Places

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ONE = Dispute("aaa", "small", "a1", "opening", "severity", "missing", SAID, "it is\nas bad as it gets, Köln is down", WHEN, "1.0")
OTHER = replace(ONE, run="bbb", point="time", verdict="covered", should_be=NOT_SAID, reply="a private sentence")
OPEN_HANDED = """
import os, sys
from pathlib import Path
os.umask(0)
from tests.store.test_disputes import ONE
from trainer.store.disputes import keep_dispute
from trainer.store.places import Places
places = Places(Path(sys.argv[1]) / "deep" / "home")
keep_dispute(places, ONE)
print(oct(places.disputes.stat().st_mode & 0o777), oct(places.home.stat().st_mode & 0o777))
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home")


def test_without_a_file_there_are_none(places: Places) -> None:
    assert kept_disputes(places).disputes == ()
    assert forget_disputes(places) == 0
    assert not places.home.exists()


def test_what_is_kept_reads_back_equal_and_in_order(places: Places) -> None:
    for dispute in (ONE, OTHER, ONE):
        keep_dispute(places, dispute)
    assert kept_disputes(places).disputes == (ONE, OTHER, ONE)
    assert kept_disputes(places).damaged == 0


def test_only_the_player_can_read_them_whatever_the_umask(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", OPEN_HANDED, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0o600", "0o700"]


def test_a_file_that_others_could_read_is_closed_to_them(places: Places) -> None:
    keep_dispute(places, ONE)
    places.disputes.chmod(0o644)
    keep_dispute(places, OTHER)
    assert places.disputes.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("torn", range(1, 60, 7))
def test_a_line_torn_by_a_crash_costs_only_itself(places: Places, torn: int) -> None:
    keep_dispute(places, ONE)
    keep_dispute(places, OTHER)
    whole = places.disputes.read_bytes()
    places.disputes.write_bytes(whole[:-torn])
    keep_dispute(places, ONE)
    kept = kept_disputes(places)
    assert kept.disputes == ((ONE, OTHER, ONE) if torn == 1 else (ONE, ONE))
    assert kept.damaged == (0 if torn == 1 else 1)


@given(st.binary(max_size=60))
def test_whatever_stands_in_the_file_is_passed_over(tmp_path_factory: pytest.TempPathFactory, odd: bytes) -> None:
    places = Places(tmp_path_factory.mktemp("odd"))
    places.disputes.write_bytes(odd)
    keep_dispute(places, ONE)
    assert kept_disputes(places).disputes == (ONE,)


@pytest.mark.parametrize(
    "changed",
    [{"should_be": "perhaps"}, {"when": "yesterday"}, {"when": "2026-01-02T03:04:05"}, {"when": 5}, {"reply": None}, {"point": ["x"]}],
)
def test_a_line_changed_by_hand_to_something_else_is_damaged(places: Places, changed: dict[str, object]) -> None:
    keep_dispute(places, ONE)
    line = {**json.loads(places.disputes.read_text(encoding="utf-8")), **changed}
    places.disputes.write_text(f"{json.dumps(line)}\n[1]\n{'[' * 100_000}\n", encoding="utf-8")
    assert kept_disputes(places).disputes == ()
    assert kept_disputes(places).damaged == 3


def test_escape_codes_are_dropped_when_read_back(places: Places) -> None:
    keep_dispute(places, replace(ONE, reply="yes\x1b]0;pwned\x07", moment="open\x1bing"))
    (kept,) = kept_disputes(places).disputes
    assert (kept.reply, kept.moment) == ("yes]0;pwned", "opening")


def test_a_run_is_forgotten_with_its_disputes_and_the_others_stay(places: Places) -> None:
    for dispute in (ONE, OTHER, OTHER):
        keep_dispute(places, dispute)
    assert forget_disputes(places, "bbb") == 2
    assert kept_disputes(places).disputes == (ONE,)
    assert places.disputes.stat().st_mode & 0o777 == 0o600
    assert forget_disputes(places, "bbb") == 0


def test_all_are_forgotten(places: Places) -> None:
    keep_dispute(places, ONE)
    assert forget_disputes(places) == 1
    assert not places.disputes.exists()


def test_a_damaged_line_goes_with_what_is_forgotten_for_nobody_can_tell_whose_it_is(places: Places) -> None:
    keep_dispute(places, OTHER)
    places.disputes.write_bytes(places.disputes.read_bytes()[:-20])
    keep_dispute(places, ONE)
    assert forget_disputes(places, "bbb") == 0
    assert b"private" not in places.disputes.read_bytes()
    assert kept_disputes(places).disputes == (ONE,)


@pytest.mark.parametrize("run", [None, "bbb"])
def test_forgotten_words_are_overwritten_and_not_only_unlinked(places: Places, tmp_path: Path, run: str | None) -> None:
    keep_dispute(places, ONE)
    keep_dispute(places, OTHER)
    same = tmp_path / "another name of the same file"
    os.link(places.disputes, same)
    forget_disputes(places, run)
    assert set(same.read_bytes()) == {0}


def test_what_cannot_be_written_is_one_clear_line(places: Places) -> None:
    places.home.mkdir()
    places.disputes.mkdir()
    with pytest.raises(StoreFailed, match=r"disputes\.jsonl"):
        keep_dispute(places, ONE)
    with pytest.raises(StoreFailed, match=r"disputes\.jsonl"):
        kept_disputes(places)


@pytest.mark.parametrize("wrong", [{"should_be": "covered"}, {"when": WHEN.replace(tzinfo=None)}])
def test_a_dispute_that_could_not_be_read_back_is_not_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"should_be|when"):
        replace(ONE, **wrong)  # type: ignore[arg-type]
