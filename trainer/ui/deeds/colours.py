"""Colours: another theme, and how long it lasts."""

from __future__ import annotations

from trainer.settings.load import CHOSEN, USUAL
from trainer.ui.messages.colours import ThemeChosen
from trainer.ui.stage import Stage

PLACES = {"file": "your settings file", "environment": "TRAINER_THEME"}
"""Who may ask for a theme, as people call it."""
FOR_NOW = "For now only: {place} asks for {theme}. Change it there to keep this."


async def use(stage: Stage, wish: ThemeChosen) -> None:
    """Use a theme and keep the choice. Where the settings ask for another one, they will again: say so and keep nothing."""
    stage.theme = wish.name
    asked = stage.liked.sources.get("theme", USUAL)
    if asked in (CHOSEN, USUAL):
        await stage.with_desk(lambda desk: desk.colours.keep(wish.name))
    elif wish.name != stage.liked.preferences.theme:
        place = PLACES.get(asked, asked)
        stage.notify(FOR_NOW.format(place=place, theme=stage.liked.preferences.theme), markup=False)
