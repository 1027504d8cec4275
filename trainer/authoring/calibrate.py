"""How well a scenario's phrases hear what people hear in labelled replies, point by point, and where to work on them.

Owns the figures. Must never change a scenario: what to add is the author's choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.authoring.agreement import VERDICT_OF, Counts, Judged, by_flag, by_point, interval, judge, present_kappa, read_alone
from trainer.authoring.calibrate_words import FalseAlarm, Miss, find_false_alarm, find_miss
from trainer.authoring.cases import Example, Unkept, unkept
from trainer.matching.reading import Reading
from trainer.meeting.script import Script
from trainer.meeting.sources import phrase_source
from trainer.text.values import Verdict


@dataclass(frozen=True)
class Kappa:
    """Cohen's kappa of present (partly or covered) or not, with its bootstrap 95% interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class PointFigures:
    """One point over all replies labelled for it."""

    counts: Counts
    kappa: Kappa | None
    """None where people's labels are all the same: there is nothing to agree on."""


@dataclass(frozen=True)
class Otherwise:
    """A point that one side takes for denied and the other for not said; neither hears it, so kappa does not see the difference."""

    place: str
    state: str
    reply: str
    point: str
    people: Verdict
    heard: Verdict


@dataclass(frozen=True)
class Calibration:
    """All that labelled replies tell about a scenario."""

    replies: int
    labels: int
    """Labelled points, over all replies."""
    pooled: Kappa | None
    """Over all replies; None when no point is labelled."""
    rest: Kappa | None
    """Over the cases that are no `must`: what the scenario's `agreement` asks about. None when there are none."""
    asked: float
    """The scenario's `agreement`."""
    musts: int
    unkept: tuple[Unkept, ...]
    """The `must` cases that do not hold."""
    points: Mapping[str, PointFigures]
    """In the order of the scenario; labelled ones only."""
    flags: Mapping[str, Counts]
    missed: tuple[Miss, ...]
    """What people hear and the reader does not, by point in the order of the scenario, then by place."""
    false_alarms: tuple[FalseAlarm, ...]
    """What the reader hears and people do not, in the same order."""
    denials: tuple[Otherwise, ...]
    """What only people, or only the reader, take for denied, in the same order."""


def calibrate(script: Script, examples: Sequence[Example], readings: Sequence[Reading] | None = None) -> Calibration:
    """Every example read alone, as an answer to the first question of its state, and set beside its labels.

    `readings` are those of `trainer.authoring.agreement.read_alone`, for whoever needs them for something else too.
    """
    if readings is None:
        readings = [read_alone(script, one.labelled) for one in examples]
    judged = [judge(script, one.labelled, reading) for one, reading in zip(examples, readings, strict=True)]
    order = {point: place for place, point in enumerate(script.scenario.key_points)}
    broken, missed, alarms = _looked_into(script, examples, judged, readings)
    return Calibration(
        replies=len(examples),
        labels=sum(len(one.pairs) for one in judged),
        pooled=_kappa(judged),
        rest=_kappa([one for one, example in zip(judged, examples, strict=True) if not example.must]),
        asked=script.scenario.agreement,
        musts=sum(example.must for example in examples),
        unkept=broken,
        points={point: _figures(judged, point) for point in sorted(by_point(judged), key=order.__getitem__)},
        flags=by_flag(judged),
        missed=tuple(sorted(missed, key=lambda one: order[one.point])),
        false_alarms=tuple(sorted(alarms, key=lambda one: order[one.point])),
        denials=tuple(sorted(_denials(examples, judged), key=lambda one: order[one.point])),
    )


def _denials(examples: Sequence[Example], judged: Sequence[Judged]) -> Iterator[Otherwise]:
    for example, one in zip(examples, judged, strict=True):
        for point, people, reader in one.pairs:
            if people != reader and max(people, reader) <= 0:
                yield Otherwise(
                    example.place, example.labelled.state, example.labelled.reply, point, VERDICT_OF[people], VERDICT_OF[reader]
                )


def _looked_into(
    script: Script, examples: Sequence[Example], judged: Sequence[Judged], readings: Sequence[Reading]
) -> tuple[tuple[Unkept, ...], list[Miss], list[FalseAlarm]]:
    """Why people and the reader differ, reply by reply."""
    specs = {spec.id: spec for spec in phrase_source(script.scenario, script.incident).points}
    broken: list[Unkept] = []
    missed: list[Miss] = []
    alarms: list[FalseAlarm] = []
    for example, one, reading in zip(examples, judged, readings, strict=True):
        unheard = [point for point, people, reader in one.pairs if people > 0 >= reader]
        raised = [point for point, people, reader in one.pairs if reader > 0 >= people]
        missed += [find_miss(script, specs[point], example, reading) for point in unheard]
        alarms += [find_false_alarm(point, example, reading) for point in raised]
        found = unkept(script, example, reading)
        broken += [found] if found else []
    return tuple(broken), missed, alarms


def _figures(judged: Iterable[Judged], point: str) -> PointFigures:
    labelled = [replace(one, pairs=pairs) for one in judged if (pairs := tuple(pair for pair in one.pairs if pair[0] == point))]
    counts = by_point(labelled)[point]
    varied = counts.hits + counts.misses and counts.false_alarms + counts.rest
    return PointFigures(counts, _kappa(labelled) if varied else None)


def _kappa(judged: Sequence[Judged], figure: Callable[[Iterable[Judged]], float] = present_kappa) -> Kappa | None:
    if not any(one.pairs for one in judged):
        return None
    return Kappa(figure(judged), *interval(judged, figure))
