"""Judged questions, read as a reader reads them: the needs, the age, the place, where the family stands, danger.

Two sets: the judged searches that the site is measured on, and our own in families' words, written before the rules.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from search.answering import Reading, read
from search.query import ServiceQuery
from search.slots import slots_of
from tests.search.understanding.starting_vocabulary import HERE

JUDGED = HERE.parent / "golden" / "queries.jsonl"
OUR_OWN = HERE / "family_queries.jsonl"

Slots = dict[str, Any]


@dataclass(frozen=True)
class Figures:
    """Shares between 0 and 1, but for the two counts."""

    needs_found: float
    needs_right: float
    age: float
    place: float
    status: float
    danger_missed: int
    false_alarms: int


def questions(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def understood(question: str) -> Reading:
    """What the site understands, as a family's search does."""
    return read(ServiceQuery(text=question))


def figures(path: Path) -> Figures:
    readings = [(one, understood(one["query"])) for one in questions(path)]
    noted = [(one, slots_of(reading)) for one, reading in readings]
    wanted = [(set(one["slots"]["needs"]), set(slots["needs"])) for one, slots in noted]
    both = sum(len(want & got) for want, got in wanted)
    return Figures(
        needs_found=both / sum(len(want) for want, _ in wanted),
        needs_right=both / sum(len(got) for _, got in wanted),
        age=share(noted, lambda slots, want: slots["age"] == want["age"]),
        place=share(noted, lambda slots, want: slots["place"] == want["place"]),
        status=share(noted, lambda slots, want: set(slots["status"]) == set(want["status"])),
        danger_missed=sum(one["crisis"] and not reading.understanding.urgent for one, reading in readings),
        false_alarms=sum(reading.understanding.urgent and not one["crisis"] for one, reading in readings),
    )


def share(noted: list[tuple[dict[str, Any], Slots]], is_right: Callable[[Slots, Slots], bool]) -> float:
    return sum(is_right(slots, one["slots"]) for one, slots in noted) / len(noted)


@pytest.mark.parametrize(
    ("path", "found", "right"), [(JUDGED, 0.8, 0.9), (OUR_OWN, 0.72, 0.9)], ids=["judged", "own"]
)
def test_questions_are_read_as_a_reader_reads_them(
    path: Path, found: float, right: float, site: None
) -> None:
    reached = figures(path)
    assert reached.age >= 0.97, reached
    assert reached.place >= 0.97, reached
    assert reached.status >= 0.97, reached
    assert reached.needs_found >= found, reached
    assert reached.needs_right >= right, reached
    assert reached.danger_missed == 0, reached
    assert reached.false_alarms <= 1, reached


def test_the_areas_of_a_place_are_told(site: None) -> None:
    wrong = []
    for one in questions(JUDGED):
        told = slots_of(understood(one["query"]))["dspl"] or ()
        if not set(one["slots"]["dspl"] or ()) <= set(told):
            wrong.append((one["query"], told))
    assert wrong == []


def test_our_own_questions_are_not_the_judged_ones() -> None:
    judged = {one["query"].lower() for one in questions(JUDGED)}
    own = [one["query"].lower() for one in questions(OUR_OWN)]
    assert len(own) >= 60
    assert not judged.intersection(own)
