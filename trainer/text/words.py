"""Words of a reply with their places in it: case-folded, contractions opened, one spelling, one stem.

Owns what counts as a word, a mark and a number. Must never change or shorten the text it reads: spans are code points of the
raw reply, control characters included (they count as spaces).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from trainer.text.values import Span


def bag(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


_STEMMER = snowballstemmer.stemmer("english")

_TOKEN = re.compile(
    r"(?P<short>\b(?:w/o|w/|b/c)(?=\s|\w)|\b[ap]\.m(?:\.(?=\s*(?-i:[a-z,;)]))|\b))"
    r"|(?P<number>[$€£¥₹]?(?:[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\w)|\d+(?:[.,:]\d+)*)"
    r"(?:[ \u00a0]?%|(?:k|bn|mn|mio|m)\b)?(?:[ \u00a0]?[€£¥₹](?!\d)|\$(?!\d))?)"
    r"|(?P<word>[^\W\d_]+(?:\d{1,3}(?!\d)|(?:['’`´][^\W\d_]+)*))"
    r"|(?P<mark>\.{2,}|[.!?;:,()\[\]{}\"“”«»\n\r•*]|—|–|--+|(?<=\s)-(?=\s)|-|…|/|&|\+)"
    r"|(?P<ok>👍|✅)",
    re.IGNORECASE,
)

_OPENED: dict[str, tuple[str, ...]] = {
    "can't": ("can", "not"), "cant": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "wont": ("will", "not"),
    "shan't": ("will", "not"), "ain't": ("is", "not"), "aint": ("is", "not"), "let's": ("let", "us"), "lets": ("let", "us"),
    "i'm": ("i", "am"), "im": ("i", "am"), "ive": ("i", "have"), "gonna": ("going", "to"), "wanna": ("want", "to"),
    "gotta": ("have", "to"), "hafta": ("have", "to"), "dunno": ("do", "not", "know"), "lemme": ("let", "me"), "gimme": ("give", "me"),
    "y'all": ("you", "all"), "ma'am": ("madam",), "o'clock": ("oclock",), "youre": ("you", "are"), "theyre": ("they", "are"),
    "thats": ("that", "is"), "whats": ("what", "is"), "theres": ("there", "is"), "heres": ("here", "is"), "youll": ("you", "will"),
    "itll": ("it", "will"), "theyll": ("they", "will"), "asap": ("as", "soon", "as", "possible"), "idk": ("i", "do", "not", "know"),
    "imo": ("in", "my", "opinion"), "imho": ("in", "my", "opinion"), "fyi": ("for", "your", "information"), "thx": ("thanks",),
    "ty": ("thanks",), "tx": ("thanks",), "pls": ("please",), "plz": ("please",), "ppl": ("people",), "tmrw": ("tomorrow",), "u": ("you",),
    "w/": ("with",), "w/o": ("without",), "b/c": ("because",), "cuz": ("because",), "cos": ("because",), "&": ("and",), "+": ("and",),
    "rn": ("right", "now"), "ya": ("you",), "yep": ("yes",), "yeah": ("yes",), "yup": ("yes",), "yea": ("yes",), "aye": ("yes",),
    "nope": ("no",), "nah": ("no",), "okay": ("ok",), "okey": ("ok",), "k": ("ok",), "kk": ("ok",), "alright": ("ok",), "👍": ("ok",),
    "✅": ("ok",), "ours": ("our",), "eod": ("end", "of", "day"), "cob": ("end", "of", "day"), "eow": ("end", "of", "week"),
    "a.m.": ("am",), "a.m": ("am",), "p.m.": ("pm",), "p.m": ("pm",), "hrs": ("hours",), "hr": ("hour",),
    "mins": ("minutes",), "min": ("minute",), "secs": ("seconds",), "wks": ("weeks",), "prod": ("production",),
    "config": ("configuration",), "repro": ("reproduce",), "perf": ("performance",), "txn": ("transaction",), "txns": ("transactions",),
    "ur": ("your",), "abt": ("about",), "bc": ("because",), "bcz": ("because",), "bcos": ("because",),
    "b4": ("before",), "tmr": ("tomorrow",), "tmrrw": ("tomorrow",), "tomo": ("tomorrow",), "tonite": ("tonight",), "2nite": ("tonight",),
    "tho": ("though",), "altho": ("although",), "thru": ("through",), "rly": ("really",), "rlly": ("really",), "prob": ("probably",),
    "probs": ("probably",), "prolly": ("probably",), "def": ("definitely",), "defo": ("definitely",), "obv": ("obviously",),
    "ofc": ("of", "course"), "btw": ("by", "the", "way"), "tbh": ("to", "be", "honest"), "atm": ("at", "the", "moment"),
    "lmk": ("let", "me", "know"), "afaik": ("as", "far", "as", "i", "know"), "smth": ("something",), "sth": ("something",),
    "msg": ("message",), "msgs": ("messages",), "wk": ("week",), "gr8": ("great",), "hv": ("have",), "weve": ("we", "have"),
    "youve": ("you", "have"), "theyve": ("they", "have"), "itd": ("it", "would"), "youd": ("you", "would"), "wheres": ("where", "is"),
    "hows": ("how", "is"), "whos": ("who", "is"), "shes": ("she", "is"), "hes": ("he", "is"), "tonites": ("tonight",),
    "tx's": ("transactions",), "db": ("database",), "customer's": ("customer",), "k8s": ("kubernetes",), "cust": ("customer",),
}  # fmt: skip
_BEFORE_A_SPEAKER = bag("and but so then")
_NEVER_OWNED = re.compile(
    r" (an?|the|as|not|so|too|very|just|still|been|going|getting|like|because|our|my|your|what|how|no|really|only|quite|pretty)\b",
    re.IGNORECASE,
)
"""`its as bad as it gets`: what follows cannot belong to it."""
_NEGATED = re.compile(r"^(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might|may|dare)n'?t$")
_ENDING = re.compile(r"^(.+)'(s|re|ve|ll|d|m)$")
_OPEN_ENDING = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
_IS_FOR_S = bag("it that there what here he she who where how this everything nothing something everyone")

_SPELLING: dict[str, str] = {
    "programme": "program", "cheque": "check", "centre": "center", "licence": "license", "defence": "defense", "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "grey": "gray", "catalogue": "catalog", "dialogue": "dialog", "whilst": "while", "amongst": "among",
    "fulfil": "fulfill", "enrol": "enroll", "sceptical": "skeptical", "artefact": "artifact", "analyse": "analyze", "analysed": "analyzed",
    "analysing": "analyzing", "catalyse": "catalyze", "paralyse": "paralyze", "learnt": "learned", "cheques": "checks", "metre": "meter",
    "rollback": "roll back",
    "cancelled": "canceled", "cancelling": "canceling", "towards": "toward", "ageing": "aging",
}  # fmt: skip
_KEEPS_ISE = bag(
    "promise rise raise precise exercise otherwise advise compromise noise wise surprise enterprise expertise premise revise supervise "
    "cruise likewise devise disguise franchise merchandise praise televise concise arise bruise appraise improvise excise poise"
)
_ISE = re.compile(r"^(\w{3,}?is)(e|ed|es|ing|ation|ations|er|ers)$")
_OUR = re.compile(r"^(behavi|col|fav|hon|lab|neighb|rum|harb|endeav|flav|hum|vig)our(\w*)$")
_DOUBLED = re.compile(r"^(label|model|travel|cancel|signal|channel|level|total|fuel|funnel|tunnel|pencil|counsel)l(ed|ing|er|ers)$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark."""

    start: int
    """Code point offsets in the raw reply, end exclusive; the parts of an opened contraction share them."""
    end: int
    norm: str
    """Case-folded, American spelling, contractions opened; a mark is itself."""
    stem: str
    """Snowball stem of `norm` (Porter 1980; Porter 2001), empty for a mark."""

    @property
    def is_mark(self) -> bool:
        """Punctuation, not a word or number."""
        return not self.stem

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@lru_cache(maxsize=50_000)
def stem(norm: str) -> str:
    """The Snowball stem; a memo only, the same for ever."""
    if norm[:1].isdecimal() or norm[:1] in "$€£¥₹":
        return norm
    return _IRREGULAR.get(norm) or str(_STEMMER.stemWord(norm))


