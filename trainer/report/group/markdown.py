"""The group page as Markdown. Draws; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.report.group.parts import EMPTY, NO_RANKING, TITLE, Part, Table, parts, remarks, summary
from trainer.report.group.values import Group, GroupOf, SideBySide
from trainer.report.markdown import bullet, literal, quoted


def render(group: Group) -> str:
    """The page, ending in a newline; what people said is shown literally."""
    return "\n".join(_lines(group)).rstrip() + "\n"


def _lines(group: Group) -> Iterator[str]:
    yield from (f"# {TITLE}", "", literal(NO_RANKING), "")
    if not group.scenarios:
        yield from (literal(EMPTY), "")
    for one in group.scenarios:
        yield from _scenario(one)
    yield from (bullet(literal(remark)) for remark in remarks(group))


def _scenario(one: GroupOf) -> Iterator[str]:
    yield from (f"## {literal(one.title)}", "", literal(" ".join(summary(one))), "")
    for part in parts(one):
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield from (f"### {part.heading}", "")
    if part.lead:
        yield from (part.lead, "")
    if part.table:
        yield from (*_table(part.table), "")
    for answers in part.answers:
        yield from _answers(answers)
    if part.items:
        yield from (*(bullet(literal(item)) for item in part.items), "")
    if part.command:
        yield from ("```", part.command, "```", "")


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(table.heads)} |"
    yield f"|{' --- |' * len(table.heads)}"
    yield from (f"| {' | '.join(literal(cell) for cell in row)} |" for row in table.rows)


def _answers(answers: SideBySide) -> Iterator[str]:
    yield from (f"**{literal(answers.label)}** ({literal(answers.about)}; asked {quoted(answers.line)})", "")
    yield from (bullet(f"heard: {quoted(reply)}") for reply in answers.heard)
    yield from (bullet(f"not heard: {quoted(reply)}") for reply in answers.not_heard)
    yield ""
