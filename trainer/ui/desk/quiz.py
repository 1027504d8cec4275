"""The part of the desk for the quiz: one round at a time, and how well each word was known before."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from trainer.scenario.load import load_scenario
from trainer.scenario.models import Scenario, Term
from trainer.scoring.quiz import Answered, Quiz, Slip, prepare_quiz, read_answer
from trainer.scoring.quiz_round import Known, known_by, round_of
from trainer.store.quiz import keep_quiz_result, quiz_results
from trainer.text.clean import MAX_REPLY, clean_line
from trainer.text.values import Verdict
from trainer.ui.desk.resources import Resources
from trainer.ui.desk.words import word_line
from trainer.ui.refusals import NothingToAsk
from trainer.ui.views.quiz import AnswerView, AskedView, RoundView

NO_ANSWER = "No answer is fine. Here is what it means."
NOTES = {
    Slip.NONE: "",
    Slip.GIVEN_BACK: "That is the word itself again. Say it to somebody who has never heard it.",
    Slip.HEAP: "The right words are there. Make a sentence of them, and it counts.",
    Slip.TURNED: "That is something else. The two are easily mixed up.",
}
UNHEARD = "The meaning was not heard in these words."
HALF = "That is part of it."


@dataclass
class Round:
    """A round at hand."""

    file: Path
    scenario: Scenario
    quiz: Quiz
    terms: tuple[str, ...]
    known: list[Known] = field(default_factory=list)
    """How the words answered so far went, in order."""
    last: AnswerView | None = None
    """The answer to the last of them."""

    def term(self, name: str) -> Term:
        """The entry of a word."""
        return next(one for one in self.quiz.terms if one.term == name)


class Quizzes:
    """Asks, reads, keeps."""

    def __init__(self, resources: Resources) -> None:
        self._places = resources.places
        self._new_seed = resources.new_seed
        self._round: Round | None = None

    def begin(self, scenario_file: Path, seed: int | None = None) -> AskedView:
        """A new round, its first word. Raises ProblemsFound, Unreadable, StoreFailed, NothingToAsk."""
        scenario = load_scenario(scenario_file)
        if not scenario.glossary:
            raise NothingToAsk(clean_line(scenario.title))
        quiz = prepare_quiz(scenario.glossary)
        terms = round_of((one.term for one in quiz.terms), self._known(scenario.id), self._new_seed() if seed is None else seed)
        self._round = Round(scenario_file, scenario, quiz, terms)
        return self._asked(self._round)

    def answer(self, text: str) -> AnswerView | None:
        """What an answer to the word at hand says; kept when this returns. None when no word waits for one.

        Raises StoreFailed, Unreadable; then the word still waits.
        """
        now = self._round
        if now is None or now.last is not None or len(now.known) == len(now.terms):
            return None
        term, answer = now.terms[len(now.known)], clean_line(text)[:MAX_REPLY]
        found = read_answer(now.quiz, term, answer) if answer else Answered(Verdict.MISSING)
        known = known_by(found.verdict)
        keep_quiz_result(self._places, now.scenario.id, term, known.value)
        now.known.append(known)
        now.last = self._answered(now, found, answer)
        return now.last

    def claim(self) -> AnswerView | None:
        """The last answer counts as known, shown apart. None when there is nothing to claim. Raises StoreFailed, Unreadable."""
        now = self._round
        if now is None or now.last is None or not now.last.may_claim:
            return None
        keep_quiz_result(self._places, now.scenario.id, now.terms[len(now.known) - 1], Known.CLAIMED.value)
        now.known[-1] = Known.CLAIMED
        last = now.last
        now.last = AnswerView(last.answer, Known.CLAIMED.value, last.quote, "", last.word, _so_far(now), may_claim=False)
        return now.last

    def go_on(self) -> AskedView | RoundView | None:
        """The next word, or how the round went. None while the word at hand waits for its answer. Raises StoreFailed, Unreadable."""
        now = self._round
        if now is None or now.last is None:
            return None
        if len(now.known) == len(now.terms):
            return self._went(now)
        now.last = None
        return self._asked(now)

    def _known(self, scenario: str) -> dict[str, Known]:
        """How words stood before; a standing of a later version says nothing here."""
        names = {one.value for one in Known}
        return {term: Known(standing) for term, standing in quiz_results(self._places, scenario).items() if standing in names}

    def _asked(self, now: Round) -> AskedView:
        done = len(now.known)
        return AskedView(clean_line(now.scenario.title), clean_line(now.terms[done]), done + 1, _so_far(now), len(now.terms))

    def _answered(self, now: Round, found: Answered, answer: str) -> AnswerView:
        quote = clean_line(found.evidence.text) if found.evidence else ""
        word = word_line(now.term(now.terms[len(now.known) - 1]))
        claimable = bool(answer) and found.verdict is not Verdict.COVERED and found.slip is not Slip.GIVEN_BACK
        return AnswerView(answer, found.verdict.value, quote, _note(found, answer), word, _so_far(now), claimable)

    def _went(self, now: Round) -> RoundView:
        by = {one: [term for term, known in zip(now.terms, now.known, strict=True) if known is one] for one in Known}
        kept = self._known(now.scenario.id)
        names = [one.term for one in now.quiz.terms]
        return RoundView(
            now.file,
            clean_line(now.scenario.title),
            tuple(clean_line(term) for term in by[Known.COVERED]),
            tuple(clean_line(term) for term in by[Known.CLAIMED]),
            tuple(word_line(now.term(term)) for term in by[Known.PARTLY]),
            tuple(word_line(now.term(term)) for term in by[Known.MISSING]),
            sum(name in kept and kept[name].weak for name in names),
            sum(name not in kept for name in names),
        )


def _so_far(now: Round) -> tuple[str, ...]:
    return tuple(one.value for one in now.known)


def _note(found: Answered, answer: str) -> str:
    if not answer:
        return NO_ANSWER
    if found.another is not None:
        return f"That is nearer to “{clean_line(found.another)}”."
    plain = {Verdict.MISSING: UNHEARD, Verdict.PARTLY: HALF}.get(found.verdict, "")
    return NOTES[found.slip] or plain
