"""The brief as a page that prints: self-contained, hostile text harmless, one side of paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.report.test_brief_page import runs, scenario
from trainer.meeting.script import prepare
from trainer.report.brief import html as brief_html
from trainer.report.brief.gather import brief
from trainer.report.brief.page import PAGE_LINES, lines_needed
from trainer.report.brief.values import Brief, BriefLine, BriefPart, Source
from trainer.report.html import element, lines, page, text
from trainer.scenario.incident import example_incident, make_incident

HOSTILE = '</style><script src="http://x/">alert(1)</script><img src=x onerror="y"> &amp; \x1b[2J \u202e "quoted" \'too\''
CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome", "chrome") if (found := shutil.which(name))), None)
SPARSE = {"bug": "some invoices are sent twice", "impact": "customers in two countries pay twice", "estimate": "2 days"}
LONG_CLAUSE = "which everybody who has looked at it since Monday sees again, whatever they try"


class Reader(HTMLParser):
    """Collects what a browser would show and every element with its attributes."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.shown = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.shown += data


def hostile() -> Brief:
    part = BriefPart(HOSTILE, (BriefLine(HOSTILE, Source.SAID, HOSTILE), BriefLine(HOSTILE, Source.FACT, HOSTILE)), message=True)
    return Brief(HOSTILE, HOSTILE, example=False, parts=(part, BriefPart("b", part.lines)), left_out=(HOSTILE,))


def test_what_people_typed_is_shown_and_never_run() -> None:
    document = brief_html.render(hostile())
    read = Reader(document)
    assert {tag for tag, _ in read.tags} == {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "div", "ul", "li", "b"}
    assert not any(name.startswith("on") or name in ("src", "href") for _, attributes in read.tags for name in attributes)
    assert '<script src="http://x/">alert(1)</script>' in read.shown
    assert "&amp;" in read.shown
    assert "\x1b" not in document
    assert "\u202e" not in document


def test_a_page_reaches_for_nothing_outside_itself() -> None:
    document = brief_html.render(brief(prepare(scenario(), example_incident(scenario()))))
    assert not re.search(r"https?:|url\(|@import|<script|<link", document)
    assert "default-src 'none'" in document


def test_every_line_of_the_brief_is_on_it() -> None:
    made = brief(prepare(scenario(), example_incident(scenario())), runs()[1])
    shown = Reader(brief_html.render(made)).shown
    assert made.own_sentences
    for part in made.parts:
        assert part.heading in shown
        for line in part.lines:
            assert line.text in shown
            assert (f"“{line.text}”" in shown) is (line.source is Source.SAID)


def test_the_pieces_of_a_page_are_escaped_for_wherever_they_stand() -> None:
    assert text('<a "b"\n c>') == "&lt;a &quot;b&quot; c&gt;"
    assert lines(" a\r\nb<\n") == "a\nb&lt;"
    assert element("p", text("<"), css="muted") == '<p class="muted" dir="auto">&lt;</p>'
    assert "<title>&lt;t&gt;</title>" in page("<t>", "")


def long_incident() -> dict[str, str]:
    return {name: fact.example if fact.kind != "text" else f"{fact.example}, {LONG_CLAUSE}" for name, fact in scenario().facts.items()}


def capitals() -> dict[str, str]:
    return {
        name: fact.example if fact.kind != "text" else (f"{fact.example} {LONG_CLAUSE} " * 3)[:480].upper()
        for name, fact in scenario().facts.items()
    }


CASES = {
    "the example": lambda: brief(prepare(scenario(), example_incident(scenario()))),
    "long facts": lambda: brief(prepare(scenario(), make_incident(scenario(), "mine", long_incident()))),
    "long facts in capitals": lambda: brief(prepare(scenario(), make_incident(scenario(), "mine", capitals()))),
    "hardly any facts": lambda: brief(prepare(scenario(), make_incident(scenario(), "mine", SPARSE))),
    "after a strong run": lambda: brief(prepare(scenario(), example_incident(scenario())), runs()[1]),
}


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to print with")
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("case", CASES)
def test_it_prints_on_one_side_of_paper(case: str, paper: str, tmp_path: Path) -> None:
    made = CASES[case]()
    assert lines_needed(made) <= PAGE_LINES
    source, printed = tmp_path / "brief.html", tmp_path / "brief.pdf"
    source.write_text(brief_html.render(made).replace("</style>", f"@page {{ size: {paper} }}</style>", 1), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run([str(CHROMIUM), *options, f"--print-to-pdf={printed}", source.as_uri()], check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == 1
