"""Learns how words suggest meanings: `make meanings`, or `python -m scripts.learn_meanings`.

Reads the wordings in trainer/matching/data/meanings/*.txt, fits one softmax regression (scikit-learn, dependency group `learn`) over the
keys the reader sees in them, keeps the pulls that matter and writes trainer/matching/data/meanings.json. `--held-out` instead prints how
often the right meaning of wordings kept back is among the first five.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainer.matching.lexicon import shared_lexicon
from trainer.matching.meanings import SCALE, meaning_keys
from trainer.matching.parse import parse

DATA = Path(__file__).resolve().parent.parent / "trainer" / "matching" / "data"
MODEL = DATA / "meanings.json"
_PENALTY = 20.0
"""Inverse strength of the L2 penalty (`C`)."""
_KEPT = 1.0
"""Pulls smaller than this are dropped: held-out wordings are told as well without them."""
_SEEN = 2
"""Wordings a key must stand in."""
_HELD_OUT = 0.15
_SEED = 0


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
    for path in sorted([*(DATA / "meanings").glob("*.txt"), *DATA.glob("*.txt")]):
        told.update(path.read_bytes())
    return told.hexdigest()


def _examples(bank: Bank) -> tuple[list[frozenset[str]], list[str]]:
    lexicon = shared_lexicon()
    pairs = [(parse(wording, lexicon), meaning) for meaning, wordings in bank.wordings.items() for wording in wordings]
    return [frozenset[str]().union(*map(meaning_keys, clauses)) for clauses, _ in pairs], [meaning for _, meaning in pairs]


def _fit(keys: Sequence[frozenset[str]], meanings: Sequence[str]):  # type: ignore[no-untyped-def]
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 only this command needs it
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    rarity = TfidfVectorizer(analyzer=sorted, binary=True, min_df=_SEEN)
    table = rarity.fit_transform(keys)
    return rarity, LogisticRegression(C=_PENALTY, max_iter=100, random_state=_SEED).fit(table, meanings)


def _model(bank: Bank) -> Mapping[str, object]:
    rarity, fitted = _fit(*_examples(bank))
    names = [str(name) for name in fitted.classes_]
    place = {name: at for at, name in enumerate(names)}
    keys = {}
    for key, column in sorted(rarity.vocabulary_.items()):
        pulls = [(at, round(float(weight) * SCALE)) for at, weight in enumerate(fitted.coef_[:, column]) if abs(weight) >= _KEPT]
        keys[key] = (round(float(rarity.idf_[column]) * SCALE), [at for at, _ in pulls], [weight for _, weight in pulls])
    return {
        "made_from": digest(),
        "meanings": [(name, bank.says[name]) for name in names],
        "opposites": sorted({(min(place[a], place[b]), max(place[a], place[b])) for a, b in bank.opposites}),
        "bias": [round(float(weight) * SCALE) for weight in fitted.intercept_],
        "keys": keys,
    }


def _written(model: Mapping[str, object]) -> str:
    """JSON with a key a line, so that a change of the model can be read as a diff."""
    keys = model["keys"]
    if not isinstance(keys, dict):
        raise TypeError("keys are a table")
    head = {name: value for name, value in model.items() if name != "keys"}
    lines = ",\n".join(f" {json.dumps(key, ensure_ascii=False)}: {json.dumps(value, separators=(',', ':'))}" for key, value in keys.items())
    return json.dumps(head, ensure_ascii=False)[:-1] + ',\n"keys": {\n' + lines + "\n}}\n"


def _held_out(bank: Bank) -> str:
    """How often a wording nobody learnt from is told."""
    import random  # noqa: PLC0415

    keys, meanings = _examples(bank)
    back = [random.Random(f"{_SEED}:{at}").random() < _HELD_OUT for at in range(len(keys))]  # noqa: S311 a split, nothing secret
    rarity, fitted = _fit([k for k, b in zip(keys, back, strict=True) if not b], [m for m, b in zip(meanings, back, strict=True) if not b])
    asked = [(k, m) for k, m, b in zip(keys, meanings, back, strict=True) if b]
    chances = fitted.predict_proba(rarity.transform([k for k, _ in asked]))
    ranks = [int((row > row[list(fitted.classes_).index(m)]).sum()) for row, (_, m) in zip(chances, asked, strict=True)]
    first, five = (sum(rank < limit for rank in ranks) / len(ranks) for limit in (1, 5))
    return f"{len(asked)} of {len(keys)} wordings kept back, {len(bank.says)} meanings: first {first:.2f}, among the first five {five:.2f}"


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
        MODEL.write_text(_written(_model(bank)), encoding="utf-8")
        print(f"{MODEL.name}: {len(bank.says)} meanings from {sum(map(len, bank.wordings.values()))} wordings")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
