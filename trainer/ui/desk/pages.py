"""Pages to take along, written to files that only their owner can read."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import StoreFailed
from trainer.report.brief import html as brief_html
from trainer.report.brief import markdown as brief_markdown
from trainer.report.brief.values import Brief
from trainer.report.debrief import html as debrief_html
from trainer.report.debrief import markdown as debrief_markdown
from trainer.report.debrief.values import Debrief
from trainer.store.files import write_private
from trainer.store.incidents import file_name_of
from trainer.text.clean import clean_line
from trainer.ui.desk.named_files import file_named
from trainer.ui.refusals import FileThere
from trainer.ui.views.saving import FileForm, IncidentText, Suggestion

Page = Brief | Debrief | IncidentText
MARKDOWN, HTML = FileForm(".md", "Markdown"), FileForm(".html", "a page to print")
YAML = FileForm(".yaml", "YAML")
_SAME = {".htm": ".html", ".markdown": ".md", ".yml": ".yaml"}
"""Endings that mean the same as ours."""


class Pages:
    """The part of the desk for files the player takes along."""

    def suggested_file(self, page: Page) -> Suggestion:
        """What to call a saved page, if nothing else is wanted; in the folder that the app was opened in."""
        if isinstance(page, IncidentText):
            name = file_name_of(page.name)
        else:
            name = f"{file_name_of(page.incident or page.title)}-{'brief' if isinstance(page, Brief) else 'debrief'}"
        forms = _forms(page)
        return Suggestion(f"{name}{forms[0].ending}", clean_line(str(Path.cwd())), forms)

    def save(self, page: Page, name: str, *, replace: bool) -> Path:
        """Write a page in the form that the name's ending asks for; returns the file.

        Raises:
            FileThere: there is one, and it is not to be replaced.
            StoreFailed: the ending is of no form the page has, or the file cannot be written.
        """
        path = file_named(name)
        forms = _forms(page)
        if not path.suffix:
            path = path.with_name(f"{path.name}{forms[0].ending}")
        ending = _SAME.get(path.suffix.lower(), path.suffix.lower())
        if ending not in (form.ending for form in forms):
            known = " or ".join(f"{form.ending} ({form.is_called})" for form in forms)
            raise StoreFailed(f"End the name in {known}: nothing else can be written.")
        if path.exists() and not replace:
            raise FileThere(f"{clean_line(path.name)} is there already. Enter again replaces it.")
        _write(path, _text(page, ending))
        return path


def _forms(page: Page) -> tuple[FileForm, ...]:
    return (YAML,) if isinstance(page, IncidentText) else (MARKDOWN, HTML)


def _text(page: Page, ending: str) -> str:
    if isinstance(page, IncidentText):
        return page.text
    if isinstance(page, Brief):
        return brief_html.render(page) if ending == HTML.ending else brief_markdown.render(page)
    return debrief_html.render(page) if ending == HTML.ending else debrief_markdown.render(page)


def _write(path: Path, text: str) -> None:
    try:
        write_private(path, text)
    except StoreFailed as error:
        why = getattr(error.__cause__, "strerror", None) or "a file stands where its folder would have to be"
        raise StoreFailed(f"{clean_line(str(path))} cannot be written: {why}. Name a file in a folder you may write to.") from error
