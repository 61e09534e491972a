"""Asks the judged searches and measures the answers."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from search.answering import Reading, read
from search.engines.base import Engine
from search.query import Assumed, ServiceQuery
from search.slots import slots_of
from search.text import terms
from tests.quality.measures import Judged, mean, ndcg, success, wrong_in

GOLDEN = Path(__file__).resolve().parents[1] / "search" / "golden"
# Judged by somebody who had seen the services and never the search. Nothing is tuned on them, but what they showed of
# words that were not understood was mended.
APART = GOLDEN / "apart.jsonl"
SHOWN = 20


@dataclass(frozen=True)
class Outcome:
    """One judged search and what came back."""

    judged: Judged
    refs: tuple[str, ...]
    pages: tuple[str, ...]
    slots: dict[str, Any]
    urgent: bool


def judged_searches(path: Path = GOLDEN / "queries.jsonl") -> list[Judged]:
    """The golden set."""
    return [_judged(json.loads(line)) for line in path.read_text().splitlines() if line.strip()]


def _judged(row: dict[str, Any]) -> Judged:
    return Judged(
        row["id"],
        row["type"],
        row["query"],
        row["slots"],
        row["crisis"],
        {ref: int(grade) for ref, grade in row["relevant"].items()},
        tuple(row["pages"]),
        frozenset(row["wrong"]),
    )


def understood(judged: Sequence[Judged]) -> list[Reading]:
    """Each search read as the site reads it."""
    return [read(ServiceQuery(text=one.query, per_page=SHOWN)) for one in judged]


def plain(judged: Sequence[Judged]) -> list[Reading]:
    """The words alone, any of them, nothing understood."""
    readings = understood([replace(one, query="") for one in judged])
    return [
        replace(reading, query=replace(reading.query, assumed=Assumed(words=tuple(terms(one.query)))))
        for one, reading in zip(judged, readings, strict=True)
    ]


def ask(judged: Sequence[Judged], readings: Sequence[Reading], engine: Engine) -> list[Outcome]:
    """Every search, answered."""
    outcomes = []
    for one, reading in zip(judged, readings, strict=True):
        found = engine.search(reading.query)
        outcomes.append(
            Outcome(
                one,
                tuple(hit.ref for hit in found.hits),
                tuple(page.key for page in found.pages),
                slots_of(reading),
                reading.understanding.urgent,
            )
        )
    return outcomes


MEASURES: dict[str, Callable[[Sequence[Outcome]], float]] = {
    "nDCG@10": lambda some: mean([ndcg(one.refs, one.judged.relevant) for one in some]),
    "success@1": lambda some: mean([success(one.refs, one.judged.relevant, 1) for one in some]),
    "success@3": lambda some: mean([success(one.refs, one.judged.relevant, 3) for one in some]),
    "wrong in 5": lambda some: float(sum(wrong_in(one.refs, one.judged.wrong) for one in some)),
    "empty": lambda some: float(sum(not one.refs for one in some)),
    "pages@3": lambda some: mean([_page_found(one) for one in some]),
    "age": lambda some: mean([float(one.slots["age"] == one.judged.slots["age"]) for one in some]),
    "place": lambda some: mean([float(one.slots["place"] == one.judged.slots["place"]) for one in some]),
    "status": lambda some: mean(
        [float(one.slots["status"] == sorted(one.judged.slots["status"])) for one in some]
    ),
    "needs": lambda some: mean([_needs_f(one) for one in some]),
}


def _page_found(one: Outcome) -> float | None:
    return float(any(page in one.judged.pages for page in one.pages[:3])) if one.judged.pages else None


def _needs_f(one: Outcome) -> float:
    """F-measure of the topics understood."""
    wanted, got = set(one.judged.slots["needs"]), set(one.slots["needs"])
    return 2 * len(wanted & got) / (len(wanted) + len(got)) if wanted or got else 1.0


def urgency(outcomes: Sequence[Outcome]) -> tuple[int, int, int]:
    """(urgent searches that were seen, urgent searches, false alarms)."""
    urgent = [one for one in outcomes if one.judged.crisis]
    return (
        sum(one.urgent for one in urgent),
        len(urgent),
        sum(one.urgent for one in outcomes if not one.judged.crisis),
    )
