"""Shared rehearsals as JSON and back. What is read may come from anybody: it is checked key by key, bounded and cleaned.

Owns the shape of the file, in both directions. Opens no file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any, NoReturn, TypeVar

from trainer.errors import Unreadable
from trainer.report.sharing.values import FORMAT, Shared, SharedMistake, SharedPoint, SharedTurn, called
from trainer.scenario.suggest import did_you_mean
from trainer.scoring.standing import Standing
from trainer.text.clean import MAX_REPLY, clean, clean_line
from trainer.text.values import Verdict

LARGEST = 8_000_000
"""Bytes of a file; a long rehearsal has a tenth of that."""
_MOST_ENTRIES = 2_000
"""Turns, points or mistakes in one file."""
_LONGEST_LINE = 4_000
"""Characters of an id, a label, a day."""
_LONGEST_TEXT = 8 * MAX_REPLY
"""Characters of a line or reply; names of facts may be longer than what they stand for."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")

Item = TypeVar("Item")


def to_json(shared: Shared) -> str:
    """The file, UTF-8, with a newline at the end; laid out so that a person can look through it before it is given away."""
    values = {"format": FORMAT, **asdict(shared)}
    return "{\n" + ",\n".join(f" {_plain(key)}: {_laid_out(value)}" for key, value in values.items()) + "\n}\n"


def content(shared: Shared) -> str:
    """The file without its name: equal for one rehearsal given away twice, once with a name and once without."""
    return to_json(replace(shared, name=None))


def _laid_out(value: object) -> str:
    """A table with one entry a line; a list of tables with one value of each a line."""
    match value:
        case dict() if value:
            return "{\n" + ",\n".join(f"  {_plain(key)}: {_plain(one)}" for key, one in value.items()) + "\n }"
        case list() | tuple() if value:
            tables = (",\n   ".join(f"{_plain(key)}: {_plain(one)}" for key, one in table.items()) for table in value)
            return "[\n" + ",\n".join(f"  {{{table}}}" for table in tables) + "\n ]"
        case _:
            return _plain(value)


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def from_json(text: str, source: str) -> Shared:
    """The rehearsal in a file's text; `source` names it in errors.

    Raises:
        Unreadable: not such a file, with what is wrong and where in it.
    """
    try:
        document = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise Unreadable(source, f"not a shared rehearsal: {clean_line(why)[:120]}") from error
    return _shared(Entry(document, source))


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


