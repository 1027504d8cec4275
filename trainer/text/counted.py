"""Numbers of things in words."""

from __future__ import annotations


def counted(number: int, one: str, several: str = "") -> str:
    """`number` with its word: "1 run", "2 runs", "0 runs"; `several` where an s does not make the plural."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"
