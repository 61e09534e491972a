"""Whom the services of an index serve: the rule of `directory/coverage.py` over whole columns at once.

The two are property-tested against each other; the plain rule is the one to read.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from local_offer.directory.coverage import REACH_MILES, TOWN_MILES
from local_offer.places.area_codes import COUNTY, NATIONAL
from local_offer.places.place import Place, Point, miles_between

if TYPE_CHECKING:
    from search.engines.embedded.columns import Columns, Numbers, Rows

EVERYWHERE = (COUNTY, NATIONAL)


@dataclass(frozen=True)
class Served:
    """For each row: whether it serves the place, why, and how far its nearest venue is (infinite without one)."""

    given: bool
    rows: "Rows"
    local: "Rows"
    unknown: "Rows"
    miles: "Numbers"


def place_areas(place: Place, towns: dict[str, Point]) -> frozenset[str]:
    """Every area that the place may be said to lie in, with the towns whose centre is within reach."""
    near = {code for code, point in towns.items() if miles_between(place.point, point) <= TOWN_MILES}
    return place.areas | near


def served(columns: "Columns", place: Place | None, within: int | None) -> Served:
    """The rule, for every row."""
    nothing = np.zeros(len(columns), dtype=bool)
    if place is None or place.kind == COUNTY:
        return Served(False, ~nothing, nothing, nothing, np.full(len(columns), np.inf))
    miles = columns.miles_from(place.point)
    has_venue = np.isfinite(miles)
    no_coverage = columns.empty("areas")
    everywhere = columns.has_any("areas", EVERYWHERE)
    local = columns.has_any("areas", place_areas(place, columns.towns) - set(EVERYWHERE))
    by_venue = no_coverage & has_venue & (miles <= (REACH_MILES if within is None else within))
    unknown = no_coverage & ~has_venue
    rows = everywhere | local | by_venue | unknown
    if within is not None:
        rows &= ~has_venue | (miles <= within)
    return Served(True, rows, local | by_venue, unknown, miles)


def today() -> date:
    """The day from which freshness is counted."""
    return date.today()
