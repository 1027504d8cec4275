"""Home."""

from __future__ import annotations

from pathlib import Path

from tests.ui.samples.basics import HERE, TITLE
from trainer.ui.views.home import DrillRow, HomeView, IncidentRow, Practise, RunRow, ScenarioRow

HOME = HomeView(
    carry_on=(RunRow("k3f9", TITLE, "double charges", "3 replies · today 11:40"),),
    scenarios=(ScenarioRow(TITLE, HERE, (IncidentRow("double charges", Path("a.yaml")),)),),
    recent=(
        RunRow("a1", TITLE, "", "74, passed · coach · yesterday 16:05"),
        RunRow("a2", TITLE, "", "31, left early · meeting · 2026-02-27"),
    ),
    practise=Practise(
        drills=(DrillRow("halt", TITLE, "k3f9", "double charges", ("cause", "what"), ("The suspected cause", "What is wrong")),),
        progress="getting there, up 41 since the first run",
        kept=9,
        words=HERE,
    ),
)
