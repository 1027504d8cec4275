"""Whole sentences around the words that earned something.

Owns where a typed sentence starts and ends. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.text.clean import clean_line
from trainer.text.values import Span

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n+")
_NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|no|mr|ms|mrs|dr|a\.m|p\.m)|(?:^|\s)[A-Za-z])\.$", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")
_LIST_MARK = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])\s+")
_ASSENT = re.compile(r"^\s*(?:(?:yes|yeah|yep|ok|okay|sure|right|well|so|fine|agreed)\s*[,.:;–-]\s*)+", re.IGNORECASE)
_TAKES_BACK = re.compile(
    r"\b(?:(?:take|taking) (?:that|this|it) back|scratch that|i misspoke|let me correct|put (?:that|it) badly"
    r"|(?:that|this|it) came out wrong|as i (?:just )?said)\b",
    re.IGNORECASE,
)


def sentence_spans(reply: str) -> Iterator[Span]:
    """Spans that cover the reply, sentence by sentence; a line break ends one too."""
    start = 0
    for found in _END.finditer(reply):
        if _NO_END.search(reply[start : found.end()]) and "\n" not in found.group():
            continue
        yield Span(start, found.end())
        start = found.end()
    if start < len(reply):
        yield Span(start, len(reply))


def spans_around(reply: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences that the stretch `start`..`end` (code points) touches, in order."""
    stretch = Span(start, end)
    return tuple(span for span in sentence_spans(reply) if span.overlaps(stretch) and span.of(reply).strip())


def tidy(sentence: str) -> str:
    """One line, a capital at the start, a stop at the end; the words stay as they are."""
    line = _LIST_MARK.sub("", clean_line(sentence)).rstrip(",;:-– ")
    if not line:
        return ""
    first = line[0].upper() + line[1:] if line.split()[0].islower() else line
    return first if _CLOSED.search(first) else f"{first}."


def without_assent(sentence: str) -> str:
    """Without a "Yes," at its start: that answered somebody who is not there when the sentence is said again."""
    return _ASSENT.sub("", sentence) or sentence


def takes_back(sentence: str) -> bool:
    """Whether a sentence speaks of what was said before, so that it means nothing on its own."""
    return _TAKES_BACK.search(sentence.replace("’", "'")) is not None
