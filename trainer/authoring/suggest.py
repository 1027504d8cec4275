"""Phrases suggested from misses, each measured: which labelled replies would be heard otherwise if it were added.

Owns which are tried, what counts as alike, and their order. Must never change a scenario, and never call a suggestion good: it is made
from a labelled reply, so that reply is no measure of it any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from trainer.authoring.calibrate_words import Miss
from trainer.authoring.cases import Example, Unkept
from trainer.authoring.suggest_trial import WORTH, Addition, Effect, Flip, Row, breaking, flips, row, with_phrases
from trainer.authoring.suggest_wording import wordings
from trainer.matching.question import PointSpec
from trainer.meeting.script import Script
from trainer.meeting.sources import phrase_source
from trainer.text.words import stems_in, words_of

Told = Callable[[int, int], None]
"""Called with the replies read so far and those there will be, as far as is known."""
MOST_TRIED = 40
"""Phrases that are tried; the rest waits until these are worked through."""
_ALIKE = 0.5
"""Share of words that two phrases of a facet have in common when they say the same."""


@dataclass(frozen=True)
class Suggestion:
    """One phrase, and what it would change in all labelled replies."""

    addition: Addition
    places: tuple[str, ...]
    """Of the replies whose words it is made from, those of `alike` too."""
    alike: tuple[str, ...]
    """Other phrases from the same reply, or that say nearly the same."""
    flips: tuple[Flip, ...]
    """In the order of the file."""
    breaks: tuple[Unkept, ...]
    """`must` cases that hold now and would not."""

    @property
    def gain(self) -> int:
        """Misses mended and false alarms gone, less new misses and new false alarms."""
        return sum(WORTH.get(flip.effect, 0) for flip in self.flips)

    @property
    def harmful(self) -> bool:
        """It mends no more than it spoils, or breaks a case that must hold."""
        return self.gain <= 0 or bool(self.breaks)

    def count(self, effect: Effect) -> int:
        """How many flips of a kind."""
        return sum(flip.effect is effect for flip in self.flips)


@dataclass(frozen=True)
class Suggestions:
    """All that was tried."""

    found: tuple[Suggestion, ...]
    """By gain, the best first; harmful ones at the end."""
    untried: int
    """Phrases beyond `MOST_TRIED`."""


@dataclass(frozen=True)
class _Tried:
    addition: Addition
    places: tuple[str, ...]
    """Of the replies it is made from."""
    script: Script
    """With the phrase."""
    after: tuple[Row | None, ...]
    """What is heard then, of the replies that were read again."""
    gain: int
    spare: tuple[str, ...] = ()
    """Phrases that were not tried, for it mends what they are made from."""

    def with_spare(self, addition: Addition, places: tuple[str, ...]) -> _Tried:
        """The same, standing for another phrase as well."""
        return replace(self, places=tuple(dict.fromkeys((*self.places, *places))), spare=(*self.spare, addition.phrase))


def suggest(script: Script, examples: Sequence[Example], missed: Iterable[Miss], told: Told | None = None) -> Suggestions:
    """Phrases made from misses, alike ones together.

    Each is tried alone on the replies labelled for its point. On the others all that mend something are tried at once, and one by one
    only where something changes: there a phrase seldom does anything.
    """
    candidates = _candidates(script, missed)
    trial = _Trial(script, examples, told, [addition.point for addition, _ in candidates])
    tried, untried = _tried(trial, candidates)
    groups = _alike(sorted(tried, key=lambda one: (-one.gain, len(one.addition.phrase))))
    effects = trial.everywhere([group[0] for group in groups])
    found = [trial.suggestion(group, after) for group, after in zip(groups, effects, strict=True)]
    found.sort(key=lambda one: (one.harmful, -one.gain, -one.count(Effect.CLOSER)))
    return Suggestions(tuple(found), untried)


def _tried(trial: _Trial, candidates: Sequence[tuple[Addition, tuple[str, ...]]]) -> tuple[list[_Tried], int]:
    """Each candidate tried alone, and how many were not; one whose misses an earlier one mends, at no cost, is put beside that one."""
    tried: list[_Tried] = []
    mends: dict[tuple[str, str], int] = {}
    untried = 0
    for addition, places in candidates:
        by = {mends.get((addition.point, place)) for place in places}
        earlier = by.pop()
        if not by and earlier is not None:
            trial.passed_over(addition)
            tried[earlier] = tried[earlier].with_spare(addition, places)
        elif len(tried) == MOST_TRIED:
            trial.passed_over(addition)
            untried += 1
        else:
            one = trial.alone(addition, places)
            mends.update({(addition.point, place): len(tried) for place in trial.mended(one)})
            tried.append(one)
    return tried, untried


class _Trial:
    """Reads replies with and without a phrase, and says how far it is."""

    def __init__(self, script: Script, examples: Sequence[Example], told: Told | None, points: Sequence[str]) -> None:
        self._script, self._examples, self._told = script, examples if points else (), told
        alone = sum(point in one.labelled.points for point in points for one in examples)
        self._done, self._of = 0, alone + len(self._examples)
        self._before = tuple(self._read(script, one) for one in self._examples)

    def alone(self, addition: Addition, places: tuple[str, ...]) -> _Tried:
        """What the phrase changes in the replies labelled for its point."""
        script = with_phrases(self._script, [addition])
        after = tuple(self._read(script, one) if addition.point in one.labelled.points else None for one in self._examples)
        return _Tried(addition, places, script, after, sum(WORTH.get(flip.effect, 0) for flip in self._flips(after)))

    def passed_over(self, addition: Addition) -> None:
        """A phrase that will not be tried after all."""
        self._of -= sum(addition.point in one.labelled.points for one in self._examples)
        self._tell()

    def mended(self, one: _Tried) -> tuple[str, ...]:
        """Places of the misses a phrase mends, if it costs nothing where it was tried."""
        flipped = self._flips(one.after)
        costs = any(WORTH.get(flip.effect, 0) < 0 for flip in flipped)
        return () if costs else tuple(flip.place for flip in flipped if flip.effect is Effect.MENDED and flip.point == one.addition.point)

    def everywhere(self, tried: Sequence[_Tried]) -> list[tuple[Row | None, ...]]:
        """What each changes in all replies; of what mends nothing the replies labelled for its point are enough."""
        found: dict[Addition, list[Row]] = {one.addition: [] for one in tried if one.gain > 0}
        for of_point in _by_point([one for one in tried if one.gain > 0]):
            together = with_phrases(self._script, [one.addition for one in of_point])
            for place, (example, was) in enumerate(zip(self._examples, self._before, strict=True)):
                quiet = of_point[0].after[place] is None and self._read(together, example, extra=True) == was
                for one in of_point:
                    found[one.addition].append(one.after[place] or (was if quiet else self._read(one.script, example, extra=True)))
        return [tuple(found[one.addition]) if one.addition in found else one.after for one in tried]

    def suggestion(self, group: Sequence[_Tried], after: Sequence[Row | None]) -> Suggestion:
        """The best of a group, with all its effects."""
        best = group[0]
        both = zip(self._before, after, strict=True)
        breaks = tuple(broken for was, now in both if now is not None for broken in breaking(was, now))
        others = [phrase for one in group for phrase in (one.addition.phrase, *one.spare)]
        alike = dict.fromkeys(phrase for phrase in others if phrase != best.addition.phrase)
        places = dict.fromkeys(place for one in group for place in one.places)
        return Suggestion(best.addition, tuple(places), tuple(alike), self._flips(after), breaks)

    def _flips(self, after: Sequence[Row | None]) -> tuple[Flip, ...]:
        triples = zip(self._examples, self._before, after, strict=True)
        return tuple(flip for example, was, now in triples if now is not None for flip in flips(example, was, now))

    def _read(self, script: Script, example: Example, *, extra: bool = False) -> Row:
        """`extra`: a reading nobody could foresee."""
        found = row(script, example)
        self._done += 1
        self._of += extra
        self._tell()
        return found

    def _tell(self) -> None:
        if self._told is not None:
            self._told(self._done, self._of)


def _by_point(tried: Sequence[_Tried]) -> list[list[_Tried]]:
    """Phrases of one point pull one way: where all of them together change nothing, none of them does."""
    groups: dict[str, list[_Tried]] = {}
    for one in tried:
        groups.setdefault(one.addition.point, []).append(one)
    return list(groups.values())


def _candidates(script: Script, missed: Iterable[Miss]) -> list[tuple[Addition, tuple[str, ...]]]:
    """Phrases with the places of the misses they are from; the nearest words of every miss before the next ones of any."""
    specs = {spec.id: spec for spec in phrase_source(script.scenario, script.incident).points}
    ranked: list[tuple[int, Addition, str]] = []
    for miss in missed:
        spec = specs[miss.point]
        known = [phrase for facet in spec.facets for phrase in facet.phrases]
        for rank, phrase in enumerate(wordings(script, miss, known)):
            ranked.append((rank, Addition(miss.point, _facet(spec, miss, phrase), phrase), miss.place))
    places: dict[Addition, list[str]] = {}
    for _, addition, place in sorted(ranked, key=lambda one: one[0]):
        places.setdefault(addition, []).append(place)
    return [(addition, tuple(found)) for addition, found in places.items()]


def _facet(spec: PointSpec, miss: Miss, phrase: str) -> str:
    """The part a phrase belongs to: that of the phrase the reader came nearest to, else the one it shares most words with."""
    stems = {word.stem for word in words_of(phrase)}

    def shared(facet_phrases: Sequence[str]) -> int:
        return max((len(stems & {word.stem for word in words_of(one)}) for one in facet_phrases), default=0)

    best = max(spec.facets, key=lambda facet: (miss.phrase in facet.phrases, not facet.bonus, shared(facet.phrases)))
    return best.id


def _alike(tried: Sequence[_Tried]) -> list[list[_Tried]]:
    """Phrases of which one is enough; each group keeps the order, so that its first is its best."""
    groups: list[list[_Tried]] = []
    for one in tried:
        same = next((group for group in groups if _same(group[0], one)), None)
        if same is None:
            groups.append([one])
        else:
            same.append(one)
    return groups


def _same(one: _Tried, other: _Tried) -> bool:
    """Of one facet, and from the same reply or in nearly the same words."""
    if (one.addition.point, one.addition.facet) != (other.addition.point, other.addition.facet):
        return False
    left, right = (set(stems_in(each.addition.phrase)) for each in (one, other))
    return not set(one.places).isdisjoint(other.places) or len(left & right) >= _ALIKE * len(left | right)
