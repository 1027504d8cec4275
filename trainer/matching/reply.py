"""A reply laid out for the reader: clauses, echoes, what the role's line brings in, and what the reply is as a whole.

Owns the answers that mean something only after the line they answer (yes, no, that). Must never look at a point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from trainer.matching.acts import is_yes_no
from trainer.matching.echo import echoes
from trainer.matching.lexicon import Lexicon
from trainer.matching.parse import Clause, Term, parse
from trainer.matching.polarity import PLAIN, WEAK
from trainer.matching.question import Heard
from trainer.matching.reading import Act
from trainer.matching.typos import Mender
from trainer.matching.withholding import withholds, without_refusal
from trainer.text.values import Span
from trainer.text.words import bag

_YES = bag("yes ok sure fine agreed right exactly correct indeed course absolutely definitely certainly understood deal")
_EMPTY = bag("hmm hm um uh er ah oh well so and but mhm eh huh ehm like lol")
_POINTING = bag("that this it so")
_PROPOSAL = re.compile(
    r"(?:so |and |or |but )?(?:what if|how about|what about|why not|why do not|i could|we could|you could|could not you|can not you"
    r"|can not we)\b"
)
_ORDERS = bag(
    "put ship give do keep take make let go tri add cut push move use send tell start stop drop skip launch releas deploy run split sign "
    "wait find get patch fix leav turn slap call hire pay buy sell accept agre approv reduc shorten deliv deliver finish merg test write "
    "squeez stretch say"
)
"""Verbs a pressing line begins with."""
_BINDING = bag("once when after unless until other elsewhere easy easiest simplest tempting")
_KNOWING = bag("know sure think see hear mind say have expect certain mean")
_SEEMING = bag("look sound seem")
_BRIEF_YES = 2
"""Words up to which a yes stands by itself: `yes sure`."""
_SUBJECTS = bag("i we you it they he she that this there the a an")
_SHORT_DENIAL = 4
_INVERTED = bag("were had")
_DENIED_AGAIN = bag("it that this they he she")
_BETTER = bag("better rather easier cheaper safer easiest best prefer sooner must need should let")


@dataclass(frozen=True)
class Reply:
    """A reply, read but not judged."""

    text: str
    clauses: tuple[Clause, ...]
    echo: tuple[bool, ...]
    """For each clause whether it only repeats the line or a shown hint."""
    line: tuple[Clause, ...]
    line_keys: Mapping[str, int]
    """Keys of the role's line with their polarity."""
    heard: Heard
    act: Act
    content: tuple[frozenset[tuple[int, int]], ...] = ()
    """For each clause the (clause, word) places of its own content: not the line's, and more than `problem`."""
    lists: tuple[Span, ...] = ()
    """Where only words stand in a row, commas between."""
    pressed: bool = False
    """The line asks for a yes, or presses for something outright."""
    affirms: bool = False
    """A yes leads it: what it repeats of the line after that is said by whoever says it, and counts in full."""

    @property
    def weighed_line(self) -> Mapping[str, int]:
        """The keys of the line that count less here."""
        return {} if self.affirms else self.line_keys

    def acting(self, clause: int, acts: Set[str]) -> frozenset[tuple[int, int]]:
        """(clause, word) places that are these acts: whoever shares the act accounts for them."""
        if not acts:
            return frozenset()
        hits = (hit for hit in self.clauses[clause].acts if hit.act in acts)
        return frozenset((clause, place) for hit in hits for place in range(hit.first, hit.last))

    def evidence_span(self, first: int, last: int) -> Span:
        """From clause `first` to before clause `last`."""
        return Span(self.clauses[first].span.start, self.clauses[last - 1].span.end)


