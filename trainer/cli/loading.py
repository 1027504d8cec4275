"""The app's code, loaded when it is to be opened and not before."""

from __future__ import annotations

import gc
from collections.abc import Callable


def load_app() -> Callable[..., int]:
    """What opens the app (`trainer.cli.app.open_app`).

    Nothing loaded here is ever garbage, and looking for some takes a tenth of the time to home's first frame: the app has it looked for
    again once that is shown.
    """
    gc.disable()
    from trainer.cli.app import open_app  # noqa: PLC0415  (the app's libraries are for the app)

    return open_app
