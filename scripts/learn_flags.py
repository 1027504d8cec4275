"""Learns how much each sign and each meaning says of a flag: `python -m scripts.learn_flags`.

Reads the labelled replies that `learn_chances` learns from, fits one logistic regression a flag (scikit-learn, dependency group `learn`)
and writes trainer/matching/data/flags.json. `--left-out` prints instead precision, recall and F1 of each flag when each state of
release-halt and each other meeting is judged by weights that have not seen it, beside those of the wording cues alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from scripts.learn_meanings import DATA
from scripts.sources import LEARNT_FROM, Source, scripted
from trainer.authoring.agreement import read_labels
from trainer.matching.bearing import pooled
from trainer.matching.flags import cues_of
from trainer.matching.lexicon import data_lines
from trainer.matching.manner import NAMES, SURE_CUE_FROM, signs_of, weighable
from trainer.matching.meanings import shared_meanings
from trainer.matching.reader import scene_of
from trainer.text.values import Flag

MODEL = DATA / "flags.json"
_HALT = "release-halt"
_PENALTY = 0.1
"""Inverse strength of the L2 penalty (`C`)."""
_MEANING_SCALE = 14.0
"""A meaning's share is small: multiplied by this it is penalised like the signs, which are brought to unit spread."""
HEARD_FROM = {Flag.CAVES: 0.6, Flag.BLAME: 0.3, Flag.DOWNPLAYS: 0.35, Flag.ALARMIST: 0.35, Flag.OFFTOPIC: 0.55}
"""Chance from which a flag is heard, where people's hearing is hardest to foretell and false alarms would be many."""
_HEARD_FROM = 0.25
"""The same for all other flags."""

Rows: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Example:
    """A labelled reply as the flags see it."""

    group: str
    """What is left out together: a state of release-halt, or a meeting."""
    labels: Mapping[Flag, bool]
    weighable: bool
    """Whether the reply is long enough; else its cues decide."""
    cued: Mapping[Flag, bool]
    """Flags that wording cues alone raise."""
    sure: Mapping[Flag, bool]
    """Flags whose cues are sure."""
    signs: Mapping[Flag, tuple[float, ...]]
    meanings: Rows


@dataclass(frozen=True, eq=False)
class Learnt:
    """One logistic regression."""

    bias: float
    signs: Rows
    meanings: Rows

    def chances(self, signs: Rows, meanings: Rows) -> Rows:
        """0..1 for each row."""
        chances: Rows = 1 / (1 + np.exp(-(self.bias + signs @ self.signs + meanings @ self.meanings)))
        return chances


def examples_of(source: Source) -> Iterator[Example]:
    """Every labelled reply of a file."""
    name = source.labels.stem
    for one in read_labels(source.labels):
        scene = scene_of(source.book, one.reply, source.heard(one.state))
        cues = cues_of(scene)
        yield Example(
            group=f"{_HALT}/{one.state}" if name.startswith(_HALT) else name,
            labels={Flag(flag): there for flag, there in one.flags.items()},
            weighable=weighable(scene),
            cued={flag: cue is not None for flag, cue in cues.items()},
            sure={flag: cue is not None and cue.sure for flag, cue in cues.items()},
            signs={flag: signs_of(scene, flag, cue).row() for flag, cue in cues.items()},
            meanings=pooled(scene.stretches.said),
        )


def kin_of(flag: Flag) -> NDArray[np.intp]:
    """Places of the meanings that belong to the flag. Raises ValueError for one the model does not hold."""
    places = {name: at for at, name in enumerate(shared_meanings().ids)}
    named = [line.removeprefix("means: ") for line in data_lines(f"flags/{flag}.txt") if line.startswith("means: ")]
    unknown = [meaning for meaning in named if meaning not in places]
    if unknown:
        raise ValueError(f"data/flags/{flag}.txt: no such meaning in meanings.json: {', '.join(unknown)}")
    return np.array([places[meaning] for meaning in named], dtype=np.intp)


