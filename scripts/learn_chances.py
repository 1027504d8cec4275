"""Learns how much each feature says: `make learn`, or `python -m scripts.learn_chances`.

Reads labelled replies to the meetings in tests/agreement/ that are there to be learnt from, fits two linear regressions over what whole
replies suggest (trainer/matching/data/bearing.json) and two logistic ones over the features of a facet (data/chances.json; scikit-learn,
dependency group `learn`). In the features of a meeting's replies how they bear themselves is foretold by the other meetings alone.
`--left-out` prints instead the agreement when each state of release-halt and each other meeting is judged by weights that have not seen
it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.authoring.agreement import Judged, Labelled, interval, present_kappa, quadratic_kappa, read_labels
from trainer.matching.bearing import Slope, pooled
from trainer.matching.chances import Weights
from trainer.matching.features import NAMES
from trainer.matching.judge import HEARD, IN_FULL
from trainer.matching.meanings import Table, shared_meanings
from trainer.matching.reader import measured, scene_of
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script, prepare
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario
from trainer.text.values import Flag

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "trainer" / "matching" / "data" / "chances.json"
BEARING = MODEL.with_name("bearing.json")
LEARNT_FROM = (
    *(f"release-halt.{hand}" for hand in "abcd"),
    "scope-cut",
    "post-incident-review",
    "rollback-after-release",
    "oncall-load",
    "security-hole",
    "feature-refusal",
)
"""Files of labels; the others are held out (tests/agreement/README.md)."""
_HALT = "release-halt"
_HALT_COUNTS = 0.5
"""What a pair of release-halt counts beside one of another meeting: there are far more of them."""
_AIMS = ("substance", "giving_in")
_RIDGE = 1.0
_PENALTY = 0.3
"""Inverse strength of the L2 penalty (`C`)."""


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
    denied: bool

    @property
    def meeting(self) -> str:
        """Which meeting it is of."""
        return self.reply.partition(".")[0]

    @property
    def counts(self) -> float:
        """What it counts beside others."""
        return _HALT_COUNTS if self.group.startswith(_HALT) else 1.0


@dataclass(frozen=True, eq=False)
class Whole:
    """A labelled reply as a whole."""

    reply: str
    """Which labels and which reply in them, as in `Pair`."""
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
        return _HALT_COUNTS if self.meeting == _HALT else 1.0


def pairs_of(labels: Path, script: Script) -> Iterator[Pair]:
    """Every labelled pair with its features."""
    for one in read_labels(labels):
        yield from _pairs(labels.name, script, one)


def wholes_of(labels: Path, script: Script) -> Iterator[Whole]:
    """Every labelled reply with what it suggests."""
    for one in read_labels(labels):
        if one.points:
            scene = scene_of(script.book, one.reply, heard_first(script, one.state))
            substance = sum(max(0, label) for label in one.points.values()) / len(one.points)
            gives_in = any(one.flags.get(flag, False) for flag in (Flag.CAVES, Flag.DOWNPLAYS))
            yield Whole(f"{labels.name}:{one.id}", pooled(scene.stretches.said), substance, float(gives_in))


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


def _learnable() -> tuple[list[Pair], list[Whole]]:
    """All there is to learn from."""
    pairs, wholes = [], []
    for labels, script in sources():
        pairs += list(pairs_of(labels, script))
        wholes += list(wholes_of(labels, script))
    return _unseen(pairs, wholes), wholes


def _pairs(name: str, script: Script, one: Labelled) -> Iterator[Pair]:
    facets, points = measured(script.book, one.reply, heard_first(script, one.state))
    group = f"{_HALT}/{one.state}" if name.startswith(_HALT) else name
    if not facets:  # too short to be weighed
        return
    for point, label in one.points.items():
        spec = script.book.points[point]
        wanted = [facet.id for facet in spec.facets if not facet.bonus] or [facet.id for facet in spec.facets]
        found = [facets[point, facet] for facet in wanted if (point, facet) in facets]
        rows = sorted(found, key=lambda row: -(row.value + row.nearest + row.amount))
        if not rows:  # met by a quantity alone
            continue
        last = rows[min(len(rows), spec.need) - 1]
        denied = points[point].denied is not None
        yield Pair(f"{name}:{one.id}", group, one.state, point, label, rows[0].row(), last.row(), denied)


def sources() -> Iterator[tuple[Path, Script]]:
    """Each file of labels to learn from, with the scenario it is about and its example incident. Raises what loading raises."""
    scripts: dict[str, Script] = {}
    for name in LEARNT_FROM:
        meeting = name.partition(".")[0]
        if meeting not in scripts:
            folder = ROOT / ("scenarios" if meeting == _HALT else "tests/agreement")
            scenario = load_scenario(folder / f"{meeting}.yaml")
            scripts[meeting] = prepare(scenario, example_incident(scenario))
        yield ROOT / "tests" / "agreement" / f"{name}.jsonl", scripts[meeting]


def _fit(rows: NDArray[np.float64], heard: NDArray[np.bool_], counts: NDArray[np.float64]) -> Weights:
    """Weights for features as they are."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 only this command needs it

    middle, spread = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-6)
    fitted = LogisticRegression(C=_PENALTY, max_iter=1000).fit((rows - middle) / spread, heard, sample_weight=counts)
    weights = fitted.coef_[0] / spread
    return Weights(float(fitted.intercept_[0] - (weights * middle).sum()), tuple(map(float, weights)))


