"""All rehearsals."""

from __future__ import annotations

from tests.ui.samples.basics import TITLE
from trainer.store.filter import Searched
from trainer.ui.views.history import HistoryView, PastRun


def a_past(run: str, when: str, score: str, result: str, kind: str, incident: str = "") -> PastRun:
    told = (*kind.split(", "), result.replace(" ", "-"))
    return PastRun(run, when, score, result, kind, TITLE, incident, bool(score), Searched((TITLE.casefold(), incident), told))


HISTORY = HistoryView(
    (
        a_past("k3f9", "today 11:40", "", "unfinished", "meeting", "double charges"),
        a_past("a1", "yesterday 16:05", "74", "passed", "coach, short"),
        a_past("a2", "2026-02-27", "31", "left early", "coach", "double charges"),
        a_past("a3", "2026-02-20", "9", "not passed", "drill", "日本の障害 🔥"),
        a_past("a4", "2026-02-19", "100", "passed", "meeting"),
    )
)
