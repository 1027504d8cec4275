"""What has to hold between the parts of a scenario before a meeting can be run on it.

One function a rule. Names that nothing declares are `trainer.scenario.rules.names`'s; advice that keeps nothing from running is
`trainer.authoring.checks`'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from trainer.errors import Problem
from trainer.scenario.fact_values import kind_problem
from trainer.scenario.files.document import Document, Path
from trainer.scenario.files.mends import replaced
from trainer.scenario.files.nodes import Scalar
from trainer.scenario.models import END
from trainer.scenario.parts import Parts
from trainer.scenario.slots import QUOTE
from trainer.scenario.suggest import nearest

Rule = Callable[[Document, Parts], Iterator[Problem]]


def rule_problems(document: Document, parts: Parts) -> list[Problem]:
    """What every rule finds."""
    return [problem for rule in RULES for problem in rule(document, parts)]


def ids_are_free(document: Document, parts: Parts) -> Iterator[Problem]:
    """States and interjections share their ids; `end` and `quote` mean something already."""
    for name in parts.names("interjections"):
        if name in parts.names("states"):
            yield _taken(document, ("interjections", name), f"'{name}' is a state already; states and interjections share their ids")
    for section in ("states", "interjections"):
        if END in parts.names(section):
            yield _taken(document, (section, END), "`end` is the end of the meeting and cannot be an id")
    if QUOTE in parts.names("facts"):
        yield _taken(document, ("facts", QUOTE), "{quote} stands for the player's words, so no fact can be called `quote`")
    for name in parts.names("mistakes"):
        if name in parts.names("key_points"):
            yield _taken(document, ("mistakes", name), f"'{name}' is a key point already; `gains` and `loses` could mean either")
    seen: set[str] = set()
    for index, ending in parts.endings.items():
        if ending.id in seen:
            yield _taken(document, ("endings", index, "id"), f"'{ending.id}' is the id of an earlier ending")
        seen.add(ending.id)


def _taken(document: Document, path: Path, message: str) -> Problem:
    return document.problem("id-taken", path, message, mend="give it another id", place=document.key_place(path))


def required_points_are_heard(document: Document, parts: Parts) -> Iterator[Problem]:
    """`requires` names points out of `listens_for`."""
    for path, moment in parts.moments():
        for index, point in enumerate(moment.requires):
            if point not in moment.listens_for:
                mend = f"listens_for: [{', '.join((*moment.listens_for, point))}]"
                where = (*path, "requires", index)
                yield document.problem("required-not-heard", where, f"'{point}' is required and not listened for", mend=mend)


def follow_ups_are_heard(document: Document, parts: Parts) -> Iterator[Problem]:
    """A role presses only for points the moment listens for."""
    for path, moment in parts.moments():
        for point in moment.follow_ups:
            if point in moment.listens_for or point not in parts.names("key_points"):
                continue
            where = (*path, "follow_ups", point)
            close = nearest(point, [heard for heard in moment.listens_for if heard not in moment.follow_ups], most=1)
            hint = f" (did you mean '{close[0]}'?)" if close else ""
            mend = f"listens_for: [{', '.join((*moment.listens_for, point))}]"
            message = f"there are follow-ups for '{point}', and nobody listens for it here{hint}"
            yield document.problem("follow-up-not-heard", where, message, mend=mend, place=document.key_place(where))


def the_last_way_is_open(document: Document, parts: Parts) -> Iterator[Problem]:
    """The last of `next` and of `endings` has no condition, or the meeting could stand still."""
    for name, state in parts.states.items():
        last = len(state.next) - 1
        if state.next[last].when is not None:
            message = "the last way on has a `when`, so the meeting could stand still here"
            mend = f"take the `when` out, or add `- {{to: {END}}}` behind it"
            yield document.problem("last-way-guarded", ("states", name, "next", last, "when"), message, mend=mend)
    if not parts.endings:
        return
    index, ending = list(parts.endings.items())[-1]
    if ending.when is not None:
        message = "the last ending has a `when`, so the meeting could end in none"
        yield document.problem("last-ending-guarded", ("endings", index, "when"), message, mend="take the `when` out, or add a last ending")
    for index, ending in parts.endings.items():
        if ending.interrupts and ending.when is None:
            message = f"the ending '{ending.id}' interrupts and has no `when`: it would end the meeting after the first reply"
            yield document.problem("interrupts-always", ("endings", index, "interrupts"), message, mend="give it a `when`")


def stand_ins_stay(document: Document, parts: Parts) -> Iterator[Problem]:
    """Whoever stands in for an absent role is there; and somebody is."""
    for name, role in parts.roles.items():
        other = parts.roles.get(role.stand_in or "")
        if other is not None and other.optional:
            message = f"'{role.stand_in}' may be absent too, so it cannot stand in for '{name}'"
            staying = [one for one, there in parts.roles.items() if not there.optional]
            mend = f"name a role that is always there: {', '.join(staying)}" if staying else "make one role stay: `optional: false`"
            yield document.problem("stand-in-optional", ("roles", name, "stand_in"), message, mend=mend)
    if parts.roles and all(role.optional for role in parts.roles.values()) and len(parts.roles) == len(parts.names("roles")):
        message = "every role may be absent, so nobody might be left to talk to"
        yield document.problem("nobody-stays", ("roles",), message, mend="take `optional: true` out of one role")


def points_can_be_covered(document: Document, parts: Parts) -> Iterator[Problem]:
    """`need` is a number of facets there are, and a bonus alone covers nothing."""
    for name, point in parts.key_points.items():
        counted = sum(not facet.bonus for facet in point.parts.values())
        if counted == 0:
            message = f"every facet of '{name}' is a bonus, so nothing can cover it"
            yield document.problem("need-out-of-reach", ("key_points", name, "facets"), message, mend="take `bonus: true` out of one facet")
        elif isinstance(point.need, int) and point.need > counted:
            where = ("key_points", name, "need")
            node = document.spot(where).node
            mend = replaced(document.source, node.start, node.end, str(counted))
            yield document.problem("need-out-of-reach", where, f"need is {point.need}, and only {counted} facets count", mend=mend)


def facts_can_be_open(document: Document, parts: Parts) -> Iterator[Problem]:
    """An optional fact says what to say when it is not known; an example fits its kind."""
    for name, fact in parts.facts.items():
        where: Path = ("facts", name)
        if fact.optional and fact.unknown is None:
            message = f"'{name}' is optional and has no sentence for when it is not known"
            mend = f'add `unknown: "We do not know {fact.label.lower()} yet."` in your words'
            yield document.problem("no-unknown-sentence", where, message, mend=mend)
        wrong = kind_problem(fact, fact.example)
        if wrong:
            yield document.problem(wrong[0], (*where, "example"), wrong[1], mend=wrong[2])


def a_short_run_has_moments(document: Document, parts: Parts) -> Iterator[Problem]:
    """`short` names moments, each once."""
    if isinstance(document.data, dict) and document.data.get("short") == []:
        mend = "name the moments of a short run, or take the line out"
        yield document.problem("empty", ("short",), "a short run without moments is no run", mend=mend)
    for index, name in enumerate(parts.short):
        if name in parts.short[:index]:
            mend = f"short: [{', '.join(dict.fromkeys(parts.short))}]"
            yield document.problem("named-twice", ("short", index), f"'{name}' is in the short run already", mend=mend)


def mistakes_can_be_found(document: Document, parts: Parts) -> Iterator[Problem]:
    """A mistake has wordings, or a flag together with a point it contradicts."""
    for name, mistake in parts.mistakes.items():
        if not mistake.detect and not (mistake.flag and mistake.contradicts):
            message = f"nothing can find the mistake '{name}'"
            mend = "add `detect:` with wordings of it, or `flag:` together with `contradicts:`"
            yield document.problem("mistake-never-found", ("mistakes", name), message, mend=mend)


def the_file_is_named_after_its_id(document: Document, parts: Parts) -> Iterator[Problem]:
    """A scenario is found by its file's name and recorded under its id."""
    stem = PurePath(document.source.file).stem
    if parts.id and stem and parts.id != stem:
        node = document.spot(("id",)).node
        mend = replaced(document.source, node.start, node.end, stem) if isinstance(node, Scalar) else ""
        message = f"the id is '{parts.id}' and the file is called '{stem}'"
        yield document.problem("file-name", ("id",), message, mend=mend, severity="warning")


RULES: tuple[Rule, ...] = (
    ids_are_free,
    required_points_are_heard,
    follow_ups_are_heard,
    the_last_way_is_open,
    stand_ins_stay,
    points_can_be_covered,
    facts_can_be_open,
    a_short_run_has_moments,
    mistakes_can_be_found,
    the_file_is_named_after_its_id,
)
