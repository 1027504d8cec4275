"""Prints how far the reader agrees with people on short meetings it has never seen: `python -m scripts.proof`.

Aggregate figures only; the replies are read by nobody (tests/agreement/README.md).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from scripts.sources import Source, proof
from trainer.authoring.agreement import GRADE, Judged, interval, present_kappa, quadratic_kappa, read_labels
from trainer.matching.reader import read


def judged(source: Source) -> list[Judged]:
    """Every reply of a short meeting read alone."""
    found = []
    for one in read_labels(source.labels):
        reading = read(source.book, one.reply, source.heard(one.state))
        pairs = tuple((point, label, GRADE[reading.points[point].verdict]) for point, label in one.points.items())
        found.append(Judged(one.state, pairs, (), None))
    return found


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 printed, 2 wrong use."""
    if arguments:
        print("usage: proof.py", file=sys.stderr)
        return 2
    meetings = [judged(source) for source in proof()]
    every = [one for found in meetings for one in found]
    print(f"{len(meetings)} meetings never seen, {len(every)} replies, {sum(len(one.pairs) for one in every)} labelled pairs")
    for name, figure in (("kappa, present or not", present_kappa), ("kappa, quadratic, four verdicts", quadratic_kappa)):
        low, high = interval(every, figure)
        each = sorted(figure(found) for found in meetings)
        print(f"{name:<34}{figure(every):6.3f}   95% {low:.3f} to {high:.3f}   of one meeting {each[0]:.2f} to {each[-1]:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
