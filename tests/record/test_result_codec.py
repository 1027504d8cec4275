"""Results as JSON: exact both ways, refused clearly when they are not what they should be."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.test_codec import any_of
from tests.report.results import a_run
from trainer.errors import Unreadable
from trainer.record.result_codec import FORMAT, decode_result, encode_result
from trainer.scoring.run_result import RunResult
from trainer.scoring.standing import Standing

ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
SCORES = st.integers(0, 100)


@st.composite
def results(draw: st.DrawFn) -> RunResult:
    """Any result that a rehearsal could come to."""
    names = draw(st.lists(st.text(), max_size=3, unique=True))
    drawn: RunResult = draw(any_of(RunResult))
    return replace(
        drawn,
        when=draw(st.datetimes(datetime(1970, 1, 1), datetime(9998, 1, 1), timezones=ZONES)),  # noqa: DTZ001  (the zones are drawn)
        score=draw(SCORES),
        last_score=draw(SCORES),
        themes={name: draw(st.floats(0, 1)) for name in names},
        theme_labels={name: draw(st.text()) for name in names},
    )


RESULTS = results()


@given(RESULTS)
@settings(deadline=None)
def test_a_result_comes_back_as_it_was(result: RunResult) -> None:
    written = encode_result(result)
    assert decode_result(written) == result
    assert written.isascii()
    assert "\n" not in written


@given(RESULTS, st.integers(), st.data())
@settings(deadline=None, max_examples=40)
def test_a_damaged_result_is_one_clear_line(result: RunResult, number: int, data: st.DataObject) -> None:
    document = json.loads(encode_result(result))
    key = data.draw(st.sampled_from([key for key in document if key not in ("score", "last_score")]))
    document[key] = {"not": [number]}
    with pytest.raises(Unreadable, match="abc: not the result of a rehearsal"):
        decode_result(json.dumps(document), "abc")


@pytest.mark.parametrize("text", ["", "x", "[]", "null", "{}", "[" * 100_000, json.dumps({"format": FORMAT})])
def test_what_is_no_result_is_one_clear_line(text: str) -> None:
    with pytest.raises(Unreadable, match="abc: not the result of a rehearsal"):
        decode_result(text, "abc")


@given(RESULTS)
@settings(deadline=None, max_examples=5)
def test_a_result_in_another_format_is_not_guessed_at(result: RunResult) -> None:
    document = {**json.loads(encode_result(result)), "format": FORMAT + 1}
    with pytest.raises(Unreadable, match="not the result"):
        decode_result(json.dumps(document))


CANNOT_BE: dict[str, dict[str, object]] = {
    "a date without a time zone": {"when": "2026-01-02T03:04:05"},
    "a date before anybody rehearsed": {"when": "0001-01-01T00:00:00Z"},
    "a date that no time zone can show": {"when": "9999-12-31T23:59:59Z"},
    "a score above 100": {"score": 101},
    "a score below 0": {"last_score": -1},
    "a score without end": {"score": float("inf")},
    "a theme above its whole": {"themes": {"plan": 1.01}},
    "a theme below nothing": {"themes": {"plan": -0.5}},
    "a theme that is no number": {"themes": {"plan": float("nan")}},
    "a theme without its share": {"themes": {}},
    "a point standing nowhere": {"points": {"ask": "sitting"}},
}


@pytest.mark.parametrize("case", CANNOT_BE)
def test_a_result_that_no_rehearsal_comes_to_is_refused(case: str) -> None:
    sound = a_run(0, themes={"plan": 0.5}, theme_labels={"plan": "Plan"}, points={"ask": Standing.MISSED})
    document = json.loads(encode_result(sound))
    assert decode_result(json.dumps(document)) == sound
    with pytest.raises(Unreadable, match="abc: not the result of a rehearsal"):
        decode_result(json.dumps({**document, **CANNOT_BE[case]}), "abc")
