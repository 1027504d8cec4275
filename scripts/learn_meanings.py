"""Learns how words suggest meanings: `make learn`, or `python -m scripts.learn_meanings`.

Reads the wordings in trainer/matching/data/meanings/*.txt and the word vectors in data/words.npz, fits a net of one hidden layer (torch,
dependency group `learn`) that tells which meaning a wording is of, and writes data/meanings.json (names) and data/meanings.npz (numbers).
`--held-out` instead prints how often the right meaning of wordings kept back is among the first five.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.matching.lexicon import shared_lexicon
from trainer.matching.meanings import Meanings, assembled, meaning_keys
from trainer.matching.parse import parse

DATA = Path(__file__).resolve().parent.parent / "trainer" / "matching" / "data"
NAMED, MODEL, WORDS = DATA / "meanings.json", DATA / "meanings.npz", DATA / "words.npz"
_SEEN, _PAIRS_SEEN = 2, 4
"""Wordings a key must stand in, and a pair of words."""
_HIDDEN = 512
_ROUNDS, _AT_ONCE = 12, 256
_RATE = 3e-3
_KEYS_DROPPED, _HIDDEN_DROPPED, _WORDS_DROPPED, _SMOOTHED = 0.2, 0.6, 0.1, 0.1
_RANK = 96
"""Numbers kept of each key's pull (by singular values): held-out wordings are told as well with them as with all."""
_STEPS = 127
_HELD_OUT = 0.15
_SEED = 0

Wordings = list[tuple[frozenset[str], str]]
"""Keys and meaning of each."""


@dataclass
class Bank:
    """All wordings, by meaning."""

    says: dict[str, str] = field(default_factory=dict)
    wordings: dict[str, list[str]] = field(default_factory=dict)
    opposites: list[tuple[str, str]] = field(default_factory=list)


def read_bank(folder: Path) -> Bank:
    """The wordings of every file in the folder. Raises ValueError naming the line that is wrong."""
    bank = Bank()
    for path in sorted(folder.glob("*.txt")):
        current = ""
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("= "):
                current, _, says = (part.strip() for part in line[2:].partition("|"))
                if current in bank.says or not says:
                    raise ValueError(f"{path.name}:{number}: a meaning is `= id | what it says`, each id once")
                bank.says[current], bank.wordings[current] = says, []
            elif not current:
                raise ValueError(f"{path.name}:{number}: a wording before the first meaning")
            elif line.startswith(">< "):
                bank.opposites += [(current, other.strip()) for other in line[3:].split(",")]
            else:
                bank.wordings[current].append(line)
    unknown = sorted({other for pair in bank.opposites for other in pair} - bank.says.keys())
    if unknown:
        raise ValueError(f"no such meaning: {', '.join(unknown)}")
    return bank


def digest() -> str:
    """Changes whenever what the model is learnt from changes: the wordings, or what the reader knows of words."""
    told = hashlib.sha256()
    for path in sorted([*(DATA / "meanings").glob("*.txt"), *DATA.glob("*.txt"), WORDS]):
        told.update(path.read_bytes())
    return told.hexdigest()


def _examples(bank: Bank) -> Wordings:
    lexicon = shared_lexicon()
    return [
        (frozenset[str]().union(*map(meaning_keys, parse(wording, lexicon))), meaning)
        for meaning, wordings in bank.wordings.items()
        for wording in wordings
    ]


@dataclass(frozen=True, eq=False)
class _Start:
    """What is known before anything is learnt: the names, how rare they are, the word vectors."""

    bank: Bank
    names: list[str]
    words: dict[str, NDArray[Any]]
    keys: list[str]
    key_rarity: NDArray[np.float32]
    word_rarity: NDArray[np.float32]

    def model(self, **learnt: NDArray[Any]) -> dict[str, NDArray[Any]]:
        """Everything that stands in `MODEL`."""
        return {"keys": _listed(self.keys), "key_rarity": self.key_rarity, "word_rarity": self.word_rarity, **learnt}

    def named(self) -> dict[str, object]:
        """Everything that stands in `NAMED`."""
        place = {name: at for at, name in enumerate(self.names)}
        return {
            "made_from": digest(),
            "meanings": [[name, self.bank.says[name]] for name in self.names],
            "opposites": sorted([min(place[a], place[b]), max(place[a], place[b])] for a, b in self.bank.opposites),
        }


def _start(bank: Bank, examples: Wordings) -> _Start:
    words = dict(np.load(WORDS))
    met = Counter(key for keys, _ in examples for key in keys)
    plain = Counter(word for keys, _ in examples for word in {key.removesuffix("~") for key in keys})
    keys = sorted(key for key, times in met.items() if times >= (_PAIRS_SEEN if "_" in key else _SEEN))
    stems = words["stems"].tobytes().decode().split("\n")
    rarity = [np.log((len(examples) + 1) / (times + 1)) + 1 for times in [*map(met.__getitem__, keys), *(plain[stem] for stem in stems)]]
    found = np.array(rarity, dtype=np.float32)
    return _Start(bank, sorted(bank.says), words, keys, found[: len(keys)], found[len(keys) :])


