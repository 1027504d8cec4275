"""The group page as one self-contained HTML page. Draws; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.report.group.parts import EMPTY, NO_RANKING, TITLE, Part, Table, parts, remarks, summary
from trainer.report.group.values import Group, GroupOf, SideBySide
from trainer.report.html import element, page, text

_STYLE = """
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; margin: 1mm 0 3mm; break-inside: avoid; }
.pair blockquote { margin: 1mm 0; }
th, td { overflow-wrap: break-word; }
code { font-family: monospace; }
"""


def render(group: Group) -> str:
    """The whole document, ending in a newline; what people said stays text."""
    return page(TITLE, "\n".join(_body(group)), _STYLE)


def _body(group: Group) -> Iterator[str]:
    yield element("h1", text(TITLE))
    yield element("p", text(NO_RANKING), css="muted")
    if not group.scenarios:
        yield element("p", text(EMPTY))
    for one in group.scenarios:
        yield from _scenario(one)
    for remark in remarks(group):
        yield element("p", text(remark), css="muted")


def _scenario(one: GroupOf) -> Iterator[str]:
    yield element("h2", text(one.title))
    yield element("p", text(" ".join(summary(one))))
    for part in parts(one):
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield element("h3", text(part.heading))
    if part.lead:
        yield element("p", text(part.lead), css="muted")
    if part.table:
        yield _table(part.table)
    for answers in part.answers:
        yield from _answers(answers)
    if part.items:
        yield element("ul", *(element("li", text(item)) for item in part.items))
    if part.command:
        yield element("p", element("code", text(part.command)))


def _table(table: Table) -> str:
    head = element("tr", *(element("th", text(name)) for name in table.heads))
    return element("table", head, *(element("tr", *(element("td", text(cell)) for cell in row)) for row in table.rows))


def _answers(answers: SideBySide) -> Iterator[str]:
    yield element("p", element("strong", text(answers.label)), f" ({text(answers.about)})")
    yield element("p", text(f"Asked: “{answers.line}”"))
    yield element("div", _column("Heard", answers.heard), _column("Not heard", answers.not_heard), css="pair")


def _column(heading: str, replies: tuple[str, ...]) -> str:
    return element("div", element("strong", text(heading)), *(element("blockquote", text(reply)) for reply in replies))
