"""Which words of a clause are denied: plain (1), directly negated (-1) or somewhere inside a negation (0).

Owns negators and their scope (after NegEx, Chapman et al. 2001, with scope to the clause's end and a short direct window).
Must never look at phrases: denial is read apart from similarity.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trainer.matching.lexicon import Lexicon
from trainer.text.words import Word, bag

PLAIN, NEGATED, WEAK = 1, -1, 0

_NEGATORS = bag("not no never without nor hardly barely scarcely cannot impossible unable nobody noone")
_SUBJECTS = bag("i we you it they he she that this there the let please")
_QUANTIFIED = bag("none neither nothing nowhere")
_HARMLESS_NEXT = bag("only just doubt question matter problem worries brainer sooner later necessarily longer mention one least")
_WEAKENING = bag(
    "stop halt postpon delay paus block defer avoid prevent refus declin reject fail lack unabl against reluct hesit suspend abort "
    "cancel veto oppos scrap instead doubt freez"
)
_SENTENTIAL = (
    ("not", "true"), ("not", "case"), ("not", "accur"), ("not", "believ"), ("not", "think"), ("not", "as", "if"), ("not", "like"),
    ("far", "from"), ("not", "correct"), ("not", "agre", "that"), ("false", "that"), ("wrong", "that"), ("wrong", "to", "say"),
    ("not", "say", "that"), ("not", "mean"), ("untru", "that"),
)  # fmt: skip
_FORMAL = frozenset({"true", "case", "accur", "correct", "that"})
"""Last words of openings that turn the whole sentence, not only their clause: `it is not true that ... when ...`."""
_OPENERS = frozenset(opening[0] for opening in _SENTENTIAL)
_COMPARED = bag("more worse bigger higher graver clearer better")
_DIRECT_WINDOW = 2
_TRANSPARENT = bag("call describ consid class rate label describe good conscienc respons abl comfort realli safe honest actual")
"""Negated themselves, yet the denial reaches on through them: `I would not call it minor`."""
_PREFIXES = ("un", "in", "im", "non", "ir")


def polarity_of(words: Sequence[Word], lexicon: Lexicon) -> tuple[int, ...]:
    """One value a word. Double negation resolves; `not only` and `no doubt` deny nothing."""
    marks: list[int] = []
    odd = weak = False
    direct = 0
    between = 0
    for at, word in enumerate(words):
        if _negates(words, at):
            marks.append(_value(odd, weak, direct))
            odd, direct, between = not odd, _DIRECT_WINDOW, 0
            continue
        if word.norm in _QUANTIFIED:
            marks.append(_value(odd, weak, direct))
            weak = True
            named = word.norm == "nothing" and at + 1 < len(words) and lexicon.weight(words[at + 1]) == 1.0  # `nothing huge`
            direct = 1 if named else direct
            continue
        weight = lexicon.weight(word)
        if weight == 1.0 and direct == 1 and between:
            direct = 0  # the second word counts only when it stands right beside the first
        quantified = weak and direct and not odd and words[at - 1].norm == "nothing"
        marks.append(NEGATED if quantified else _value(odd, weak, direct) if weight else (WEAK if odd else PLAIN))
        if weight == 1.0 and word.stem not in _TRANSPARENT:
            direct, between = max(0, direct - 1), 0
        elif direct == 1:
            between += 1
        if word.stem in _WEAKENING or (word.norm in {"too", "hard", "difficult", "tricky"} and _then_to(words, at)):
            weak = True
        if word.norm == "gone" and at and words[at - 1].stem == "be":  # `the risk is gone`
            marks[:at] = [-mark if words[place].stem != "be" else mark for place, mark in enumerate(marks[:at])]
    return _sentential(words, marks)


def _negates(words: Sequence[Word], at: int) -> bool:
    word = words[at].norm
    if word == "far":
        return at + 1 < len(words) and words[at + 1].norm == "from"
    if word not in _NEGATORS:
        return False
    following = words[at + 1].norm if at + 1 < len(words) else ""
    if _superlative(words, at):
        return False
    if word == "no" and following in _SUBJECTS:  # `no we should not`: an answer, then a clause of its own
        return False
    return not (following in _HARMLESS_NEXT and word in {"not", "no"}) or (word == "no" and following in {"longer", "one"})


def _superlative(words: Sequence[Word], at: int) -> bool:
    """`It does not get more serious than this`: nothing is denied, it is the most."""
    ahead = [word.norm for word in words[at + 1 : at + 8]]
    compared = next((place for place, norm in enumerate(ahead[:4]) if norm in _COMPARED), -1)
    return compared >= 0 and any(first == "than" and second in {"this", "that", "it"} for first, second in pairwise(ahead[compared:]))


def _then_to(words: Sequence[Word], at: int) -> bool:
    return any(word.norm == "to" for word in words[at + 1 : at + 5])


def _value(odd: bool, weak: bool, direct: int) -> int:
    if odd:
        return NEGATED if direct and not weak else WEAK
    return WEAK if weak else PLAIN


def _sentential(words: Sequence[Word], marks: list[int]) -> tuple[int, ...]:
    """`It is not true that we ...` turns everything after it."""
    opening = _opening(words)
    if opening is None:
        return tuple(marks)
    rest = opening[1]
    negated = [NEGATED if words[place].norm not in _NEGATORS else PLAIN for place in range(rest, len(words))]
    if any(word.norm in _NEGATORS for word in words[rest:]):
        negated = [PLAIN] * len(negated)
    return (*marks[:rest], *negated)


def turns(words: Sequence[Word]) -> tuple[bool, bool]:
    """Whether a clause opens with a denial of all that follows in it, and whether that reaches to the sentence's end."""
    opening = _opening(words)
    return opening is not None, opening is not None and opening[0][-1] in _FORMAL


def _opening(words: Sequence[Word]) -> tuple[tuple[str, ...], int] | None:
    """The opening, and the place of the first word behind it."""
    stems = [word.stem for word in words]
    if not _OPENERS.intersection(stems[:6]):
        return None
    for opening in _SENTENTIAL:
        for at in range(min(6, len(stems) - len(opening) + 1)):
            if tuple(stems[at : at + len(opening)]) == opening or (len(opening) == 2 and _with_article(stems, at, opening)):
                return opening, at + len(opening)
    return None


def _with_article(stems: Sequence[str], at: int, opening: tuple[str, ...]) -> bool:
    return at + 2 < len(stems) and (stems[at], stems[at + 2]) == opening and stems[at + 1] in {"the", "a", "realli", "quit", "entir"}


def prefix_base(stem: str, known: frozenset[str] | set[str]) -> str | None:
    """`predict` for `unpredict`, when that is a known word: a negation inside the word."""
    for prefix in _PREFIXES:
        if stem.startswith(prefix) and len(stem) - len(prefix) >= 4 and stem[len(prefix) :] in known:
            return stem[len(prefix) :]
    return None
