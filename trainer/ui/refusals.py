"""What the desk refuses for a reason that belongs on the screen it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import TrainerError

if TYPE_CHECKING:  # views are not needed for home's first frame
    from trainer.ui.views.incident import FormProblem


class FormRefused(TrainerError):
    """What was filled in cannot stand; `problems` say where and why."""

    def __init__(self, problems: tuple[FormProblem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.message for problem in problems))


class EditorFailed(TrainerError):
    """The player's own editor could not be used; what was typed is as it was."""


class FileThere(TrainerError):
    """A file of that name is there already."""


class NothingToAsk(TrainerError):
    """A quiz over a scenario without words."""

    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}” names no words to ask. An author adds them under `glossary`.")
