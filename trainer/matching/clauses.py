"""Clauses of a reply: where one thought ends and the next begins, and in which mood it stands.

Owns splitting (sentence ends, contrast, conjunctions before a new subject) and moods (conditional, question, concession).
Must never drop a word: every word of the reply is in exactly one clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from trainer.text.words import Word, bag

_SENTENCE_END = frozenset([".", "!", "?", "\n", "\r", ";", "•", "...", "…", "?!"])
_SOFT_END = frozenset([":", "—", "–", "--", "(", ")", "[", "]", "*", "/"])
_QUOTES = frozenset(['"', "“", "”"])
CONTRAST = bag("but however although though yet nevertheless nonetheless whereas except")
_SUBORDINATE = bag("because if unless which while until whether provided assuming supposing")
_LINKS = bag("and or so then plus since as when once")
_STARTERS = bag(
    "i we you it they he she there this that these those the my our your let please can could will would should must do is are any anyone "
    "nobody nothing no not if what how to a an in also then have has some all every each both either neither here who when at "
    "someone somebody"
)
_STARTERS_AFTER_LINK = _STARTERS - bag("a an in to all some both every each no not at the any have has")
_MARKERS = bag("no yes ok sorry look well honestly right sure true fine agreed understood listen great thanks absolutely never")
_CONDITIONAL = bag("if unless supposing assuming suppose")
_BREATHLESS = 6
"""From this many words without a mark on, `i think` or `we should` begins a new clause."""
_EVEN = "even"
"""`even when nothing is new`: it belongs to what follows."""
_SHORTENED = bag("incl excl approx vs max min")
"""Their dot ends no sentence."""
_SPEAKERS_VERBS = bag(
    "am are can could should will would think want have need recommend must tried do did suggest believe propose was were"
)
_TAKES_CLAUSE = bag("that recommend suggest think believe propose know say want ask asking sure how what when where why who than as")
_MODALS = bag("will would could might can may")
_STATING = _MODALS | bag(
    "is are was were am has have had do does did should must get gets got go goes went keep keeps kept need needs look looks seem seems "
    "say says said told think thinks mean means meant make makes made want wants wanted come comes came happen happens happened "
    "lose loses lost fail fails failed break breaks broke tried try find found started works worked show shows showed know knows knew "
    "see sees saw take takes took"
)
"""Verbs that make a statement of the words before them."""
_URGING = bag("please stop hold postpone delay wait pull roll keep move push park freeze pause")
_HANGS_ON = _SUBORDINATE | CONTRAST | bag("and or as when after before till even once only than thinking")
_SUBJECT = 4
"""Words a subject may have before its verb."""


@dataclass(frozen=True, slots=True)
class RawClause:
    """Words of one clause (marks left out), and what stood around it."""

    words: tuple[Word, ...]
    end_mark: str = ""
    """The mark that ended it, empty when a word did."""
    contrast: bool = False
    """Begins with but, however, although ..."""
    new_sentence: bool = True
    """First clause of its sentence."""
    conditional: bool = False
    quoted: bool = False
    """Somebody's words, not the speaker's own."""


@dataclass(slots=True)
class _Splitter:
    done: list[RawClause] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    contrast: bool = False
    new_sentence: bool = True
    quoted: bool = False

    def close(self, mark: str = "", sentence: bool = False, before: str = "") -> None:
        """Ends the clause at hand; its last word, if that is `before`, opens the next one."""
        led = self.words[-1:] if len(self.words) > 1 and self.words[-1].norm == before else []
        if self.words:
            words = self.words[: len(self.words) - len(led)]
            conditional = any(word.norm in _CONDITIONAL for word in words[:2]) or _unreal(words)
            self.done.append(RawClause(tuple(words), mark, self.contrast, self.new_sentence, conditional, self.quoted))
            self.words, self.contrast, self.new_sentence = led, False, False
        elif self.done and mark == "?":
            last = self.done[-1]
            self.done[-1] = replace(last, end_mark=mark)
        self.new_sentence = self.new_sentence or sentence


def split_clauses(words: Sequence[Word]) -> tuple[RawClause, ...]:
    """The clauses in order."""
    state = _Splitter()
    for at, word in enumerate(words):
        if word.is_mark:
            _take_mark(state, words, at)
            continue
        if word.norm in CONTRAST and _contrasts(words, at):
            state.close()
            state.contrast = True
        elif state.words and _begins_clause(state.words, words, at):
            state.close(before=_EVEN)
        state.words.append(word)
    state.close()
    return tuple(state.done)


def _take_mark(state: _Splitter, words: Sequence[Word], at: int) -> None:
    mark = words[at].norm
    if mark in _QUOTES:
        state.close()
        state.quoted = mark != "”" and (mark == "“" or not state.quoted)
    elif mark in _SENTENCE_END:
        if not (mark == "." and at and words[at - 1].norm in _SHORTENED):
            state.close(mark, sentence=True)
    elif mark in _SOFT_END or (mark == "-" and at and words[at - 1].end < words[at].start):
        if mark != "/" and not _inside_range(words, at):
            state.close(mark)
    elif mark == "," and state.words and _comma_breaks(state.words, words, at):
        state.close(mark)


def _inside_range(words: Sequence[Word], at: int) -> bool:
    before, after = words[at - 1].norm if at else "", words[at + 1].norm if at + 1 < len(words) else ""
    return before[:1].isdecimal() and after[:1].isdecimal()


def _comma_breaks(before: Sequence[Word], words: Sequence[Word], at: int) -> bool:
    following = _next_norm(words, at + 1)
    if len(before) <= 2 and before[-1].norm in _MARKERS | {"not", "that", "all"}:
        return True
    after_link = _next_norm(words, at + 2)
    if following in _LINKS:
        return after_link in _STARTERS
    if any(word.norm in _CONDITIONAL for word in before[:2]):
        return True
    return len(before) >= 3 and ((following in _STARTERS and not _parenthesis(words, at)) or _spliced(before, words, at))


def _spliced(before: Sequence[Word], words: Sequence[Word], at: int) -> bool:
    """`Stop the launch, cards get charged twice`: what stands on either side says something of its own."""
    if before[0].norm not in _URGING and not any(word.norm in _STATING for word in before):
        return False
    following = words[at + 1 : at + 2 + _SUBJECT]
    verb = next((place for place, word in enumerate(following) if word.norm in _STATING), 0)
    return verb > 0 and not any(word.is_mark or word.norm in _HANGS_ON for word in following[:verb])


def _parenthesis(words: Sequence[Word], at: int) -> bool:
    """`We can't, in good conscience, ship`: closed by another comma within five words."""
    return _next_norm(words, at + 1) in {"in", "at", "to"} and any(word.norm == "," for word in words[at + 2 : at + 7])


def _contrasts(words: Sequence[Word], at: int) -> bool:
    norm, before = words[at].norm, words[at - 1].norm if at else ""
    if norm == "but":
        return before not in {"nothing", "anything", "all", "none", "everything"}
    if norm == "yet":
        return at == 0 or words[at - 1].is_mark or before == "and"
    return norm != "except" or _next_norm(words, at + 1) in _STARTERS


def _begins_clause(current: Sequence[Word], words: Sequence[Word], at: int) -> bool:
    norm, following = words[at].norm, _next_norm(words, at + 1)
    if norm in _SUBORDINATE:
        return not (norm == "if" and current[-1].norm in {"even", "as", "only", "what"}) and len(current) >= 1
    if norm in _LINKS:
        return len(current) >= 2 and following in _STARTERS_AFTER_LINK and not (norm == "as" and _compares(current))
    if norm in {"i", "we"} and len(current) >= _BREATHLESS and following in _SPEAKERS_VERBS and current[-1].norm not in _TAKES_CLAUSE:
        return True
    if current[0].norm in _CONDITIONAL and len(current) >= 3 and current[-1].norm != "that":  # `if we ship customers will be charged`
        return following in _MODALS and any(word.norm not in _STARTERS for word in current[1:])
    return False


def _compares(current: Sequence[Word]) -> bool:
    """`as bad` as it gets, `as soon` as we can, as well as."""
    return current[-1].norm in {"soon", "well"} or any(word.norm == "as" for word in current[-3:-1])


def _unreal(words: Sequence[Word]) -> bool:
    """`Were we to ship`, `had we known`, and what could or should have been."""
    norms = [word.norm for word in words]
    if len(norms) > 2 and norms[0] in {"were", "had"} and norms[1] in {"we", "i", "you"}:
        return True
    pairs = pairwise(norms)
    return any(modal in {"could", "should", "would", "might"} and after == "have" for modal, after in pairs) and "to" not in norms[:3]


def _next_norm(words: Sequence[Word], at: int) -> str:
    return words[at].norm if 0 <= at < len(words) else ""
