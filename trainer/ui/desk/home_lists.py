"""What home lists, gathered from scenarios, saved incidents and the history.

Whatever cannot be read is named and hides nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from trainer.errors import ProblemsFound, TrainerError
from trainer.scenario.files.open_document import open_document
from trainer.scenario.library import listed
from trainer.scoring.ended_words import ENDED_WORDS
from trainer.scoring.run_result import RunResult
from trainer.store.incidents import saved_incidents
from trainer.store.places import Places
from trainer.store.store import Run, Store
from trainer.text.clean import clean_line
from trainer.text.counted import counted
from trainer.ui.desk.outlines import Outline
from trainer.ui.desk.practising import practise
from trainer.ui.views.home import HomeView, IncidentRow, RunRow, ScenarioRow

MOST_UNFINISHED = 3
MOST_RECENT = 5
"""All of them stand on a page of their own."""


def home_view(places: Places, store: Callable[[], Store], now: datetime, outline: Callable[[Path], Outline]) -> HomeView:
    """Everything home shows at `now`; `outline` reads a scenario file at a glance."""
    trouble: list[str] = []
    scenarios: tuple[ScenarioRow, ...] = ()
    runs: tuple[Run, ...] = ()
    results: tuple[RunResult, ...] = ()
    try:
        scenarios = tuple(_scenarios(places, trouble))
    except TrainerError as error:
        trouble.append(clean_line(str(error)))
    try:
        runs = store().runs()
        results = store().results(worked_out=False)
    except TrainerError as error:
        trouble.append(clean_line(str(error)))
    unfinished = [run for run in runs if run.summary.ended is None and run.summary.replies]
    finished = [run for run in runs if run.summary.ended is not None]
    return HomeView(
        carry_on=tuple(_unfinished(run, now) for run in unfinished[:MOST_UNFINISHED]),
        scenarios=scenarios,
        recent=tuple(_finished(run, now) for run in finished[:MOST_RECENT]),
        practise=practise(runs, results, {row.path.stem: row.path for row in scenarios}, outline, now),
        trouble=tuple(trouble),
    )


def _scenarios(places: Places, trouble: list[str]) -> Iterator[ScenarioRow]:
    incidents = list(_incidents(places, trouble))
    for one in listed(places.scenarios):
        own = tuple(row for scenario, row in incidents if scenario == one.id)
        yield ScenarioRow(clean_line(one.title), one.path, own)


def _incidents(places: Places, trouble: list[str]) -> Iterator[tuple[str, IncidentRow]]:
    for path in saved_incidents(places):
        try:
            data = open_document(path).data
        except ProblemsFound as error:
            trouble.append(clean_line(f"{path.name}: {error.problems[0].message}"))
        except TrainerError as error:
            trouble.append(clean_line(str(error)))
        else:
            head = data if isinstance(data, dict) else {}
            yield str(head.get("scenario", "")), IncidentRow(clean_line(str(head.get("name") or path.stem)), path)


def _unfinished(run: Run, now: datetime) -> RunRow:
    return RunRow(run.id, clean_line(run.title), clean_line(run.incident), f"{replies(run)} · {when(run.saved, now)}")


def _finished(run: Run, now: datetime) -> RunRow:
    how = f"{score_of(run)}, {result_of(run)} · {run.mode} · {when(run.saved, now)}"
    return RunRow(run.id, clean_line(run.title), clean_line(run.incident), how)


def replies(run: Run) -> str:
    """How far an unfinished run came."""
    return counted(run.summary.replies, "reply", "replies")


def result_of(run: Run) -> str:
    """How a finished run ended, in a word or two."""
    return ENDED_WORDS.get(run.summary.ended or "") or ("passed" if run.summary.passed else "not passed")


def score_of(run: Run) -> int | None:
    """The score that lists headline: by the first tries, where it is known."""
    summary = run.summary
    return summary.first_score if summary.first_score is not None else summary.score


def when(then: datetime, now: datetime) -> str:
    """A moment as people say it, in local time."""
    here, today = then.astimezone(), now.astimezone().date()
    days = (today - here.date()).days
    if days == 0:
        return f"today {here:%H:%M}"
    return f"yesterday {here:%H:%M}" if days == 1 else f"{here:%Y-%m-%d}"
