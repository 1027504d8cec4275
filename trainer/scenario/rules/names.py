"""Names that stand for something: every state, point, role, fact, mistake and theme named anywhere is declared.

Only looks names up; what must hold between things that are there is in `trainer.scenario.rules.structure`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.errors import Problem
from trainer.scenario.files.document import Document, Path
from trainer.scenario.files.mends import replaced
from trainer.scenario.files.nodes import Place, Scalar, Table
from trainer.scenario.models import END, Condition, Moment
from trainer.scenario.parts import LEFT_OUT, Parts
from trainer.scenario.rules.spoken import spoken_in
from trainer.scenario.suggest import nearest
from trainer.text.values import Flag

FLAGS = tuple(flag.value for flag in Flag)


@dataclass(frozen=True)
class Named:
    """A name somewhere in a scenario, and what it has to be the name of."""

    path: Path
    what: str
    """Key of `_KINDS`."""
    name: str
    is_key: bool = False
    """The name is a key of the file, not a value."""


_KINDS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "state": ("state", ("states",), ()),
    "target": ("state", ("states",), (END,)),
    "moment": ("state or interjection", ("states", "interjections"), ()),
    "point": ("key point", ("key_points",), ()),
    "role": ("role", ("roles",), ()),
    "fact": ("fact", ("facts",), ()),
    "mistake": ("mistake", ("mistakes",), ()),
    "theme": ("theme", ("themes",), ()),
    "ending": ("ending", ("endings",), ()),
    "flag": ("flag", (), FLAGS),
    "mover": ("key point, mistake or flag", ("key_points", "mistakes"), FLAGS),
}
"""What a name may be: the word for it, the sections that declare it, names that are always there."""

_CHECKS = {"target": "unknown-state", "moment": "unknown-state", "point": "unknown-point", "mover": "unknown-trust-mover"}


def reference_problems(document: Document, parts: Parts) -> list[Problem]:
    """One problem for each name in a scenario that nothing declares."""
    return undeclared(document, parts, names_in(parts))


def undeclared(document: Document, parts: Parts, names: Iterable[Named]) -> list[Problem]:
    """One problem for each of these names that nothing in the scenario declares."""
    return [problem for named in names if (problem := _problem(document, parts, named))]


def _problem(document: Document, parts: Parts, named: Named) -> Problem | None:
    word, sections, always = _KINDS[named.what]
    known = (*parts.names(*sections), *always)
    if named.name in known or named.name == LEFT_OUT:
        return None
    close = nearest(named.name, known, most=1)
    hint = f" (did you mean '{close[0]}'?)" if close else ""
    place, end = _where(document, named)
    mend = replaced(document.source, place, end, close[0]) if close and end else f"declare it under `{sections[0]}:`"
    if not close and known and len(known) <= 12:
        mend += f", or name one of {', '.join(known)}"
    check = _CHECKS.get(named.what, f"unknown-{named.what}")
    return document.problem(check, named.path, f"there is no {word} '{named.name}'{hint}", mend=mend, place=place)


def _where(document: Document, named: Named) -> tuple[Place, Place | None]:
    if named.is_key:
        holder = document.spot(named.path[:-1]).node
        key = holder.keys.get(named.name) if isinstance(holder, Table) else None
        return (key.start, key.end) if key else (document.key_place(named.path), None)
    node = document.spot(named.path).node
    return node.start, node.end if isinstance(node, Scalar) else None


def names_in(parts: Parts) -> Iterator[Named]:
    """Every name used in a scenario."""
    if parts.start is not None:
        yield Named(("start",), "state", parts.start)
    yield from list_of(("short",), "moment", parts.short)
    for line in spoken_in(parts):
        for index, variant in enumerate(line.spoken):
            yield from in_condition((*line.path, index, "when"), variant.when)
    yield from _in_roles(parts)
    yield from _in_points(parts)
    for name, mistake in parts.mistakes.items():
        yield from list_of(("mistakes", name, "contradicts"), "point", mistake.contradicts)
    for path, moment in parts.moments():
        yield from _in_moment(path, moment)
    yield from _in_ways(parts)
    yield from _in_brief(parts)


def _in_roles(parts: Parts) -> Iterator[Named]:
    for name, role in parts.roles.items():
        path: Path = ("roles", name)
        if role.stand_in:
            yield Named((*path, "stand_in"), "role", role.stand_in)
        yield from list_of((*path, "cares_about"), "point", role.cares_about)
        yield from keys_of((*path, "trust", "gains"), "mover", role.trust.gains)
        yield from keys_of((*path, "trust", "loses"), "mover", role.trust.loses)
        for index, answer in enumerate(role.answers):
            yield from in_condition((*path, "answers", index, "when"), answer.when)


def _in_points(parts: Parts) -> Iterator[Named]:
    for name, point in parts.key_points.items():
        path: Path = ("key_points", name)
        yield Named((*path, "theme"), "theme", point.theme)
        for facet_name, facet in point.facets.items():
            if facet.fact:
                yield Named((*path, "facets", facet_name, "fact"), "fact", facet.fact)


def _in_moment(path: Path, moment: Moment) -> Iterator[Named]:
    yield Named((*path, "role"), "role", moment.role)
    yield from list_of((*path, "listens_for"), "point", moment.listens_for)
    yield from list_of((*path, "requires"), "point", moment.requires)
    yield from keys_of((*path, "follow_ups"), "point", moment.follow_ups)


def _in_ways(parts: Parts) -> Iterator[Named]:
    for name, state in parts.states.items():
        for index, way in enumerate(state.next):
            path: Path = ("states", name, "next", index)
            yield from in_condition((*path, "when"), way.when)
            yield Named((*path, "to"), "target", way.to)
    for name, interjection in parts.interjections.items():
        yield from in_condition(("interjections", name, "when"), interjection.when)
    for index, ending in parts.endings.items():
        yield from in_condition(("endings", index, "when"), ending.when)


def _in_brief(parts: Parts) -> Iterator[Named]:
    for number, section in parts.brief.items():
        for index, item in enumerate(section.items):
            path: Path = ("brief", number, "items", index)
            if item.point:
                yield Named((*path, "point"), "point", item.point)
            yield from list_of((*path, "known"), "fact", item.known)
            yield from list_of((*path, "unknown"), "fact", item.unknown)


_IN_CONDITIONS = {
    "covered": "point",
    "partly": "point",
    "missing": "point",
    "contradicted": "point",
    "known": "fact",
    "unknown": "fact",
    "none": "fact",
    "visited": "moment",
    "present": "role",
}


def in_condition(path: Path, condition: Condition | None) -> Iterator[Named]:
    """Every name in a condition, in the conditions within it too."""
    if condition is None:
        return
    for key, what in _IN_CONDITIONS.items():
        yield from list_of((*path, key), what, getattr(condition, key))
    yield from keys_of((*path, "mistake"), "mistake", condition.mistake)
    yield from keys_of((*path, "trust"), "role", condition.trust)
    for index, inner in enumerate(condition.any):
        yield from in_condition((*path, "any", index), inner)
    yield from in_condition((*path, "not"), condition.not_)


def list_of(path: Path, what: str, names: Iterable[str]) -> Iterator[Named]:
    """The names in a list."""
    for index, name in enumerate(names):
        yield Named((*path, index), what, name)


def keys_of(path: Path, what: str, names: Iterable[str]) -> Iterator[Named]:
    """The names that are keys of a map."""
    for name in names:
        yield Named((*path, name), what, name, is_key=True)