class Entry:
    """A table of the file, its values taken key by key; what is wrong is said with its place."""

    def __init__(self, value: object, source: str, place: str = "") -> None:
        self._source, self._place = source, place
        if not isinstance(value, dict):
            self.refuse("", "a table is needed here")
        self._values: dict[str, Any] = value
        self._taken: set[str] = set()

    def line(self, key: str) -> str:
        """A short text on one line, cleaned."""
        return clean_line(self._text(key, _LONGEST_LINE))

    def id(self, key: str) -> str:
        """A name as scenarios have them: safe in a path, a table and a command to copy."""
        return self._as_id(key, self._text(key, _LONGEST_LINE))

    def maybe_id(self, key: str) -> str | None:
        """The same, or null."""
        return None if self._get(key) is None else self.id(key)

    def maybe_line(self, key: str) -> str | None:
        """The same, or null."""
        return None if self._get(key) is None else self.line(key)

    def one_of(self, key: str, words: tuple[str, ...]) -> str:
        """One of these words."""
        word = self._text(key, _LONGEST_LINE)
        return word if word in words else self.refuse(key, f"'{clean_line(word)[:40]}' is none of {', '.join(words)}")

    def text(self, key: str) -> str:
        """What somebody said, cleaned."""
        return clean(self._text(key, _LONGEST_TEXT))

    def maybe_text(self, key: str) -> str | None:
        """The same, or null."""
        return None if self._get(key) is None else self.text(key)

    def switch(self, key: str) -> bool:
        """True or false."""
        value = self._get(key)
        return value if isinstance(value, bool) else self.refuse(key, "true or false is needed")

    def whole(self, key: str, most: int) -> int:
        """A whole number, 0 to `most`."""
        value = self._get(key)
        if type(value) is not int or not 0 <= value <= most:
            self.refuse(key, f"a whole number from 0 to {most} is needed")
        return value

    def table(self, key: str, made_from: Callable[[Entry, str], Item]) -> Mapping[str, Item]:
        """A table of tables or words, each made by `made_from(its holder, its key)`."""
        holder = Entry(self._get(key), self._source, self._path(key))
        if len(holder._values) > _MOST_ENTRIES:
            self.refuse(key, f"more than {_MOST_ENTRIES} entries")
        return {holder._as_id("", name): made_from(holder, name) for name in holder._values}

    def entry(self, key: str) -> Entry:
        """The table under a key."""
        return Entry(self._get(key), self._source, self._path(key))

    def entries(self, key: str) -> tuple[Entry, ...]:
        """A list of tables."""
        return tuple(Entry(value, self._source, f"{self._path(key)}.{at}") for at, value in enumerate(self._list(key)))

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of names."""
        return tuple(self._as_id(key, value) for value in self._list(key))

    def day(self, key: str) -> str:
        """A date, YYYY-MM-DD."""
        try:
            return date.fromisoformat(self._text(key, _LONGEST_LINE)).isoformat()
        except ValueError:
            return self.refuse(key, "a day is needed, as 2026-01-31")

    def done(self) -> None:
        """Refuse keys nobody asked for: what is not understood is not shown either."""
        odd = [name for name in self._values if name not in self._taken]
        if odd:
            name = clean_line(odd[0])[:40]
            self.refuse("", f"unknown key '{name}'{did_you_mean(name, sorted(self._taken))}")

    def _as_id(self, key: str, name: object) -> str:
        if not isinstance(name, str) or not _ID.fullmatch(name):
            self.refuse(key, f"'{clean_line(str(name)[:200])[:40]}' is no name: small letters, digits, - and _")
        return name

    def _list(self, key: str) -> list[Any]:
        value = self._get(key)
        if not isinstance(value, list) or len(value) > _MOST_ENTRIES:
            self.refuse(key, f"a list of at most {_MOST_ENTRIES} entries is needed")
        return value

    def _text(self, key: str, longest: int) -> str:
        value = self._get(key)
        if not isinstance(value, str) or len(value) > longest:
            self.refuse(key, f"a text of at most {longest} characters is needed")
        return value

    def _get(self, key: str) -> Any:
        if key not in self._values:
            self.refuse(key, "is missing")
        self._taken.add(key)
        return self._values[key]

    def _path(self, key: str) -> str:
        return clean_line(".".join(part for part in (self._place, key[:_LONGEST_LINE]) if part))

    def refuse(self, key: str, why: str) -> NoReturn:
        """Say what is wrong with the value of a key, or with the table itself. Raises Unreadable."""
        place = self._path(key)
        raise Unreadable(self._source, f"not a shared rehearsal: {place}: {why}" if place else f"not a shared rehearsal: {why}")


def _shared(file: Entry) -> Shared:
    if file.whole("format", 1_000_000) != FORMAT:
        file.refuse("format", f"this trainer reads format {FORMAT}; update it to read a later one")
    found = Shared(
        scenario=file.id("scenario"),
        title=file.line("title"),
        scenario_hash=file.id("scenario_hash"),
        mode=file.id("mode"),
        length=file.id("length"),
        pressure=file.id("pressure"),
        day=file.day("day"),
        name=called(file.maybe_line("name")),
        score=file.whole("score", 100),
        first_score=file.whole("first_score", 100),
        passed=file.switch("passed"),
        ended=file.id("ended"),
        ending=file.maybe_id("ending"),
        ending_label=file.maybe_line("ending_label"),
        moments=file.table("moments", lambda holder, name: holder.line(name)),
        points=file.table("points", lambda holder, name: _point(holder.entry(name))),
        mistakes=file.table("mistakes", lambda holder, name: _mistake(holder.entry(name))),
        turns=tuple(_turn(entry) for entry in file.entries("turns")),
    )
    file.done()
    return found


def _point(entry: Entry) -> SharedPoint:
    found = SharedPoint(
        label=entry.line("label"),
        theme=entry.line("theme"),
        required=entry.switch("required"),
        standing=entry.one_of("standing", tuple(Standing)),
        verdict=entry.one_of("verdict", tuple(Verdict)),
        told=entry.switch("told"),
        claimed=entry.switch("claimed"),
    )
    entry.done()
    return found


def _mistake(entry: Entry) -> SharedMistake:
    found = SharedMistake(entry.line("label"), entry.one_of("status", ("pending", "open", "repaired")))
    entry.done()
    return found


def _turn(entry: Entry) -> SharedTurn:
    found = SharedTurn(
        moment=entry.id("moment"),
        role=entry.id("role"),
        kind=entry.one_of("kind", ("question", "follow_up", "interjection", "answer")),
        line=entry.text("line"),
        reply=entry.maybe_text("reply"),
        points=entry.table("points", lambda holder, name: holder.one_of(name, tuple(Verdict))),
        mistakes=entry.ids("mistakes"),
    )
    entry.done()
    return found
