"""Agreement between the reader and people: kappa, quadratic kappa, counts by point and flag, correlation of overall.

Owns the statistics and the reading of labels. Must never print a reply: test labels are read by nobody.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import Unreadable
from trainer.matching.reader import read
from trainer.matching.reading import Reading
from trainer.meeting.listening import heard_first
from trainer.meeting.script import Script
from trainer.scoring.overall import overall
from trainer.text.values import Flag, Verdict

GRADE = {Verdict.COVERED: 2, Verdict.PARTLY: 1, Verdict.MISSING: 0, Verdict.CONTRADICTED: -1}
"""Verdicts in the order of the labels."""
VERDICT_OF = {grade: verdict for verdict, grade in GRADE.items()}
"""The other way round."""
_GRADES = (-1, 0, 1, 2)
_ROUNDS = 1000
_SEED = 20


@dataclass(frozen=True)
class Labelled:
    """A reply with what people heard in it."""

    id: str
    state: str
    reply: str
    points: Mapping[str, int]
    """-1, 0, 1, 2; disputed ones left out."""
    flags: Mapping[str, bool]
    overall: float | None
    """0..10."""


@dataclass(frozen=True)
class Judged:
    """One reply, people's labels beside the reader's."""

    state: str
    pairs: tuple[tuple[str, int, int], ...]
    """Point, people, reader."""
    flags: tuple[tuple[str, bool, bool], ...]
    overall: tuple[float, float] | None


@dataclass(frozen=True)
class Counts:
    """How often something was heard and there."""

    hits: int
    misses: int
    false_alarms: int
    rest: int

    @property
    def precision(self) -> float | None:
        """Share of what was heard that is there; None when nothing was heard."""
        return self.hits / (self.hits + self.false_alarms) if self.hits + self.false_alarms else None

    @property
    def recall(self) -> float | None:
        """Share of what is there that was heard; None when nothing is there."""
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else None


def read_labels(path: Path) -> tuple[Labelled, ...]:
    """Labels from JSON lines. Raises Unreadable with the line that is not one."""
    found: list[Labelled] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(str(path), "cannot be read as UTF-8 text") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(_labelled(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unreadable(f"{path}:{number}", "not a labelled reply") from error
    return tuple(found)


def _labelled(row: Mapping[str, object]) -> Labelled:
    disputed = {str(name).rpartition(".")[2] for name in row.get("disputed") or ()}  # type: ignore[attr-defined]
    points, flags, grade = row.get("points") or {}, row.get("flags") or {}, row.get("overall")
    if not isinstance(points, Mapping) or not isinstance(flags, Mapping):
        raise TypeError("points and flags are tables")
    return Labelled(
        id=str(row["id"]),
        state=str(row.get("turn") or row["state"]),
        reply=str(row["reply"]),
        points={str(name): int(value) for name, value in points.items() if name not in disputed},
        flags={str(name): bool(value) for name, value in flags.items() if name not in disputed},
        overall=float(grade) if isinstance(grade, int | float) and "overall" not in disputed else None,
    )


def read_alone(script: Script, one: Labelled) -> Reading:
    """A labelled reply read on its own, as the first reply of its state."""
    return read(script.book, one.reply, heard_first(script, one.state))


def judge_all(script: Script, labels: Iterable[Labelled]) -> tuple[Judged, ...]:
    """Every labelled reply read alone, and set beside its labels."""
    return tuple(judge(script, one, read_alone(script, one)) for one in labels)


def judge(script: Script, one: Labelled, reading: Reading) -> Judged:
    """The labels of one reply beside what was heard in it."""
    heard = {hit.flag for hit in reading.flags}
    return Judged(
        state=one.state,
        pairs=tuple((name, value, GRADE[reading.points[name].verdict]) for name, value in one.points.items() if name in reading.points),
        flags=tuple((name, value, Flag(name) in heard) for name, value in one.flags.items()),
        overall=(one.overall, float(overall(script, one.state, reading))) if one.overall is not None else None,
    )


def present_kappa(judged: Iterable[Judged]) -> float:
    """Cohen's kappa (1960) of present (partly or covered) or not, pooled over pairs."""
    return kappa([(people > 0, reader > 0) for one in judged for _, people, reader in one.pairs])


