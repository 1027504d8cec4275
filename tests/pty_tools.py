"""Programs run in a raw pseudo-terminal, and what they send to it.

Only here can one see what really reaches a terminal: pipes and test drivers hide escape codes. The terminal's own echo is
off, so that every byte read was written by the program. Never part of the product.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

HOSTILE = (
    "\x1b]52;c;cHduZWQ=\x07"  # OSC 52: writes the clipboard
    "\x1b]0;pwned-title\x07"  # OSC 0: sets the window's title
    "\x1b[31;7mpwned-red\x1b[0m"  # CSI: colours
    "\x1b[2J\x1b[1;1H"  # CSI: clears the screen
    "\x1bPpwned-dcs\x1b\\"  # DCS
    "\x9b32mpwned-c1\x9d0;pwned-c1-title\x9c"  # the same with C1 codes
    "\x00\x08\x0b\x0c\x0e\x7f"  # C0 and DEL
    "\u202epwned-bidi\u202c\u2066x\u2069\u200f"  # bidi overrides
    "[/] [@click=app.quit]x[/] [bold red]y[/bold red]"  # console markup
)
"""A text no terminal may ever be sent as it is."""

HOSTILE_SHOWN = "[/] [@click=app.quit]x[/] [bold red]y[/bold red]"
"""The part of `HOSTILE` that is no order to a terminal: it is to be shown literally."""

_SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|[\]PX^_].*?(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC
    rb"|[ -/]*[0-~])",  # two or three byte sequences
    re.DOTALL,
)
_CONTROL = re.compile(rb"[\x00-\x06\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\xc2[\x80-\x9f]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DANGEROUS = (b"pwned-title", b"cHduZWQ=", b"\x1b[31;7m", b"pwned-dcs\x1b", b"pwned-c1-title\xc2")


def sequences(raw: bytes) -> tuple[bytes, ...]:
    """Every escape sequence a program sent, in order."""
    return tuple(match.group() for match in _SEQUENCE.finditer(raw))


def foreign(raw: bytes, *, own_sequences: bool) -> tuple[str, ...]:
    """What `HOSTILE` managed to send: empty when nothing did.

    `own_sequences` says whether the program may send escape sequences of its own (a full-screen app) or none at all.
    """
    found = []
    sent = sequences(raw)
    if own_sequences:
        found += [f"sequence {one!r}" for one in sent if any(mark in one for mark in _DANGEROUS)]
        found += [f"clipboard or title {one!r}" for one in sent if one.startswith((b"\x1b]52", b"\x1b]0;", b"\x1b]2;pwned", b"\x1bPpwned"))]
    elif b"\x1b" in raw:
        found += [f"ESC in {raw[max(0, at - 20) : at + 20]!r}" for at in (raw.index(b"\x1b"),)]
    rest = _SEQUENCE.sub(b"", raw)
    if own_sequences and b"\x1b" in rest:
        at = rest.index(b"\x1b")
        found.append(f"stray ESC in {rest[max(0, at - 20) : at + 20]!r}")
    found += [f"control {match.group()!r} in {rest[max(0, match.start() - 20) : match.end() + 20]!r}" for match in _CONTROL.finditer(rest)]
    text = rest.decode("utf-8", errors="replace")
    found += [f"bidi {match.group()!r}" for match in _BIDI.finditer(text)]
    return tuple(found)


def hear_interrupts() -> None:
    """Whoever runs the tests in the background ignores interrupts, and so would the child."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _own_terminal() -> None:
    """Ctrl-C typed into the terminal is to reach the program."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    hear_interrupts()


class Terminal:
    """A program in a pseudo-terminal of its own; `raw` is every byte it has sent.

    Use as a context manager: on leaving, the program is killed if it still runs.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        folder: Path | None = None,
    ) -> None:
        self.raw = b""
        self._master, slave = os.openpty()
        settings = termios.tcgetattr(slave)
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            argv,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(env),
            cwd=folder,
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509  (two calls into the kernel)
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self._master)

    @property
    def text(self) -> str:
        """What it has sent, without its escape sequences."""
        return _SEQUENCE.sub(b"", self.raw).decode("utf-8", errors="replace").replace("\r\n", "\n")

    def send(self, typed: str) -> None:
        """Type into it, as bytes of UTF-8."""
        os.write(self._master, typed.encode())

    def send_line(self, typed: str = "") -> None:
        """Type a line and Enter."""
        self.send(typed + "\r")

    def wait_for(self, wanted: str, *, within: float = 20, after: int = 0) -> int:
        """Read until `wanted` stands in its text after position `after`; returns the position behind it.

        Raises:
            AssertionError: it did not come `within` seconds, or the program ended first.
        """
        deadline = time.monotonic() + within
        while (at := self.text.find(wanted, after)) < 0:
            if not self._read(deadline):
                raise AssertionError(f"{wanted!r} never came; the end of what did:\n{self.text[-2000:]}")
        return at + len(wanted)

    def wait_until_ended(self, *, within: float = 20) -> int:
        """Read until the program ends; its exit code."""
        deadline = time.monotonic() + within
        while self._read(deadline):
            pass
        return self.process.wait(timeout=max(0.1, deadline - time.monotonic()))

    def _read(self, deadline: float) -> bool:
        """Take in what is there; False when the program has ended or the time is over."""
        left = deadline - time.monotonic()
        ready, _, _ = select.select([self._master], [], [], max(0.0, left))
        if not ready:
            return False
        try:
            chunk = os.read(self._master, 65_536)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.raw += chunk
        return bool(chunk)
