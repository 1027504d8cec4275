"""Cleaning at the borders: what a terminal could take for an order is dropped, all else is kept.

Used on every text that comes in (YAML, typed or pasted replies, rows read back) before it is shown.
The reader itself works on the raw reply, so that offsets stay those of what was typed.
"""

from __future__ import annotations

import re

from trainer.errors import EmptyReply, ReplyTooLong

MAX_REPLY = 4_000
"""Longest reply taken, in characters; the editor stays quick up to here."""

_TERMINAL_ORDERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks and overrides
    "\u2028\u2029\ufeff\ufff9-\ufffb]"  # line and paragraph separators, BOM, interlinear marks
    "|[\ud800-\udfff]"  # lone surrogates cannot be written out
)


def clean(text: str) -> str:
    """The text without control, bidi and surrogate characters; CR LF and CR become newlines."""
    return _TERMINAL_ORDERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_line(text: str) -> str:
    """The same on one line: every run of white space is one space."""
    return " ".join(clean(text).split())


def take_reply(typed: str) -> str:
    """What was typed, cleaned and trimmed, if it can be taken as a reply.

    Raises:
        EmptyReply: nothing but white space.
        ReplyTooLong: more than `MAX_REPLY` characters.
    """
    reply = clean(typed).strip()
    if not reply:
        raise EmptyReply
    if len(reply) > MAX_REPLY:
        raise ReplyTooLong(len(reply), MAX_REPLY)
    return reply
