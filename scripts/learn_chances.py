"""Learns how much each feature says: `make learn`, or `python -m scripts.learn_chances`.

Reads labelled replies to the meetings that are there to be learnt from (`scripts/sources.py`), fits two linear regressions over what whole
replies suggest (trainer/matching/data/bearing.json), and together two logistic regressions over the features of a facet
(data/chances.json) and the net that sets stretches and phrases side by side (data/nearness.npz; torch, dependency group `learn`). In the
features of a meeting's replies how they bear themselves is foretold by the other meetings alone. `--left-out` prints instead the agreement
when each state of release-halt and each other meeting with a scenario is judged by weights that have not seen it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scripts.learn_nearness import Facet, Heard, Learnt, learnt
from scripts.sources import HALT, LEARNT_FROM, ROOT, Source, sources
from trainer.authoring.agreement import Judged, Labelled, interval, present_kappa, quadratic_kappa, read_labels
from trainer.matching.bearing import Slope, pooled
from trainer.matching.book import Part
from trainer.matching.cues import Scene
from trainer.matching.features import NAMES, Features
from trainer.matching.judge import HEARD, IN_FULL
from trainer.matching.meanings import Table, shared_meanings
from trainer.matching.nearness import Nearness, laid_out
from trainer.matching.reader import measured
from trainer.matching.reading import PointReading
from trainer.text.values import Flag

DATA = ROOT / "trainer" / "matching" / "data"
MODEL, BEARING, NEARNESS = DATA / "chances.json", DATA / "bearing.json", DATA / "nearness.npz"
_HALT_COUNTS = 0.5
"""What a pair of release-halt counts beside one of another meeting: there are far more of them."""
_AIMS = ("substance", "giving_in")
_FROM_NET = ("told", "told_fully")
_RIDGE = 1.0


@dataclass(frozen=True)
class Pair:
    """A reply and a point of its state."""

    reply: str
    """Which labels and which reply in them."""
    group: str
    """What is left out together: a state of release-halt, or a meeting."""
    state: str
    point: str
    label: int
    present: tuple[float, ...]
    """Features of the facet that speaks loudest."""
    covered: tuple[float, ...]
    """Features of the last facet needed."""
    facets: tuple[str, str]
    """The two facets."""
    denied: bool

    @property
    def meeting(self) -> str:
        """Which meeting it is of."""
        return self.reply.partition(".")[0]


@dataclass(frozen=True, eq=False)
class Whole:
    """A labelled reply as a whole."""

    reply: str
    """Which labels and which reply in them, as in `Pair`."""
    said: NDArray[np.float32]
    """What its stretches say, laid out for the net."""
    suggests: Table
    """Zeros where every stretch is an echo; nothing is learnt from that."""
    substance: float
    """Mean label of its points, a contradiction counting as nothing."""
    giving_in: float
    """1 where people hear that it gives in or plays down."""

    @property
    def meeting(self) -> str:
        """Which meeting it is of."""
        return self.reply.partition(".")[0]

    @property
    def counts(self) -> float:
        """What it counts beside others."""
        return _HALT_COUNTS if self.meeting == HALT else 1.0


@dataclass(frozen=True, eq=False)
class Material:
    """All there is to learn from."""

    pairs: Sequence[Pair]
    wholes: Mapping[str, Whole]
    """By reply."""
    phrases: Mapping[str, NDArray[np.float32]]
    """What the phrases of each facet say, laid out for the net; by meeting, point and facet."""

    @cached_property
    def by_reply(self) -> Mapping[str, list[Pair]]:
        """The pairs of each reply."""
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            found.setdefault(pair.reply, []).append(pair)
        return found

    def without(self, group: str | None) -> Learnt:
        """What is learnt from all but one group."""
        replies = [
            _heard(self.wholes[reply], pairs)
            for reply, pairs in self.by_reply.items()
            if pairs[0].group != group and len(self.wholes[reply].said)
        ]
        return learnt(replies, self.phrases)

    def verdicts(self, found: Learnt, replies: Sequence[str]) -> dict[str, list[tuple[str, int, int]]]:
        """Reply -> (point, label, verdict) by what was learnt."""
        net = found.nearness
        judged: dict[str, list[tuple[str, int, int]]] = {}
        for reply in replies:
            said = self.wholes[reply].said
            for pair in self.by_reply[reply]:
                odds = [float(self._odds(net, said, f"{pair.meeting}/{pair.point}/{facet}")[at]) for at, facet in enumerate(pair.facets)]
                judged.setdefault(reply, []).append((pair.point, pair.label, _verdict(found, pair, odds)))
        return judged

    def _odds(self, net: Nearness, said: NDArray[np.float32], phrases: str) -> NDArray[np.float32]:
        if not len(said):
            return np.zeros(2, dtype=np.float32)
        found: NDArray[np.float32] = net.odds(net.said(said), net.asked(self.phrases[phrases]), np.zeros(1, dtype=np.intp))[0]
        return found


def _heard(whole: Whole, pairs: Sequence[Pair]) -> Heard:
    facets = [
        (
            Facet(f"{pair.meeting}/{pair.point}/{pair.facets[0]}", pair.present),
            Facet(f"{pair.meeting}/{pair.point}/{pair.facets[1]}", pair.covered),
            pair.label,
        )
        for pair in pairs
    ]
    return Heard(f"{pairs[0].meeting}/{pairs[0].state}", whole.said, facets, whole.counts)


def whole_of(source: Source, one: Labelled, scene: Scene) -> Whole:
    """A labelled reply with what it suggests."""
    substance = sum(max(0, label) for label in one.points.values()) / len(one.points)
    gives_in = any(one.flags.get(flag, False) for flag in (Flag.CAVES, Flag.DOWNPLAYS))
    said = scene.stretches
    return Whole(f"{source.labels.name}:{one.id}", said.laid, pooled(said.said), substance, float(gives_in))


def phrases_of(source: Source) -> dict[str, NDArray[np.float32]]:
    """What the phrases of each facet of a book say, by meeting, point and facet."""
    found: dict[str, list[int]] = {}
    for at, entry in enumerate(source.book.entries):
        if entry.owner.part is Part.FACET:
            found.setdefault(f"{source.meeting}/{entry.owner.id}/{entry.owner.facet}", []).append(at)
    rows = laid_out(source.book.sense)
    return {name: rows[at] for name, at in found.items()}


def _slope(wholes: Sequence[Whole], aim: str) -> Slope:
    """A ridge regression (Hoerl and Kennard 1970) of what is aimed at over the meanings."""
    told = [one for one in wholes if one.suggests.any()]
    rows, aims = np.stack([one.suggests for one in told]), np.array([getattr(one, aim) for one in told])
    counts = np.array([one.counts for one in told])[:, None]
    middle, mean = (rows * counts).sum(axis=0) / counts.sum(), float((aims * counts[:, 0]).sum() / counts.sum())
    apart = rows - middle
    slope = np.linalg.solve(apart.T @ (apart * counts) + _RIDGE * np.eye(rows.shape[1]), apart.T @ (counts[:, 0] * (aims - mean)))
    return Slope(mean - float(slope @ middle), slope)


def _unseen(pairs: Sequence[Pair], wholes: Sequence[Whole]) -> list[Pair]:
    """The pairs with their replies' bearing as the other meetings foretell it."""
    suggests = {one.reply: one.suggests for one in wholes}
    found: list[Pair] = []
    for meeting in sorted({pair.meeting for pair in pairs}):
        others = [one for one in wholes if one.meeting != meeting]
        slopes = {aim: _slope(others, aim) for aim in _AIMS}
        for pair in pairs:
            if pair.meeting == meeting:
                told = {NAMES.index(aim): slope.at(suggests[pair.reply]) for aim, slope in slopes.items()}
                found.append(replace(pair, present=_with(pair.present, told), covered=_with(pair.covered, told)))
    return found