def _listed(names: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def _fit(start: _Start, examples: Wordings) -> dict[str, NDArray[Any]]:
    """The net, its numbers made short."""
    import torch  # noqa: PLC0415 only this command needs it

    torch.manual_seed(_SEED)
    place = {key: at for at, key in enumerate(start.keys)}
    listed = [np.array(sorted(place[key] for key in keys if key in place), dtype=np.int64) for keys, _ in examples]
    pulls = [start.key_rarity[at] / max(float(np.sqrt((start.key_rarity[at] ** 2).sum())), 1.0) for at in listed]
    meanings = torch.tensor([start.names.index(meaning) for _, meaning in examples])
    vectors = torch.tensor(_vectors(start, examples))
    keyed = torch.nn.EmbeddingBag(len(place), _HIDDEN, mode="sum", sparse=True)
    torch.nn.init.normal_(keyed.weight, std=0.05)
    worded = torch.nn.Linear(vectors.shape[1], _HIDDEN)
    out = torch.nn.Linear(_HIDDEN, len(start.names))
    fewer, fewer_words = torch.nn.Dropout(_HIDDEN_DROPPED), torch.nn.Dropout(_WORDS_DROPPED)
    ways: list[Any] = [
        torch.optim.SparseAdam(list(keyed.parameters()), lr=_RATE),
        torch.optim.AdamW([*worded.parameters(), *out.parameters()], lr=_RATE, weight_decay=1e-4),
    ]
    steps = _ROUNDS * (len(examples) // _AT_ONCE + 1)
    paces = [torch.optim.lr_scheduler.OneCycleLR(way, _RATE, total_steps=steps, cycle_momentum=False) for way in ways]
    for _ in range(_ROUNDS):
        for chosen in torch.randperm(len(examples)).split(_AT_ONCE):
            few = [listed[at] for at in chosen]
            weights = torch.tensor(np.concatenate([pulls[at] for at in chosen]))
            weights = weights * (torch.rand(len(weights)) > _KEYS_DROPPED)
            offsets = torch.tensor(np.cumsum([0, *map(len, few[:-1])]))
            hidden = keyed(torch.tensor(np.concatenate(few)), offsets, per_sample_weights=weights) + worded(fewer_words(vectors[chosen]))
            loss = torch.nn.functional.cross_entropy(out(fewer(torch.relu(hidden))), meanings[chosen], label_smoothing=_SMOOTHED)
            for way in ways:
                way.zero_grad()
            loss.backward()
            for turn in (*ways, *paces):
                turn.step()
    learnt = {"key": keyed.weight, "from_words": worded.weight.T, "hidden_bias": worded.bias, "out": out.weight.T, "out_bias": out.bias}
    return _short({name: value.detach().numpy() for name, value in learnt.items()})


def _vectors(start: _Start, examples: Wordings) -> NDArray[np.float32]:
    """The mean word vector of each wording, as the reader finds it."""
    empty = np.zeros((1, 1), dtype=np.float32)
    blank = {
        "key_rows": empty,
        "key_scale": empty,
        "from_keys": empty,
        "from_words": empty,
        "hidden_bias": empty,
        "out": empty,
        "out_bias": empty,
    }
    reader: Meanings = assembled(start.named(), start.model(**blank), start.words)
    return np.stack([reader.vector([keys])[0] for keys, _ in examples]).astype(np.float32)


def _short(learnt: dict[str, NDArray[np.float32]]) -> dict[str, NDArray[Any]]:
    """The pulls of keys as few whole numbers each, all else in half precision."""
    rows = learnt.pop("key")
    left, singular, right = np.linalg.svd(rows, full_matrices=False)
    codes = left[:, :_RANK] * singular[:_RANK]
    scale = np.maximum(np.abs(codes).max(axis=1), 1e-9) / _STEPS
    short = {name: value.astype(np.float16) for name, value in learnt.items()}
    found = {"key_rows": np.round(codes / scale[:, None]).astype(np.int8), "key_scale": scale.astype(np.float32)}
    return {**found, "from_keys": right[:_RANK].astype(np.float16), **short}


def _held_out(bank: Bank) -> str:
    """How often a wording nobody learnt from is told."""
    examples = _examples(bank)
    back = [random.Random(f"{_SEED}:{at}").random() < _HELD_OUT for at in range(len(examples))]  # noqa: S311 a split, nothing secret
    learnt = [one for one, kept in zip(examples, back, strict=True) if not kept]
    asked = [one for one, kept in zip(examples, back, strict=True) if kept]
    start = _start(bank, learnt)
    model = assembled(start.named(), start.model(**_fit(start, learnt)), start.words)
    shares = model.sense([keys for keys, _ in asked], [(at, at + 1) for at in range(len(asked))]).shares
    ranks = [int((row > row[model.ids.index(meaning)]).sum()) for row, (_, meaning) in zip(shares, asked, strict=True)]
    first, five = (sum(rank < limit for rank in ranks) / len(ranks) for limit in (1, 5))
    return (
        f"{len(asked)} of {len(examples)} wordings kept back, {len(bank.says)} meanings: first {first:.2f}, among the first five {five:.2f}"
    )


def main(arguments: list[str]) -> int:
    """Exit code: 0 written or printed, 2 wrong use or a mistake in the wordings."""
    try:
        bank = read_bank(DATA / "meanings")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments == ["--held-out"]:
        print(_held_out(bank))
    elif arguments:
        print("usage: learn_meanings.py [--held-out]", file=sys.stderr)
        return 2
    else:
        examples = _examples(bank)
        start = _start(bank, examples)
        np.savez_compressed(MODEL, allow_pickle=False, **start.model(**_fit(start, examples)))
        NAMED.write_text(json.dumps(start.named(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(f"{MODEL.name}: {len(bank.says)} meanings from {len(examples)} wordings")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
