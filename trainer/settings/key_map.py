"""The key map of a settings file: each key spelled as Textual spells it, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trainer.errors import Problem
from trainer.scenario.files.document import Document
from trainer.scenario.files.mends import quoted, replaced
from trainer.scenario.files.nodes import Scalar
from trainer.scenario.told import keys_expected, text_expected, unknown_key
from trainer.settings.key_names import NOT_SENT, OF_THE_EDITOR, RESERVED, nearest_key, prints, spelled
from trainer.settings.keys import EVERYWHERE, ON_MANY_PAGES, TYPED_PAGES, page_of

KEYS = "keys"
_LISTED = "those that `trainer settings --example` lists"


def key_map(document: Document, known: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Id of a binding to its keys, as far as they are right, and everything that is wrong. `known` are the ids with their usual keys."""
    given = document.data.get(KEYS, {})
    if not isinstance(given, dict):
        spoiled = document.spot((KEYS,)).node.start in document.spoiled
        return {}, [] if spoiled else [keys_expected(document, (KEYS,))]
    problems: list[Problem] = []
    right: dict[str, list[str]] = {}
    for name, value in given.items():
        path = (KEYS, name)
        if document.spot(path).node.start in document.spoiled:
            continue
        if name not in known:
            problems.append(unknown_key(document, path, known, many=_LISTED))
        elif not isinstance(value, str):
            problems.append(text_expected(document, path))
        else:
            wrong = list(_wrong(document, name, value, known[name]))
            problems += wrong
            if not wrong:
                right[name] = _spelled(value)
    return {name: ",".join(keys) for name, keys in right.items()}, [*problems, *_taken(document, right, known)]


def _spelled(keys: str) -> list[str]:
    return list(dict.fromkeys(key for part in keys.split(",") if (key := spelled(part))))


def _wrong(document: Document, name: str, value: str, usual: str) -> Iterator[Problem]:
    for part in value.split(","):
        key = spelled(part)
        if key is None:
            yield _no_such_key(document, name, value, part.strip())
        elif key not in _spelled(usual) and (why := _not_free(name, key)):
            yield document.problem(
                "key-not-free", (KEYS, name), f"'{key}' cannot be used here: {why}", mend="choose another key, such as f10"
            )


def _no_such_key(document: Document, name: str, value: str, part: str) -> Problem:
    if not part:
        message = "no key stands between two commas, or behind the last one; the comma itself is called 'comma'"
        return document.problem("no-such-key", (KEYS, name), message, mend="write one key, or several with a comma between two")
    meant = nearest_key(part)
    node = document.spot((KEYS, name)).node
    hint = f" (did you mean '{meant}'?)" if meant else ""
    mend = replaced(document.source, node.start, node.end, quoted(value.replace(part, meant))) if meant and isinstance(node, Scalar) else ""
    general = "write a key as f2, ctrl+s, pageup, a letter or a sign"
    return document.problem("no-such-key", (KEYS, name), f"'{part}' is no key{hint}", mend=mend or general)


def _not_free(name: str, key: str) -> str:
    """Why a key cannot be given to this binding; empty when it can."""
    if key in NOT_SENT:
        return f"many terminals send it as {NOT_SENT[key]}"
    if key in RESERVED:
        return f"it {RESERVED[key]} everywhere"
    if page_of(name) not in TYPED_PAGES | {EVERYWHERE}:
        return ""
    if prints(key):
        return "text is typed on this page" if page_of(name) != EVERYWHERE else "it works on pages where text is typed, too"
    return "whoever types text needs it" if key in OF_THE_EDITOR else ""


def _taken(document: Document, right: dict[str, list[str]], known: Mapping[str, str]) -> list[Problem]:
    """Keys that would do two things on one page; told once for two bindings, at the later one. What the app itself shares is fine."""
    usual = {name: _spelled(keys) for name, keys in known.items()}
    holding = {**usual, **right}
    problems = []
    told: set[tuple[str, str]] = set()
    for name in reversed(right):
        beside = [other for other in holding if other != name and _meet(name, other) and (other, name) not in told]
        for key in right[name]:
            others = [other for other in beside if key in holding[other] and not (key in usual[name] and key in usual[other])]
            if others:
                told |= {(name, other) for other in others}
                problems.append(_taken_by(document, name, key, others))
    return problems


def _taken_by(document: Document, name: str, key: str, others: list[str]) -> Problem:
    them = " and ".join(others)
    message = f"'{key}' is the key of {them} already, on the same page"
    return document.problem("key-taken", (KEYS, name), message, mend=f"choose another key, or give {them} another one as well")


def _meet(name: str, other: str) -> bool:
    pages = {page_of(name), page_of(other)}
    return len(pages) == 1 or bool(pages & ON_MANY_PAGES)
