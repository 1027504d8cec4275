"""Shapes of one reading in JSON, shared by `score`, `try`, `rehearse` and `replay`. Stable: documented in the command line reference."""

from __future__ import annotations

from trainer.matching.reading import Evidence, PointReading, Reading
from trainer.text.values import Verdict

PLACES = 3
"""Digits behind the point of scores and similarities."""
_BANDS = {Verdict.MISSING: (0.0, 0.349), Verdict.PARTLY: (0.35, 0.699), Verdict.COVERED: (0.7, 1.0), Verdict.CONTRADICTED: (0.0, 0.0)}
"""Least and greatest score of each verdict, as rounded."""


def point_shape(point: PointReading) -> dict[str, object]:
    """One point: verdict, score, evidence."""
    evidence = [evidence_shape(one) for one in evidence_of(point)]
    return {"verdict": point.verdict.value, "score": rounded_score(point), "evidence": evidence}


def evidence_of(point: PointReading) -> tuple[Evidence, ...]:
    """The words behind the verdict: those that deny it where it is denied, else those that met its facets, each stretch once."""
    if point.verdict is Verdict.CONTRADICTED and point.denied is not None:
        return (point.denied,)
    return tuple(dict.fromkeys(hit.evidence for hit in sorted(point.hits, key=lambda hit: (hit.evidence.start, hit.evidence.end))))


def evidence_shape(evidence: Evidence) -> dict[str, object]:
    """One stretch of the reply, `reply[start:end] == text`."""
    return {
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "phrase": evidence.phrase,
        "similarity": round(evidence.similarity, PLACES),
    }


def rounded_score(point: PointReading) -> float:
    """Rounded without leaving the verdict's band."""
    least, greatest = _BANDS[point.verdict]
    return min(greatest, max(least, round(point.score, PLACES)))


def flags_of(reading: Reading) -> list[str]:
    """The flags heard for certain, each once."""
    return list(dict.fromkeys(hit.flag.value for hit in reading.flags if hit.sure))
