"""Not to answer: `I'd rather not say`, `no comment`. A refusal to answer is no refusal of what was asked.

Owns how that is said. Read from a whole clause, after its acts: whoever goes on ("... say yes to a warning") tells something after all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from trainer.matching.parse import Clause

_ANSWER = r"(?:say|answer|comment|discuss|tell|disclose|share|talk|speak|get into|go into|be drawn)"
_UNWILLING = (
    r"(?:would )?(?:much |still |far )?(?:rather|prefer) not(?: to)?(?: really)?",
    r"(?:prefer|choose|decide|wish) not to",
    r"(?:do|would) not (?:really )?(?:want|wish|like|care) to",
    r"(?:will|can|could|may|am|are) not(?: really| just| honestly)?(?: be able to| going to| able to| allowed to)?",
    r"(?:have to |must |will |would |politely )?(?:refuse|decline) to",
)
_MATTER = r"(?:that|this|it|so|anything|(?:any )?more|much|further|(?:the )?details?|(?:the|your|that|this) question)"
_NOW = r"(?:right now|for now|now|today|yet|here|at all|at this point)"
_WITHHOLDS = re.compile(
    r"^(?:(?:well|sorry|but|and|so|honestly) )*(?:"
    rf"(?:(?:i|we) )?(?:{'|'.join(_UNWILLING)}) {_ANSWER}(?: (?:you|them|him|her))?(?: (?:to|on|about|into))?(?: {_MATTER})?(?: {_NOW})?"
    r"|(?:(?:i|we) have )?no comment(?: on (?:that|this|it))?"
    r")$"
)
"""Over a clause's normal words, contractions opened."""


def withholds(clause: Clause) -> bool:
    """Whether the clause only says that its speaker does not answer."""
    return _WITHHOLDS.match(clause.text) is not None


def without_refusal(clause: Clause) -> Clause:
    """The clause as it is meant: where it only withholds an answer, it refuses nothing."""
    if "refuse" not in clause.names or not withholds(clause):
        return clause
    return replace(
        clause,
        acts=tuple(hit for hit in clause.acts if hit.act != "refuse"),
        terms=tuple(term for term in clause.terms if term.key != "!refuse"),
    )
