"""Files whose names people type."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import StoreFailed
from trainer.text.clean import clean, clean_line


def file_named(typed: str) -> Path:
    """A typed name as a file; `~` is the player's own folder. Raises StoreFailed when it cannot be one."""
    name = clean(typed).strip()
    if not name:
        raise StoreFailed("Give the file a name.")
    try:
        path = Path(name).expanduser().absolute()
        folder = path.is_dir()
    except (RuntimeError, OSError, ValueError) as error:
        raise StoreFailed(f"“{clean_line(name)}” cannot be a file name. Give another one.") from error
    if folder:
        raise StoreFailed(f"{clean_line(str(path))} is a folder. Add a file name.")
    return path