def _with(row: tuple[float, ...], told: Mapping[int, float]) -> tuple[float, ...]:
    return tuple(told.get(at, value) for at, value in enumerate(row))


def material() -> Material:
    """All there is to learn from, read once. Raises what loading raises."""
    pairs: list[Pair] = []
    wholes: list[Whole] = []
    phrases: dict[str, NDArray[np.float32]] = {}
    for source in sources():
        for one in read_labels(source.labels):
            facets, scene = measured(source.book, one.reply, source.heard(one.state))
            pairs += pairs_in(source, one, facets, scene.points)
            wholes += [whole_of(source, one, scene)] if one.points else []
        phrases.update(phrases_of(source))
    return Material(_unseen(pairs, wholes), {whole.reply: whole for whole in wholes}, phrases)


def pairs_in(
    source: Source, one: Labelled, facets: Mapping[tuple[str, str], Features], points: Mapping[str, PointReading]
) -> Iterator[Pair]:
    """Those of one reply, as it was measured and read; what the net says of them is left out."""
    name = source.labels.name
    group = f"{HALT}/{one.state}" if name.startswith(HALT) else name
    if not facets:  # too short to be weighed
        return
    for point, label in one.points.items():
        spec = source.book.points[point]
        wanted = [facet.id for facet in spec.facets if not facet.bonus] or [facet.id for facet in spec.facets]
        found = [(facet, facets[point, facet]) for facet in wanted if (point, facet) in facets]
        rows = sorted(found, key=lambda named: -(named[1].value + named[1].nearest + named[1].amount))
        if not rows:  # met by a quantity alone
            continue
        (loudest, first), (needed, last) = rows[0], rows[min(len(rows), spec.need) - 1]
        denied = points[point].denied is not None
        present, covered = (_with(row.row(), dict.fromkeys(map(NAMES.index, _FROM_NET), 0.0)) for row in (first, last))
        yield Pair(f"{name}:{one.id}", group, one.state, point, label, present, covered, (loudest, needed), denied)


