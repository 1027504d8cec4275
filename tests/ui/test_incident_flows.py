"""Own incidents in the whole app: from files and into files, copied, deleted, and the way to a brief when time is short."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.widgets._footer import FooterKey

from tests.small_meeting import PLAIN
from tests.ui.stage import an_app, burst, listed, mark, reach, until, words
from trainer.ui.app import TrainerApp
from trainer.ui.refusals import EditorFailed
from trainer.ui.screens.brief import BriefPage
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.choosing import ChoosingPage
from trainer.ui.screens.dialogs import OpenDialog, SaveDialog, TroubleDialog
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.widgets.fact_field import FactField

SHORT = {**PLAIN, "short": [PLAIN["start"]]}
MINE = 'format: 1\nscenario: small\nname: mails\nfacts:\n  bug: "mails vanish"\n  estimate: "2 days"\n'


async def form(pilot: Pilot[Any]) -> IncidentPage:
    """From home to an empty form."""
    await mark(pilot, "A small meeting")
    await pilot.press("o")
    return await reach(pilot, IncidentPage)


def values(pilot: Pilot[Any]) -> list[str]:
    return [field.answer.value for field in pilot.app.screen.query(FactField)]


async def saved(pilot: Pilot[Any]) -> None:
    """Home again, with one saved incident that is marked."""
    await form(pilot)
    await pilot.press(*"lost", "enter", *"mails", "ctrl+s")
    await reach(pilot, BriefingPage)
    await pilot.press("escape")
    await reach(pilot, HomePage)
    await mark(pilot, "mails")


async def test_a_file_with_mistakes_names_their_places_loses_nothing_and_is_read_once_it_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "mine.yaml"
    file.write_text(MINE.replace("bug:", "bgu:"), encoding="utf-8")
    async with an_app(tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await form(pilot)
        await pilot.press(*"typed", "ctrl+o")
        dialog = await reach(pilot, OpenDialog)
        await pilot.press(*"nowhere.yaml", "enter")
        await until(pilot, lambda: "there is no such file" in words(pilot.app))
        dialog.query_one(Input).value = "mine.yaml"
        await pilot.press("enter")
        await until(pilot, lambda: "mine.yaml:5:3" in words(pilot.app))
        assert "did you mean 'bug'?" in words(pilot.app)
        assert dialog.query_one(Input).value == "mine.yaml"
        await pilot.press("escape")
        await reach(pilot, IncidentPage)
        assert values(pilot) == ["typed", "", ""]
        await pilot.press("ctrl+o")
        await reach(pilot, OpenDialog)
        file.write_text(MINE, encoding="utf-8")
        await pilot.press("m", "right", "enter")
        await reach(pilot, IncidentPage)
        await until(pilot, lambda: values(pilot) == ["mails vanish", "mails", "2 days"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: values(pilot) == ["typed", "", ""])


async def test_the_form_is_written_as_a_private_file_that_can_be_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with an_app(tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await form(pilot)
        await pilot.press("enter", "enter", *"soon", "ctrl+y")
        await until(pilot, lambda: "Estimate has to say how long" in words(pilot.app))
        await pilot.press("ctrl+u", *"2 days", "ctrl+y")
        await reach(pilot, SaveDialog)
        await pilot.press("enter")
        await reach(pilot, IncidentPage)
        file = tmp_path / "2-days.yaml"
        assert file.stat().st_mode & 0o777 == 0o600
        await pilot.press("ctrl+u", "ctrl+o")
        await reach(pilot, OpenDialog)
        await pilot.press(*"2-days.yaml", "enter")
        await reach(pilot, IncidentPage)
        await until(pilot, lambda: values(pilot)[2] == "2 days")


async def test_the_form_goes_on_in_the_players_editor_and_what_cannot_be_read_is_kept_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def editor(does: Callable[[str], str]) -> None:
        def edit(text: str, name: str) -> str:
            assert name.endswith(".yaml")
            texts.append(text)
            return does(text)

        monkeypatch.setattr(pilot.app, "edit_outside", edit)

    def fails(text: str) -> str:
        raise EditorFailed("No editor is set.")

    async with an_app(tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await form(pilot)
        await pilot.press(*"typed")
        editor(fails)
        await pilot.press("f4")
        await until(pilot, lambda: len(texts) == 1)
        assert values(pilot) == ["typed", "", ""]
        editor(lambda text: text.replace("bug:", "bgu:").replace("typed", "mended"))
        await pilot.press("f4")
        await reach(pilot, TroubleDialog)
        assert "did you mean 'bug'?" in words(pilot.app)
        await pilot.press("escape")
        await reach(pilot, IncidentPage)
        assert "F4 goes on with it" in words(pilot.app)
        assert values(pilot) == ["typed", "", ""]
        editor(lambda text: text.replace("bgu:", "bug:"))
        await pilot.press("f4")
        await until(pilot, lambda: values(pilot) == ["mended", "", ""])
        assert "bgu" in texts[-1]


async def test_a_copy_is_kept_beside_the_first(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await saved(pilot)
        await pilot.press("e")
        await reach(pilot, IncidentPage)
        await pilot.press("f5", "ctrl+s")
        await reach(pilot, BriefingPage)
        assert sorted(path.name for path in (tmp_path / "home" / "incidents").iterdir()) == ["mails-copy.yaml", "mails.yaml"]


async def test_a_deleted_incident_is_gone_from_home(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await saved(pilot)
        await pilot.press("e")
        await reach(pilot, IncidentPage)
        await pilot.press("f8", "f8")
        await reach(pilot, HomePage)
        await until(pilot, lambda: not any("mails" in line for line in listed(pilot.app)))
        assert list((tmp_path / "home" / "incidents").iterdir()) == []


async def test_with_little_time_the_facts_lead_to_the_brief_and_one_key_to_the_short_run(tmp_path: Path) -> None:
    async with an_app(tmp_path, scenario=SHORT).run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: any("15 minutes" in line for line in listed(pilot.app)))
        await pilot.press("enter")
        await reach(pilot, ChoosingPage)
        await mark(pilot, "Your own incident", under="A small meeting")
        burst(pilot, "enter", *"lost", "ctrl+s")
        await reach(pilot, BriefPage)
        assert "lost" in words(pilot.app)
        assert "Rehearse it" in words(pilot.app)
        await pilot.press("r")
        await reach(pilot, MeetingPage)
        stage = pilot.app
        assert isinstance(stage, TrainerApp)
        assert stage.session is not None
        assert stage.session.view().about


async def test_from_home_the_brief_leads_to_its_briefing(tmp_path: Path) -> None:
    async with an_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("b")
        await reach(pilot, BriefPage)
        await pilot.press("r")
        await reach(pilot, BriefingPage)
        await pilot.press("enter")
        await reach(pilot, MeetingPage)


async def test_a_message_is_copied_through_the_terminal_and_said_so(tmp_path: Path) -> None:
    message = {"heading": "The call", "message": True, "items": [{"line": "Harm: {bug}."}, {"line": "Ask: hold it."}]}
    async with an_app(tmp_path, scenario={**PLAIN, "brief": [message]}).run_test(size=(80, 24), notifications=True) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("b")
        await reach(pilot, BriefPage)
        await pilot.press("c")
        await until(pilot, lambda: pilot.app.clipboard == f"Harm: {PLAIN['facts']['bug']['example']}.\nAsk: hold it.")
        await until(pilot, lambda: any("Copied: The call" in str(one.render()) for one in pilot.app.screen.query("Toast")))


async def test_a_brief_is_saved_as_html_when_its_name_ends_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with an_app(tmp_path).run_test(size=(80, 24), notifications=True) as pilot:
        await mark(pilot, "A small meeting")
        await pilot.press("b")
        await reach(pilot, BriefPage)
        await pilot.press("s")
        dialog = await reach(pilot, SaveDialog)
        assert "The ending decides: .md for Markdown, .html for a page to print." in words(pilot.app)
        dialog.query_one(Input).value = "mine.pdf"
        await pilot.press("enter")
        await until(pilot, lambda: "End the name in .md" in words(pilot.app))
        assert dialog.query_one(Input).value == "mine.pdf"
        dialog.query_one(Input).value = "mine.md"
        assert any(key.description == "Another form" for key in dialog.query(FooterKey))
        await pilot.press("f2", "enter")
        await reach(pilot, BriefPage)
        assert (tmp_path / "mine.html").read_text(encoding="utf-8").startswith("<!doctype html>")
        assert (tmp_path / "mine.html").stat().st_mode & 0o777 == 0o600
