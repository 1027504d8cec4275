"""Pages printed, or kept as files that only their owner can read.

Owns which form a page takes (`--format`, else the file's ending) and that no file is written over unasked. Draws no page.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from trainer.cli.out import say
from trainer.errors import StoreFailed, Unreadable
from trainer.store.files import write_private

BY_ENDING = {".txt": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


def form_of(form: str | None, out: str | None, forms: Sequence[str], *, printed: str = "md") -> str:
    """The one of `forms` that is asked for, else that of the file's ending; else Markdown for a file and `printed` for the screen.

    Raises:
        click.UsageError: the page has no such form, or form and ending contradict each other.
    """
    by_ending = BY_ENDING.get(Path(out or "").suffix.lower())
    for wanted in (form, by_ending):
        if wanted is not None and wanted not in forms:
            raise click.UsageError(f"This page comes as {', '.join(forms)}, not as {wanted}.")
    if form and by_ending and form != by_ending:
        raise click.UsageError(
            f"--format {form} and the ending of {click.format_filename(out or '')} contradict each other: change one of them."
        )
    return form or by_ending or (printed if out is None else "md")


def give(page: str, out: str | None, *, replace: bool) -> None:
    """Print a page, or write it to a private file and say where.

    Raises:
        click.UsageError: `replace` without a file.
        Unreadable: a folder stands there, or a file that is not to be replaced.
        StoreFailed: it cannot be written.
    """
    if out is None:
        if replace:
            raise click.UsageError("--replace is for a file: add --out FILE, or leave it out.")
        say(page.rstrip("\n"))
        return
    path = Path(out)
    if path.is_dir():
        raise Unreadable(out, "this is a folder; add a file name")
    if path.exists() and not replace:
        raise Unreadable(out, "it is there already; name another file, or add --replace")
    _write(path, page)
    say(f"Written: {path}")


def _write(path: Path, page: str) -> None:
    try:
        write_private(path.absolute(), page)
    except StoreFailed as error:
        why = getattr(error.__cause__, "strerror", None) or "a file stands where its folder would have to be"
        raise StoreFailed(f"cannot write {path}: {why}. Name a file in a folder you may write to.") from error