def _verdict(found: Learnt, pair: Pair, odds: Sequence[float]) -> int:
    if pair.denied:
        return -1
    present, covered = (
        weights.chance(_with(row, {NAMES.index(name): by}))
        for weights, row, name, by in zip((found.present, found.covered), (pair.present, pair.covered), _FROM_NET, odds, strict=True)
    )
    if present < HEARD:
        return 0
    return 2 if covered >= IN_FULL else 1


def _left_out(there: Material) -> str:
    judged: dict[str, dict[str, list[tuple[str, int, int]]]] = {}
    scripted = {f"{name}.jsonl" for name in LEARNT_FROM}
    tested = {pair.group for pair in there.pairs if pair.reply.partition(":")[0] in scripted}
    for group in sorted(tested):
        replies = [reply for reply, pairs in there.by_reply.items() if pairs[0].group == group]
        for reply, rows in there.verdicts(there.without(group), replies).items():
            judged.setdefault(reply.partition(":")[0], {})[reply] = rows
    lines = [f"{'judged by weights that have not seen it':<44}{'kappa':>7}{'95%':>16}{'quadratic':>11}"]
    for name, found in judged.items():
        pairs = [Judged("", tuple(rows), (), None) for rows in found.values()]
        low, high = interval(pairs, present_kappa)
        lines.append(f"{name:<44}{present_kappa(pairs):>7.3f}   {low:.3f} to {high:.3f}{quadratic_kappa(pairs):>9.3f}")
    return "\n".join(lines)


def _slopes_written(wholes: Sequence[Whole]) -> str:
    table: dict[str, dict[str, float]] = {}
    for aim in _AIMS:
        slope = _slope(wholes, aim)
        weights = {name: round(float(weight), 4) for name, weight in zip(shared_meanings().ids, slope.meanings, strict=True)}
        table[aim] = {"bias": round(slope.bias, 4), **weights}
    return json.dumps({"replies": len(wholes), **table}, indent=0) + "\n"


def _written(found: Learnt, pairs: int) -> str:
    table = {
        name: {"bias": round(one.bias, 4), **{feature: round(weight, 4) for feature, weight in zip(NAMES, one.weights, strict=True)}}
        for name, one in (("present", found.present), ("covered", found.covered))
    }
    return json.dumps({"pairs": pairs, **table}, indent=1) + "\n"


def main(arguments: list[str]) -> int:
    """Exit code: 0 written or printed, 2 wrong use."""
    if arguments not in ([], ["--left-out"]):
        print("usage: learn_chances.py [--left-out]", file=sys.stderr)
        return 2
    there = material()
    if arguments:
        print(_left_out(there))
        return 0
    BEARING.write_text(_slopes_written(list(there.wholes.values())), encoding="utf-8")
    print(f"{BEARING.name}: {' and '.join(_AIMS)} from {len(there.wholes)} labelled replies")
    found = there.without(None)
    np.savez_compressed(NEARNESS, allow_pickle=False, **found.net)
    MODEL.write_text(_written(found, len(there.pairs)), encoding="utf-8")
    print(f"{MODEL.name}, {NEARNESS.name}: weights of {len(NAMES)} features and a net from {len(there.pairs)} labelled pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
