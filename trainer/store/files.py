"""Files and folders that only their owner can read, from the moment they exist, whatever the umask."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from trainer.errors import StoreFailed

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def ensure_folder(folder: Path) -> None:
    """Make a private folder, parents included; one that exists is left as its owner set it.

    Raises:
        StoreFailed: it cannot be made, or something else stands there.
    """
    try:
        missing = [part for part in (folder, *folder.parents) if not part.exists()]
        for part in reversed(missing):
            part.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            part.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise StoreFailed(f"cannot make the folder {folder}: {error.strerror}. Set TRAINER_HOME to a folder you may write to.") from error
    if not folder.is_dir():
        raise StoreFailed(f"{folder} is a file where a folder is needed. Move it away, or set TRAINER_HOME to another folder.")


def ensure_private_file(path: Path) -> None:
    """Make an empty private file, or take others' rights from the one that is there.

    Raises:
        StoreFailed: not possible.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))
    except OSError as error:
        raise _not_writable(path, error) from error
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take others' rights from a file; nothing happens where there is none.

    Raises:
        StoreFailed: not possible.
    """
    try:
        if path.stat().st_mode & 0o077:
            path.chmod(PRIVATE_FILE)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_writable(path, error) from error


def write_private(path: Path, text: str) -> None:
    """Write a text file so that others never see it and a crash leaves the old one or the new one, never half.

    Raises:
        StoreFailed: not possible.
    """
    ensure_folder(path.parent)
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _not_writable(path, error) from error


def _not_writable(path: Path, error: OSError) -> StoreFailed:
    return StoreFailed(f"cannot write {path}: {error.strerror}. Mend its rights, or set TRAINER_HOME to another folder.")
