"""What of a scenario could be read: all of it, or what is left when broken items are mended away.

One bad key point must not hide a misspelt state elsewhere: names are checked on parts, and a broken item keeps its name.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from trainer.scenario.models import (
    BriefSection,
    Ending,
    Fact,
    Interjection,
    KeyPoint,
    Mistake,
    Model,
    Moment,
    Role,
    Scenario,
    Spoken,
    State,
    Theme,
    Variant,
)
from trainer.scenario.schema_walk import keys_of, model_at
from trainer.scenario.suggest import nearest

LEFT_OUT = "zz_left_out"
"""Stands where a value is missing or cannot be read; nothing is said about it."""
_TRIES = 200
"""Refusals taken away from one item before it counts as unreadable."""

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Parts:
    """The readable items of a scenario by id, and every id that was declared, readable or not."""

    themes: Mapping[str, Theme] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    key_points: Mapping[str, KeyPoint] = field(default_factory=dict)
    mistakes: Mapping[str, Mistake] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    interjections: Mapping[str, Interjection] = field(default_factory=dict)
    endings: Mapping[int, Ending] = field(default_factory=dict)
    brief: Mapping[int, BriefSection] = field(default_factory=dict)
    start: str | None = None
    short: tuple[str, ...] = ()
    briefing: Spoken = ()
    id: str | None = None
    declared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Section -> its ids, those of broken items too."""

    def moments(self) -> Iterator[tuple[tuple[str, str], Moment]]:
        """States, then interjections, each with its path."""
        for name, state in self.states.items():
            yield ("states", name), state
        for name, interjection in self.interjections.items():
            yield ("interjections", name), interjection

    def names(self, *sections: str) -> tuple[str, ...]:
        """All ids of these sections."""
        return tuple(name for section in sections for name in self.declared.get(section, ()))


_SECTIONS: dict[str, type[Model]] = {
    "themes": Theme,
    "roles": Role,
    "facts": Fact,
    "key_points": KeyPoint,
    "mistakes": Mistake,
    "states": State,
    "interjections": Interjection,
}


def whole(scenario: Scenario) -> Parts:
    """The parts of a scenario that is well formed."""
    sections = {name: getattr(scenario, name) for name in _SECTIONS}
    return Parts(
        **sections,
        endings=dict(enumerate(scenario.endings)),
        brief=dict(enumerate(scenario.brief)),
        start=scenario.start,
        short=scenario.short,
        briefing=scenario.briefing,
        id=scenario.id,
        declared={**{name: tuple(section) for name, section in sections.items()}, "endings": tuple(one.id for one in scenario.endings)},
    )


def salvaged(data: Any) -> Parts:
    """What can be read of a document that the models refuse as a whole."""
    root = data if isinstance(data, dict) else {}
    sections = {name: _mapping(root.get(name)) for name in _SECTIONS}
    read: dict[str, Any] = {name: _read_all(_SECTIONS[name], items) for name, items in sections.items()}
    briefing = root.get("briefing")
    return Parts(
        **read,
        endings=_read_all(Ending, _listing(root.get("endings"))),
        brief=_read_all(BriefSection, _listing(root.get("brief"))),
        start=_text(root.get("start")),
        short=_texts(root.get("short")),
        briefing=(Variant(lines=(briefing,)),) if isinstance(briefing, str) and briefing else (),
        id=_text(root.get("id")),
        declared={name: tuple(items) for name, items in sections.items()},
    )


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _listing(value: Any) -> dict[int, Any]:
    return dict(enumerate(value)) if isinstance(value, list) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: Any) -> tuple[str, ...]:
    """A text or a list of texts; none where the list holds anything else, for the places of names are their places in it."""
    texts = [value] if isinstance(value, str) else value
    return tuple(texts) if isinstance(texts, list) and all(isinstance(one, str) for one in texts) else ()


K = TypeVar("K", bound=Hashable)


def _read_all(model: type[M], items: Mapping[K, Any]) -> dict[K, M]:
    read = ((name, _read(model, item)) for name, item in items.items())
    return {name: item for name, item in read if item is not None}


def _read(model: type[M], item: Any) -> M | None:
    """The item, with what the model refuses taken out of it or filled in; None when nothing is left."""
    holder = {"item": copy.deepcopy(item)}
    filled: set[tuple[Any, ...]] = set()
    for _ in range(_TRIES):
        try:
            return model.model_validate(holder.get("item"))
        except ValidationError as error:
            detail = error.errors(include_url=False, include_input=False)[0]
            if detail["type"] != "extra_forbidden" or not _renamed(model, holder["item"], detail["loc"]):
                _give_way(holder, ("item", *detail["loc"]), detail["type"], filled)
        if "item" not in holder:
            return None
    return None


def _renamed(model: type[Model], item: Any, path: tuple[Any, ...]) -> bool:
    """Take an unknown key for the free one it was most likely meant to be."""
    expected = model_at(model, path[:-1])
    here = item
    for part in path[:-1]:
        if not _has(here, part):
            return False
        here = here[part]
    close = nearest(str(path[-1]), [key for key in keys_of(expected) if key not in here], most=1) if expected else ()
    if close:
        here[close[0]] = here.pop(path[-1])
    return bool(close)


def _give_way(holder: dict[str, Any], path: tuple[Any, ...], kind: str, filled: set[tuple[Any, ...]]) -> None:
    """Take one refusal away: fill what is missing once, else drop the refused value, else what holds it."""
    here: Any = holder
    trail: list[tuple[Any, Any]] = []
    for part in path:
        if part == "[key]" or not _has(here, part):
            break
        trail.append((here, part))
        here = here[part]
    missing = path[-1]
    if kind == "missing" and isinstance(here, dict) and path not in filled:
        filled.add(path)
        here[missing] = LEFT_OUT
        return
    container, part = trail[-1]
    if _has(container, part):
        _drop(container, part)


def _has(container: Any, part: Any) -> bool:
    if isinstance(container, dict):
        return part in container
    return isinstance(container, list) and isinstance(part, int) and part < len(container)


def _drop(container: Any, part: Any) -> None:
    remove: Callable[[Any], Any] = container.pop
    remove(part)
