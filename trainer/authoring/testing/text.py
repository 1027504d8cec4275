"""What `trainer test` found, as lines of text: what failed first, then figures, then what is known and not reached."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.authoring.calibrate import Calibration, Otherwise
from trainer.authoring.calibrate_words import FalseAlarm, Miss
from trainer.authoring.testing.coverage import KINDS, Coverage
from trainer.authoring.testing.outcome import Outcome
from trainer.authoring.testing.plays import PlayResult
from trainer.text.clean import clean_line
from trainer.text.counted import counted

_WIDEST = 100
"""Characters of a reply that are shown; the file has all of them."""
_LISTED = frozenset(KINDS) - {"phrases"}
"""Kinds whose unreached members are always listed: there are few of them."""


def outcome_lines(found: Outcome, *, all_of_it: bool = False) -> Iterator[str]:
    """One scenario's outcome; with `all_of_it` each known miss and each phrase that nothing reached too."""
    yield f"{'passed' if found.passed else 'FAILED'}  {found.scenario.id}"
    if found.cases is not None:
        yield from _cases(found.cases, agrees=found.agrees, all_of_it=all_of_it)
    yield from _plays(found.plays)
    yield from _coverage(found, all_of_it=all_of_it)


def _cases(cases: Calibration, *, agrees: bool, all_of_it: bool) -> Iterator[str]:
    if cases.rest is not None:
        verdict = "" if agrees else " - too low: trainer calibrate shows which words to add"
        yield f"  cases         {cases.replies}, agreement {cases.rest.value:.2f} where {cases.asked:.2f} is asked{verdict}"
    else:
        yield f"  cases         {cases.replies}"
    if cases.musts:
        yield f"  must hold     {cases.musts - len(cases.unkept)} of {cases.musts}"
    for one in cases.unkept:
        yield f"    {one.place} {one.state}: {_quoted(one.reply)}"
        yield from (f"      {line}" for line in one.broken)
    known: list[Miss | FalseAlarm | Otherwise] = [*cases.missed, *cases.false_alarms, *cases.denials]
    if known:
        yield f"  known misses  {len(known)}{'' if all_of_it else ' (--all lists them)'}"
    if all_of_it:
        for miss in known:
            yield f"    {miss.place} {miss.state}: {_quoted(miss.reply)}"
            yield f"      {miss.point}: {miss.people.value} for people, {miss.heard.value} for the reader"


def _plays(plays: tuple[PlayResult, ...]) -> Iterator[str]:
    if not plays:
        yield "  playthroughs  none"
        return
    failed = [play for play in plays if play.broken]
    yield f"  playthroughs  {len(plays) - len(failed)} of {len(plays)} come as expected"
    for play in failed:
        yield f"    {play.place} {clean_line(play.name)}"
        yield from (f"      {line}" for difference in play.broken for line in difference.split("\n"))


def _coverage(found: Outcome, *, all_of_it: bool) -> Iterator[str]:
    yield f"  reached       {', '.join(f'{one.kind} {one.reached}/{one.total}' for one in found.coverage if one.total)}"
    for one in found.coverage:
        if one.unreached and (all_of_it or one.kind in _LISTED):
            yield from _unreached(found.file, one)


def _unreached(file: str, coverage: Coverage) -> Iterator[str]:
    yield f"  not reached:  {counted(len(coverage.unreached), coverage.kind.removesuffix('s'), coverage.kind)}"
    for one in coverage.unreached:
        yield f"    {file}:{one.line} {one.path}: {one.source}"


def _quoted(reply: str) -> str:
    shown = clean_line(reply)
    return f'"{shown if len(shown) <= _WIDEST else shown[:_WIDEST].rstrip() + "..."}"'
