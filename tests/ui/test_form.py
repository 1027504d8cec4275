"""The incident form alone: its keys, its notes, and what it hands over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from tests.ui.samples.basics import HERE
from tests.ui.samples.form import FORM
from tests.ui.stage import Alone, until, words
from trainer.ui.messages.home import HomeWanted
from trainer.ui.messages.incident import AdviceWanted, DeleteWanted, FileAsked, FormFilled, OutsideWanted, WriteAsked
from trainer.ui.screens.incident import IncidentPage
from trainer.ui.views.incident import OPEN, Answer, FormView, Standing
from trainer.ui.widgets.fact_field import FactField, LineInput

SAVED = replace(FORM, name="double charges", path=Path("double-charges.yaml"))
OPENED = {one.fact: one.answer for one in FORM.fields}


def heard(pilot: Pilot[Any], kind: type[Message]) -> list[Any]:
    app = pilot.app
    assert isinstance(app, Alone)
    return [one for one in app.heard if type(one) is kind]


def field(pilot: Pilot[Any], fact: str) -> FactField:
    return next(one for one in pilot.app.screen.query(FactField) if one.fact == fact)


async def filled(page: FormView, *keys: str) -> FormFilled:
    """What the form hands over after these keys."""
    async with Alone(IncidentPage(page)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys, "ctrl+s")
        await until(pilot, lambda: bool(heard(pilot, FormFilled)))
        (wish,) = heard(pilot, FormFilled)
        assert isinstance(wish, FormFilled)
        return wish


@pytest.mark.parametrize(
    ("page", "keys", "wish"),
    [
        (FORM, ("escape",), HomeWanted()),
        (FORM, ("x", "escape", "escape"), HomeWanted()),
        (FORM, ("ctrl+s",), FormFilled(HERE, None, "", OPENED)),
        (SAVED, ("ctrl+s",), FormFilled(HERE, SAVED.path, "double charges", OPENED)),
        (FORM, ("ctrl+o",), FileAsked(HERE)),
        (FORM, ("ctrl+y",), WriteAsked(HERE, "", OPENED)),
        (SAVED, ("f4",), OutsideWanted(HERE, "double charges", OPENED)),
        (SAVED, ("f8", "f8"), DeleteWanted(Path("double-charges.yaml"), "double charges")),
        (SAVED, ("f5", "ctrl+s"), FormFilled(HERE, None, "double charges, copy", OPENED)),
    ],
    ids=lambda one: "-".join(one) if isinstance(one, tuple) else type(one).__name__,
)
async def test_a_key_posts_its_wish(page: FormView, keys: tuple[str, ...], wish: Message) -> None:
    async with Alone(IncidentPage(page)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await until(pilot, lambda: heard(pilot, type(wish)) == [wish])


@pytest.mark.parametrize(
    ("page", "keys"), [(FORM, ("f8", "f8", "f5", "ctrl+z")), (SAVED, ("f8", "x", "backspace", "f8"))], ids=["new", "saved"]
)
async def test_a_saved_incident_alone_is_deleted_and_only_when_asked_twice_in_a_row(page: FormView, keys: tuple[str, ...]) -> None:
    async with Alone(IncidentPage(page)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert heard(pilot, DeleteWanted) == []


async def test_asking_to_delete_does_not_answer_a_question_about_leaving() -> None:
    async with Alone(IncidentPage(SAVED)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("x", "escape", "f8")
        await until(pilot, lambda: "F8 again deletes “double charges”" in words(pilot.app))
        assert heard(pilot, HomeWanted) == heard(pilot, DeleteWanted) == []


async def test_the_form_hands_over_values_and_what_is_known_to_be_open() -> None:
    wish = await filled(FORM, *"twice", "enter", "enter", "enter", *"a race", "f2", "f2")
    assert dict(wish.answers) == {"bug": Answer(Standing.VALUE, "twice"), "estimate": OPENED["estimate"], "cause": OPEN, "flag": OPEN}


async def test_there_is_none_is_an_answer_and_typing_takes_it_back() -> None:
    assert (await filled(FORM)).answers["flag"] == Answer(Standing.NONE)
    wish = await filled(FORM, *["enter"] * 4, *"one")
    assert wish.answers["flag"] == Answer(Standing.VALUE, "one")


async def test_an_open_answer_shows_the_honest_sentence_that_stands_for_it() -> None:
    async with Alone(IncidentPage(FORM)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "There is no flag that could switch it off." in words(pilot.app)
        assert "We have not confirmed the cause yet." not in words(pilot.app)
        await pilot.press("enter", "enter", "enter")
        await until(pilot, lambda: "You would say: “We have not confirmed the cause yet.”" in words(pilot.app))
        await pilot.press(*"a race")
        await until(pilot, lambda: "We have not confirmed the cause yet." not in words(pilot.app))
        await pilot.press("f2", "f2")
        await until(pilot, lambda: "We are still looking for a flag." in words(pilot.app))
        await pilot.press("shift+tab", "f3")
        await until(pilot, lambda: "There is no flag that could switch it off." in words(pilot.app))


async def test_a_new_answer_is_looked_at_when_its_field_is_left_and_only_then() -> None:
    async with Alone(IncidentPage(FORM)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter", "end", *" or so")
        await pilot.pause()
        assert heard(pilot, AdviceWanted) == []
        await pilot.press("enter", "shift+tab", "enter")
        await until(pilot, lambda: heard(pilot, AdviceWanted) == [AdviceWanted(HERE, "estimate", "4-6 hours or so")])


async def test_advice_stands_at_its_field_holds_nobody_up_and_goes_with_the_next_letter() -> None:
    page = IncidentPage(FORM)
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"soon", "enter")
        page.advise("bug", "late", "Of another answer.")
        page.advise("bug", "soon", "This needs a length of time.")
        await until(pilot, lambda: "This needs a length of time." in words(pilot.app))
        assert "Of another answer." not in words(pilot.app)
        assert field(pilot, "bug").is_open
        assert pilot.app.focused is field(pilot, "name").query_one(LineInput)
        await pilot.press("shift+tab", "x")
        await until(pilot, lambda: "This needs a length of time." not in words(pilot.app))


async def test_the_short_name_is_asked_after_the_first_fact_with_one_cut_from_it_as_the_example() -> None:
    async with Alone(IncidentPage(FORM)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        name = field(pilot, "name").query_one(LineInput)
        assert name.placeholder == "e.g. 4-6 hours"
        field(pilot, "bug").put(Answer(Standing.VALUE, "when a tablet syncs after being offline, it empties the list"))
        await pilot.press("end", "x", "enter")
        await until(pilot, lambda: pilot.app.focused is name)
        assert name.placeholder == "e.g. tablet syncs after being offline"


async def test_the_form_says_how_much_is_needed_until_it_is_enough() -> None:
    async with Alone(IncidentPage(FORM)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "One answer is needed." in words(pilot.app)
        await pilot.press("x")
        await until(pilot, lambda: "Enough for a first brief: Ctrl+S." in words(pilot.app))
        await pilot.press("backspace")
        await until(pilot, lambda: "One answer is needed." in words(pilot.app))


def with_answers(form: FormView, **answers: Answer) -> FormView:
    return replace(form, fields=tuple(replace(one, answer=answers.get(one.fact, OPEN)) for one in form.fields))


async def test_a_file_fills_in_what_it_knows_and_one_key_takes_it_back() -> None:
    page = IncidentPage(FORM)
    read = replace(with_answers(FORM, bug=Answer(Standing.VALUE, "mails vanish"), cause=Answer(Standing.VALUE, "a race")), name="mails")
    async with Alone(page).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"typed")
        assert page.fill(read) == 2
        await pilot.pause()
        assert [field(pilot, fact).answer.value for fact in ("bug", "estimate", "cause", "name")] == [
            "mails vanish",
            "4-6 hours",
            "a race",
            "mails",
        ]
        assert field(pilot, "flag").answer == Answer(Standing.NONE)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert [field(pilot, fact).answer.value for fact in ("bug", "estimate", "cause", "name")] == ["typed", "4-6 hours", "", ""]


async def test_other_wordings_that_a_file_gave_stay_as_long_as_their_value_does() -> None:
    worded = Answer(Standing.VALUE, "mails vanish", ("letters get lost",))
    form = with_answers(FORM, bug=worded)
    assert (await filled(form)).answers["bug"] == worded
    assert (await filled(form, "end", "x")).answers["bug"] == Answer(Standing.VALUE, "mails vanishx")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_the_field_one_types_in_is_in_sight_with_its_note_and_the_keys(size: tuple[int, int]) -> None:
    async with Alone(IncidentPage(FORM)).run_test(size=size) as pilot:
        await pilot.pause()
        for fact in ["bug", "name", "estimate", "cause", "flag"]:
            box = field(pilot, fact)
            await until(pilot, lambda at=box: at.has_focus_within and at.region.bottom <= size[1] - 1 and at.region.y > 0)  # type: ignore[misc]
            await pilot.press("enter")
