"""JSON lines in, readings out, one for one and in order: the heart of `trainer score`.

Every line stands alone: the first question of its state, nothing said before. Bad lines become errors in their place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from trainer.errors import TrainerError
from trainer.matching.question import Heard
from trainer.matching.reader import read
from trainer.matching.reading import Reading
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script
from trainer.scoring.overall import overall


class BadLine(TrainerError):
    """A line that cannot be scored; `id` is what could be read of it."""

    def __init__(self, why: str, name: object = None) -> None:
        self.id = name
        super().__init__(why)


@dataclass(frozen=True)
class Scored:
    """One line as it was read."""

    id: object
    """As given; None when the line had none."""
    state: str
    reply: str
    reading: Reading
    listens_for: tuple[str, ...]
    overall: int
    """0..100."""


def score_lines(script: Script, lines: Iterable[bytes]) -> Iterator[Scored | BadLine]:
    """What is heard in each line that is not blank. Replies are read as they are: offsets are those of the raw text."""

    @cache
    def heard(moment: str) -> Heard:
        return heard_first(script, moment)

    for line in lines:
        if not line.strip():
            continue
        try:
            name, moment, reply = _parsed(line, script)
        except BadLine as error:
            yield error
            continue
        reading = read(script.book, reply, heard(moment))
        yield Scored(name, moment, reply, reading, script.moment(moment).listens_for, overall(script, moment, reading))


def _parsed(line: bytes, script: Script) -> tuple[object, str, str]:
    item = _object(line)
    name = item.get("id")
    moment = item.get("state", item.get("turn"))
    if not isinstance(moment, str):
        raise BadLine('needs "state" with the id of a state', name)
    if moment not in script.moments:
        near = get_close_matches(moment, script.moments, n=2)
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(script.moments)}"
        raise BadLine(f"no state called '{moment}' ({hint})", name)
    reply = item.get("reply")
    if not isinstance(reply, str):
        raise BadLine('needs "reply" with a text', name)
    return name, moment, reply


def _object(line: bytes) -> Mapping[str, object]:
    try:
        item = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLine(f"not UTF-8 (byte {error.start + 1})") from error
    except RecursionError as error:
        raise BadLine("not JSON: nested too deeply") from error
    except ValueError as error:
        raise BadLine(f'not JSON ({error}); a line looks like {{"state": "...", "reply": "..."}}') from error
    if not isinstance(item, dict):
        raise BadLine('not a JSON object like {"id": "1", "state": "opening", "reply": "..."}')
    return item
