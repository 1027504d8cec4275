"""Debriefs: a rehearsal beside those before it, and verdicts the player disputes."""

from __future__ import annotations

from trainer.meeting.turns import turns_of
from trainer.report.debrief.attempts import before
from trainer.report.debrief.values import Debrief
from trainer.scoring.trust_words import WORDS
from trainer.store.disputes import NOT_SAID, SAID, Dispute, keep_dispute, kept_disputes
from trainer.ui.desk.resources import Resources
from trainer.ui.desk.session import Session
from trainer.ui.views.debrief import Beside


class Debriefs:
    """The part of the desk for what comes after a meeting."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def of(self, session: Session) -> tuple[Debrief, Beside]:
        """The page about a rehearsal, beside those that were over before it began.

        Results of an older trainer that are not worked out yet are left out: that takes a while, and one waits for this page.

        Raises:
            StoreFailed: the history or the disputes cannot be read.
        """
        rehearsal = session.rehearsal
        scenario = rehearsal.script.scenario
        results = self._resources.store().results(scenario.id, worked_out=False)
        earlier = before((one for one in results if one.run != rehearsal.run_id), rehearsal.record().started)
        disputes = kept_disputes(self._resources.places).disputes
        beside = Beside(
            may_try_again=session.may_try_again,
            disputed={one.point: one.should_be == SAID for one in disputes if one.run == rehearsal.run_id},
            roles=tuple(scenario.roles),
            levels=WORDS,
        )
        return rehearsal.debrief(earlier), beside

    def dispute(self, session: Session, point: str, turn: int, *, said: bool) -> None:
        """Keep it that the player does not agree with the verdict on a point, about the reply of one turn. Raises StoreFailed."""
        rehearsal = session.rehearsal
        record, answered = rehearsal.record(), turns_of(rehearsal.events)[turn]
        keep_dispute(
            self._resources.places,
            Dispute(
                run=record.run,
                scenario=record.scenario.id,
                scenario_hash=record.scenario_hash,
                moment=answered.spoke.moment,
                point=point,
                verdict=rehearsal.state.ledger.point(point).verdict.value,
                should_be=SAID if said else NOT_SAID,
                reply=answered.reply or "",
                when=self._resources.clock(),
                version=record.version,
            ),
        )
