"""What the role says next inside a moment: answers, doubts, presses.

Owns the order of pump, hint, prompt and check, and that nobody is pressed for what was said, claimed, told or out of play, or asked
the same thing twice running. Moves the meeting nowhere: None means there is nothing left to say here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from trainer.matching.reading import Act, Evidence, Reading
from trainer.meeting.course import Course
from trainer.meeting.events import LineKind, PointHeard, Replied, Rung, Spoke
from trainer.meeting.fold import LADDER
from trainer.meeting.lines import say_anew, sayable_quote
from trainer.meeting.listening import open_questions
from trainer.meeting.mistakes import Found, doubtful
from trainer.meeting.play_rules import out_of_play, required_here, speaker_for, standing, weak_points
from trainer.scenario.models import FollowUp, Spoken, Variant
from trainer.text.values import Verdict

NO_FOLLOW_UP = FollowUp()


def answer_to(course: Course, replied: Replied, made: Iterable[str], found: Mapping[str, Found]) -> Spoke | None:
    """The role's next line in this moment after a reply, or None when it has nothing left to ask."""
    return (
        _about_mistakes(course, made)
        or _doubt(course, replied.reading)
        or _check_mistake(course, replied.reading, found)
        or _to_nothing_read(course, replied)
        or press(course)
    )


def press(course: Course, *, skip: frozenset[Rung] = frozenset()) -> Spoke | None:
    """The next press for the first weak required point, rungs in `skip` left out; None when the cap is reached or nothing is left."""
    moment = course.script.moment(_moment(course))
    if course.state.follow_ups >= moment.max_follow_ups:
        return None
    for point in weak_points(course.script, course.state, _required(course)):
        follow_up = moment.follow_ups.get(point, NO_FOLLOW_UP)
        for rung, spoken in _rungs(course, point, follow_up):
            line = "" if rung in skip else _line(course, spoken, f"{rung.value}:{point}")
            if line:
                return _spoke(course, LineKind.FOLLOW_UP, line, rung, point=point)
    return None


def _rungs(course: Course, point: str, follow_up: FollowUp) -> Iterator[tuple[Rung, Spoken | None]]:
    """What may still be said about a weak point. Partly said: a check, once, and never as if it were missing."""
    if standing(course.script, course.state, point) is Verdict.PARTLY:
        if f"check:{point}" not in course.state.once:
            yield Rung.CHECK, follow_up.check
        return
    used = course.state.pressed.get(point, ())
    spoken = {Rung.PUMP: follow_up.pump, Rung.HINT: follow_up.hint, Rung.PROMPT: follow_up.prompt}
    opened = (LADDER.index(rung) if rung in LADDER else 0 for rung in used)  # whoever was doubted needs no nudge to begin
    climbed = max(opened, default=-1)
    yield from ((rung, spoken[rung]) for rung in LADDER[climbed + 1 :])


def _about_mistakes(course: Course, made: Iterable[str]) -> Spoke | None:
    for name in made:
        line = _line(course, course.script.scenario.mistakes[name].line, f"mistake:{name}")
        if line:
            return _spoke(course, LineKind.FOLLOW_UP, line, Rung.MISTAKE, mistake=name)
    return None


def _doubt(course: Course, reading: Reading) -> Spoke | None:
    """A required point that this reply denies is doubted, once a meeting, with the player's own words."""
    options = course.state.options
    denied, out = _denials(course, reading), out_of_play(course.script, options.absent, options.moments)
    for point in _required(course):
        spoken = course.script.moment(_moment(course)).follow_ups.get(point, NO_FOLLOW_UP).doubt
        known = course.state.ledger.point(point)
        pressable = not (known.told or known.claimed or point in out)
        if point in denied and pressable and f"doubt:{point}" not in course.state.once:
            line = _line(course, spoken, f"doubt:{point}").replace("{quote}", sayable_quote(denied[point].text))
            if line:
                return _spoke(course, LineKind.FOLLOW_UP, line, Rung.DOUBT, point=point)
    return None


def _denials(course: Course, reading: Reading) -> dict[str, Evidence]:
    """Points that this very reply denies, with the words that do."""
    before = course.state.before
    return {
        event.point: event.evidence[-1]
        for event in course.events
        if isinstance(event, PointHeard)
        and event.verdict is Verdict.CONTRADICTED
        and (
            (event.point in reading.points and reading.points[event.point].denied is not None)
            or (before is not None and before.ledger.point(event.point).verdict is not Verdict.CONTRADICTED)
        )
    }


def _check_mistake(course: Course, reading: Reading, found: Mapping[str, Found]) -> Spoke | None:
    for name in doubtful(course, reading, found):
        line = _line(course, course.script.scenario.mistakes[name].check, f"mistake_check:{name}")
        if line:
            return _spoke(course, LineKind.FOLLOW_UP, line, Rung.MISTAKE_CHECK, mistake=name)
    return None


def _to_nothing_read(course: Course, replied: Replied) -> Spoke | None:
    """When nothing was read in a reply: silence, a question back, or "I don't know" each get their own line, if there is one."""
    reading = replied.reading
    if any(isinstance(event, PointHeard) for event in course.events) or any(hit.sure for hit in reading.mistakes):
        return None
    if replied.silence:
        return _to_silence(course)
    if reading.asked is not None or reading.act is Act.QUESTION:
        return _to_question(course, reading.asked)
    if reading.act is Act.DONT_KNOW:
        return press(course, skip=frozenset({Rung.PUMP}))
    return None


def _to_silence(course: Course) -> Spoke | None:
    moment = _moment(course)
    if f"silence:{moment}:{course.state.visits.get(moment, 0)}" in course.state.once:
        return None
    line = _line(course, course.script.moment(moment).on_silence, f"silence:{moment}")
    return _spoke(course, LineKind.FOLLOW_UP, line, Rung.SILENCE) if line else None


def _to_question(course: Course, asked: str | None) -> Spoke | None:
    moment = _moment(course)
    if asked is not None and asked in open_questions(course.script, course.state):
        line = _line(course, (Variant(lines=course.script.answers[asked].answer.lines),), f"answer:{asked}")
        if line:
            return _spoke(course, LineKind.ANSWER, line, Rung.ANSWER, answers=asked)
    if f"clarify:{moment}" not in course.state.once:
        line = _line(course, course.script.moment(moment).clarify, f"clarify:{moment}")
        if line:
            return _spoke(course, LineKind.ANSWER, line, Rung.CLARIFY)
    return None


def _line(course: Course, spoken: Spoken | None, key: str) -> str:
    return say_anew(course.script, course.state, spoken, key)


def _required(course: Course) -> tuple[str, ...]:
    return required_here(course.script, _moment(course), course.state.options.points)


def _moment(course: Course) -> str:
    if course.state.moment is None:
        raise ValueError("the meeting is in no moment")
    return course.state.moment


def _spoke(
    course: Course,
    kind: LineKind,
    line: str,
    rung: Rung,
    *,
    point: str | None = None,
    mistake: str | None = None,
    answers: str | None = None,
) -> Spoke:
    moment = _moment(course)
    role = course.script.moment(moment).role
    speaker = speaker_for(course.script, role, course.state.options.absent) or role
    return Spoke(speaker, moment, kind, line, rung, point=point, mistake=mistake, answers=answers)
