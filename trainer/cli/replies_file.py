"""A file of replies for `trainer rehearse`: a line is text for the next question, or JSON for one state's next question.

Blank lines are skipped; a JSON reply of nothing is silence. Every mistake names its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from trainer.errors import ReplyRefused, Unreadable
from trainer.meeting.run import ScriptedReply
from trainer.text.clean import take_reply


def parse_replies(lines: Sequence[str], source: str, moments: Sequence[str]) -> tuple[ScriptedReply, ...]:
    """The replies in order.

    Args:
        lines: of the file, without their ends.
        source: how errors call the file.
        moments: ids a reply may wait for.

    Raises:
        Unreadable: a line that cannot be taken; nothing is half read.
    """
    return tuple(_parsed(lines, source, frozenset(moments)))


def _parsed(lines: Sequence[str], source: str, moments: frozenset[str]) -> Iterator[ScriptedReply]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{source}:{number}"
        text, state = _addressed(line, place, moments) if line.lstrip().startswith("{") else (line, None)
        try:
            yield ScriptedReply(take_reply(text) if text.strip() else "", state)
        except ReplyRefused as error:
            raise Unreadable(place, str(error)) from error


def _addressed(line: str, place: str, moments: frozenset[str]) -> tuple[str, str | None]:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable(place, f'a line that begins with {{ must be JSON like {{"state": "opening", "reply": "..."}}: {error}') from error
    if not isinstance(item, Mapping) or not isinstance(item.get("reply"), str):
        raise Unreadable(place, 'needs "reply" with a text, and "state" with the state to wait for')
    unknown = sorted(item.keys() - {"state", "reply"})
    if unknown:
        raise Unreadable(place, f'unknown key "{unknown[0]}": only "state" and "reply" belong here')
    state = item.get("state")
    if state is not None and state not in moments:
        near = get_close_matches(str(state), sorted(moments), n=2)
        hint = f" (did you mean {' or '.join(near)}?)" if near else f" (there are: {', '.join(sorted(moments))})"
        raise Unreadable(place, f"no state called '{state}'{hint}")
    return item["reply"], state
