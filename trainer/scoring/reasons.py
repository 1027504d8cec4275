"""Why a reply earned what it earned, in a coach's words: the words quoted, what met them, what was missing.

Owns the wording, for every front end that gives reasons. Judges nothing and shows no figure of the reader's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from trainer.matching.question import FacetSpec, PointSpec
from trainer.matching.reading import Evidence, FacetHit, FlagHit, PointReading, QuantityNote, Strength
from trainer.meeting.script import Script
from trainer.scenario.models import Scenario
from trainer.scoring.likened import is_quantity, likened, names_quantity, tells
from trainer.scoring.trust_words import FLAG_WORDS
from trainer.text.clean import clean_line
from trainer.text.values import Kind, Verdict
from trainer.text.words import bag

_CLAUSE_HEADS = bag("what how that when why who whom whose where which whether if")
"""First words of a part's label that is a clause, so that one can say it: "how long". Anything else is named: "a smaller fix"."""
_PREPOSITIONS = bag("by for from until since to at in on with about of")
OUTRIGHT = "to say it outright"
"""What is open of a point that was half heard and has no part with a name."""
_LEAST_WORDS, _MOST_WORDS = 4, 12
"""A phrase of so many words stands well alone as an example."""
_KIND_WORDS = {
    Kind.DURATION: "length of time",
    Kind.TIME: "time",
    Kind.PERCENT: "percentage",
    Kind.COUNT: "number",
    Kind.MONEY: "amount of money",
}


def point_note(script: Script, point: str, found: PointReading) -> tuple[str, ...]:
    """Sentences on one point of one reply, the words that earned its verdict first. Raises KeyError for a point that is not there."""
    spec = script.book.points[point]
    if found.verdict is Verdict.CONTRADICTED and found.denied is not None:
        return tuple(_denied(script, spec, found.denied))
    if found.verdict is Verdict.MISSING:
        return tuple(_missing(script, spec, found))
    met = [hit for hit in found.hits if hit.strength is Strength.MET]
    lines = list(_half(script, spec, found, met)) if found.verdict is Verdict.PARTLY else [_met(script, spec, hit) for hit in met]
    return tuple(dict.fromkeys(lines))


def missing_parts(scenario: Scenario, point: str, met: Collection[str]) -> str:
    """The parts of a point that were not clearly said, in the author's words: "how long, by when you will know more".

    Joined by "or" where any of them would do; empty where the author named none.
    """
    labels = open_parts(scenario, point, met)
    return ", ".join(labels) if _all_needed(scenario, point, met) else _listed(labels, "or")


def open_parts(scenario: Scenario, point: str, met: Collection[str]) -> tuple[str, ...]:
    """Each part of a point that is not among those `met` and carries a name, in the author's words."""
    parts = scenario.key_points[point].parts
    labels = (part_label(scenario, point, name) for name, part in parts.items() if name not in met and not part.bonus)
    return tuple(label for label in labels if label)


def still_open(scenario: Scenario, point: str, met: Collection[str]) -> tuple[str, ...]:
    """What would make a half heard point whole: each part that is needed; one line of all where any of them would do; never empty."""
    labels = open_parts(scenario, point, met)
    return (labels if _all_needed(scenario, point, met) else (_listed(labels, "or"),)) if labels else (OUTRIGHT,)


def part_label(scenario: Scenario, point: str, part: str) -> str:
    """What a part is about in the author's words, else the name of the fact it rests on; empty when it has neither."""
    facet = scenario.key_points[point].parts[part]
    return clean_line(facet.label or (scenario.facts[facet.fact].label if facet.fact else ""))


def flag_note(hit: FlagHit) -> str:
    """How a reply came across, or may come across, and by which words."""
    came = "How it came across" if hit.sure else "How it may come across"
    return f"{came}: {FLAG_WORDS[hit.flag]} ({quoted(hit.evidence.text)})."


def mistake_note(label: str, evidence: Evidence, *, sure: bool) -> str:
    """What a role hears, or could hear, as a mistake, and in which words."""
    return f"This {'is' if sure else 'could be'} heard as {quoted(label)}: {quoted(evidence.text)}."


def figure_note(note: QuantityNote) -> str:
    """A figure that differs from the facts."""
    return f"Your facts say {clean_line(note.expected)}, you said {clean_line(note.said)}."


def quoted(text: str) -> str:
    """On one line, in quotation marks, without a full stop of its own."""
    return f"“{clean_line(text).removesuffix('.')}”"


def example_of(facet: FacetSpec) -> str:
    """A wording that would meet a facet: the author's first that stands well alone; empty when there is none."""
    whole = (phrase for phrase in facet.phrases if _LEAST_WORDS <= len(phrase.split()) <= _MOST_WORDS)
    return next(whole, facet.phrases[0] if facet.phrases else "")