def learn(examples: Sequence[Example], flag: Flag, kin: NDArray[np.intp]) -> Learnt:
    """Weights of one flag. Meanings that belong to it share a weight before each gets its own."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 only this command needs it

    judged = [one for one in examples if one.weighable and flag in one.labels]
    signs, meanings = np.array([one.signs[flag] for one in judged]), np.array([one.meanings for one in judged])
    named = np.hstack([signs, meanings[:, kin].sum(axis=1, keepdims=True)])
    middle, spread = named.mean(axis=0), np.maximum(named.std(axis=0), 1e-6)
    rows = np.hstack([(named - middle) / spread, meanings * _MEANING_SCALE])
    fitted = LogisticRegression(C=_PENALTY, max_iter=2000).fit(rows, [one.labels[flag] for one in judged])
    own = fitted.coef_[0][: len(middle)] / spread
    each = fitted.coef_[0][len(middle) :] * _MEANING_SCALE
    each[kin] += own[-1]
    return Learnt(float(fitted.intercept_[0] - own @ middle), own[:-1], each)


def _left_out(examples: Sequence[Example]) -> str:
    lines = [f"{'':<13}{'':<14}{'wording cues alone':^24}{'weighed, not seen':^24}{'of these sure':^16}"]
    lines += [f"{'flag':<13}{'':<14}" + f"{'prec.':>8}{'recall':>8}{'F1':>8}" * 2 + f"{'prec.':>8}{'recall':>8}"]
    for flag in Flag:
        chances = _unseen(examples, flag)
        for name, of_halt in ((_HALT, True), ("others", False)):
            judged = [at for at, one in enumerate(examples) if flag in one.labels and one.group.startswith(_HALT) == of_halt]
            there = [examples[at].labels[flag] for at in judged]
            likely = [_is_likely(examples[at], flag, chances[at]) for at in judged]
            heard = [one or (examples[at].sure[flag] and chances[at] >= SURE_CUE_FROM) for at, one in zip(judged, likely, strict=True)]
            sure = [one and examples[at].sure[flag] for at, one in zip(judged, likely, strict=True)]
            cells = (*_rates([examples[at].cued[flag] for at in judged], there), *_rates(heard, there), *_rates(sure, there)[:2])
            lines.append(f"{flag:<13}{name:<14}" + "".join(f"{cell:>8.2f}" for cell in cells))
    return "\n".join(lines)


def _is_likely(example: Example, flag: Flag, chance: float) -> bool:
    return chance >= HEARD_FROM.get(flag, _HEARD_FROM) if example.weighable else example.cued[flag]


def _unseen(examples: Sequence[Example], flag: Flag) -> Rows:
    """The chance of each example by weights learnt without its group."""
    kin, chances = kin_of(flag), np.zeros(len(examples))
    for group in sorted({one.group for one in examples}):
        learnt = learn([one for one in examples if one.group != group], flag, kin)
        places = [at for at, one in enumerate(examples) if one.group == group]
        signs, meanings = np.array([examples[at].signs[flag] for at in places]), np.array([examples[at].meanings for at in places])
        chances[places] = learnt.chances(signs, meanings)
    return chances


def _rates(heard: Sequence[bool], there: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall, F1; 0 where there is nothing to count."""
    hits = sum(one and other for one, other in zip(heard, there, strict=True))
    precision, recall = hits / max(1, sum(heard)), hits / max(1, sum(there))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _written(examples: Sequence[Example]) -> str:
    """JSON with a meaning a line; its weights in the order of the flags."""
    learnt = {flag: learn(examples, flag, kin_of(flag)) for flag in Flag}
    flags = {
        flag: {
            "heard_from": HEARD_FROM.get(flag, _HEARD_FROM),
            "bias": round(one.bias, 3),
            **{name: round(float(weight), 3) for name, weight in zip(NAMES, one.signs, strict=True)},
        }
        for flag, one in learnt.items()
    }
    head = json.dumps({"replies": sum(one.weighable for one in examples), "learnt_from": LEARNT_FROM, "flags": flags}, indent=1)
    lines = [
        f"  {json.dumps(name)}: {json.dumps([round(float(learnt[flag].meanings[at]), 2) for flag in Flag])}"
        for at, name in enumerate(shared_meanings().ids)
    ]
    return head.removesuffix("\n}") + ',\n "meanings": {\n' + ",\n".join(lines) + "\n }\n}\n"


def main(arguments: list[str]) -> int:
    """Exit code: 0 written or printed, 2 wrong use or a meaning that is not in the bank."""
    if arguments not in ([], ["--left-out"]):
        print("usage: learn_flags.py [--left-out]", file=sys.stderr)
        return 2
    examples = [one for source in scripted() for one in examples_of(source)]
    try:
        if arguments:
            print(_left_out(examples))
        else:
            MODEL.write_text(_written(examples), encoding="utf-8")
            print(f"{MODEL.name}: {len(NAMES)} signs and {len(shared_meanings().ids)} meanings weighed for {len(Flag)} flags")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
