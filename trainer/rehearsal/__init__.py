"""The imperative shell every front end shares: clock, chance, history and store around the pure meeting.

What front ends need of it is named here, so that they need not know which file of it does what.
"""

from trainer.rehearsal.chance import Clock, new_run_id, new_seed, utc_now
from trainer.rehearsal.choosing import options_for
from trainer.rehearsal.rehearsal import Outcome, Rehearsal

__all__ = ["Clock", "Outcome", "Rehearsal", "new_run_id", "new_seed", "options_for", "utc_now"]
