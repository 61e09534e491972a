"""A place as families name it, with every area it may lie in: what `locate` gives and coverage asks."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_MILES = 3958.8


@dataclass(frozen=True, slots=True)
class Point:
    """Where something is, in degrees (WGS 84)."""

    lat: float
    lon: float


def miles_between(a: Point, b: Point) -> float:
    """Miles as the crow flies (haversine). Hitchin to Stevenage:

    >>> round(miles_between(Point(51.949, -0.285), Point(51.902, -0.203)), 1)
    4.8
    """
    half_lat, half_lon = radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(chord)))


@dataclass(frozen=True)
class Place:
    """Where a family means.

    `kind` is postcode, sector, outcode, town, dspl, district, nhs or county. `near` is what a later address
    holds: a name, a sector or an outcode, never a whole postcode. `dspls` are the DSPL areas among `areas`,
    likeliest first. `also` names other places that the words may mean. `outside` is the council that serves
    most families there, where three quarters or more of the place lie outside Hertfordshire; `far` when it is
    too far out to search near. `note` is a sentence for the family when we read something other than what
    they typed.
    """

    label: str
    kind: str
    point: Point
    areas: frozenset[str]
    near: str
    dspls: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    outside: str | None = None
    far: bool = False
    note: str = ""

    @property
    def dspl_numbers(self) -> tuple[int, ...]:
        """The numbers of the DSPL areas it may lie in, likeliest first: (6, 5) for AL9 6."""
        return tuple(int(code.removeprefix("dspl-")) for code in self.dspls)
