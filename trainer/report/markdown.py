r"""Text that a Markdown reader shows literally.

Own words may hold anything: `[/]`, `*`, a line that looks like a heading. Escapes only what could be taken for
Markdown, so that the page also reads well as it stands (`4-6 hours` stays `4-6 hours`).
"""

from __future__ import annotations

import re

from trainer.text.clean import clean_line

_ALWAYS = re.compile(r"[\\`*\[\]<>|~^]")
_LONE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^([#+=:-])|^(\d+)([.)])")


def literal(text: str) -> str:
    """The text on one line, escaped: whoever renders it sees exactly these characters."""
    line = _ALWAYS.sub(r"\\\g<0>", clean_line(text))
    line = _LONE_UNDERSCORE.sub(r"\\_", line)
    line = _ENTITY.sub(r"\\&", line)
    return _BLOCK_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def quoted(text: str) -> str:
    """Somebody's words in quotation marks, escaped."""
    return f"“{literal(text)}”"


def bullet(text: str) -> str:
    """A list item of already escaped text."""
    return f"- {text}"
