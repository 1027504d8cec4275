"""Something is always left to say: some variant of a line always holds, and none stands behind one that does.

Looks at lists of variants and of ways only; what may be said of facts is `trainer.scenario.rules.claims`'.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.errors import Problem
from trainer.scenario.files.document import Document, Path
from trainer.scenario.models import Spoken
from trainer.scenario.parts import Parts
from trainer.scenario.rules.fact_worlds import facts_in, surely, worlds
from trainer.scenario.rules.spoken import SpokenAt, spoken_in


def variant_problems(document: Document, parts: Parts) -> list[Problem]:
    """Lines nobody could say, and variants nobody will ever hear."""
    found = [problem for line in spoken_in(parts) for problem in _of_line(document, parts, line)]
    for name, state in parts.states.items():
        for index, way in enumerate(state.next[:-1]):
            if way.when is None:
                found.append(_never(document, ("states", name, "next", index + 1), "this way on", "the one before it is always open"))
    for index, ending in list(parts.endings.items())[:-1]:
        if ending.when is None and not ending.interrupts:
            found.append(_never(document, ("endings", index + 1), "this ending", "the one before it always applies"))
    return found


def _of_line(document: Document, parts: Parts, line: SpokenAt) -> Iterator[Problem]:
    path, spoken = line.path, line.spoken
    if line.must and not _always_says(parts, spoken):
        message = "every variant has a `when`, so nothing may be left to say"
        mend = "add a last entry without `when`: `- lines: [...]`"
        yield document.problem("nothing-to-say", (*path, len(spoken) - 1, "when"), message, mend=mend)
    for index, variant in enumerate(spoken[:-1]):
        if variant.when is None:
            yield _never(document, (*path, index + 1), "this variant", "the one before it has no `when`")
            break


def _always_says(parts: Parts, spoken: Spoken) -> bool:
    """Whether some variant holds however the facts stand and whatever is said."""
    if spoken[-1].when is None:
        return True
    named = [name for variant in spoken for name in facts_in(variant.when)]
    every = list(worlds(parts.facts, named)) if named else []
    return bool(every) and all(any(surely(variant.when, world) for variant in spoken) for world in every)


def _never(document: Document, path: Path, what: str, because: str) -> Problem:
    mend = "put the one without `when` last"
    return document.problem("never-reached", path, f"{what} is never taken: {because}", mend=mend, severity="warning")
