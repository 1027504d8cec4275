"""Own facts are hidden in whatever form they come back: cases as data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.small_meeting import small_scenario
from trainer.report.sharing.hiding import own_facts
from trainer.scenario.incident import Incident, Known

BOOKS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "sharing" / "hidden.yaml").read_text(encoding="utf-8"))
SCENARIO = small_scenario()
AROUND = ("{}", "Well, {}, I think.", "so\n{}\nand so on")


def _cases() -> Iterator[Any]:
    for book in BOOKS:
        for name, case in book["cases"].items():
            said = case["said"] if isinstance(case["said"], list) else [case["said"]]
            shown = case["shown"] if isinstance(case["shown"], list) else [case["shown"]]
            for one in said:
                yield pytest.param(book["facts"], str(one), shown, id=f"{name}: {one!r}")


@pytest.mark.parametrize(("facts", "said", "shown"), list(_cases()))
def test_what_is_said_of_an_own_fact_is_shown_as_its_name(facts: dict[str, str], said: str, shown: list[str]) -> None:
    hide = own_facts(SCENARIO, Incident("small", "", {name: Known(value) for name, value in facts.items()}))
    for around in AROUND:
        assert hide.hidden(around.format(said)) in [around.format(one) for one in shown]