def _learnt(pairs: Sequence[Pair]) -> dict[str, Weights]:
    counts = np.array([pair.counts for pair in pairs])
    return {
        "present": _fit(np.array([pair.present for pair in pairs]), np.array([pair.label > 0 for pair in pairs]), counts),
        "covered": _fit(np.array([pair.covered for pair in pairs]), np.array([pair.label == 2 for pair in pairs]), counts),
    }


def _verdict(learnt: dict[str, Weights], pair: Pair) -> int:
    if pair.denied:
        return -1
    if learnt["present"].chance(pair.present) < HEARD:
        return 0
    return 2 if learnt["covered"].chance(pair.covered) >= IN_FULL else 1


def _left_out(pairs: Sequence[Pair]) -> str:
    judged: dict[str, dict[str, list[tuple[str, int, int]]]] = {}
    for group in sorted({pair.group for pair in pairs}):
        learnt = _learnt([pair for pair in pairs if pair.group != group])
        for pair in pairs:
            if pair.group == group:
                table = judged.setdefault(pair.reply.partition(":")[0], {})
                table.setdefault(pair.reply, []).append((pair.point, pair.label, _verdict(learnt, pair)))
    lines = [f"{'judged by weights that have not seen it':<44}{'kappa':>7}{'95%':>16}{'quadratic':>11}"]
    for name, replies in judged.items():
        found = [Judged("", tuple(rows), (), None) for rows in replies.values()]
        low, high = interval(found, present_kappa)
        lines.append(f"{name:<44}{present_kappa(found):>7.3f}   {low:.3f} to {high:.3f}{quadratic_kappa(found):>9.3f}")
    return "\n".join(lines)


def _slopes_written(wholes: Sequence[Whole]) -> str:
    table: dict[str, dict[str, float]] = {}
    for aim in _AIMS:
        slope = _slope(wholes, aim)
        weights = {name: round(float(weight), 4) for name, weight in zip(shared_meanings().ids, slope.meanings, strict=True)}
        table[aim] = {"bias": round(slope.bias, 4), **weights}
    return json.dumps({"replies": len(wholes), **table}, indent=0) + "\n"


def _written(pairs: Sequence[Pair]) -> str:
    learnt = _learnt(pairs)
    table = {
        name: {"bias": round(one.bias, 4), **{feature: round(weight, 4) for feature, weight in zip(NAMES, one.weights, strict=True)}}
        for name, one in learnt.items()
    }
    return json.dumps({"pairs": len(pairs), "learnt_from": LEARNT_FROM, **table}, indent=1) + "\n"


def main(arguments: list[str]) -> int:
    """Exit code: 0 written or printed, 2 wrong use."""
    if arguments not in ([], ["--left-out"]):
        print("usage: learn_chances.py [--left-out]", file=sys.stderr)
        return 2
    pairs, wholes = _learnable()
    if arguments:
        print(_left_out(pairs))
    else:
        BEARING.write_text(_slopes_written(wholes), encoding="utf-8")
        print(f"{BEARING.name}: {' and '.join(_AIMS)} from {len(wholes)} labelled replies")
        MODEL.write_text(_written(pairs), encoding="utf-8")
        print(f"{MODEL.name}: weights of {len(NAMES)} features from {len(pairs)} labelled pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
