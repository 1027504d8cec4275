"""Text that is no YAML: which trap the line fell into, and the line as it was meant. Reported alone, for nothing behind it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.errors import Problem
from trainer.scenario.files.document import located
from trainer.scenario.files.mends import quoted, reads_as, stands_alone
from trainer.scenario.files.nodes import NotYaml, Place, TooDeep, parse
from trainer.scenario.files.source import Source

_LINE = re.compile(r"(?P<before>\s*(?:- +)*(?:[A-Za-z_][\w-]*:[ ]+)?)(?P<value>\S.*?)?\s*\Z")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[a-z][a-z0-9_]*):(?=[^\s/:])")
_TAB = re.compile(r"([ ]*\t[ \t]*)[^\s#]")
_FAR = 100
_OPEN_QUOTE = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][\w-]*:[ ]+)?(?:\"[^\"]*|'[^']*)\Z")
_BROKEN_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU\n]|\Z)")


def syntax_problem(source: Source, error: NotYaml) -> Problem:
    """The one problem of a text that is no YAML."""
    for number in _suspects(source, error):
        for look in (_line_alone, _no_space):
            problem = look(source, number)
            if problem and _heals(source, problem, error):
                return problem
    return _as_told(source, error)


def _heals(source: Source, problem: Problem, error: NotYaml) -> bool:
    """Whether the parser gets further with the mended line: only then was that line at fault."""
    lines = list(source.lines)
    lines[problem.line - 1] = problem.mend
    try:
        parse("\n".join(lines))
    except NotYaml as other:
        return other.place.line > error.place.line
    except TooDeep:
        return True
    return True


def _suspects(source: Source, error: NotYaml) -> Iterator[int]:
    """Lines to look at: where the parser stopped, the line before it, where the thing it was reading began."""
    yield error.place.line
    before = error.place.line - 1
    while before > 0 and not source.line(before).strip():
        before -= 1
    yield before
    if error.opened:
        yield error.opened.line
    # A quote that is never closed runs on to the next quote, many lines on.
    yield from (number for number in range(before, max(0, before - _FAR), -1) if _OPEN_QUOTE.match(source.line(number)))


def tab_problems(source: Source) -> tuple[Problem, ...]:
    """Lines that a tab indents: YAML refuses them, each parser in places of its own, so they are looked for before parsing."""
    return tuple(_tab(source, number, found) for number, line in enumerate(source.lines, start=1) if (found := _TAB.match(line)))


def _tab(source: Source, number: int, found: re.Match[str]) -> Problem:
    at = Place(number, found[0].index("\t") + 1)
    mend = found[1].expandtabs(2) + source.line(number).lstrip()
    return located(source, "tab-indent", "a tab indents this line; YAML takes spaces only", at, mend=mend)


def _no_space(source: Source, number: int) -> Problem | None:
    line = source.line(number)
    found = _NO_SPACE.match(line)
    if not found:
        return None
    message = f"no space behind `{found['key']}:`, so YAML does not see a key"
    mend = line[: found.end()] + " " + line[found.end() :]
    return located(source, "no-space-behind-colon", message, Place(number, found.end()), mend=mend)


def _line_alone(source: Source, number: int) -> Problem | None:
    """A line that is no YAML even by itself: its value needs quotes."""
    line = source.line(number)
    found = _LINE.match(line)
    if not found or not found["value"] or stands_alone(line):
        return None
    before, value = found["before"], found["value"]
    at = Place(number, len(before) + 1)
    check, message, meant = _diagnosis(value)
    mend = before + quoted(meant)
    if value[0] == "[" and "]" not in value[:-1]:
        mend = before + _list_requoted(value)
    offset = value.find(": ") if check == "colon-in-text" else 0
    at = Place(number, at.column + max(offset, 0))
    return located(source, check, message, at, mend=mend)


def _diagnosis(value: str) -> tuple[str, str, str]:
    """Name, message, and the text as it was meant."""
    first, last = value[0], value[-1]
    if first in "\"'":
        return _quotes(value, first, last)
    if first == "{":
        return "braces-unquoted", "a text that begins with `{` needs quotes: YAML begins a map there", value
    if first == "[":
        return "odd-start", "YAML begins a list at `[`; what stands in it needs quotes, or the whole text does", value
    if first in "*&!%@`|>,]}?-":
        return "odd-start", f"a text that begins with `{first}` needs quotes: YAML keeps that sign for itself", value
    if ": " in value or last == ":":
        return "colon-in-text", "a colon and a space in a text need quotes: YAML takes what stands before them for a key", value
    return "no-yaml-value", "YAML cannot read this value; it needs quotes", value


def _quotes(value: str, mark: str, last: str) -> tuple[str, str, str]:
    inner = value[1:]
    if mark == '"' and _BROKEN_ESCAPE.search(inner):
        message = "a backslash in double quotes begins an escape YAML does not know; single quotes take it as it stands"
        return "quote-ends-early", message, inner.removesuffix('"')
    if mark not in inner:
        return "quote-open", f"the quote {mark} that opens here is never closed on this line", inner
    if last == mark and inner.count(mark) == 1:
        return "quote-ends-early", "an escape in this text stands for no character", inner[:-1]
    if last == mark:
        return "quote-ends-early", f"the text ends at the second {mark}, and more follows; write the inner one another way", inner[:-1]
    return "quote-ends-early", f"text goes on behind the closing {mark}; put quotes around the whole of it", value


def _list_requoted(value: str) -> str:
    """A `[...]` list with every entry in quotes that YAML would not take as it stands."""
    entries = [entry.strip() for entry in value.strip("[]").split(",")]
    return "[" + ", ".join(entry if _fits_in_list(entry) else quoted(entry) for entry in entries) + "]"


def _fits_in_list(entry: str) -> bool:
    return " #" not in entry and reads_as(f"[{entry}]", entry.strip("\"'"))


def _as_told(source: Source, error: NotYaml) -> Problem:
    """No trap known: what the parser says, in plain words."""
    opened = error.opened
    why = error.why
    line = source.line(error.place.line)
    if "block end" in why and not line[: error.place.column - 1].strip():
        message = "this line is indented differently from the lines it belongs with"
        before = next((n for n in range(error.place.line - 1, 0, -1) if source.line(n).strip()), 0)
        column = len(source.line(before)) - len(source.line(before).lstrip()) + 1
        mend = f"line it up with its neighbours; line {before} begins in column {column}"
        return located(source, "indentation", message, error.place, mend=mend)
    if opened and ("quoted scalar" in why or "end of stream" in why):
        return located(source, "quote-open", "a quote opens here and is never closed", opened, mend="close it where the text ends")
    if opened and ("',' or" in why):
        sign = source.line(opened.line)[opened.column - 1 : opened.column]
        return located(source, "bracket-open", f"`{sign}` opens here and is not closed as it should be", opened, mend=_CLOSE)
    if "mapping values are not allowed" in why:
        message = "a colon and a space where YAML expects no key: the line is indented too far, or its text needs quotes"
        return located(source, "colon-in-text", message, error.place, mend="line it up with its neighbours, or quote the text")
    return located(source, "syntax", f"YAML cannot read on from here: {why}", error.place, mend="look at this line and the one before")


_CLOSE = "close it, and put quotes around entries with `,` `: ` or ` #` in them"
