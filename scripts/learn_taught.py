"""Learns what labelled replies teach of the points of shipped scenarios: `make learn`, or `python -m scripts.learn_taught`.

Where the chances of `learn_chances.py` judge any point by its phrases, this learns where people hear one very point otherwise. Writes
trainer/matching/data/taught.npz; needs torch (dependency group `learn`). `--left-out` prints instead the agreement on each file of labels
when it is judged by what the other files teach, beside the agreement without anything taught.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scripts.learn_chances import Pair, pairs_in
from scripts.sources import LABELS, MUST_COUNTS, ROOT, SHIPPED, TAUGHT_BY, Source, musts, of_script, script_in
from trainer.authoring.agreement import GRADE, Labelled, interval, judge_all, present_kappa, quadratic_kappa, read_labels
from trainer.matching.chances import logit, shared_weights
from trainer.matching.features import Features
from trainer.matching.nearness import SHARP, Rows
from trainer.matching.question import PointSpec
from trainer.matching.reader import measured
from trainer.matching.taught import MEAN_COUNTS, Taught, taught_from
from trainer.meeting.script import Script
from trainer.scenario.cases import Case

MODEL = ROOT / "trainer" / "matching" / "data" / "taught.npz"
_LEFT_OUT = 4
"""In how many parts the files are judged by the others."""
_SPACE, _ROUNDS, _AT_ONCE = 160, 20, 16
_MEANT_DROPPED, _KEYS_DROPPED, _SPACE_DROPPED = 0.5, 0.3, 0.3
"""Shares left out at random while learning: of what stretches mean, of what they hold, of the space."""
_RATE, _DECAY, _STEEPEST = 2e-3, 0.05, 2.0
_FULLY_COUNTS = 0.7
"""What being heard in full counts beside being heard at all."""
_OFTEN = 5
"""Replies a key must stand in to be learnt."""
_STEPS = 127
"""Whole numbers a key is written in."""
_SEED = 1


@dataclass(frozen=True, eq=False)
class Example:
    """A labelled reply."""

    said: Rows
    """What its stretches mean, laid out for the net."""
    keys: Sequence[frozenset[str]]
    """What each stretch holds: words, neighbouring words, groups, acts, kinds of quantities."""
    points: Sequence[tuple[str, tuple[float, float], int]]
    """What a point is known by, its log odds of being heard at all and in full, and what people heard."""


@cache
def script_of(scenario: str) -> Script:
    """A shipped scenario with its example incident, nothing taught. Raises what loading raises."""
    script = script_in(SHIPPED, scenario)
    return replace(script, book=replace(script.book, taught=script.book.taught.of({})))


@cache
def examples_of(scenario: str, name: str) -> tuple[Example, ...]:
    """The replies of one file that the chances can weigh."""
    source = of_script(LABELS / f"{name}.jsonl", script_of(scenario))
    return tuple(_examples(source.book.points, source, read_labels(source.labels)))


@cache
def musts_of(scenario: str) -> tuple[Example, ...]:
    """The cases of a scenario that have to hold, as labelled replies that count for several."""
    script = script_of(scenario)
    known = {point for name in TAUGHT_BY[scenario] for one in read_labels(LABELS / f"{name}.jsonl") for point in one.points}
    labelled = [
        Labelled("", case.state, case.reply, _labels(case, known & {*script.moment(case.state).listens_for}), {}, None)
        for case in musts(scenario)
    ]
    source = of_script(LABELS / f"{scenario}.jsonl", script)
    return tuple(_examples(script.book.points, source, labelled)) * MUST_COUNTS


def _labels(case: Case, known: Set[str]) -> dict[str, int]:
    return {point: GRADE[verdict] for point, verdict in case.points.items() if point in known}


def _examples(points: Mapping[str, PointSpec], source: Source, labels: Iterable[Labelled]) -> Iterator[Example]:
    for one in labels:
        facets, scene = measured(source.book, one.reply, source.heard(one.state))
        pairs = [(points[pair.point].known_by, _odds(pair, facets), pair.label) for pair in pairs_in(source, one, facets, scene.points)]
        there = scene.stretches
        if there.runs and pairs:
            keys = [frozenset[str]().union(*there.keys[first:last]) for first, last in there.runs]
            yield Example(there.laid, keys, pairs)


def _odds(pair: Pair, features: Mapping[tuple[str, str], Features]) -> tuple[float, float]:
    present, covered = (
        logit(min(max(weights.chance(features[pair.point, facet].row()), 1e-3), 1 - 1e-3))
        for weights, facet in zip(shared_weights(), pair.facets, strict=True)
    )
    return present, covered


@dataclass(frozen=True, eq=False)
class Lecture:
    """Everything a net is learnt from."""

    examples: Sequence[Example]

    @cached_property
    def known_by(self) -> tuple[str, ...]:
        """The points, each by what it is known by."""
        return tuple(sorted({point for example in self.examples for point, _, _ in example.points}))

    @cached_property
    def keys(self) -> Mapping[str, float]:
        """The keys learnt, and what each counts: the rarer the more."""
        counted = Counter(key for example in self.examples for key in frozenset[str]().union(*example.keys))
        return {key: 1 / math.log(1 + count) for key, count in sorted(counted.items()) if count >= _OFTEN}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each key stands."""
        return {key: at for at, key in enumerate(self.keys)}

    def held(self, example: Example) -> list[list[int]]:
        """The places of the keys that each stretch holds."""
        return [sorted(self.place[key] for key in keys & self.place.keys()) for keys in example.keys]


