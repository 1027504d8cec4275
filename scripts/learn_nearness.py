"""Fits the net that sets stretches of a reply and phrases side by side, together with the weights of the named features.

Used by `scripts/learn_chances.py`; needs torch (dependency group `learn`). Both are fitted as one, so that the net learns only what
the features leave open.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.matching.chances import Weights
from trainer.matching.features import NAMES
from trainer.matching.nearness import SHARP, Nearness, Rows, nearness_from

_SPACE, _INNER = 48, 32
_ROUNDS, _AT_ONCE = 8, 8
_RATE, _DECAY, _DROPPED = 2e-3, 0.03, 0.15
_FULLY_COUNTS = 0.7
"""What being heard in full counts beside being heard at all."""
_FEWEST, _MOST = 4, 8
"""Phrases of a facet shown at a time: authors write so many, and no net should count on more."""
_SEED = 0


@dataclass(frozen=True, eq=False)
class Facet:
    """A labelled facet: its phrases' name in `phrases`, and its features."""

    phrases: str
    row: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Heard:
    """A labelled reply."""

    together: str
    """Replies of one name have the same points."""
    said: Rows
    facets: Sequence[tuple[Facet, Facet, int]]
    """For each point the facet that speaks loudest, the last one needed, and the label."""
    counts: float


@dataclass(frozen=True, eq=False)
class Learnt:
    """All that was fitted."""

    present: Weights
    covered: Weights
    net: dict[str, NDArray[Any]]

    @property
    def nearness(self) -> Nearness:
        """The net as the reader has it."""
        return nearness_from(self.net)


def learnt(replies: Sequence[Heard], phrases: Mapping[str, Rows]) -> Learnt:
    """Net and weights."""
    import torch  # noqa: PLC0415 only this command needs it

    torch.manual_seed(_SEED)
    chance = random.Random(_SEED)  # noqa: S311 an order, nothing secret
    rows = np.array([[facet.row for facet in pair[:2]] for reply in replies for pair in reply.facets], dtype=np.float32)
    middle, spread = torch.tensor(rows.mean(axis=(0, 1))), torch.tensor(np.maximum(rows.std(axis=(0, 1)), 1e-6))
    model = _model(torch, len(NAMES), replies[0].said.shape[1])
    shown = {name: torch.tensor(found) for name, found in phrases.items()}
    way = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = _ROUNDS * len(_batches(replies, chance))
    pace = torch.optim.lr_scheduler.OneCycleLR(way, _RATE, total_steps=steps + 1, pct_start=0.1)
    for _ in range(_ROUNDS):
        for batch in _batches(replies, chance):
            odds = _odds(torch, model, batch, shown, chance)
            features = (
                torch.tensor(np.array([[f.row for f in pair[:2]] for one in batch for pair in one.facets], dtype=np.float32)) - middle
            ) / spread
            odds = odds + (features * model["weights"].weight).sum(dim=-1) + model["weights"].bias
            labels = torch.tensor([pair[2] for one in batch for pair in one.facets])
            loss = torch.nn.functional.binary_cross_entropy_with_logits(odds[:, 0], (labels > 0).float())
            loss = loss + _FULLY_COUNTS * torch.nn.functional.binary_cross_entropy_with_logits(odds[:, 1], (labels == 2).float())
            way.zero_grad()
            (batch[0].counts * loss).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            way.step()
            pace.step()
    return _read_off(model, middle.numpy(), spread.numpy())


def _model(torch: Any, features: int, width: int) -> Any:
    nn = torch.nn
    model = nn.ModuleDict(
        {
            "said": nn.Linear(width, _SPACE),
            "phrase": nn.Linear(width, _SPACE),
            "inner": nn.Linear(3 * _SPACE, _INNER),
            "out": nn.Linear(_INNER, 2),
            "pooled": nn.Linear(2, 1, bias=False),
            "weights": nn.Linear(features, 2),
            "dropped": nn.Dropout(_DROPPED),
        }
    )
    with torch.no_grad():
        model["phrase"].load_state_dict(model["said"].state_dict())
        model["pooled"].weight.copy_(torch.tensor([[1.0, 0.5]]))
        model["weights"].weight.zero_()
    return model


def _batches(replies: Sequence[Heard], chance: random.Random) -> list[list[Heard]]:
    groups: dict[str, list[Heard]] = defaultdict(list)
    for reply in replies:
        groups[reply.together].append(reply)
    found = []
    for group in groups.values():
        mixed = chance.sample(group, len(group))
        found += [mixed[at : at + _AT_ONCE] for at in range(0, len(mixed), _AT_ONCE)]
    chance.shuffle(found)
    return found


def _odds(torch: Any, model: Any, batch: Sequence[Heard], shown: Mapping[str, Any], chance: random.Random) -> Any:
    """Log odds by the net alone: a row a labelled point, heard at all and in full."""
    names = list(dict.fromkeys(facet.phrases for one in batch for pair in one.facets for facet in pair[:2]))
    few = [shown[name][chance.sample(range(len(shown[name])), min(len(shown[name]), chance.randint(_FEWEST, _MOST)))] for name in names]
    ends = np.cumsum([0, *map(len, few)])
    block = {name: slice(ends[at], ends[at + 1]) for at, name in enumerate(names)}
    dropped = model["dropped"]
    said = torch.tanh(model["said"](dropped(torch.tensor(np.concatenate([one.said for one in batch])))))[:, None]
    asked = torch.tanh(model["phrase"](dropped(torch.cat(few))))[None]
    weight = model["inner"].weight
    inner = (said * asked) @ weight[:, :_SPACE].T + (said - asked).abs() @ weight[:, _SPACE : 2 * _SPACE].T
    inner = inner + said @ weight[:, 2 * _SPACE :].T + model["inner"].bias
    pairs = model["out"](dropped(torch.relu(inner)))
    found, first = [], 0
    for one in batch:
        last = first + len(one.said)
        for pair in one.facets:
            own = [pairs[first:last, block[facet.phrases], at].reshape(-1) for at, facet in enumerate(pair[:2])]
            found.append(torch.stack([_pooled(torch, model, numbers) for numbers in own]))
        first = last
    return torch.stack(found)


def _pooled(torch: Any, model: Any, numbers: Any) -> Any:
    nearest = (torch.logsumexp(SHARP * numbers, 0) - float(np.log(len(numbers)))) / SHARP
    return (model["pooled"].weight[0] * torch.stack([nearest, numbers.mean()])).sum()


def _read_off(model: Any, middle: NDArray[np.float32], spread: NDArray[np.float32]) -> Learnt:
    held = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    weights = held["weights.weight"] / spread
    biases = held["weights.bias"] - weights @ middle
    for at, name in enumerate(("told", "told_fully")):
        weights[:, NAMES.index(name)] = 0.0
        weights[at, NAMES.index(name)] = 1.0
    inner = held["inner.weight"].T
    net = {
        "from_said": held["said.weight"].T,
        "said_bias": held["said.bias"],
        "from_phrase": held["phrase.weight"].T,
        "phrase_bias": held["phrase.bias"],
        "product": inner[:_SPACE],
        "apart": inner[_SPACE : 2 * _SPACE],
        "own": inner[2 * _SPACE :],
        "inner_bias": held["inner.bias"],
        "out": held["out.weight"].T,
        "out_bias": held["out.bias"],
        "pooled": held["pooled.weight"][0],
    }
    present, covered = (Weights(float(bias), tuple(map(float, row))) for bias, row in zip(biases, weights, strict=True))
    return Learnt(present, covered, {name: value.astype(np.float16) for name, value in net.items()})
