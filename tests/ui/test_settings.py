"""Settings in the app: what the file, the environment and the palette ask for is there from the first frame on."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from tests.ui.samples.meeting import MEETING
from tests.ui.stage import Alone, mark, noon, reach, scenarios, until, words
from trainer.settings.load import gather
from trainer.settings.values import Preferences
from trainer.store.places import Places
from trainer.ui.app import TrainerApp
from trainer.ui.deeds.colours import FOR_NOW
from trainer.ui.desk.editor import editor_command
from trainer.ui.messages.colours import ThemeChosen
from trainer.ui.opening import OpenRequest, as_liked
from trainer.ui.screens.base import LEAST, ROOMY, Page
from trainer.ui.screens.briefing import BriefingPage
from trainer.ui.screens.dialogs import TroubleDialog
from trainer.ui.screens.home import HomePage
from trainer.ui.screens.meeting import MeetingPage
from trainer.ui.theme import DARK, THEMES
from trainer.ui.trouble import UNUSED


def liked_app(
    folder: Path, settings: str = "", *, environment: dict[str, str] | None = None, opening: OpenRequest | None = None
) -> TrainerApp:
    """The app as it starts on a settings file."""
    places = Places(folder / "home", (scenarios(folder).parent,))
    places.home.mkdir(exist_ok=True)
    if settings:
        places.settings.write_text(settings, encoding="utf-8")
    liked = gather(places.settings, environment or {}, chosen=places.theme)
    return TrainerApp(places, clock=noon, opening=opening, liked=liked)


def asked(folder: Path, **more: str) -> OpenRequest:
    return OpenRequest(scenario=scenarios(folder), **more)  # type: ignore[arg-type]  # mode and pressure only


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_first_frame_has_the_colours_of_the_file(tmp_path: Path, theme: str) -> None:
    app = liked_app(tmp_path, f"theme: {theme}\n")
    assert app.theme == theme
    async with app.run_test() as pilot:
        await reach(pilot, HomePage)
        assert app.theme == theme


async def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    assert liked_app(tmp_path, "theme: trainer-light\n", environment={"TRAINER_THEME": "trainer-dark"}).theme == "trainer-dark"


async def test_a_rehearsal_begins_as_the_file_says_and_the_command_line_comes_before_it(tmp_path: Path) -> None:
    settings = "mode: meeting\npressure: hard\nlimit: 30\n"
    async with liked_app(tmp_path, settings, opening=asked(tmp_path, pressure="real")).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        said = words(pilot.app)
        assert "Meeting: no help until the debrief" in said
        assert "Real: they may cut in twice" in said
        assert "30 minutes" in said


@pytest.mark.parametrize(
    ("request_", "likes", "gets"),
    [
        (OpenRequest(), Preferences(), OpenRequest(mode="coach", pressure="gentle")),
        (OpenRequest(mode="coach", limit=5), Preferences(mode="meeting", limit=30), OpenRequest(mode="coach", pressure="gentle", limit=5)),
        (OpenRequest(length="short"), Preferences(limit=30), OpenRequest(mode="coach", pressure="gentle", length="short", limit=30)),
        (
            OpenRequest(mode="drill", length="drill", points=("a",)),
            Preferences(mode="meeting", limit=30),
            OpenRequest(mode="drill", length="drill", points=("a",), pressure="gentle"),
        ),
    ],
    ids=["nothing asked", "asked", "short", "a drill has no limit of habit"],
)
def test_what_is_asked_for_comes_before_what_is_liked(request_: OpenRequest, likes: Preferences, gets: OpenRequest) -> None:
    assert as_liked(request_, likes) == gets


async def test_a_key_of_the_file_does_what_the_usual_one_did(tmp_path: Path) -> None:
    async with liked_app(tmp_path, "keys: {briefing.mode: x, app.help: f12}\n", opening=asked(tmp_path)).run_test(size=(80, 24)) as pilot:
        page = await reach(pilot, BriefingPage)
        before = words(pilot.app)
        await pilot.press("m")
        assert words(pilot.app) == before
        await pilot.press("x")
        await until(pilot, lambda: "Meeting: no help" in words(pilot.app))
        assert page.key_of("briefing.mode") == "X"
        await pilot.press("f12")
        await until(pilot, lambda: "x" in words(pilot.app).splitlines() and pilot.app.screen is not page)


@pytest.mark.parametrize(("wanted", "there"), [("true", True), ("false", False)])
async def test_live_coverage_can_be_left_out(tmp_path: Path, wanted: str, there: bool) -> None:
    async with liked_app(tmp_path, f"live_coverage: {wanted}\n", opening=asked(tmp_path)).run_test(size=(80, 24)) as pilot:
        await reach(pilot, BriefingPage)
        await pilot.press("enter")
        page = await reach(pilot, MeetingPage)
        await until(pilot, lambda: not page.busy_with)
        assert bool(page.query_one("Lamps").display and page.query_one("Lamps").region.height) is there


def test_the_editor_of_the_file_comes_before_those_of_every_program(tmp_path: Path) -> None:
    environment = {"EDITOR": "nano"}
    app = liked_app(tmp_path, "editor: code --wait\n", environment=environment)
    assert editor_command(environment, app.liked.preferences.editor) == ["code", "--wait"]
    assert editor_command(environment, liked_app(tmp_path, "mode: coach\n", environment=environment).liked.preferences.editor) == ["nano"]


BROKEN = "theme: trainer-dark\npresure: hard\nkeys:\n  home.own: ctl+s\n"


async def test_a_file_with_mistakes_is_told_line_by_line_and_the_app_starts_without_it(tmp_path: Path) -> None:
    app = liked_app(tmp_path, BROKEN, environment={"TRAINER_MODE": "coatch"}, opening=asked(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reach(pilot, TroubleDialog)
        said = words(app)
        assert UNUSED in said
        assert "settings.yaml:2:1 " in said
        assert "did you mean 'pressure'?" in said
        assert "settings.yaml:4:13 " in said
        assert "TRAINER_MODE" in said
        await pilot.press("escape")
        await reach(pilot, BriefingPage)
        assert "Gentle" in words(app)


async def test_markup_in_a_file_with_mistakes_is_shown_as_it_stands(tmp_path: Path) -> None:
    async with liked_app(tmp_path, "theme: '[@click=app.quit]x[/]'\n'[/]': 1\n").run_test(size=(80, 24)) as pilot:
        await reach(pilot, TroubleDialog)
        assert "'[@click=app.quit]x[/]'" in words(pilot.app)
        assert "'[/]'" in words(pilot.app)


async def test_a_theme_chosen_in_the_app_is_there_next_time(tmp_path: Path) -> None:
    app = liked_app(tmp_path)
    async with app.run_test() as pilot:
        await reach(pilot, HomePage)
        app.post_message(ThemeChosen("nord"))
        await until(pilot, lambda: app.theme == "nord" and (tmp_path / "home" / "theme").exists())
    assert liked_app(tmp_path).theme == "nord"
    assert stat.S_IMODE((tmp_path / "home" / "theme").stat().st_mode) == 0o600


@pytest.mark.parametrize("held", ["no such theme\n", "", "\x1b]0;x\x07\n" * 200, "trainer-dark\nnord\n"])
async def test_a_kept_theme_that_is_none_is_passed_over(tmp_path: Path, held: str) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "theme").write_text(held, encoding="utf-8")
    assert liked_app(tmp_path).theme == DARK.name


async def test_where_the_file_asks_for_a_theme_another_choice_is_for_now_and_says_so(tmp_path: Path) -> None:
    app = liked_app(tmp_path, "theme: trainer-light\n")
    async with app.run_test(notifications=True) as pilot:
        await reach(pilot, HomePage)
        app.post_message(ThemeChosen("nord"))
        await until(pilot, lambda: bool(app._notifications))
        (told,) = app._notifications
        assert told.message == FOR_NOW.format(place="your settings file", theme="trainer-light")
        assert app.theme == "nord"
    assert not (tmp_path / "home" / "theme").exists()
    assert liked_app(tmp_path).theme == "trainer-light"


@pytest.mark.parametrize("name", [name for name in BUILTIN_THEMES if name.startswith("ansi")])
async def test_without_colour_a_kept_theme_of_the_terminal_s_colours_gives_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """On Textual 8.2 it would be black on black."""
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "theme").write_text(f"{name}\n", encoding="utf-8")
    app = liked_app(tmp_path)
    async with app.run_test() as pilot:
        await mark(pilot, "A small meeting")
        assert app.theme == DARK.name


@pytest.mark.parametrize(
    ("size", "told"),
    [((60, 20), False), ((59, 20), True), ((60, 19), True), ((40, 12), True), ((39, 12), False), ((40, 11), False)],
    ids=str,
)
async def test_a_small_window_is_told_once_from_what_size_on_there_is_room(tmp_path: Path, size: tuple[int, int], told: bool) -> None:
    """One that is too small for anything shows that instead of the page."""
    app = liked_app(tmp_path)
    async with app.run_test(size=size, notifications=True) as pilot:
        page = await reach(pilot, HomePage)
        await pilot.pause(0.1)
        assert [one.message for one in app._notifications] == (
            [f"This window is {size[0]} x {size[1]}. From {ROOMY.width} x {ROOMY.height} on everything has room."] if told else []
        )
        assert page.has_class("-too-small") is (size[0] < LEAST.width or size[1] < LEAST.height)
        await pilot.resize_terminal(80, 24)
        await pilot.resize_terminal(50, 15)
        await pilot.pause(0.1)
        assert len(app._notifications) == 1


async def test_a_window_that_is_too_small_says_so_and_brings_the_page_back_when_it_grows() -> None:
    page: Page = MeetingPage(MEETING, "what I typed")
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await reach(pilot, MeetingPage)
        await pilot.resize_terminal(39, 11)
        await until(pilot, lambda: words(pilot.app).startswith("This window is 39 x 11; 40 x 12 is the least."))
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: "This window" not in words(pilot.app))
        assert page.draft == "what I typed"  # type: ignore[attr-defined]


async def test_home_s_lists_are_clicked_open(tmp_path: Path) -> None:
    async with liked_app(tmp_path).run_test(size=(80, 24)) as pilot:
        await mark(pilot, "A small meeting")
        lists = pilot.app.screen.query_one("Choices")
        line = next(y for y in range(lists.size.height) if lists.render_line(y).text.strip().startswith("A small meeting"))
        await pilot.click("Choices", offset=(4, line))
        await reach(pilot, BriefingPage)