_IRREGULAR = {
    "went": "go", "gone": "go", "held": "hold", "lost": "lose", "losing": "lose", "loses": "lose", "broke": "break", "broken": "break",
    "took": "take", "taken": "take", "sent": "send", "gave": "give", "given": "give", "found": "find", "knew": "know", "known": "know",
    "said": "say", "told": "tell", "made": "make", "did": "do", "does": "do", "had": "have", "has": "have", "paid": "pay",
    "spent": "spend", "felt": "feel", "kept": "keep", "left": "leave", "meant": "mean", "met": "meet", "ran": "run", "saw": "see",
    "seen": "see", "thought": "think", "understood": "understand", "wrote": "write", "written": "write", "came": "come", "began": "begin",
    "begun": "begin", "chose": "choose", "chosen": "choose", "caught": "catch", "brought": "bring", "built": "build", "bought": "buy",
    "fell": "fall", "fallen": "fall", "hurt": "hurt", "hidden": "hide", "grew": "grow", "slept": "sleep", "sold": "sell", "shown": "show",
    "stood": "stand", "stuck": "stick", "swore": "swear", "threw": "throw", "thrown": "throw", "undone": "undo", "won": "win",
    "worse": "bad", "worst": "bad", "better": "better", "data": "data", "being": "be", "is": "be", "are": "be", "was": "be", "were": "be",
    "am": "be", "been": "be", "ok": "ok", "thanks": "thank", "fixes": "fix", "news": "news", "shippable": "ship",
    "testing": "test", "analysis": "analyz", "analyses": "analyz", "analyze": "analyz", "failure": "fail", "failures": "fail",
    "safely": "safe", "safety": "safe", "safer": "safe", "unsafe": "unsafe", "reproducible": "reproduc", "reproducibly": "reproduc",
    "reproduction": "reproduc", "severity": "sever", "loss": "lose", "losses": "lose", "breakage": "break", "decision": "decid",
    "decisions": "decid", "validation": "valid", "validate": "valid", "validated": "valid", "validating": "valid", "riskier": "risk",
    "risky": "risk", "risks": "risk", "delivery": "deliver", "priority": "prior", "prioritize": "prior", "responsibility": "respons",
    "responsible": "respons", "repeatable": "repeat", "bigger": "big", "biggest": "big", "sooner": "soon", "faster": "fast",
    "approval": "approv", "refusal": "refus", "proposal": "propos", "removal": "remov", "stability": "stabl",
    "stable": "stabl", "urgency": "urgent", "complaint": "complain", "complaints": "complain", "criticality": "critic",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """American spelling of one case-folded word."""
    if word in _SPELLING:
        return _SPELLING[word]
    if match := _OUR.match(word):
        return f"{match[1]}or{match[2]}"
    if match := _DOUBLED.match(word):
        return match[1] + match[2]
    match = _ISE.match(word)
    if match and f"{match[1]}e" not in _KEEPS_ISE and len(match[1]) > 5:
        return f"{match[1][:-1]}z{match[2]}"
    return word


@lru_cache(maxsize=50_000)
def opened(raw: str) -> tuple[str, ...]:
    """The normal words one written word stands for: `can't` is `can not`."""
    word = raw.casefold().replace("’", "'").replace("`", "'").replace("´", "'")
    if word in _OPENED:
        return _OPENED[word]
    if match := _NEGATED.match(word):
        return match[1], "not"
    if match := _ENDING.match(word):
        if match[2] != "s":
            return (*opened(match[1]), _OPEN_ENDING[match[2]])
        return (match[1], "is") if match[1] in _IS_FOR_S else (spelled(match[1]),)
    return tuple(spelled(word).split())


def place_of(run: Sequence[str], stems: Sequence[str]) -> int:
    """Index at which these stems stand side by side; -1 where they do not."""
    wanted = tuple(run)
    return next((at for at in range(len(stems) - len(wanted) + 1) if tuple(stems[at : at + len(wanted)]) == wanted), -1)


def stems_in(text: str) -> tuple[str, ...]:
    """The stems of a text's words, marks left out."""
    return tuple(word.stem for word in words_of(text) if not word.is_mark)


def _speaks(before: Sequence[Word], after: str) -> bool:
    """Whether `ill` is somebody's `I'll`: it begins something, and a word follows."""
    return (not before or before[-1].is_mark or before[-1].norm in _BEFORE_A_SPEAKER) and re.match(r" \w", after) is not None


def words_of(text: str) -> tuple[Word, ...]:
    """All words, numbers and marks in order. Never raises, whatever the text."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        start, end, raw = match.start(), match.end(), match.group()
        if match.lastgroup == "mark" and raw not in "&+":
            found.append(Word(start, end, raw, ""))
            continue
        norms = ("".join(raw.casefold().split()),) if match.lastgroup == "number" else opened(raw)
        if norms == ("ill",) and _speaks(found, text[end:]):
            norms = "i", "will"
        elif norms == ("its",) and _NEVER_OWNED.match(text[end:]):
            norms = "it", "is"
        found.extend(Word(start, end, norm, stem(norm)) for norm in norms)
    return tuple(found)
