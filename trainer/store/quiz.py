"""How well each word of a quiz was known: a small private JSON file. What was answered is not kept.

Owns the file. Knows nothing of what a word means or of how an answer is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from trainer.errors import StoreFailed, Unreadable
from trainer.store.files import write_private
from trainer.store.places import Places

FORMAT = 1


def quiz_results(places: Places, scenario: str) -> dict[str, str]:
    """Word -> how it stood after its last answer, for one scenario (its id).

    Raises:
        Unreadable: the file was changed by hand into something else.
        StoreFailed: it may not be read.
    """
    return dict(_all(places.quiz).get(scenario, {}))


def keep_quiz_result(places: Places, scenario: str, word: str, standing: str) -> None:
    """Keep how a word stands now; on disk when this returns.

    Raises:
        Unreadable: what is there is not the trainer's, and is left alone.
        StoreFailed: not possible.
    """
    known = _all(places.quiz)
    results = {**known, scenario: {**known.get(scenario, {}), word: standing}}
    write_private(places.quiz, json.dumps({"format": FORMAT, "results": results}, indent=1) + "\n")


def forget_quiz(places: Places) -> bool:
    """Remove all results; whether there were any.

    Raises:
        StoreFailed: not possible.
    """
    try:
        places.quiz.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreFailed(f"cannot delete {places.quiz}: {error.strerror}. Mend its rights, or delete it by hand.") from error
    return True


def _all(path: Path) -> Mapping[str, Mapping[str, str]]:
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreFailed(f"cannot read {path}: {error.strerror}. Mend its rights, or set TRAINER_HOME to another folder.") from error
    except (ValueError, RecursionError) as error:
        raise _foreign(path) from error
    results = data.get("results") if isinstance(data, dict) and data.get("format") == FORMAT else None
    if not isinstance(results, dict) or not all(isinstance(one, dict) and _texts(one) for one in results.values()):
        raise _foreign(path)
    return results


def _texts(words: Mapping[object, object]) -> bool:
    return all(isinstance(one, str) for one in words.values())


def _foreign(path: Path) -> Unreadable:
    return Unreadable(str(path), "these are no quiz results of this version. Delete the file: only which words were known is lost.")
