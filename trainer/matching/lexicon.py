"""General knowledge of how people speak in work meetings: groups of words that mean the same, opposites, word weights.

Owns the data files in `data/` and their format (described at the top of each). Must never hold a word of one scenario: those come
with the `PhraseSource`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib import resources
from typing import TypeVar

from trainer.text.words import Word, words_of

SAME, LOOSE, RELATED, OPPOSITE = 0.85, 0.65, 0.4, 0.8
"""Credit for a synonym, one of a loose group, a word of a related group, and an opposite under a negation; an equal stem earns 1."""
LIGHT = 0.35
"""Weight of a word too common to tell points apart; a content word weighs 1, a function word 0."""
GAP = ".."
_T = TypeVar("_T")
_MAX_GAP = 3
_LOOSE_MARK = "loose "


@dataclass(frozen=True, slots=True)
class Idiom:
    """A member of several words: stems in order, `..` for up to three words in between."""

    atoms: tuple[str, ...]
    head: str
    needed: frozenset[str]
    """Its stems: where one is missing it cannot stand."""

    def end_at(self, stems: Sequence[str], start: int) -> int:
        """Index one past its last word when it begins at `start`, else -1."""
        at, gap = start, 0
        for atom in self.atoms:
            if atom == GAP:
                gap = _MAX_GAP
                continue
            limit = min(len(stems), at + gap + 1)
            found = next((place for place in range(at, limit) if stems[place] == atom), -1)
            if found < 0:
                return -1
            at, gap = found + 1, 0
        return at


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is known of words before any scenario. Compared by identity, so that parsing may be memoised by it."""

    heads: Mapping[str, tuple[str, ...]]
    """Stem -> heads of the groups it belongs to."""
    idioms: Mapping[str, tuple[Idiom, ...]]
    """First stem -> idioms that begin with it."""
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    opposites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    """Stem -> weight below 1."""
    loose: frozenset[str] = frozenset()
    """Heads of groups whose members share a field rather than a meaning."""
    surfaces: frozenset[str] = frozenset()
    """Every word form the data files hold: what a typo may be mended to."""

    @cached_property
    def bases(self) -> frozenset[str]:
        """Stems a negating prefix may stand before."""
        return frozenset(self.heads) | frozenset(self.weights)

    def weight(self, word: Word) -> float:
        """0..1: how much this word can tell one point from another."""
        return self.weights.get(word.stem, 1.0)

    def content(self, text: str, least: float = 1.0) -> frozenset[str]:
        """Stems of the words in a text that weigh this much, marks left out."""
        return frozenset(word.stem for word in words_of(text) if not word.is_mark and self.weight(word) >= least)

    def extended(self, groups: Mapping[str, Iterable[str]]) -> Lexicon:
        """The same with a scenario's own synonyms added."""
        return _extended(self, tuple((head, tuple(members)) for head, members in groups.items())) if groups else self


@lru_cache(maxsize=8)
def _extended(lexicon: Lexicon, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> Lexicon:
    """A memo, so that a scenario compiled again finds its phrases taken apart already."""
    lines = [f"{head}: {', '.join((head, *members))}" for head, members in groups]
    heads, idioms, _, _, surfaces = _parse_groups(lines, {})
    all_heads, all_idioms = _joined(lexicon.heads, heads), _joined(lexicon.idioms, idioms)
    return replace(lexicon, heads=all_heads, idioms=all_idioms, surfaces=lexicon.surfaces | surfaces)


def _joined(left: Mapping[str, tuple[_T, ...]], right: Mapping[str, tuple[_T, ...]]) -> dict[str, tuple[_T, ...]]:
    return {key: (*left.get(key, ()), *right.get(key, ())) for key in {**left, **right}}


def data_lines(name: str) -> list[str]:
    """Lines of a data file that are neither empty nor comments."""
    text = resources.files("trainer.matching").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


@lru_cache(maxsize=1)
def shared_lexicon() -> Lexicon:
    """The groups that ship with the product."""
    weights = dict(_weights(data_lines("weights.txt")))
    lines = data_lines("groups.txt")
    loose = frozenset(line.removeprefix(_LOOSE_MARK).partition(":")[0].strip() for line in lines if line.startswith(_LOOSE_MARK))
    heads, idioms, related, opposites, surfaces = _parse_groups([line.removeprefix(_LOOSE_MARK) for line in lines], weights)
    return Lexicon(heads, idioms, related, opposites, weights, loose, surfaces)


_Table = dict[str, tuple[str, ...]]


def _parse_groups(
    lines: Iterable[str], weights: Mapping[str, float]
) -> tuple[_Table, dict[str, tuple[Idiom, ...]], _Table, _Table, frozenset[str]]:
    heads: dict[str, list[str]] = {}
    idioms: dict[str, list[Idiom]] = {}
    related: dict[str, list[str]] = {}
    opposites: dict[str, list[str]] = {}
    surfaces: set[str] = set()
    for line in lines:
        if "><" in line:
            left, right = (part.strip() for part in line.split("><"))
            opposites.setdefault(left, []).append(right)
            opposites.setdefault(right, []).append(left)
        elif "~" in line:
            head, _, others = line.partition("~")
            for other in _listed(others):
                related.setdefault(head.strip(), []).append(other)
                related.setdefault(other, []).append(head.strip())
        else:
            head, _, members = line.partition(":")
            for member in _listed(members):
                forced, word = member.endswith("!"), member.rstrip("!")
                atoms = _atoms(word, surfaces)
                if len(atoms) > 1:
                    idioms.setdefault(atoms[0], []).append(Idiom(atoms, head.strip(), frozenset(atoms) - {GAP}))
                elif atoms and (
                    forced or weights.get(atoms[0], 1.0) == 1.0 or word == head.strip()
                ):  # a light word alone stands for nothing
                    heads.setdefault(atoms[0], []).append(head.strip())
    return _frozen(heads), _frozen(idioms), _frozen(related), _frozen(opposites), frozenset(surfaces)


def _atoms(member: str, surfaces: set[str]) -> tuple[str, ...]:
    """Stems of a member in order, `..` for its gaps."""
    atoms: list[str] = []
    for place, part in enumerate(member.split(GAP)):
        words = [word for word in words_of(part) if not word.is_mark]
        surfaces.update(word.norm for word in words)
        atoms.extend([GAP] * bool(place))
        atoms.extend(word.stem for word in words)
    return tuple(atoms)


def _weights(lines: Iterable[str]) -> Iterable[tuple[str, float]]:
    by_name = {"none": 0.0, "light": LIGHT}
    for line in reversed(lines if isinstance(lines, list) else list(lines)):
        name, _, words = line.partition(":")
        for word in words_of(words):
            if not word.is_mark:
                yield word.stem, by_name[name.strip()]


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _frozen(table: Mapping[str, list[_T]]) -> dict[str, tuple[_T, ...]]:
    return {key: tuple(dict.fromkeys(values)) for key, values in table.items()}
