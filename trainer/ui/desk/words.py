"""The words of a scenario, cleaned, for looking up."""

from __future__ import annotations

from pathlib import Path

from trainer.scenario.load import load_scenario
from trainer.scenario.models import Term
from trainer.text.clean import clean_line
from trainer.ui.views.words import WordLine, WordsView


def words_view(scenario_file: Path) -> WordsView:
    """All words, by the alphabet. Raises ProblemsFound, Unreadable."""
    scenario = load_scenario(scenario_file)
    lines = sorted((word_line(term) for term in scenario.glossary), key=lambda line: line.term.casefold())
    return WordsView(scenario_file, clean_line(scenario.title), tuple(lines))


def word_line(term: Term) -> WordLine:
    """One word, fit to be shown."""
    return WordLine(clean_line(term.term), clean_line(term.meaning), clean_line(term.say_to_business))
