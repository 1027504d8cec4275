"""A phrase of an author, taken apart once: content tokens, acts, quantities, each with what may stand for it and what it weighs.

Owns how much each part of a phrase counts. Must never see a reply.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from trainer.matching.acts import RELATED_ACTS, WEIGHTS, act_stems
from trainer.matching.lexicon import LOOSE, OPPOSITE, RELATED, SAME, Lexicon
from trainer.matching.parse import Clause, parse
from trainer.matching.polarity import PLAIN, prefix_base
from trainer.text.quantities import Quantity, Use
from trainer.text.words import stems_in

ACT_DOMINATES = 0.6
"""From this share of a facet's phrases on, an act is what the facet is about."""
INCIDENTAL = 0.3
"""Below this share of a facet's phrases an act is only how one of them is put."""
CORE = 0.5
"""From this share of a facet's phrases on, a word is at its heart."""
_QUANTITY_WEIGHT, _RECURRENCE_WEIGHT = 1.2, 2.0
BARE_NO = 0.8
"""A bare no is a whole answer where a facet is about refusing: credit for each word left unsaid."""
_AGAIN = 0.4
"""What is left of a token's weight when an earlier one of its group says nearly the same."""
_CONSUMED = 0.3
"""What is left of a word's weight when it only serves its clause's act."""


