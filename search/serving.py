"""Whom the services of an index serve: the rule of `directory/coverage.py` over whole columns at once.

The two are property-tested against each other; the plain rule is the one to read.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from local_offer.directory.coverage import REACH_MILES, TOWN_MILES
from local_offer.places.area_codes import COUNTY, KINDS_NARROW_TO_WIDE, NATIONAL, narrowness
from local_offer.places.place import Place, Point, miles_between

if TYPE_CHECKING:
    from search.engines.embedded.columns import Columns, Numbers, Rows

EVERYWHERE = (COUNTY, NATIONAL)
# Sorts what has no venue behind every venue; no two points on earth are so far apart.
NO_VENUE_MILES = 1e6


@dataclass(frozen=True)
class Served:
    """For each row: whether it serves the place, why, and how far its nearest venue is (infinite without one).

    `local`: it serves the place and not the whole county; without a place, it serves some part of the county only.
    `width` is how wide the narrowest area is by which it serves: 0 for a town, and the widest where no area fits.
    """

    given: bool
    rows: "Rows"
    local: "Rows"
    unknown: "Rows"
    miles: "Numbers"
    width: "Numbers"

    @property
    def nearness(self) -> "Numbers":
        """Sorts "nearest first" as `coverage.nearness` does: by venue; then what covers the place; then the rest."""
        return np.where(np.isinf(self.miles), NO_VENUE_MILES + self.width, self.miles)


def place_areas(place: Place, towns: dict[str, Point]) -> frozenset[str]:
    """Every area that the place may be said to lie in, with the towns whose centre is within reach."""
    near = {code for code, point in towns.items() if miles_between(place.point, point) <= TOWN_MILES}
    return place.areas | near


def served(columns: "Columns", place: Place | None, within: int | None) -> Served:
    """The rule, for every row."""
    nothing = np.zeros(len(columns), dtype=bool)
    if place is None or place.kind == COUNTY:
        somewhere = ~columns.empty("areas") & ~columns.has_any("areas", EVERYWHERE)
        far = np.full(len(columns), np.inf)
        return Served(False, ~nothing, somewhere, nothing, far, np.zeros(len(columns)))
    miles = columns.miles_from(place.point)
    has_venue = np.isfinite(miles)
    no_coverage = columns.empty("areas")
    width = _width(columns, place_areas(place, columns.towns).union(EVERYWHERE))
    covered = width < len(KINDS_NARROW_TO_WIDE)
    local = width < narrowness(COUNTY)
    by_venue = no_coverage & has_venue & (miles <= (REACH_MILES if within is None else within))
    unknown = no_coverage & ~has_venue
    rows = covered | by_venue | unknown
    if within is not None:
        rows &= ~has_venue | (miles <= within)
    return Served(True, rows, local | by_venue, unknown, miles, width)


def _width(columns: "Columns", areas: frozenset[str]) -> "Numbers":
    """How wide the narrowest of these areas is that each row serves."""
    width = np.full(len(columns), float(len(KINDS_NARROW_TO_WIDE)))
    for wide in reversed(range(len(KINDS_NARROW_TO_WIDE))):
        width[columns.has_any("areas", [area for area in areas if narrowness(area) == wide])] = wide
    return width


def today() -> date:
    """The day from which freshness is counted."""
    return date.today()