def taught(examples: Sequence[Example]) -> dict[str, NDArray[np.generic]]:
    """What these replies teach, as the product reads it."""
    import torch  # noqa: PLC0415 only this command needs it

    lecture = Lecture(examples)
    place = {point: at for at, point in enumerate(lecture.known_by)}
    laid = [(torch.tensor(example.said), lecture.held(example)) for example in examples]
    torch.manual_seed(_SEED)
    chance = random.Random(_SEED)  # noqa: S311 an order, nothing secret
    model = _model(torch, laid[0][0].shape[1], lecture)
    way = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=_DECAY)
    batches = math.ceil(len(examples) / _AT_ONCE)
    pace = torch.optim.lr_scheduler.OneCycleLR(way, _RATE, total_steps=_ROUNDS * batches + 1, pct_start=0.1)
    for _ in range(_ROUNDS):
        order = chance.sample(range(len(examples)), len(examples))
        for first in range(0, len(order), _AT_ONCE):
            batch = order[first : first + _AT_ONCE]
            moves = _moves(torch, model, [laid[at] for at in batch])
            pairs = [(row, place[point], odds, label) for row, at in enumerate(batch) for point, odds, label in examples[at].points]
            odds = moves[[row for row, *_ in pairs], [point for _, point, *_ in pairs]] + torch.tensor([odds for *_, odds, _ in pairs])
            loss = _loss(torch, odds, torch.tensor([label for *_, label in pairs]))
            way.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), _STEEPEST)
            way.step()
            pace.step()
    return _written(model, lecture)


def _model(torch: Any, meant: int, lecture: Lecture) -> Any:
    nn = torch.nn
    model = nn.ModuleDict({"said": nn.Linear(meant, _SPACE), "points": nn.Linear(_SPACE, 2 * len(lecture.known_by))})
    model["held"] = nn.Embedding(len(lecture.keys), _SPACE)
    model["counts"] = nn.Embedding.from_pretrained(torch.tensor([*lecture.keys.values()])[:, None])
    widest = 1 / math.sqrt(meant + len(lecture.keys))
    for weights in (model["said"].weight, model["said"].bias, model["held"].weight):
        nn.init.uniform_(weights, -widest, widest)
    nn.init.normal_(model["points"].weight, std=0.02)
    nn.init.zeros_(model["points"].bias)
    return model


def _moves(torch: Any, model: Any, replies: Sequence[tuple[Any, list[list[int]]]]) -> Any:
    """Replies, points, heard at all and in full: as `taught.move_of` has it, with a share of what goes in and of the space dropped."""
    dropped, points = torch.nn.functional.dropout, model["points"]
    meant = dropped(torch.cat([said for said, _ in replies]), _MEANT_DROPPED)
    inner = torch.tanh(model["said"](meant) + _from_keys(torch, model, replies))
    speaks = (dropped(inner, _SPACE_DROPPED) @ points.weight.T).view(len(inner), -1, 2)
    found = []
    for own in torch.split(speaks, [len(said) for said, _ in replies]):
        loudest = (torch.logsumexp(SHARP * own, 0) - math.log(len(own))) / SHARP
        found.append(loudest + MEAN_COUNTS * own.mean(0))
    return torch.stack(found) + points.bias.view(-1, 2)