def _denied(script: Script, spec: PointSpec, denied: Evidence) -> Iterator[str]:
    if denied.phrase in spec.contradicted_by:
        yield f"They hear the opposite in {quoted(denied.text)}{likened(script.book.lexicon, denied)}."
    else:
        yield f"They hear the opposite in {quoted(denied.text)}: it denies {quoted(denied.phrase)}."
    yield from _examples("What they need to hear", spec, ())


def _missing(script: Script, spec: PointSpec, found: PointReading) -> Iterator[str]:
    near = found.near_miss
    if near is None or not tells(script.book.lexicon, near):
        parts = open_parts(script.scenario, spec.id, ())
        word = "and" if _all_needed(script.scenario, spec.id, ()) else "or"
        yield from _examples(f"{_say(parts)} {_listed(parts, word)}, for example" if parts else "You could say", spec, ())
        return
    yield f"{quoted(near.text)} came closest; {quoted(near.phrase)} would have said it."
    meant = {facet.id for facet in spec.facets if near.phrase in facet.phrases}
    yield from _examples("Then also, for example", spec, meant, besides=len(meant))


def _half(script: Script, spec: PointSpec, found: PointReading, met: list[FacetHit]) -> Iterator[str]:
    names = {hit.facet for hit in met}
    counted = _counted(script.scenario, spec.id, names)
    yield from (_met(script, spec, hit, named=False) for hit in met)
    labels = tuple(label for name in counted if (label := part_label(script.scenario, spec.id, name)))
    still = open_parts(script.scenario, spec.id, names)
    if labels and still:
        yield f"That {_say(labels).lower()}s {_listed(labels, 'and')}, not {_listed(still, 'or')}."
    near = [hit for hit in found.hits if hit.strength is Strength.NEAR]
    yield from (_nearly(spec, hit) for hit in near if _facet(spec, hit.facet) is not None)
    if counted or not near:
        lead = "You could add" if counted else "You could say"
        yield from _examples(lead, spec, {*names, *(hit.facet for hit in near)}, besides=len(counted))


def _met(script: Script, spec: PointSpec, hit: FacetHit, *, named: bool = True) -> str:
    """The words that met a part; `named` says which part, where a point has several or a quantity met it."""
    words, label = quoted(hit.evidence.text), part_label(script.scenario, spec.id, hit.facet)
    if is_quantity(hit.evidence):
        return f"You {_said(label)}: {words}." if label else f"You said {words}."
    like = likened(script.book.lexicon, hit.evidence)
    if named and label and len(spec.facets) > 1:
        return f"You {_said(label)}: {words}{like}."
    return f"You said {words}{like}."


def _nearly(spec: PointSpec, hit: FacetHit) -> str:
    facet, evidence = _facet(spec, hit.facet), hit.evidence
    if facet is not None and facet.kind in _KIND_WORDS and not names_quantity(evidence.text):
        return f"Nearly there: {quoted(evidence.text)} names no {_KIND_WORDS[facet.kind]}. Try {quoted(example_of(facet))}."
    if not evidence.phrase or is_quantity(evidence):
        return f"You touched on it with {quoted(evidence.text)}."
    return f"You touched on it with {quoted(evidence.text)}. Plainer: {quoted(evidence.phrase)}."


def _examples(lead: str, spec: PointSpec, met: Collection[str], *, besides: int = 0) -> Iterator[str]:
    """A wording for each part that is still needed once `besides` parts are said."""
    wanted = [facet for facet in spec.facets if facet.id not in met and not facet.bonus]
    found = [quoted(example) for facet in wanted if (example := example_of(facet))]
    if found and spec.need > besides:
        yield f"{lead}: {' and '.join(found[: spec.need - besides])}."


def _facet(spec: PointSpec, name: str) -> FacetSpec | None:
    """The facet of this name unless it is a bonus."""
    return next((facet for facet in spec.facets if facet.id == name and not facet.bonus), None)


def _counted(scenario: Scenario, point: str, met: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name, part in scenario.key_points[point].parts.items() if name in met and not part.bonus)


def _all_needed(scenario: Scenario, point: str, met: Collection[str]) -> bool:
    """Whether every part that is still open is needed, so that none of them would do alone."""
    return scenario.key_points[point].needed - len(_counted(scenario, point, met)) >= len(open_parts(scenario, point, met))


def _say(labels: Sequence[str]) -> str:
    """The verb that goes with the first of them: one says how long, and names a smaller fix."""
    first, *others = labels[0].casefold().split()
    return "Say" if (others[0] if others and first in _PREPOSITIONS else first) in _CLAUSE_HEADS else "Name"


def _said(label: str) -> str:
    return f"{'said' if _say((label,)) == 'Say' else 'named'} {label}"


def _listed(labels: Sequence[str], word: str) -> str:
    """Such as: a, b and c."""
    return f" {word} ".join(filter(None, (", ".join(labels[:-1]), *labels[-1:])))
