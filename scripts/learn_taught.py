"""Learns what labelled replies teach of the points of shipped scenarios: `make learn`, or `python -m scripts.learn_taught`.

Where the chances of `learn_chances.py` judge any point by its phrases, this learns where people hear one very point otherwise. Writes
trainer/matching/data/taught.npz. `--left-out` prints instead the agreement on each file of labels when it is judged by what the other
files teach, beside the agreement without anything taught.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scripts.learn_chances import Pair, pairs_in
from scripts.sources import LABELS, ROOT, of_script
from trainer.authoring.agreement import interval, judge_all, present_kappa, quadratic_kappa, read_labels
from trainer.matching.chances import shared_weights
from trainer.matching.features import Features
from trainer.matching.reader import measured, scene_of
from trainer.matching.taught import Lesson, lessons_from, suggested
from trainer.meeting.script import Script, prepare
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario

MODEL = ROOT / "trainer" / "matching" / "data" / "taught.npz"
TAUGHT_BY = {
    "release-halt": {**{f"release-halt.{hand}": 1.0 for hand in "abcd"}, **{f"release-halt.{hand}": 0.3 for hand in "fghijk"}},
    "scope-cut": {"scope-cut": 1.0, "scope-cut.x": 1.0, "scope-cut.y": 1.0},
    "post-incident-review": {"post-incident-review": 1.0, "post-incident-review.x": 1.0, "post-incident-review.y": 1.0},
    "rollback-after-release": {"rollback-after-release": 1.0, "rollback-after-release.x": 1.0, "rollback-after-release.y": 1.0},
}
"""Shipped scenario -> files of labels (tests/agreement/README.md), and what each reply counts: the hands f to k of release-halt were asked
for voices out of the common."""
_SCALE, _BIAS = 6.0, 2.0
"""Prior variance of the weight of a meaning, and of a point's bias."""
_ROUNDS, _SETTLED = 30, 1e-4
_STEPS = 127

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Example:
    """A labelled pair: what the reply suggests, what the chances say, what people heard."""

    point: str
    suggests: Numbers
    odds: tuple[float, float]
    """Log odds of being heard at all, and in full."""
    label: int
    counts: float


@cache
def script_of(scenario: str) -> Script:
    """A shipped scenario with its example incident, nothing taught. Raises what loading raises."""
    loaded = load_scenario(ROOT / "scenarios" / f"{scenario}.yaml")
    script = prepare(loaded, example_incident(loaded))
    return replace(script, book=replace(script.book, taught={}))


@cache
def examples_of(scenario: str, name: str) -> tuple[Example, ...]:
    """The pairs of one file that the chances can weigh."""
    source = of_script(LABELS / f"{name}.jsonl", script_of(scenario))
    found: list[Example] = []
    for one in read_labels(source.labels):
        heard = source.heard(one.state)
        stretches = scene_of(source.book, one.reply, heard).stretches
        if stretches.clauses:
            features, _ = measured(source.book, one.reply, heard)
            suggests = suggested(stretches.said[stretches.clauses])
            found += [
                Example(pair.point, suggests, _odds(pair, features), pair.label, TAUGHT_BY[scenario][name])
                for pair in pairs_in(source, one)
            ]
    return tuple(found)


def _odds(pair: Pair, features: Mapping[tuple[str, str], Features]) -> tuple[float, float]:
    rows = [features[pair.point, facet].row() for facet in pair.facets]
    low, high = (min(max(weights.chance(row), 1e-3), 1 - 1e-3) for weights, row in zip(shared_weights(), rows, strict=True))
    return float(np.log(low / (1 - low))), float(np.log(high / (1 - high)))


def taught(scenario: str, names: Iterable[str]) -> dict[str, Lesson]:
    """Point -> what these files teach of it."""
    found: dict[str, list[Example]] = defaultdict(list)
    for name in names:
        for example in examples_of(scenario, name):
            found[example.point].append(example)
    middle = np.mean([example.suggests for examples in found.values() for example in examples], axis=0)
    return {point: _lesson(examples, middle) for point, examples in sorted(found.items())}


def _lesson(examples: Sequence[Example], middle: Numbers) -> Lesson:
    rows = np.stack([example.suggests for example in examples]) - middle
    kernel = _SCALE * rows @ rows.T + _BIAS
    counts = np.array([example.counts for example in examples])
    weights, biases = [], []
    for at, least in enumerate((1, 2)):
        means = np.array([example.odds[at] for example in examples])
        heard = np.array([float(example.label >= least) for example in examples])
        pulls = _mode(kernel, means, heard, counts)
        weights.append(_SCALE * rows.T @ pulls)
        biases.append(float(_BIAS * pulls.sum() - weights[-1] @ middle))
    return Lesson((biases[0], biases[1]), np.stack(weights))


def _mode(kernel: Numbers, means: Numbers, heard: Numbers, counts: Numbers) -> Numbers:
    """What each example pulls at the mode of the posterior (Laplace's approximation; Rasmussen and Williams 2006, algorithm 3.1)."""
    odds, pulls = means, np.zeros_like(means)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        root = np.sqrt(counts * chance * (1 - chance) + 1e-9)
        target = root**2 * (odds - means) + counts * (heard - chance)
        inner = np.eye(len(odds)) + root[:, None] * kernel * root
        pulls = target - root * np.linalg.solve(inner, root * (kernel @ target))
        before, odds = odds, means + kernel @ pulls
        if np.abs(odds - before).max() < _SETTLED:
            break
    return pulls


def _written(lessons: Mapping[str, Lesson]) -> dict[str, NDArray[np.generic]]:
    """As the product reads it: a few whole numbers a meaning."""
    weights = np.stack([lesson.weights for lesson in lessons.values()])
    scale = np.maximum(np.abs(weights).max(axis=2), 1e-9) / _STEPS
    return {
        "known_by": np.frombuffer(" ".join(lessons).encode(), dtype=np.uint8),
        "rows": np.round(weights / scale[..., None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": np.array([lesson.bias for lesson in lessons.values()], dtype=np.float32),
    }


def _left_out() -> str:
    lines = [f"{'judged by what the other files teach':<40}{'kappa':>7}{'95%':>16}{'quadratic':>11}{'untaught':>10}"]
    for scenario, names in TAUGHT_BY.items():
        for name in names:
            script = script_of(scenario)
            lessons = taught(scenario, [other for other in names if other != name])
            labels = read_labels(LABELS / f"{name}.jsonl")
            found, plain = (judge_all(one, labels) for one in (replace(script, book=replace(script.book, taught=lessons)), script))
            low, high = interval(found, present_kappa)
            figures = f"{present_kappa(found):>7.3f}   {low:.3f} to {high:.3f}{quadratic_kappa(found):>9.3f}"
            lines.append(f"{name:<40}{figures}{present_kappa(plain):>11.3f}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Exit code: 0 written or printed, 2 wrong use."""
    if arguments == ["--left-out"]:
        print(_left_out())
    elif arguments:
        print("usage: learn_taught.py [--left-out]", file=sys.stderr)
        return 2
    else:
        lessons: dict[str, Lesson] = {}
        for scenario, names in TAUGHT_BY.items():
            points = script_of(scenario).book.points
            lessons.update({points[point].known_by: lesson for point, lesson in taught(scenario, names).items()})
        model = _written(lessons)
        np.savez_compressed(MODEL, allow_pickle=False, **model)
        print(f"{MODEL.name}: {len(lessons_from(model))} points")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
