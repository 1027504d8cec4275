"""Paragraphs and list items in lines of a given width."""

from __future__ import annotations

import textwrap

from trainer.text.clean import clean, clean_line


def paragraph(text: str, width: int, indent: str = "") -> list[str]:
    """The text wrapped, every line break kept; an empty text is no line."""
    wrapped: list[str] = []
    for line in clean(text).splitlines():
        wrapped += _wrap(line, width, indent, indent) or [""]
    return wrapped


def item(text: str, width: int, mark: str = "- ", indent: str = "") -> list[str]:
    """A list item, its further lines indented under its text."""
    return _wrap(clean_line(text), width, indent + mark, indent + " " * len(mark))


def _wrap(line: str, width: int, first: str, others: str) -> list[str]:
    return textwrap.wrap(
        line, max(width, len(first) + 10), initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
