"""What a run came to, as JSON and back: `decode_result(encode_result(result)) == result`. ASCII, like records."""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter, ValidationError

from trainer.errors import Unreadable
from trainer.record.dates import checked_date
from trainer.scoring.run_result import RunResult

FORMAT = 1
"""Of the JSON written. Results of another format are worked out anew from the record."""


def encode_result(result: RunResult) -> str:
    """On one line."""
    return json.dumps({"format": FORMAT, **_adapter().dump_python(result, mode="json")})


def decode_result(text: str, source: str = "result") -> RunResult:
    """The result a text holds; `source` names it in errors.

    Raises:
        Unreadable: no result, a damaged one, one with values that cannot be, or one in another format.
    """
    try:
        document = json.loads(text)
        if not isinstance(document, dict) or document.pop("format", None) != FORMAT:
            raise Unreadable(source, f"not the result of a rehearsal in format {FORMAT}")
        result: RunResult = _adapter().validate_json(json.dumps(document), strict=True)
        checked_date(result.when)
    except (ValidationError, ValueError, RecursionError) as error:
        raise Unreadable(source, "not the result of a rehearsal, or a damaged one") from error
    wrong = _impossible(result)
    if wrong:
        raise Unreadable(source, f"not the result of a rehearsal, or a damaged one ({wrong})")
    return result


def _impossible(result: RunResult) -> str:
    """The first value that no rehearsal comes to, in words; empty when there is none."""
    for score in (result.score, result.last_score):
        if not 0 <= score <= 100:
            return f"a score of {score}"
    for share in result.themes.values():
        if not 0 <= share <= 1:  # a share that is no number is not either
            return f"a theme with a share of {share}"
    if not result.theme_labels.keys() <= result.themes.keys():
        return "a theme without its share"
    return ""


@cache
def _adapter() -> TypeAdapter[RunResult]:
    return TypeAdapter(RunResult)
