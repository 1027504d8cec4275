"""A key point no moment listens for: it can be heard by chance only, and nobody ever asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.checking import Check
from trainer.authoring.look import Look
from trainer.errors import Problem


def find(look: Look) -> Iterator[Problem]:
    """Points in no `listens_for`; silent while a moment cannot be read, for that one may listen."""
    document, parts = look.document, look.parts
    if len(parts.states) + len(parts.interjections) != len(parts.names("states", "interjections")):
        return
    heard = {point for _, moment in parts.moments() for point in moment.listens_for}
    for name in parts.names("key_points"):
        if name not in heard:
            message = f"no state or interjection listens for '{name}'"
            mend = f"add {name} to the `listens_for` of a moment, or take the point out"
            place = document.key_place(("key_points", name))
            yield document.problem(CHECK.name, ("key_points", name), message, mend=mend, severity="warning", place=place)


CHECK = Check(
    name="unheard-point",
    what="A key point that stands in no `listens_for`. Nobody presses for it and it can only be heard by chance.",
    bad="    listens_for: [bug, ask]",
    good="    listens_for: [bug, ask, thanks]",
    find=find,
)