def quadratic_kappa(judged: Iterable[Judged]) -> float:
    """Weighted kappa (Cohen 1968) over the four verdicts, squared distances."""
    pairs = [(people, reader) for one in judged for _, people, reader in one.pairs]
    if not pairs:
        return 0.0
    people = [sum(left == grade for left, _ in pairs) / len(pairs) for grade in _GRADES]
    reader = [sum(right == grade for _, right in pairs) / len(pairs) for grade in _GRADES]
    seen = sum((left - right) ** 2 for left, right in pairs) / len(pairs)
    chance = sum(people[i] * reader[j] * (i - j) ** 2 for i in range(4) for j in range(4))
    return 1 - seen / chance if chance else 1.0


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two yes/no judges; 0 for no pairs."""
    if not pairs:
        return 0.0
    total = len(pairs)
    agreed = sum(left == right for left, right in pairs) / total
    left, right = sum(left for left, _ in pairs) / total, sum(right for _, right in pairs) / total
    chance = left * right + (1 - left) * (1 - right)
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def correlation(judged: Iterable[Judged]) -> float:
    """Pearson's r of overall."""
    pairs = [one.overall for one in judged if one.overall is not None]
    if len(pairs) < 2:
        return 0.0
    left, right = sum(pair[0] for pair in pairs) / len(pairs), sum(pair[1] for pair in pairs) / len(pairs)
    both = sum((one - left) * (other - right) for one, other in pairs)
    spread = (sum((one - left) ** 2 for one, _ in pairs) * sum((other - right) ** 2 for _, other in pairs)) ** 0.5
    return both / spread if spread else 0.0


def interval(judged: Sequence[Judged], figure: Callable[[Iterable[Judged]], float]) -> tuple[float, float]:
    """Bootstrap 95% interval (Efron 1979), replies drawn with replacement, seed fixed."""
    drawn = random.Random(_SEED)  # noqa: S311 a resampling, nothing secret
    values = sorted(figure(drawn.choices(judged, k=len(judged))) for _ in range(_ROUNDS))
    return values[int(0.025 * _ROUNDS)], values[int(0.975 * _ROUNDS) - 1]


def by_point(judged: Iterable[Judged]) -> dict[str, Counts]:
    """Hits, misses and false alarms of present-or-not for every labelled point."""
    return _counted((name, people > 0, reader > 0) for one in judged for name, people, reader in one.pairs)


def by_flag(judged: Iterable[Judged]) -> dict[str, Counts]:
    """The same for flags, sure or not."""
    return _counted(flag for one in judged for flag in one.flags)


def _counted(rows: Iterable[tuple[str, bool, bool]]) -> dict[str, Counts]:
    tallies: dict[str, list[int]] = {}
    for name, people, reader in rows:
        tally = tallies.setdefault(name, [0, 0, 0, 0])
        tally[0 if people and reader else 1 if people else 2 if reader else 3] += 1
    return {name: Counts(*tally) for name, tally in tallies.items()}


def table(judged: Sequence[Judged]) -> str:
    """The agreement table as lines of text; aggregate figures only."""
    pairs = sum(len(one.pairs) for one in judged)
    lines = [f"{len(judged)} replies, {pairs} labelled pairs"]
    figures: tuple[tuple[str, Callable[[Iterable[Judged]], float]], ...] = (
        ("kappa, present or not", present_kappa),
        ("kappa, quadratic, four verdicts", quadratic_kappa),
        ("Pearson r of overall", correlation),
    )
    for name, figure in figures:
        low, high = interval(judged, figure)
        lines.append(f"{name:<34}{figure(judged):6.3f}   95% {low:.3f} to {high:.3f}")
    lines += ["", f"{'point':<20}{'hits':>6}{'misses':>8}{'false':>7}{'rest':>6}{'kappa':>8}"]
    for name, counts in by_point(judged).items():
        lines.append(f"{name:<20}{counts.hits:>6}{counts.misses:>8}{counts.false_alarms:>7}{counts.rest:>6}{_kappa_of(counts):>8.2f}")
    lines += ["", f"{'flag':<20}{'hits':>6}{'misses':>8}{'false':>7}{'precision':>11}{'recall':>8}"]
    for name, counts in by_flag(judged).items():
        shares = f"{_share(counts.precision):>11}{_share(counts.recall):>8}"
        lines.append(f"{name:<20}{counts.hits:>6}{counts.misses:>8}{counts.false_alarms:>7}{shares}")
    return "\n".join(lines)


def _kappa_of(counts: Counts) -> float:
    both = [(True, True)] * counts.hits + [(True, False)] * counts.misses + [(False, True)] * counts.false_alarms
    return kappa(both + [(False, False)] * counts.rest)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
