"""What many shared rehearsals have in common: for a team lead who asks what to talk about, not who did best.

Pure, and the same for the same rehearsals in whatever order. Owns what is counted and which answers stand side by side; draws nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from trainer.report.group.answers import side_by_side
from trainer.report.group.values import Group, GroupOf, Happened, PointTally, Practice
from trainer.report.sharing.file import content
from trainer.report.sharing.values import Shared, SharedPoint
from trainer.scoring.ended_words import ENDED_WORDS
from trainer.scoring.standing import Standing

MOST_PRACTICE = 3
"""Things to practise next; more are not practised."""
_SURE_COPY = 40
"""Characters typed in a rehearsal from which on an equal one is the same file twice, and not two people who said the same."""
_LENGTH = {"whole": "", "short": ", short run", "drill": ""}


def group(shared: Iterable[Shared], skipped: Sequence[str] = ()) -> Group:
    """The page of all these rehearsals, scenario by scenario; `skipped` names files that could not be read."""
    given = list(shared)
    runs = distinct(given)
    by_scenario: dict[str, list[Shared]] = defaultdict(list)
    for run in runs:
        by_scenario[run.scenario].append(run)
    scenarios = tuple(_of(name, by_scenario[name]) for name in sorted(by_scenario))
    return Group(len(runs), len(given) - len(runs), tuple(sorted(skipped)), scenarios)


def distinct(shared: Iterable[Shared]) -> list[Shared]:
    """The rehearsals without copies, in an order of their own; of a copy with a name and one without, the one with it."""
    kept: dict[str, Shared] = {}
    for at, run in enumerate(sorted(shared, key=lambda one: (content(one), one.name is None, one.name or ""))):
        typed = sum(len(turn.reply or "") for turn in run.turns)
        kept.setdefault(content(run) if typed >= _SURE_COPY else f"{at}", run)
    return list(kept.values())


def _of(scenario: str, runs: Sequence[Shared]) -> GroupOf:
    points = tuple(sorted(_tallies(runs), key=_most_missed))
    modes = Counter(f"{run.mode}{_LENGTH.get(run.length, f', {run.length}')}" for run in runs)
    return GroupOf(
        scenario=scenario,
        title=Counter(run.title for run in runs).most_common(1)[0][0],
        versions=len({run.scenario_hash for run in runs}),
        runs=len(runs),
        passed=sum(run.passed for run in runs),
        finished=sum(run.ended not in ENDED_WORDS for run in runs),
        names=tuple(sorted({run.name for run in runs if run.name}, key=str.casefold)),
        modes=tuple(sorted(modes.items(), key=lambda one: (-one[1], one[0]))),
        points=points,
        conceded=_conceded(runs),
        gave_up=_gave_up(runs),
        side_by_side=side_by_side(runs, points),
        practise=_practise(points),
    )


def _tallies(runs: Sequence[Shared]) -> Iterator[PointTally]:
    standings: dict[str, list[SharedPoint]] = defaultdict(list)
    for run in runs:
        for name, point in run.points.items():
            if point.required and point.standing != Standing.NOT_REACHED:
                standings[name].append(point)
    for name, found in standings.items():
        count = Counter(point.standing for point in found)
        yield PointTally(
            point=name,
            label=found[0].label,
            theme=found[0].theme,
            runs=len(found),
            heard=count[Standing.COVERED],
            partly=count[Standing.PARTLY],
            contradicted=count[Standing.CONTRADICTED],
            told=count[Standing.TOLD],
            claimed=count[Standing.CLAIMED],
            missed=count[Standing.MISSED],
        )


def _most_missed(one: PointTally) -> tuple[float, float, str, str]:
    """By share, and behind those that have one, by count: one of one is not the greatest trouble of a group."""
    return (1.0 if one.share is None else -one.share, -one.not_heard, one.label, one.point)


def _conceded(runs: Sequence[Shared]) -> tuple[Happened, ...]:
    """Mistakes by the moment they were made at, each once a rehearsal and moment."""
    made: Counter[tuple[str, str]] = Counter()
    repaired: Counter[tuple[str, str]] = Counter()
    for run in runs:
        places = {(name, run.moments.get(turn.moment, turn.moment)) for turn in run.turns for name in turn.mistakes if name in run.mistakes}
        for name, about in places:
            key = (run.mistakes[name].label, about)
            made[key] += 1
            repaired[key] += run.mistakes[name].status == "repaired"
    return _most_first(Happened(label, about, count, repaired[label, about]) for (label, about), count in made.items())


def _gave_up(runs: Sequence[Shared]) -> tuple[Happened, ...]:
    left: Counter[tuple[str, str]] = Counter()
    for run in runs:
        if run.ended in ENDED_WORDS and run.turns:
            moment = run.turns[-1].moment
            left[ENDED_WORDS[run.ended], run.moments.get(moment, moment)] += 1
    return _most_first(Happened(how, about, count) for (how, about), count in left.items())


def _most_first(happened: Iterable[Happened]) -> tuple[Happened, ...]:
    return tuple(sorted(happened, key=lambda one: (-one.runs, one.what, one.about)))


def _practise(points: Sequence[PointTally]) -> tuple[Practice, ...]:
    weak = [one for one in points if one.not_heard or one.partly][:MOST_PRACTICE]
    return tuple(Practice(one.point, one.label, _because(one)) for one in weak)


def _because(point: PointTally) -> str:
    return f"not heard in {how_often(point)}" if point.not_heard else f"only partly heard in {point.partly} of {point.runs}"


def how_often(point: PointTally) -> str:
    """In how many rehearsals it was not heard; a share only where there are enough of them."""
    share = "" if point.share is None else f" ({round(100 * point.share)} %)"
    return f"{point.not_heard} of {point.runs}{share}"
