"""Two wordings of one line that are nearly the same: the second rehearsal sounds like the first."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from trainer.authoring.checking import Check
from trainer.authoring.look import Look
from trainer.errors import Problem
from trainer.scenario.files.document import Path
from trainer.scenario.rules.spoken import spoken_in
from trainer.text.words import words_of

_ALIKE = 0.8
"""Share of words in the same order from which two wordings are one."""


def find(look: Look) -> Iterator[Problem]:
    """Wordings of the same list that share nearly all their words, each once, with the earlier one."""
    for path, lines in _lists(look):
        said = [tuple(word.norm for word in words_of(line) if not word.is_mark) for line in lines]
        told: set[int] = set()
        for one, other in combinations(range(len(lines)), 2):
            if other not in told and SequenceMatcher(None, said[one], said[other], autojunk=False).ratio() >= _ALIKE:
                told.add(other)
                message = f"nearly the same as wording {one + 1}: “{lines[one]}”"
                yield CHECK.warn(look, (*path, other), message, "begin with another worry, or take the wording out")


def _lists(look: Look) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for line in spoken_in(look.parts):
        for index, variant in enumerate(line.spoken):
            yield (*line.path, index, "lines"), variant.lines
    for name, role in look.parts.roles.items():
        for index, answer in enumerate(role.answers):
            yield ("roles", name, "answers", index, "lines"), answer.lines


CHECK = Check(
    name="variants-alike",
    what="Two wordings of one line with nearly the same words. Wordings are there so that the next rehearsal sounds different.",
    bad='      - lines: ["You wanted to talk?", "So you wanted to talk?"]',
    good='      - lines: ["You wanted to talk?", "What is it?"]',
    find=find,
)
