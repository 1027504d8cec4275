"""Moving through the meeting: entering moments, interjections, ways on, endings.

Owns what comes after a moment is done. Says only the first line of a moment; presses nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from trainer.meeting.conditions import holds
from trainer.meeting.course import Course
from trainer.meeting.events import Ended, Entered, HowEnded, LineKind, Spoke
from trainer.meeting.lines import pick, say_anew
from trainer.meeting.options import Pressure
from trainer.meeting.play_rules import speaker_for, weak_points
from trainer.meeting.ways import next_place
from trainer.scenario.models import END


def open_meeting(course: Course) -> None:
    """Come to the first moment of the meeting, or of the part of it that is rehearsed."""
    if course.state.options.moments:
        _go_through(course, course.state.options.ahead(None))
    else:
        enter(course, course.script.scenario.start)


def enter(course: Course, place: str) -> None:
    """Come to a state and let its role speak.

    A state whose role is absent without a stand-in is passed through, and so is one with nothing (new) to say. Coming by the same
    state twice on the way ends the meeting: nobody there would ever speak.
    """
    passed: set[str] = set()
    while place != END and place not in passed:
        passed.add(place)
        if _speaks(course, place):
            return
        place = _next_of(course, place)
    end_meeting(course)


def move_on(course: Course) -> None:
    """Leave a moment that is done: an interjection if one is due, then the way on. A part run has its own moments and no others."""
    place = course.state.moment
    if place is None:
        raise ValueError("the meeting is in no moment")
    if course.state.options.moments:
        _go_through(course, course.state.options.ahead(place))
        return
    if course.state.after is not None:
        place = course.state.after
    else:
        due = due_interjection(course)
        if due is not None and _speaks(course, due, after=place):
            return
    enter(course, _next_of(course, place))


def due_interjection(course: Course) -> str | None:
    """The interjection to put in now: among those due the one listening for most weak points, ties by seed, state and visit."""
    script, state = course.script, course.state
    used = sum(state.visits.get(name, 0) for name in script.scenario.interjections)
    if used >= state.options.pressure.interjections:
        return None
    due = {
        name: len(weak_points(script, state, one.listens_for))
        for name, one in sorted(script.scenario.interjections.items())
        if one.role not in state.options.absent
        and state.options.pressure.allows(Pressure(one.pressure))
        and not state.visits.get(name, 0)
        and holds(one.when, script, state)
    }
    if not due:
        return None
    first = [name for name, weak in due.items() if weak == max(due.values())]
    return first[pick(len(first), state.options.seed, state.moment or "", state.visits.get(state.moment or "", 0))]


def interrupted(course: Course) -> bool:
    """Whether an ending that interrupts has come; the meeting is then over."""
    for ending in course.script.scenario.endings:
        if ending.interrupts and holds(ending.when, course.script, course.state):
            course.add(Ended(HowEnded.ENDING, ending.id))
            return True
    return False


def end_meeting(course: Course) -> None:
    """The first ending, in order, whose condition holds; the last one if none does."""
    endings = course.script.scenario.endings
    chosen = next((one for one in endings if holds(one.when, course.script, course.state)), endings[-1])
    course.add(Ended(HowEnded.ENDING, chosen.id))


def _go_through(course: Course, moments: Iterable[str]) -> None:
    """Come to the first of these moments in which somebody has something to say; behind the last all of it was rehearsed."""
    if not any(_speaks(course, place) for place in moments):
        course.add(Ended(HowEnded.DONE))


def _speaks(course: Course, place: str, after: str | None = None) -> bool:
    """Enter `place` if somebody there has something to say."""
    moment = course.script.moment(place)
    speaker = speaker_for(course.script, moment.role, course.state.options.absent)
    entered = Entered(place, after is not None, after)
    if speaker is None:
        return False
    there = Course(course.script, course.state)
    there.add(entered)
    line = say_anew(course.script, there.state, moment.says, place)
    if not line:
        return False
    kind = LineKind.QUESTION if after is None else LineKind.INTERJECTION
    course.add(entered)
    course.add(Spoke(speaker, place, kind, line))
    return True


def _next_of(course: Course, place: str) -> str:
    return next_place(
        course.script.machine,
        place,
        partial(holds, script=course.script, state=course.state),
        lambda name: course.state.visits.get(name, 0),
    )