def _from_keys(torch: Any, model: Any, replies: Sequence[tuple[Any, list[list[int]]]]) -> Any:
    """What the keys of each stretch add: a row a stretch."""
    held = [keys for _, stretches in replies for keys in stretches]
    keys = torch.tensor([key for stretch in held for key in stretch], dtype=torch.long)
    starts = torch.tensor([0, *accumulate(map(len, held))][:-1], dtype=torch.long)
    counts = torch.nn.functional.dropout(model["counts"](keys)[:, 0], _KEYS_DROPPED)
    return torch.nn.functional.embedding_bag(keys, model["held"].weight, starts, mode="sum", per_sample_weights=counts)


def _loss(torch: Any, odds: Any, labels: Any) -> Any:
    missed = torch.nn.functional.binary_cross_entropy_with_logits
    return missed(odds[:, 0], (labels > 0).float()) + _FULLY_COUNTS * missed(odds[:, 1], (labels == 2).float())


def _written(model: Any, lecture: Lecture) -> dict[str, NDArray[np.generic]]:
    held = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    from_key = held["held.weight"] * held["counts.weight"]
    scale = np.maximum(np.abs(from_key).max(axis=1, keepdims=True), 1e-9) / _STEPS
    numbers = {
        "from_said": held["said.weight"].T,
        "said_bias": held["said.bias"],
        "key_scale": scale,
        "weights": held["points.weight"].reshape(-1, 2, _SPACE),
        "bias": held["points.bias"].reshape(-1, 2),
    }
    names = {"known_by": lecture.known_by, "keys": lecture.keys}
    return {
        "key_rows": np.round(from_key / scale).astype(np.int8),
        **{name: np.frombuffer(" ".join(listed).encode(), dtype=np.uint8) for name, listed in names.items()},
        **{name: found.astype(np.float16) for name, found in numbers.items()},
    }


def _by_others(scenario: str, lessons: Taught) -> Script:
    script = script_of(scenario)
    known_by = {point: spec.known_by for point, spec in script.book.points.items()}
    return replace(script, book=replace(script.book, taught=lessons.of(known_by)))


def _all_examples(files: Sequence[tuple[str, str]]) -> list[Example]:
    labelled = [example for scenario, name in files for example in examples_of(scenario, name)]
    return labelled + [example for scenario in TAUGHT_BY for example in musts_of(scenario)]


def _left_out() -> Iterator[str]:
    yield f"{'judged by what the other files teach':<40}{'kappa':>7}{'95%':>16}{'quadratic':>11}{'untaught':>10}"
    for part in range(_LEFT_OUT):
        apart = [(scenario, name) for scenario, names in TAUGHT_BY.items() for name in names[part::_LEFT_OUT]]
        others = [(scenario, name) for scenario, names in TAUGHT_BY.items() for name in names if (scenario, name) not in apart]
        lessons = taught_from(taught(_all_examples(others)))
        for scenario, name in apart:
            labels = read_labels(LABELS / f"{name}.jsonl")
            found, plain = (judge_all(script, labels) for script in (_by_others(scenario, lessons), script_of(scenario)))
            low, high = interval(found, present_kappa)
            figures = f"{present_kappa(found):>7.3f}   {low:.3f} to {high:.3f}{quadratic_kappa(found):>9.3f}"
            yield f"{name:<40}{figures}{present_kappa(plain):>11.3f}"


def main(arguments: list[str]) -> int:
    """Exit code: 0 written or printed, 2 wrong use."""
    if arguments == ["--left-out"]:
        for line in _left_out():
            print(line, flush=True)
    elif arguments:
        print("usage: learn_taught.py [--left-out]", file=sys.stderr)
        return 2
    else:
        model = taught(_all_examples([(scenario, name) for scenario, names in TAUGHT_BY.items() for name in names]))
        np.savez_compressed(MODEL, allow_pickle=False, **model)
        there = taught_from(model)
        print(f"{MODEL.name}: {len(there.lessons)} points, {len(there.space.place)} keys")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
