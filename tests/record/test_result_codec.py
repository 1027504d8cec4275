"""Results as JSON: exact both ways, refused clearly when they are not what they should be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.test_codec import any_of
from trainer.errors import Unreadable
from trainer.record.result_codec import FORMAT, decode_result, encode_result
from trainer.scoring.run_result import RunResult

RESULTS = any_of(RunResult)


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
