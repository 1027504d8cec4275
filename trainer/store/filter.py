"""Which rehearsals a few typed words mean. Pure; the same for the list on the screen and for `trainer history --filter`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.scoring.ended_words import ENDED_WORDS

if TYPE_CHECKING:  # screens filter their lists with this, and need nothing of the history itself for it
    from trainer.store.runs import Run


@dataclass(frozen=True)
class Searched:
    """What of a run is looked through, in small letters."""

    texts: tuple[str, ...]
    """A word may stand anywhere in them."""
    told: tuple[str, ...]
    """A word has to begin one of these."""


def matches(run: Run, words: str) -> bool:
    """Whether every one of `words` fits the run, in capitals or not; no words fit every run.

    A word fits that stands anywhere in scenario, title or incident, or that begins a word for the mode, length, pressure or result
    (`passed`, `not passed`, `unfinished`, `left early`, the ending's name), or the score that lists show.
    """
    return fits(searched(run), words)


def searched(run: Run) -> Searched:
    """What `fits` takes, made once where a list is filtered at every letter."""
    texts = (run.scenario, run.title, run.incident or "example")
    return Searched(tuple(text.casefold() for text in texts), tuple(word.casefold() for word in _told(run)))


def fits(run: Searched, words: str) -> bool:
    """The same as `matches`."""
    wanted = " ".join(words.casefold().split()).replace("not passed", "not-passed")
    return all(any(word in text for text in run.texts) or any(one.startswith(word) for one in run.told) for word in wanted.split())


def _told(run: Run) -> tuple[str, ...]:
    summary, shape = run.summary, (run.mode, run.length, run.pressure)
    if summary.ended is None:
        return (*shape, "unfinished")
    ending = summary.ending or ""
    result = "passed" if summary.passed else "not-passed"
    score = summary.first_score if summary.first_score is not None else summary.score
    scored = () if score is None else (str(score),)
    return (*shape, *scored, result, *ENDED_WORDS.get(summary.ended, "").split(), ending, *ending.replace("_", "-").split("-"))
