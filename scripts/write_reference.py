"""Write the reference pages that come from the code: `python -m scripts.write_reference`."""

from __future__ import annotations

from pathlib import Path

from trainer.authoring.reference import checks_page, format_page
from trainer.settings.page import settings_page

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"


def main() -> None:
    """Write docs/reference/format.md, docs/reference/checks.md and docs/reference/settings.md."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in (("format.md", format_page()), ("checks.md", checks_page()), ("settings.md", settings_page())):
        (REFERENCE / name).write_text(text, encoding="utf-8")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
