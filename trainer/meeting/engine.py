"""The meeting, one move at a time: `begin`, then `step` for each move.

Pure: the same script, state and move give the same events for ever. A step decides events and folds them as it goes, so the state it
returns is exactly the fold of all events. Reads no text itself: a reply comes with its reading.
"""

from __future__ import annotations

from trainer.meeting.asking import answer_to, press
from trainer.meeting.course import Course
from trainer.meeting.events import Claimed, Ended, Event, Hinted, HowEnded, Replied, Retried, Started, Told
from trainer.meeting.hinting import next_hint
from trainer.meeting.judging import judge_points
from trainer.meeting.lines import coach_hint, model_line
from trainer.meeting.listening import start_trust
from trainer.meeting.mistakes import found_mistakes, judge_pending, make_mistakes
from trainer.meeting.moves import AskHint, Claim, Move, NoMoreReplies, Quit, Reply, Retry, ShowMe, Silence, TimeUp
from trainer.meeting.options import Options
from trainer.meeting.plain_answers import plain_answer
from trainer.meeting.play_rules import check_absent, check_part, required_here, weak_points
from trainer.meeting.script import Script
from trainer.meeting.state import MeetingState
from trainer.meeting.trusting import move_trust
from trainer.meeting.walking import interrupted, move_on, open_meeting
from trainer.text.values import Verdict

Stepped = tuple[MeetingState, tuple[Event, ...]]


def begin(script: Script, options: Options) -> Stepped:
    """The meeting up to the first line that waits for a reply.

    Raises:
        NotFound: `options` names an absent role that is not optional, a moment that is none, or a point that no moment requires.
    """
    check_absent(script, options.absent)
    check_part(script, options.moments, options.points)
    course = Course(script, MeetingState())
    course.add(Started(options, start_trust(script, options.absent)))
    open_meeting(course)
    return course.state, tuple(course.events)


def step(script: Script, state: MeetingState, move: Move) -> Stepped:
    """What comes of one move. A move that means nothing now (a claim when nothing is pressed) brings no events."""
    course = Course(script, state)
    if isinstance(move, Retry):
        _retry(course)
    elif not state.over:
        _take(course, move)
    return course.state, tuple(course.events)


def _take(course: Course, move: Move) -> None:
    match move:
        case Reply(text, reading):
            _reply(course, Replied(text, reading))
        case Silence(reading):
            _reply(course, Replied("", reading, silence=True))
        case Claim():
            _claim(course)
        case AskHint():
            _hint(course)
        case ShowMe(point):
            _show(course, point)
        case Quit():
            course.add(Ended(HowEnded.QUIT))
        case TimeUp():
            course.add(Ended(HowEnded.TIME_UP))
        case NoMoreReplies():
            course.add(Ended(HowEnded.NO_MORE_REPLIES))
        case _:
            raise TypeError(f"not a move: {move!r}")


def _reply(course: Course, replied: Replied) -> None:
    """The steps after each reply, in order; see docs/architecture.md."""
    line, moment = course.state.waiting, course.state.moment
    if line is None or moment is None:
        return
    reading = replied.reading
    course.add(replied)
    answer = plain_answer(course.script, replied, line)
    judge_points(course, reading, answer)
    found = found_mistakes(course.script.scenario, course.script.moment(moment).listens_for, reading, answer)
    move_trust(course, reading, found)
    judge_pending(course, reading, found, answer)
    made = make_mistakes(course, found)
    if interrupted(course):
        return
    if course.state.options.mode.coached:
        _coach(course, moment)
    _go_on(course, answer_to(course, replied, made, found))


def _go_on(course: Course, line: Event | None) -> None:
    if line is None:
        move_on(course)
    else:
        course.add(line)


def _coach(course: Course, moment: str) -> None:
    """The coach's next hint for the first point still missing of what was just answered; it is then a source of echo."""
    for point in weak_points(course.script, course.state, required_here(course.script, moment, course.state.options.points)):
        if course.state.ledger.point(point).verdict is not Verdict.PARTLY:
            line = next_hint(course.script, course.state, point)
            if line:
                course.add(Hinted(point, line))
            return


def _claim(course: Course) -> None:
    waiting = course.state.waiting
    if waiting is not None and waiting.point is not None:
        course.add(Claimed(waiting.point))
        _go_on(course, press(course))


def _hint(course: Course) -> None:
    """The coach's hint for the pressed point, else the first weak one here that had none yet, else one more for the first."""
    state, waiting = course.state, course.state.waiting
    if not state.options.mode.coached or waiting is None:
        return
    weak = weak_points(course.script, state, required_here(course.script, waiting.moment, state.options.points))
    ordered = sorted(weak, key=lambda point: point != waiting.point)
    unhinted = [point for point in ordered if coach_hint(course.script, state, point) not in state.hints]
    for point in (*unhinted, *ordered):
        line = next_hint(course.script, state, point)
        if line:
            course.add(Hinted(point, line))
            return


def _show(course: Course, point: str) -> None:
    """The model line of a point that was not said; it counts as told from then on."""
    state = course.state
    if not state.options.mode.coached or point not in course.script.scenario.key_points:
        return
    line = model_line(course.script, state, point)
    if line and state.ledger.point(point).verdict is not Verdict.COVERED:
        course.add(Told(point, line))


def _retry(course: Course) -> None:
    """Only the coach gives a second try; a meeting that came to its end may be taken up again by it."""
    state = course.state
    stopped = state.ended is not None and not state.ended.how.came_to_end
    if state.options.mode.coached and state.before is not None and not stopped:
        course.add(Retried())
