"""An incident: what is known of each fact of a scenario. Values only; files are `trainer.scenario.incident_file`'s."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trainer.errors import Problem, ProblemsFound
from trainer.scenario.fact_values import kind_problem
from trainer.scenario.fitting import fit_in
from trainer.scenario.models import Fact, Scenario
from trainer.scenario.suggest import did_you_mean
from trainer.text.clean import clean

LONGEST_VALUE = 500
"""Characters of a fact's value: it is put in the middle of spoken sentences."""


class Unknown(StrEnum):
    """A fact without a value."""

    UNKNOWN = "unknown"
    """Not known yet; will be found out."""
    NONE = "none"
    """Known not to exist."""


@dataclass(frozen=True)
class Known:
    """A fact's value."""

    value: str
    """As it stands in lines."""
    said_as: tuple[str, ...] = ()
    """Other wordings that mean the same."""


@dataclass(frozen=True)
class Incident:
    """Values of the facts of one scenario. A fact that is not listed is unknown."""

    scenario: str
    """Id of the scenario."""
    name: str
    """What lists call it."""
    values: Mapping[str, Known | Unknown] = field(default_factory=dict)
    is_example: bool = False
    """The scenario's own example, not the player's incident."""

    def known(self, fact: str) -> bool:
        """Whether the fact has a value."""
        return isinstance(self.values.get(fact), Known)

    def unknown(self, fact: str) -> bool:
        """Whether the fact is not known yet."""
        return self.values.get(fact, Unknown.UNKNOWN) is Unknown.UNKNOWN

    def none(self, fact: str) -> bool:
        """Whether the fact is known not to exist."""
        return self.values.get(fact) is Unknown.NONE

    def value(self, fact: str) -> str | None:
        """The value, or None when there is none."""
        standing = self.values.get(fact)
        return standing.value if isinstance(standing, Known) else None

    def said_as(self, fact: str) -> tuple[str, ...]:
        """Every wording of the value, the value first; empty when there is none."""
        standing = self.values.get(fact)
        return (standing.value, *standing.said_as) if isinstance(standing, Known) else ()


def example_incident(scenario: Scenario) -> Incident:
    """The scenario's own example: every fact known."""
    values = {name: Known(fact.example, fact.said_as) for name, fact in scenario.facts.items()}
    return Incident(scenario.id, scenario.title, values, is_example=True)


def make_incident(scenario: Scenario, name: str, values: Mapping[str, str]) -> Incident:
    """An incident from answers to the facts' questions: empty or `unknown` is not known yet, `none` known not to exist.

    Raises:
        ProblemsFound: a required fact without a value, a value of the wrong kind, a fact the scenario does not have.
    """
    title = " ".join(clean(name).split()) or "my incident"
    stray = [_stray(scenario, title, fact) for fact in values if fact not in scenario.facts]
    standing = fitted(scenario, {fact: _typed(values.get(fact, "")) for fact in scenario.facts})
    wrong = [_wrong(title, fact, scenario.facts[fact], value) for fact, value in standing.items()]
    problems = tuple(problem for problem in [*stray, *wrong] if problem)
    if problems:
        raise ProblemsFound(title, problems)
    return Incident(scenario.id, title, standing)


def fitted(scenario: Scenario, values: Mapping[str, Known | Unknown]) -> dict[str, Known | Unknown]:
    """The values as they fit into the scenario's sentences, whoever wrote them; those of facts it does not have stay as they are."""
    return {fact: _fitted(scenario.facts[fact], value) if fact in scenario.facts else value for fact, value in values.items()}


def _fitted(fact: Fact, value: Known | Unknown) -> Known | Unknown:
    if isinstance(value, Unknown):
        return value
    said = fit_in(fact, value.value)
    # `The cause is unknown.` says what `unknown` says.
    return Unknown(said.casefold()) if said != value.value and said.casefold() in tuple(Unknown) else replace(value, value=said)


def value_problem(fact: Fact, value: Known | Unknown) -> tuple[str, str, str] | None:
    """What is wrong with a value for this fact: name of the check, message, mend; None when nothing is."""
    if value is Unknown.NONE and fact.optional and fact.none is None:
        return "no-none", f"{fact.label}: `none` is no answer here, for there is always one", "write `unknown`, or what you know"
    if isinstance(value, Unknown):
        if fact.optional:
            return None
        return "fact-needed", f"{fact.label} has to be known for this meeting", f"{fact.ask} For instance: {fact.example}"
    if len(value.value) > LONGEST_VALUE:
        count = f"{len(value.value):,} characters"
        return "too-long", f"{fact.label} is {count}; a value may have {LONGEST_VALUE}", "say it in one clause"
    return kind_problem(fact, value.value)


def unknown_fact(scenario: Scenario, fact: str) -> tuple[str, str]:
    """Message and mend for a fact the scenario does not have."""
    return f"'{scenario.id}' has no fact '{fact}'{did_you_mean(fact, scenario.facts)}", f"facts are {', '.join(scenario.facts)}"


def _typed(text: str) -> Known | Unknown:
    value = clean(text).strip()
    if value.casefold() in ("", Unknown.UNKNOWN):
        return Unknown.UNKNOWN
    return Unknown.NONE if value.casefold() == Unknown.NONE else Known(value)


def _wrong(title: str, fact: str, declared: Fact, value: Known | Unknown) -> Problem | None:
    found = value_problem(declared, value)
    if found is None:
        return None
    check, message, mend = found
    return Problem(check, message, title, 0, 0, path=f"facts.{fact}", mend=mend)


def _stray(scenario: Scenario, title: str, fact: str) -> Problem:
    message, mend = unknown_fact(scenario, fact)
    return Problem("unknown-fact", clean(message), title, 0, 0, path=clean(f"facts.{fact}"), mend=mend)
