"""Who is served where: the rule that decides whether a family is shown a service, written once and in plain
Python.

A service says whom it serves (its areas) and, apart from that, where it meets (its venues). A family gives a
place, which may lie in several areas, and may choose how far it can travel.

    the service says          shown when                                         in words
    county or national        always                                             "covers all of Hertfordshire"
    DSPL, district, NHS half  any of the place's areas is one of them            "your area: North Herts"
    a town                    the place is it, or within 3 miles of its centre   "for Royston"
    several of these          any fits; the narrowest that fits is named
    no area, but a venue      a venue is within 10 miles, or as far as chosen    "2.1 miles"
    neither                   always, after the others                           "area not known: ask"
    areas that leave it out   never, however near a venue

If a distance is chosen, services with venues all further away are not shown, wherever they serve; services
without a venue (by phone, online, at home) stay. Without a place, everything is shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from local_offer.places.area_codes import COUNTY, NATIONAL, kind_of, narrowness
from local_offer.places.place import Place, Point, miles_between

# A family in a village uses what serves its town: most villages lie within this of one, and few towns so near
# another.
TOWN_MILES = 3
# How far most families can go if they do not say: across two or three towns, not across the county.
REACH_MILES = 10
# What a family may choose instead, in miles.
DISTANCES = (2, 5, 10, 15, 30)
# Points are centres of towns and sectors, so smaller distances say nothing.
_TOO_NEAR_TO_SAY = 0.5


class Basis(Enum):
    """Why a service is shown, or that it is not."""

    ANYWHERE = "anywhere"
    COUNTY = "county"
    AREA = "area"
    TOWN = "town"
    VENUE = "venue"
    ASK = "ask"
    NOT_SERVED = "not served"
    NO_PLACE = "no place"


@dataclass(frozen=True)
class Coverage:
    """Codes of the areas a service serves, the points of its venues, and the centres of the towns among its
    areas.
    """

    areas: frozenset[str] = frozenset()
    venues: tuple[Point, ...] = ()
    towns: tuple[tuple[str, Point], ...] = ()

    @classmethod
    def of(cls, areas: Iterable[str], venues: Iterable[Point], towns: Mapping[str, Point]) -> "Coverage":
        """With the centres of its own towns picked out of those of all (`Gazetteer.towns`)."""
        areas = frozenset(areas)
        return cls(areas, tuple(venues), tuple((code, towns[code]) for code in sorted(areas & towns.keys())))


@dataclass(frozen=True)
class Fit:
    """Whether a service serves a place. `area` is the narrowest area that fits, `miles` how far the nearest
    venue is.
    """

    served: bool
    basis: Basis
    area: str | None = None
    miles: float | None = None


def fit(coverage: Coverage, place: Place | None, within: int | None = None) -> Fit:
    """How a service fits a place, with the distance chosen in miles, if one was. The whole county is no
    place.
    """
    if place is None or place.kind == COUNTY:
        return Fit(served=True, basis=Basis.NO_PLACE)
    miles = min((miles_between(place.point, venue) for venue in coverage.venues), default=None)
    if not coverage.areas:
        return _fit_by_venue(miles, REACH_MILES if within is None else within)
    area = _narrowest(coverage, place)
    out_of_reach = within is not None and miles is not None and miles > within
    if area is None or out_of_reach:
        return Fit(served=False, basis=Basis.NOT_SERVED, miles=miles)
    return Fit(served=True, basis=_BASES[kind_of(area)], area=area, miles=miles)


def reason(found: Fit, area_names: Mapping[str, str]) -> str:
    """A few words for a card; "" without a place. `area_names` are the names of areas by code."""
    name = area_names.get(found.area or "", (found.area or "").partition(":")[2])
    if found.basis is Basis.VENUE:
        return distance(found.miles or 0)
    return {
        Basis.ANYWHERE: "anywhere",
        Basis.COUNTY: "covers all of Hertfordshire",
        Basis.AREA: f"your area: {name}",
        Basis.TOWN: f"for {name}",
        Basis.ASK: "area not known: ask",
        Basis.NOT_SERVED: "does not serve your area",
    }.get(found.basis, "")


def distance(miles: float) -> str:
    """
    >>> distance(2.14), distance(0.2)
    ('2.1 miles', 'under half a mile')
    """
    return "under half a mile" if miles < _TOO_NEAR_TO_SAY else f"{miles:.1f} miles"


def nearness(found: Fit) -> tuple[int, float]:
    """Sorts "nearest first": by the nearest venue; then what comes to the family or covers it, narrowest
    first; then the rest.
    """
    if not found.served:
        return (3, 0.0)
    if found.miles is not None:
        return (0, found.miles)
    return (1, float(narrowness(found.area))) if found.area else (2, 0.0)


_BASES = {
    "town": Basis.TOWN,
    "dspl": Basis.AREA,
    "district": Basis.AREA,
    "nhs": Basis.AREA,
    COUNTY: Basis.COUNTY,
    NATIONAL: Basis.ANYWHERE,
}


def _fit_by_venue(miles: float | None, reach: int) -> Fit:
    """For a service that does not say whom it serves."""
    if miles is None:
        return Fit(served=True, basis=Basis.ASK)
    return Fit(served=miles <= reach, basis=Basis.VENUE if miles <= reach else Basis.NOT_SERVED, miles=miles)


def _narrowest(coverage: Coverage, place: Place) -> str | None:
    """The narrowest area of the service that the place fits; of two as narrow, the nearer town or the
    likelier DSPL area.
    """
    fitting = [area for area in coverage.areas if area in (COUNTY, NATIONAL) or area in place.areas]
    near = {
        town: miles_between(place.point, centre) for town, centre in coverage.towns if town in coverage.areas
    }
    fitting += [town for town, miles in near.items() if miles <= TOWN_MILES]

    def rank(area: str) -> tuple[int, bool, float, int, str]:
        likelihood = place.dspls.index(area) if area in place.dspls else len(place.dspls)
        return (narrowness(area), area not in place.areas, near.get(area, 0.0), likelihood, area)

    return min(fitting, key=rank, default=None)
