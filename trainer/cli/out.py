"""What commands print: text for people cleaned of anything a terminal could take for an order, JSON as pure ASCII."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from trainer.text.clean import clean, clean_line


def say(text: str = "", *, err: bool = False) -> None:
    """Print text for people."""
    click.echo(clean(text), err=err)


def say_json(value: object, *, indent: int | None = None) -> None:
    """Print one JSON value: on one line, or indented."""
    click.echo(json.dumps(value, indent=indent))


def say_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns as wide as their widest cell; the last column is not padded."""
    cleaned = [[clean_line(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cleaned) for column in range(len(cleaned[0]))] if cleaned else []
    for row in cleaned:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
