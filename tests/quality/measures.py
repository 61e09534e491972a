"""How good a list of answers is, in the measures that search is judged by elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2, nan
from typing import Any


@dataclass(frozen=True)
class Judged:
    """One judged search: what a reader understands, what answers it (3 best), and what must not come first."""

    id: str
    type: str
    query: str
    slots: dict[str, Any]
    crisis: bool
    relevant: dict[str, int]
    pages: tuple[str, ...]
    wrong: frozenset[str]


def ndcg(refs: Sequence[str], grades: dict[str, int], at: int = 10) -> float | None:
    """Discounted gain of the first `at`, as a share of the best order; None when nothing answers the search."""
    if not grades:
        return None
    gain: float = sum((2 ** grades.get(ref, 0) - 1) / log2(place + 2) for place, ref in enumerate(refs[:at]))
    best = sorted(grades.values(), reverse=True)[:at]
    ideal: float = sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(best))
    return gain / ideal


def success(refs: Sequence[str], grades: dict[str, int], at: int) -> float | None:
    """Whether one of the first `at` is as good as there is: grade 2 or 3, or the best there is if that is 1."""
    if not grades:
        return None
    good = min(2, max(grades.values()))
    return float(any(grades.get(ref, 0) >= good for ref in refs[:at]))


def wrong_in(refs: Sequence[str], wrong: frozenset[str], at: int = 5) -> int:
    """How many of the first `at` are for another age or another end of the county."""
    return sum(ref in wrong for ref in refs[:at])


def mean(values: Sequence[float | None]) -> float:
    """The mean of what could be measured; not a number of nothing."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else nan
