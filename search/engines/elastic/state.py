"""What the index itself knows of its content, beside its documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any

from local_offer.places.place import Point
from search.facets import FACETS, Labels


@dataclass(frozen=True)
class State:
    """Where the towns are, what filters are called, and how many services there are of each need."""

    towns: dict[str, Point]
    labels: Mapping[str, Labels]
    needs: Mapping[str, int]
    services: int

    def rarity(self, slug: str) -> float:
        """How much a need tells: 1 for one that a single service meets, 0 for one that all do."""
        services = max(self.services, 2)
        return log(services / max(self.needs.get(slug, 0), 1)) / log(services)

    @cached_property
    def choices(self) -> Mapping[str, Labels]:
        """The choices of every filter with their words."""
        return {spec.field: spec.labels(self.labels) for spec in FACETS}


def read_state(held: Mapping[str, Any]) -> State:
    """What the index knows of its content."""
    return State(
        towns={code: Point(*point) for code, point in held["towns"].items()},
        labels={
            name: tuple((slug, label) for slug, label in pairs) for name, pairs in held["labels"].items()
        },
        needs=held["needs"],
        services=held["services"],
    )
