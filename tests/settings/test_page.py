"""docs/reference/settings.md cannot fall behind the code."""

from __future__ import annotations

import re
from pathlib import Path

from trainer.settings.fields import SETTINGS
from trainer.settings.keys import KEYS
from trainer.settings.load import load_settings
from trainer.settings.page import settings_page

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "settings.md"


def test_the_page_is_fresh() -> None:
    """When this fails: python -m scripts.write_reference."""
    assert PAGE.read_text(encoding="utf-8") == settings_page()


def test_every_setting_its_variable_and_every_key_stand_on_the_page() -> None:
    for name in (*KEYS, *(setting.name for setting in SETTINGS), *(setting.variable for setting in SETTINGS)):
        assert f"`{name}`" in settings_page()


def test_a_description_never_breaks_its_table() -> None:
    rows = [line for line in settings_page().split("\n") if line.startswith("| `")]
    assert {row.count("|") for row in rows} == {4, 6}


def test_examples_on_the_page_hold(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", settings_page(), re.DOTALL)
    assert blocks
    for block in blocks:
        (tmp_path / "settings.yaml").write_text(block, encoding="utf-8")
        assert load_settings(tmp_path / "settings.yaml").keys
