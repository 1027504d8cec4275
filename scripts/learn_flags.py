"""Learns how much each sign and each meaning says of a flag: `python -m scripts.learn_flags`.

Reads the labelled replies to meetings with a scenario, fits one logistic regression a flag (scikit-learn, dependency group `learn`) and
writes trainer/matching/data/flags.json. `--left-out` prints instead precision, recall and F1 of each flag by wording cues alone, by
weights that have not seen the hand, and by weights that have not seen the meeting.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from scripts.learn_meanings import DATA
from scripts.sources import HALT, LEARNT_FROM, MUST_COUNTS, TAUGHT_BY, Source, musts, scripted, teaching
from trainer.authoring.agreement import Labelled, read_labels
from trainer.matching.bearing import pooled
from trainer.matching.flags import cues_of
from trainer.matching.lexicon import data_lines
from trainer.matching.manner import NAMES, SURE_CUE_FROM, signs_of, weighable
from trainer.matching.meanings import shared_meanings
from trainer.matching.reader import measured
from trainer.text.values import Flag

MODEL = DATA / "flags.json"
_PENALTY = 0.1
"""Inverse strength of the L2 penalty (`C`)."""
_MEANING_SCALE = 14.0
"""A meaning's share is small: multiplied by this it is penalised like the signs, which are brought to unit spread."""
HEARD_FROM = {
    Flag.CAVES: 0.75,
    Flag.BLAME: 0.4,
    Flag.OVERPROMISE: 0.4,
    Flag.ALARMIST: 0.35,
    Flag.DOWNPLAYS: 0.45,
    Flag.HEDGING: 0.6,
    Flag.OFFTOPIC: 0.35,
}
"""Chance from which a flag is heard: about where most is heard rightly and least wrongly, and higher where being wrong is worse."""
_LEFT_OUT = 4
"""In how many parts the hands are judged by the others."""

Rows: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Example:
    """A labelled reply as the flags see it."""

    meeting: str
    hand: int
    """Which of its meeting's files it is of, from 0."""
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


def all_examples() -> list[Example]:
    """Every labelled reply. Raises what loading raises."""
    others = [source for source in teaching() if source.labels.stem not in LEARNT_FROM]
    counted: Counter[str] = Counter()
    found: list[Example] = []
    for source in (*scripted(), *others):
        found += examples_of(source, read_labels(source.labels), counted[source.meeting])
        counted[source.meeting] += 1
    return found


def must_examples() -> list[Example]:
    """The cases of shipped scenarios that have to hold and say which flags they want, each as labelled replies that count for several."""
    there = {source.meeting: source for source in teaching()}
    found: list[Example] = []
    for scenario in TAUGHT_BY:
        cases = [case for case in musts(scenario) if case.flags is not None]
        labelled = [Labelled("", case.state, case.reply, {}, {flag: flag in (case.flags or ()) for flag in Flag}, None) for case in cases]
        found += [*examples_of(there[scenario], labelled, 0)] * MUST_COUNTS
    return found


def examples_of(source: Source, labelled: Iterable[Labelled], hand: int) -> Iterator[Example]:
    """Labelled replies of a file as the flags see them."""
    for one in labelled:
        _, scene = measured(source.book, one.reply, source.heard(one.state))
        cues = cues_of(scene)
        yield Example(
            meeting=source.meeting,
            hand=hand,
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
    lines = [f"{'':<13}{'':<14}{'wording cues alone':^24}{'hand not seen':^24}{'of these sure':^16}{'meeting not seen':^24}"]
    rates = f"{'prec.':>8}{'recall':>8}{'F1':>8}"
    lines += [f"{'flag':<13}{'':<14}" + rates * 2 + f"{'prec.':>8}{'recall':>8}" + rates]
    for flag in Flag:
        by_hand = _unseen(examples, flag, [one.hand % _LEFT_OUT for one in examples])
        by_meeting = _unseen(examples, flag, [one.meeting for one in examples])
        for name, of_halt in ((HALT, True), ("others", False)):
            judged = [at for at, one in enumerate(examples) if flag in one.labels and (one.meeting == HALT) == of_halt]
            there = [examples[at].labels[flag] for at in judged]
            heard, elsewhere = ([_is_heard(examples[at], flag, chances[at]) for at in judged] for chances in (by_hand, by_meeting))
            sure = [one and examples[at].sure[flag] for at, one in zip(judged, heard, strict=True)]
            cued = [examples[at].cued[flag] for at in judged]
            cells = (*_rates(cued, there), *_rates(heard, there), *_rates(sure, there)[:2], *_rates(elsewhere, there))
            lines.append(f"{flag:<13}{name:<14}" + "".join(f"{cell:>8.2f}" for cell in cells))
    return "\n".join(lines)


def _is_heard(example: Example, flag: Flag, chance: float) -> bool:
    if not example.weighable:
        return example.cued[flag]
    return chance >= HEARD_FROM[flag] or (example.sure[flag] and chance >= SURE_CUE_FROM)


def _unseen(examples: Sequence[Example], flag: Flag, apart: Sequence[Hashable]) -> Rows:
    """The chance of each example by weights learnt without those it is `apart` with."""
    kin, chances = kin_of(flag), np.zeros(len(examples))
    for group in dict.fromkeys(apart):
        learnt = learn([one for one, other in zip(examples, apart, strict=True) if other != group], flag, kin)
        places = [at for at, other in enumerate(apart) if other == group]
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
            "heard_from": HEARD_FROM[flag],
            "bias": round(one.bias, 3),
            **{name: round(float(weight), 3) for name, weight in zip(NAMES, one.signs, strict=True)},
        }
        for flag, one in learnt.items()
    }
    head = json.dumps({"replies": sum(one.weighable for one in examples), "flags": flags}, indent=1)
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
    there = all_examples()
    try:
        if arguments:
            print(_left_out(there))
        else:
            MODEL.write_text(_written(there + must_examples()), encoding="utf-8")
            print(f"{MODEL.name}: {len(NAMES)} signs and {len(shared_meanings().ids)} meanings weighed for {len(Flag)} flags")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
