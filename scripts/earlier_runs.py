"""Rehearsals somebody had before, each a little better than the last: for pictures of pages that look back."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from trainer.meeting.options import Mode, Options
from trainer.meeting.script import prepare
from trainer.rehearsal import Rehearsal
from trainer.scenario.incident import example_incident
from trainer.scenario.load import load_scenario
from trainer.scenario.plays import PlayReply, load_plays, plays_beside
from trainer.store.places import Places
from trainer.store.store import Store

PREPARED = (
    ("opening", "em_decision"),
    ("opening", "em_decision", "em_timeline"),
    ("opening", "em_timeline", "pm_alternatives"),
    ("opening", "pm_severity", "em_timeline", "pm_alternatives", "em_decision"),
)
"""What each time was known to say, the first time first; the rest was not prepared for."""
UNPREPARED = "I can't say much about that yet."
DAYS = 2
"""Between one rehearsal and the next."""


def rehearse_before(places: Places, file: Path, last: datetime) -> None:
    """Keep one whole rehearsal of a scenario for each of `PREPARED`, the last one at `last`."""
    scenario = load_scenario(file)
    script = prepare(scenario, example_incident(scenario))
    good = {reply.state: reply.reply for reply in load_plays(plays_beside(file), scenario)[0].replies if isinstance(reply, PlayReply)}
    with Store(places.history) as store:
        for seed, prepared in enumerate(PREPARED):
            when = last - timedelta(days=DAYS * (len(PREPARED) - 1 - seed))
            rehearsal = Rehearsal.begin(store, script, Options(seed=seed, mode=Mode.COACH), clock=partial(_stopped, when))
            while not rehearsal.over:
                moment = rehearsal.state.moment or ""
                rehearsal.reply(good[moment] if moment in prepared else UNPREPARED)


def _stopped(when: datetime) -> datetime:
    """A clock that stands still."""
    return when