@dataclass(frozen=True, slots=True)
class Accept:
    """A key that may stand for a token."""

    key: str
    credit: float
    """0..1."""
    sign: int = 1
    """-1 for an opposite: it stands for the token when their denial differs."""
    sense: str = ""
    """For an opposite or a related group, the key of the group it comes from."""


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a phrase."""

    name: str
    """Its stem, `@head` for an idiom, `!act`, `#kind` for a quantity."""
    accepts: tuple[Accept, ...]
    weight: float
    polarity: int
    content: bool = True
    """Not a light word."""
    core: bool = False
    """What it stands for recurs in the facet's phrases."""

    is_act: bool = False
    """Stands for a dialogue act."""

    @property
    def counts(self) -> bool:
        """A content word, an idiom or a quantity."""
        return self.content and not self.is_act


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase."""

    text: str
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...] = ()
    """As parsed."""

    @cached_property
    def acts(self) -> frozenset[str]:
        """Acts the phrase shows, without the mark."""
        return frozenset(token.name[1:] for token in self.tokens if token.is_act)

    @cached_property
    def demotable(self) -> tuple[int, ...]:
        """Places of its tokens that a role's line may hold: all but acts."""
        return tuple(at for at, token in enumerate(self.tokens) if not token.is_act)

    @cached_property
    def denies(self) -> bool:
        """Says that something is not so."""
        return any(token.polarity < 0 and token.weight > 0.2 for token in self.tokens)

    @cached_property
    def content(self) -> int:
        """How many of its tokens carry content."""
        return sum(token.counts for token in self.tokens)

    @cached_property
    def run(self) -> tuple[str, ...]:
        """The stems of its words in order."""
        return stems_in(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of all its words."""
        return frozenset(self.run)

    @cached_property
    def weight(self) -> float:
        """Sum of its tokens' weights."""
        return sum(token.weight for token in self.tokens)


@lru_cache(maxsize=4096)
def compile_phrase(text: str, lexicon: Lexicon) -> Phrase:
    """Taken apart, with weights that look at this phrase alone. A memo: in another incident, or with a phrase more, most are the same."""
    tokens: list[Token] = []
    seen: set[tuple[str, int]] = set()
    clauses = parse(text, lexicon)
    for clause in clauses:
        for token in _clause_tokens(clause, lexicon):
            if (token.name, token.polarity) not in seen:
                seen.add((token.name, token.polarity))
                again = any(_same_group(token, earlier) for earlier in tokens)
                tokens.append(replace(token, weight=token.weight * _AGAIN) if again else token)
    return Phrase(text, tuple(tokens), clauses)


def _same_group(token: Token, other: Token) -> bool:
    """`Test case` and `reproduces`: said once, both are said."""
    heads = {accept.key for accept in token.accepts if accept.key.startswith("@") and accept.sign > 0 and accept.credit >= SAME}
    return token.polarity == other.polarity and any(accept.key in heads and accept.credit >= SAME for accept in other.accepts)


def _clause_tokens(clause: Clause, lexicon: Lexicon) -> Iterable[Token]:
    taken: set[int] = set()
    for quantity in clause.quantities:
        taken.update(range(quantity.first, quantity.last))
        weight = _RECURRENCE_WEIGHT if quantity.use is Use.EVERY else _QUANTITY_WEIGHT
        yield Token(f"#{quantity.kind}", tuple(_quantity_accepts(quantity)), weight, PLAIN)
    for act in dict.fromkeys(hit.act for hit in clause.acts):
        if act in WEIGHTS:
            related = (Accept(f"!{other}", 0.7) for other in RELATED_ACTS.get(act, ()))
            yield Token(f"!{act}", (Accept(f"!{act}", 1.0), *related), WEIGHTS[act], PLAIN, is_act=True)
    spans: dict[tuple[int, int], list[str]] = {}
    for first, last, head in clause.idioms:
        spans.setdefault((first, last), []).append(head)
    senses: dict[int, list[str]] = {}
    for (first, last), heads in sorted(spans.items(), key=lambda item: item[0][0] - item[0][1]):
        content = [place for place in range(first, last) if lexicon.weight(clause.words[place]) == 1.0]
        if len(content) == 1:  # `reproduce it`: the word itself, with one more sense
            senses.setdefault(content[0], []).extend(heads)
        elif not taken.intersection(range(first, last)) and not _inside_act(clause, first, last):
            taken.update(range(first, last))
            yield Token(f"@{heads[0]}", tuple(_group_accepts(heads, lexicon)), 1.0, clause.polarity[first])
    for place, word in enumerate(clause.words):
        weight = lexicon.weight(word)
        if weight and place not in taken:
            serves = any(hit.first <= place < hit.last and word.stem in act_stems(hit.act) for hit in clause.acts if hit.act in WEIGHTS)
            yield Token(
                word.stem,
                tuple(_word_accepts(word.stem, senses.get(place, ()), lexicon)),
                weight * (_CONSUMED if serves else 1),
                clause.polarity[place],
                weight == 1.0 and not serves,
            )


def _inside_act(clause: Clause, first: int, last: int) -> bool:
    return any(hit.first <= first and last <= hit.last and hit.act in {"own", "thank", "refuse"} for hit in clause.acts)


def _quantity_accepts(quantity: Quantity) -> Iterable[Accept]:
    yield Accept(f"#{quantity.kind}:{quantity.use}:{quantity.low:g}:{quantity.high:g}", 1.0)
    yield Accept(f"#{quantity.kind}:{quantity.use}", 0.8)


def _word_accepts(stem: str, senses: Sequence[str], lexicon: Lexicon) -> Iterable[Accept]:
    yield Accept(stem, 1.0)
    heads = tuple(dict.fromkeys((*senses, *lexicon.heads.get(stem, ()))))
    yield from _group_accepts(heads, lexicon)
    base = prefix_base(stem, lexicon.bases)
    if base is not None:
        yield Accept(base, 0.9, -1)
        for head in lexicon.heads.get(base, ()):
            yield Accept(f"@{head}", OPPOSITE, -1)


def _group_accepts(heads: Sequence[str], lexicon: Lexicon) -> Iterable[Accept]:
    for head in heads:
        yield Accept(f"@{head}", LOOSE if head in lexicon.loose else SAME)
    for head in heads:
        for other in lexicon.related.get(head, ()):
            if other not in heads:
                yield Accept(f"@{other}", RELATED, 1, f"@{head}")
        for other in lexicon.opposites.get(head, ()):
            yield Accept(f"@{other}", OPPOSITE, -1, f"@{head}")


def weighed(phrases: Sequence[Phrase], spread: Mapping[str, int]) -> tuple[Phrase, ...]:
    """The phrases of one facet with weights that look at each other and at other points.

    What recurs over a facet's phrases is what the facet is about; what stands in many points' phrases tells none apart.
    `spread` is the number of points in whose phrases a name occurs.
    """
    shares = _shares(phrases)
    dominant = {name for name, share in shares.items() if name.startswith("!") and share >= ACT_DOMINATES and len(phrases) > 1}
    return tuple(replace(phrase, tokens=tuple(_weigh(token, shares, dominant, spread) for token in phrase.tokens)) for phrase in phrases)


def heart_of(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Groups that most of a facet's phrases speak of, undenied."""
    counts = Counter(
        key
        for phrase in phrases
        for key in {
            a.key for t in phrase.tokens if t.polarity > 0 for a in t.accepts if a.key[0] == "@" and a.sign > 0 and a.credit >= SAME
        }
    )
    return frozenset(key for key, count in counts.items() if len(phrases) > 2 and count / len(phrases) >= CORE)


def _weigh(token: Token, shares: Mapping[str, float], dominant: set[str], spread: Mapping[str, int]) -> Token:
    share = shares.get(token.name, 0.0)
    if token.is_act:
        factor = 1.2 if token.name in dominant else 0.3 if share < INCIDENTAL else 0.8
        return replace(token, weight=token.weight * factor)
    answers = (Accept("!bareno", BARE_NO),) if "!refuse" in dominant else ()
    heads = {accept.key for accept in token.accepts if accept.sign > 0 and accept.credit > RELATED}
    core = max((shares.get(key, 0.0) for key in heads), default=0.0)
    factor = 0.75 + 0.5 * core
    if dominant and core < 0.5:
        factor *= 0.5
    factor *= max(0.45, 1.0 - 0.12 * (spread.get(token.name, 1) - 1))
    return replace(
        token,
        weight=token.weight * factor,
        core=_tight(token, shares) >= CORE and token.content,
        accepts=(*(_sensed(accept, token, shares) for accept in token.accepts), *answers),
    )


def _tight(token: Token, shares: Mapping[str, float]) -> float:
    """Share of the facet's phrases that hold the word or a true synonym."""
    return max((shares.get(accept.key, 0.0) for accept in token.accepts if accept.sign > 0 and accept.credit >= SAME), default=0.0)


def _sensed(accept: Accept, token: Token, shares: Mapping[str, float]) -> Accept:
    """Of a word's groups those count fully that other phrases of the facet speak of too: that is its sense here."""
    senses = [other.key for other in token.accepts if other.key.startswith("@") and other.sign > 0 and other.credit > RELATED]
    sense = accept.sense or accept.key
    if sense not in senses or len(senses) < 2:
        return accept
    best = max(shares.get(key, 0.0) for key in senses)
    left = 0.65 if accept.sign > 0 else 0.3
    return accept if shares.get(sense, 0.0) >= best else replace(accept, credit=accept.credit * left)


def _shares(phrases: Sequence[Phrase]) -> dict[str, float]:
    """Share of the phrases in which a name or a key of full credit occurs."""
    counts: Counter[str] = Counter()
    for phrase in phrases:
        keys = {accept.key for token in phrase.tokens for accept in token.accepts if accept.sign > 0 and accept.credit > RELATED}
        counts.update(keys | {token.name for token in phrase.tokens})
    return {key: count / len(phrases) for key, count in counts.items()}
