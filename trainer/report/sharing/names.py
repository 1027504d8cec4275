"""Names in the value of a fact that give it away by themselves: of code and machines, versions, people and products.

Owns what counts as such a name. People may be called like a common word: in `Mark broke it` that is a name, in `I will mark it` it is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from trainer.report.sharing.folding import is_hump
from trainer.text.words import Word, bag

GIVEN = bag(
    "april art august autumn bill bob brook brooke buck carter chance chase chip christian chuck clay cliff constance cooper "
    "crystal curt daisy dale dawn dean destiny dick don drew duke earl ernest eve faith fay forest frank gale gene ginger "
    "glen grace grant guy harmony harry hazel heather holly honor hope hunter iris ivy jack jean jewel jimmy josh joy june "
    "kit lance lee lily mark mason max may melody mercy miles nick norm olive parker pat patience pearl penny peter piper "
    "porter ray reed rich rob robin rock rod roman rose ruby rusty sandy skip sky sterling stew stormy sue summer tanner "
    "taylor temperance terry trace tucker tyler victor violet wade ward will winter woody"
)
"""Given names that are common words too."""
_ACRONYM = 5
"""Letters up to which a common word in capitals is an abbreviation everybody uses: `SLA`, `EM`."""
_NO_NAMES = bag(
    "monday tuesday wednesday thursday friday saturday sunday january february march july september october november december i"
)
_BEFORE_NAME = bag("by with from ask asked asking tell told telling cc thanks thank hi hey dear ping call")
_AFTER_NAME = bag(
    "said says told tells asked asks thinks thought knows knew broke did was is has had wrote wants found owns merged pushed deployed fixed"
)
_BEFORE_NOUN = bag("a an the my our your their his her its this that these those no any some each every")
_SENTENCE_END = frozenset(".!?:;\n…")
_TITLE = 3
"""Words from which on a value with a capital on each of them is written as a title, and the capitals say nothing."""
_CHUNK = re.compile(r"[^\s,;()\[\]{}\"“”«»<>!?*]+")
_FIGURE = re.compile(r"[\d.,:$€£¥₹%/–—-]+[a-z%]{0,4}[\d.,:]*[a-z€$%]{0,3}|\d+(?:st|nd|rd|th)", re.IGNORECASE)
_CODE_MARKS = frozenset("_./@\\:")
_SEGMENT = re.compile(r"[./@\\:]")
_VERSION = re.compile(
    r"(?P<said>(?<![^\W_])(?:version|release|ver|rev|v|r)[. ]{0,2})?(?P<parts>(?<!\d)\d{1,6}(?:[._]\d{1,6}){0,4})(?![\d%])", re.IGNORECASE
)
_SHORT = 4


def handles(value: str) -> Iterator[str]:
    """Names of code, machines and tickets in a plain text: `OrionTenantCache`, `db7`, `user_id`, `kafka-1.example` and its `kafka-1`."""
    for match in _CHUNK.finditer(value):
        chunk = match.group().strip(".:-/'&+")
        if not chunk or _FIGURE.fullmatch(chunk):
            continue
        for name in dict.fromkeys((chunk, *_SEGMENT.split(chunk))):
            if _is_handle(name.removesuffix("'s").strip("_-'")):
                yield name.removesuffix("'s").strip("_-'")


def _is_handle(name: str) -> bool:
    if _FIGURE.fullmatch(name) or sum(one.isalnum() for one in name) < 2:
        return False
    if any(one.isdecimal() for one in name) and any(one.isalpha() for one in name):
        return True
    inside = name[1:-1]
    return len(name) >= _SHORT and (
        any(one in _CODE_MARKS for one in inside) or any(is_hump(name, at) and name[at - 1].islower() for at in range(1, len(name)))
    )


def versions(value: str, counts: Collection[str]) -> Iterator[re.Pattern[str]]:
    """Patterns for the versions in a plain text: `8.3.1` with or without its v, and its beginning `8.3`; `v8` and `version 8`.

    `counts` are its figures without a unit: `14.2` is a version if it is one of them.
    """
    for match in _VERSION.finditer(value):
        parts = re.split(r"[._]", match["parts"])
        if len(parts) >= (1 if match["said"] else 2 if match["parts"] in counts else 3):
            yield _version_pattern(parts)


def _version_pattern(parts: Sequence[str]) -> re.Pattern[str]:
    if len(parts) == 1:
        return re.compile(rf"(?<![^\W_])(?:version|release|ver|rev|v|r)[. ]{{0,2}}{parts[0]}(?!\d)", re.IGNORECASE)
    rest = "".join(f"(?:[._-]{part}" for part in parts[2:]) + ")?" * (len(parts) - 2)
    return re.compile(rf"(?<!\d)(?<!\d[._-]){parts[0]}[._-]{parts[1]}(?!\d){rest}", re.IGNORECASE)


def people(value: str, words: Sequence[Word], common: Collection[str], others: Collection[str]) -> frozenset[str]:
    """Normal words of names that are common words as well; `others` are words with a capital in every meeting of this scenario."""
    spoken = [word for word in words if not word.is_mark and word.norm[0].isalpha()]
    if len(spoken) == 1:
        return frozenset(word.norm for word in spoken if word.norm in GIVEN)
    with_capital = {word.start for word in spoken if value[word.start].isupper()}
    title = len(spoken) >= _TITLE and len(with_capital) == len({word.start for word in spoken})
    found = set()
    for at, word in enumerate(words):
        if word.is_mark or word.start not in with_capital or word.norm in _NO_NAMES or word.norm in others:
            continue
        inside = at > 0 and words[at - 1].norm not in _SENTENCE_END and not title
        if word.norm in GIVEN or (inside and word.stem in common and not _is_acronym(value[word.start : word.end])):
            found.add(word.norm)
    return frozenset(found)


def _is_acronym(raw: str) -> bool:
    return len(raw) <= _ACRONYM and raw.isupper()


def named(text: str, words: Sequence[Word], names: Collection[str]) -> Iterator[Word]:
    """Words of a text that are one of these names, by their capital or by what stands around them: `ask mark`, `mark said`, `mark's`."""
    for at, word in enumerate(words):
        if word.norm in names and (text[word.start].isupper() or _as_name(text, words, at)):
            yield word


def _as_name(text: str, words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].norm if at else ""
    after = words[at + 1].norm if at + 1 < len(words) else ""
    raw, place = text[words[at].start : words[at].end], words[at].start
    if before in _BEFORE_NOUN:
        return False
    return before in _BEFORE_NAME or after in _AFTER_NAME or raw.endswith("'s") or (place > 0 and text[place - 1] == "@")