def lay_out(text: str, heard: Heard, lexicon: Lexicon, mender: Mender) -> Reply:
    """The reply's clauses; a bare yes or no to a yes/no question takes over what was asked."""
    clauses = tuple(without_refusal(clause) for clause in parse(text, lexicon, mender))
    line = _parsed_line(heard.line, lexicon)
    echo = echoes(clauses, heard)
    asked = _proposed(line) + (_asked_terms(line) if is_yes_no(heard.line) else ())
    pointed = _pointing_back(clauses, asked)
    affirms = is_yes_no(heard.line) and _leads_with_yes(clauses)
    taken = tuple(_answering(clause, asked, line, lexicon) for clause in (_promising(pointed) if affirms else pointed))
    keys = {term.key: term.polarity for clause in line for term in clause.terms}
    return Reply(
        text,
        taken,
        echo,
        line,
        keys,
        heard,
        act_of(clauses),
        tuple(_content_places(at, clause, keys) for at, clause in enumerate(taken)),
        bare_lists(text),
        bool(asked),
        affirms,
    )


_ITEM = r"[^\W\d_]++(?:['’-][^\W\d_]++)*+(?: [^\W\d_]++)?"
_LIST = re.compile(rf"(?<![\w'’-]){_ITEM}(?:\s*[,;/\n]\s*{_ITEM}){{5,}}")


def bare_lists(text: str) -> tuple[Span, ...]:
    """Six or more items of one or two words each, no number among them: nothing is said of any."""
    return tuple(Span(found.start(), found.end()) for found in _LIST.finditer(text))


def _content_places(at: int, clause: Clause, line_keys: Mapping[str, int]) -> frozenset[tuple[int, int]]:
    generic = {term.place for term in clause.terms if term.key == "@bug"}
    return frozenset(
        (at, term.place)
        for term in clause.terms
        if term.weight == 1.0 and term.key[0] not in "@!" and term.key not in line_keys and term.place not in generic
    )


def _proposed(line: Sequence[Clause]) -> tuple[Term, ...]:
    """What the line presses for in the imperative, when it ends in a question: `Put a warning on it. What's wrong with that?`."""
    if not any("?" in clause.raw.end_mark for clause in line):
        return ()
    pressing = [clause for clause in line if _proposes(clause) or ("?" not in clause.raw.end_mark and _imperative(clause))]
    return tuple(term for clause in pressing for term in clause.terms if not term.key.startswith("!") and term.weight == 1.0)


def _proposes(clause: Clause) -> bool:
    """`What if everyone ...`, `I could lend you ...`."""
    return bool(_PROPOSAL.match(clause.text))


def _imperative(clause: Clause) -> bool:
    words = [word for word in clause.words if word.norm not in {"so", "then", "and", "but", "just", "ok", "please", "well"}]
    return bool(words) and words[0].stem in _ORDERS and (len(words) < 2 or words[1].stem not in {"be", "have", "will", "can"})


def _asked_terms(line: Sequence[Clause]) -> tuple[Term, ...]:
    """What the last question of the line is about."""
    last = next((clause for clause in reversed(line) if "?" in clause.raw.end_mark), None)
    if last is None:
        return ()
    return tuple(term for term in last.terms if not term.key.startswith("!") and term.weight == 1.0)


@lru_cache(maxsize=256)
def _parsed_line(text: str, lexicon: Lexicon) -> tuple[Clause, ...]:
    """A memo only: the same line stands before many replies."""
    return parse(text, lexicon)


def _pointing_back(clauses: Sequence[Clause], asked: Sequence[Term]) -> tuple[Clause, ...]:
    """`It wouldn't help`: before anything else was named, it is what was asked for."""
    pointed = list(clauses)
    for at, clause in enumerate(clauses):
        first = next((word.norm for word in clause.words if word.norm not in {"but", "and", "so"}), "")
        if first in {"it", "that", "this"} and asked:
            taken = [replace(term, polarity=PLAIN, place=0, credit=0.8) for term in asked]
            pointed[at] = replace(clause, terms=(*clause.terms, *taken))
        elif any(term.weight == 1.0 and term.key[0] not in "!@" for term in clause.terms) and "refuse" not in clause.names:
            break
    return tuple(pointed)


