"""The brief of an incident takes up what was said best in its last finished rehearsal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_meeting import GOOD, PLAIN
from tests.ui.stage import an_app, mark, noon, reach, scenarios, words
from trainer.meeting.options import Length, Mode, Options
from trainer.rehearsal import Rehearsal, options_for
from trainer.report.brief.values import Brief, Source
from trainer.scenario.incident import Incident, example_incident, make_incident
from trainer.scenario.incident_file import dump_incident
from trainer.scenario.load import load_scenario
from trainer.store.incidents import save_incident
from trainer.store.places import Places
from trainer.store.store import Store
from trainer.ui.desk.rehearsals import Rehearsals
from trainer.ui.desk.resources import Resources
from trainer.ui.screens.brief import UNREHEARSED, BriefPage

MAILS = {"bug": "the mail server eats mails", "estimate": "2 days"}
FIRST = GOOD[0]
OTHER = "This blocks the release, it is as critical as can be."
Play = Callable[..., Rehearsal]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home", (scenarios(tmp_path).parent,))


@pytest.fixture
def play(places: Places) -> Play:
    """Plays the small meeting on an incident, to its end or left unfinished."""

    def playing(*replies: str, of: Incident | None = None, end: bool = True, drill: bool = False) -> Rehearsal:
        scenario = load_scenario(places.scenarios[0] / "small.yaml")
        with Store(places.history) as store:
            run = Rehearsal.start(store, scenario, of or example_incident(scenario), Options(mode=Mode.COACH), clock=noon)
            if drill:
                options = options_for(store, run.script, Options(), Length.DRILL, ("time",), draw=lambda: 0)
                run = Rehearsal.begin(store, run.script, options, clock=noon)
            for reply in replies:
                run.reply(reply)
            if end and not run.over:
                run.quit()
            return run

    return playing


def own(values: dict[str, str], name: str = "Mails") -> Callable[[Places], tuple[Incident, Path]]:
    def made(places: Places) -> tuple[Incident, Path]:
        incident = make_incident(load_scenario(places.scenarios[0] / "small.yaml"), name, values)
        return incident, save_incident(places, incident.name, dump_incident(incident))

    return made


def quoted(page: Brief) -> list[str]:
    return [line.text for part in page.parts for line in part.lines if line.source is Source.SAID]


def of(resources: Resources, places: Places, incident: Path | None = None) -> Brief:
    return Rehearsals(resources).brief_of(places.scenarios[0] / "small.yaml", incident)


def test_the_sentences_of_the_last_finished_rehearsal_stand_on_it(resources: Resources, places: Places, play: Play) -> None:
    assert quoted(of(resources, places)) == []
    play(FIRST)
    play(OTHER)
    play(FIRST, end=False)
    assert quoted(of(resources, places)) == [OTHER]


def test_a_drill_takes_nothing_of_a_rehearsal_away(resources: Resources, places: Places, play: Play) -> None:
    play(OTHER)
    play("I think so.", drill=True)
    assert quoted(of(resources, places)) == [OTHER]


def test_only_a_rehearsal_on_the_same_facts_counts(resources: Resources, places: Places, play: Play) -> None:
    mails, file = own(MAILS)(places)
    play(FIRST)
    assert quoted(of(resources, places, file)) == []
    play(FIRST, of=mails)
    assert quoted(of(resources, places, file)) == [FIRST]


def test_what_was_said_with_another_value_is_not_quoted(resources: Resources, places: Places, play: Play) -> None:
    mails, _ = own(MAILS)(places)
    play(FIRST, of=mails)
    _, changed = own(MAILS | {"estimate": "3 weeks"}, "Mails")(places)
    text = changed.read_text(encoding="utf-8")
    assert "3 weeks" in text
    assert quoted(of(resources, places, changed)) == []


def test_one_that_cannot_be_read_is_passed_over(resources: Resources, places: Places, play: Play) -> None:
    play(OTHER)
    broken = play(FIRST)
    with resources.store()._connection as db:
        db.execute("UPDATE runs SET head = 'no record' WHERE id = ?", (broken.run_id,))
    assert quoted(of(resources, places)) == [OTHER]


async def test_from_home_the_brief_quotes_the_last_rehearsal(tmp_path: Path, places: Places, play: Play) -> None:
    play(FIRST)
    async with an_app(tmp_path, scenario=PLAIN).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("b")
        await reach(pilot, BriefPage)
        assert FIRST in words(pilot.app)
        assert UNREHEARSED not in words(pilot.app)
