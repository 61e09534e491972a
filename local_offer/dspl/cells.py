"""Cells round postcode sectors and towns: the ground that is nearer to one of them than to any other.

No official line of the nine areas was found, so the map is drawn from what is known: where each sector, town
and village is, and which area it is thought to lie in. Those beyond the county bound those within.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from local_offer.places.place import Point
from local_offer.places.rows import PlaceNameRow, SectorRow

Dot = tuple[float, float]

KM_PER_DEGREE = 111.2
# Where a mile east is drawn as long as a mile north: the middle of the county.
MIDDLE = Point(51.8, -0.2)
# A sector with less than this of its postcodes in the county is a neighbour: its middle lies beyond the edge.
SHARE_IN_COUNTY = 0.5
# Further than this from any centre, another is nearer: sectors and villages are never so far apart.
REACH_KM = 15.0
# Corners are rounded to a metre, so that two cells with one edge agree on it.
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Centre:
    """A sector or town, in km east and south of the county's middle; `area` is None beyond the county."""

    x: float
    y: float
    area: int | None


def on_the_ground(point: Point) -> Dot:
    """Degrees as km east and south of the county's middle.

    >>> on_the_ground(MIDDLE)
    (0.0, 0.0)
    """
    east = (point.lon - MIDDLE.lon) * KM_PER_DEGREE * cos(radians(MIDDLE.lat))
    return east, (MIDDLE.lat - point.lat) * KM_PER_DEGREE


def centres(sectors: Iterable[SectorRow], towns: Iterable[PlaceNameRow]) -> list[Centre]:
    """A centre for each sector, town and village, within the county and beyond; one for each spot."""
    found: dict[Dot, Centre] = {}
    for row in sectors:
        area = row["dspl_approx"] if row["in_herts"] >= SHARE_IN_COUNTY * row["postcodes"] else None
        _add(found, row["lat"], row["lon"], area)
    for town in towns:
        number = (town["dspl"] or town["dspl_approx"]).removeprefix("dspl-")
        _add(found, town["lat"], town["lon"], int(number) if town["district"] and number else None)
    return list(found.values())


def cell(centre: Centre, others: Sequence[Centre]) -> list[Dot]:
    """The corners of what is nearer to this centre than to the others, within reach; clockwise as drawn."""
    corners = _square(centre, REACH_KM)
    for other in others:
        if other != centre and hypot(other.x - centre.x, other.y - centre.y) < 2 * REACH_KM:
            corners = _nearer(corners, centre, other)
    return list(dict.fromkeys((round(x, _DECIMALS), round(y, _DECIMALS)) for x, y in corners))


def _add(found: dict[Dot, Centre], lat: float, lon: float, area: int | None) -> None:
    x, y = on_the_ground(Point(lat, lon))
    found.setdefault((x, y), Centre(x, y, area))


def _square(centre: Centre, reach: float) -> list[Dot]:
    x, y = centre.x, centre.y
    return [(x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach)]


def _nearer(corners: list[Dot], centre: Centre, other: Centre) -> list[Dot]:
    """Cut away what is nearer to the other centre, along the line half way between the two."""
    across, down = other.x - centre.x, other.y - centre.y
    middle = ((centre.x + other.x) * across + (centre.y + other.y) * down) / 2
    beyond = [x * across + y * down - middle for x, y in corners]
    kept: list[Dot] = []
    for at, corner in enumerate(corners):
        before, here = beyond[at - 1], beyond[at]
        if (before > 0) != (here > 0):
            kept.append(_between(corners[at - 1], corner, before / (before - here)))
        if here <= 0:
            kept.append(corner)
    return kept


def _between(start: Dot, end: Dot, share: float) -> Dot:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