def _answering(clause: Clause, asked: Sequence[Term], line: Sequence[Clause], lexicon: Lexicon) -> Clause:
    """The clause with what it takes over from the line it answers."""
    if not clause.asserted or withholds(clause):
        return clause
    if asked:
        taken = _with_asked(clause, asked)
        if "refuse" not in taken.names and (_declines(taken) or _refuses_indirectly(taken, asked, lexicon)):
            return replace(taken, terms=(*taken.terms, Term("!refuse", PLAIN, 0, 1.0, 0.8)))
        return taken
    if not line or any("?" in said.raw.end_mark for said in line):
        return clause
    taken_on = 0.7 if "commit" in clause.names else 0.6 if _assents(clause) and len(clause.words) <= 3 else 0.0
    return replace(clause, terms=(*clause.terms, Term("!own", PLAIN, 0, 1.0, taken_on))) if taken_on else clause


def _leads_with_yes(clauses: Sequence[Clause]) -> bool:
    """`Yes, ...`, nothing refused, asked, supposed or turned after it."""
    if len(clauses) < 2 or len(clauses[0].words) > _BRIEF_YES or not _assents(clauses[0]):
        return False
    return all(clause.asserted and not clause.raw.contrast and "refuse" not in clause.names for clause in clauses)


def _promising(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """What a yes leads in without a subject of its own is promised: `yes, every thirty minutes`."""
    yes, fragment, *others = clauses
    if fragment.raw.new_sentence or fragment.acts or fragment.words[0].norm in _SUBJECTS:
        return tuple(clauses)
    return yes, replace(fragment, terms=(*fragment.terms, Term("!commit", PLAIN, 0, 1.0, 0.9))), *others


def _assents(clause: Clause) -> bool:
    norms = [word.norm for word in clause.words if word.norm not in {"but", "and", "so", "well", "then"}]
    return bool(norms) and norms[0] in _YES and "not" not in norms


def _with_asked(clause: Clause, asked: Sequence[Term]) -> Clause:
    """`No.` and `we can't do that` deny what was asked, `yes` affirms it."""
    norms = [word.norm for word in clause.words]
    refuses = "refuse" in clause.names
    affirms = _assents(clause) and not refuses
    if len(norms) > 9 or not (refuses or (affirms and len(norms) <= 3)):
        return clause
    own = [term for term in clause.terms if term.weight == 1.0 and not term.key.startswith(("!", "@"))]
    if len(own) > 1 or (len(own) == 1 and not any(norm in _POINTING for norm in norms) and len(norms) > 5):
        return clause
    polarity = WEAK if refuses else PLAIN
    borrowed = [replace(term, polarity=polarity, place=len(norms) - 1, credit=0.9) for term in asked]
    bare = (Term("!bareno", PLAIN, len(norms) - 1, 1.0),) if refuses else ()
    return replace(clause, terms=(*clause.terms, *borrowed, *bare), borrowed=not refuses)


def _declines(clause: Clause) -> bool:
    """`I can't ...`, `we won't ...`: after a pressing line a speaker's own negation is a no."""
    norms = [word.norm for word in clause.words if word.norm not in {"but", "and", "so", "well", "sorry", "honestly"}][:6]
    for at in range(max(0, len(norms) - 2)):
        if norms[at] in {"i", "we"} and norms[at + 1] in {"can", "will", "would", "could", "do", "am", "are"} and norms[at + 2] == "not":
            return at <= 2 and not set(norms[at + 3 : at + 5]) & _KNOWING
    return False


def _refuses_indirectly(clause: Clause, asked: Sequence[Term], lexicon: Lexicon) -> bool:
    """`A popup changes none of it`, `it is better to wait`: what was asked is called useless, or its opposite better.

    An indirect speech act (Searle 1975): the reason stands for the no.
    """
    keys = {term.key for term in asked}
    denied = any(sign != PLAIN for sign in clause.polarity)
    topic = [term for term in clause.terms if term.key in keys and term.polarity == PLAIN and term.weight == 1.0]
    if topic and denied and min(term.place for term in topic) <= len(clause.words) // 2:
        return True
    opposites = {f"@{other}" for key in keys if key.startswith("@") for other in lexicon.opposites.get(key[1:], ())}
    better = any(word.norm in _BETTER for word in clause.words) or clause.names & {"recommend", "request"}
    return bool(better) and any(term.key in opposites and term.polarity == PLAIN for term in clause.terms)


def only_thought_of(clauses: Sequence[Clause], at: int) -> bool:
    """Said, but not meant: wished for, unreal, so only at first sight or up to a point, or denied outright right after.

    `I wish we could`, `had it been a typo, we could`, `it looks small, but`, `it sounds fine until`, `they say it is fine. It isn't.`
    """
    norms = [word.norm for word in clauses[at].words]
    before = clauses[at - 1] if at and not clauses[at].raw.new_sentence else None
    if "wish" in norms or norms[:2] == ["at", "first"] or (before is not None and _unreal(before)):
        return True
    if at + 1 == len(clauses):
        return False
    after = clauses[at + 1]
    following = [word.norm for word in after.words]
    if len(following) <= _SHORT_DENIAL and following[0] in _DENIED_AGAIN and following[-1] in {"not", "wrong", "untrue"}:
        return True
    if after.raw.contrast:
        return any(word.stem in _SEEMING for word in clauses[at].words)
    return not after.raw.new_sentence and following[0] in {"until", "once"}


def is_bound(clauses: Sequence[Clause], at: int) -> bool:
    """Agreed to only on a condition, or as one way among others: `once it is fixed`, `the easy way would be`, `in any other part`."""
    first = at
    while first and not clauses[first].raw.new_sentence:
        first -= 1
    last = at + 1
    while last < len(clauses) and not clauses[last].raw.new_sentence:
        last += 1
    return any(_binds(clause, place) for clause in clauses[first:last] for place in range(len(clause.words)))


def _binds(clause: Clause, place: int) -> bool:
    """`After the fix` binds; the `after` of `ship it and fix it after` says when, and nothing follows it."""
    norm = clause.words[place].norm
    return norm in _BINDING and not (norm == "after" and place == len(clause.words) - 1)


def _unreal(clause: Clause) -> bool:
    """`Had it been so`, `if it were so`."""
    norms = [word.norm for word in clause.words[:4]]
    return not clause.question and (norms[0] in _INVERTED or (clause.raw.conditional and not _INVERTED.isdisjoint(norms)))


def act_of(clauses: Sequence[Clause]) -> Act:
    """What the reply is as a whole."""
    norms = [word.norm for clause in clauses for word in clause.words]
    said = [norm for norm in norms if norm not in _EMPTY]
    if not any(any(letter.isalnum() for letter in norm) for norm in said):
        return Act.EMPTY
    if (
        all(norm in _YES | {"of", "i", "we", "do", "is", "that", "be", "it", "agree", "can"} for norm in said)
        and len(said) <= 3
        and said[0] in _YES
    ):
        return Act.YES
    if all(norm in {"no", "not", "really", "never", "at", "all", "way", "sorry", "absolutely"} for norm in said) and len(said) <= 3:
        return Act.NO
    if len(norms) <= 14 and any("dont_know" in clause.names for clause in clauses) and not _says_more(clauses):
        return Act.DONT_KNOW
    if clauses[-1].question and all(clause.question or not _content(clause) for clause in clauses):
        return Act.QUESTION
    return Act.STATEMENT


def _says_more(clauses: Sequence[Clause]) -> bool:
    return any(_content(clause) > 2 and "dont_know" not in clause.names for clause in clauses)


def _content(clause: Clause) -> int:
    return len({term.place for term in clause.terms if term.weight == 1.0 and not term.key.startswith("!")})
