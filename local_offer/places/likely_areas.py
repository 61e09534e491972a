"""Which areas a place may lie in: the rules by which shares of postcodes become areas that a family is
offered.

Boundaries of DSPL areas are approximate, so a family is offered every area it may lie in, and told so. To
leave one out loses help; to show one too many costs a glance. A trace of a share is a few farms or a slip in
the data, and is left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from local_offer.places.area_codes import COUNTY
from local_offer.places.county import DSPLS_OF_DISTRICT, NHS_HALF_OF_DISTRICT
from local_offer.places.place import Point
from local_offer.places.rows import PlaceNameRow, SectorRow

# A sector lies in an area that holds at least one in fifty of its Hertfordshire postcodes.
TRACE = 0.02
# A council is named for the part of a sector outside the county only if it serves at least two thirds of it.
SURELY = 2 / 3
# A town near an edge lies in an area with at least a tenth of the sector round it: a town's own streets are
# nearer its centre than a sector's are.
NEAR_AN_EDGE = 0.10

_COUNT = re.compile(r"([^:;|]+):(\d+)", re.ASCII)


def counted(text: str) -> dict[str, int]:
    """
    >>> counted("6:57; 5:54; 3:1")
    {'6': 57, '5': 54, '3': 1}
    """
    return {name.strip(): int(count) for name, count in _COUNT.findall(text)}


def above(counts: Mapping[str, int], share: float) -> tuple[str, ...]:
    """Names with at least this share of the whole, most first."""
    total = sum(counts.values())
    most_first = sorted(counts, key=lambda name: -counts[name])
    return tuple(name for name in most_first if counts[name] >= share * total)


def areas_round(dspls: Iterable[str], districts: Iterable[str]) -> frozenset[str]:
    """The county, these areas, and the NHS halves of the districts; nothing at all for a place outside the
    county.
    """
    districts = tuple(districts)
    if not districts:
        return frozenset()
    halves = {NHS_HALF_OF_DISTRICT[code] for code in districts if code in NHS_HALF_OF_DISTRICT}
    return frozenset({COUNTY, *dspls, *districts, *halves})


@dataclass(frozen=True)
class SectorFacts:
    """What the tables say of one sector, in codes of areas. `council` serves its part outside the county; ""
    if several do.
    """

    code: str
    point: Point
    postcodes: int
    in_herts: int
    dspl_counts: Mapping[str, int]
    districts: tuple[str, ...]
    council: str

    @property
    def dspls(self) -> tuple[str, ...]:
        """Every DSPL area that holds more than a trace of it."""
        return above(self.dspl_counts, TRACE)

    @property
    def mostly_inside(self) -> bool:
        """Whether at least half of its postcodes are in Hertfordshire."""
        return self.in_herts * 2 >= self.postcodes and self.in_herts > 0


def sector_facts(
    row: SectorRow, district_codes: Mapping[str, str], councils: Mapping[str, str]
) -> SectorFacts:
    """A row of the sector table. `district_codes` are the county's districts by name, `councils` those of the
    others.
    """
    counts = counted(row["district_counts"])
    inside = {district_codes[name]: count for name, count in counts.items() if name in district_codes}
    outside = Counter[str]()
    for name, count in counts.items():
        if name not in district_codes:
            outside[councils.get(name, "")] += count
    return SectorFacts(
        code=row["sector"],
        point=Point(row["lat"], row["lon"]),
        postcodes=row["postcodes"],
        in_herts=row["in_herts"],
        dspl_counts={f"dspl-{number}": count for number, count in counted(row["dspl_counts"]).items()},
        districts=above(inside, TRACE),
        council=next(iter(above(outside, SURELY)), ""),
    )


def dspls_of_town(row: PlaceNameRow, district: str, nearest: SectorFacts) -> tuple[str, ...]:
    """The DSPL area of a town where it is certain; else the best guess, and others at the town's edge.

    A town's district is known and its borders are exact, so only areas that reach into that district come in
    question.
    """
    if row["dspl"]:
        return (row["dspl"],)
    guess = (row["dspl_approx"],) if row["dspl_approx"] else ()
    return _with_edges(guess, district, above(nearest.dspl_counts, NEAR_AN_EDGE))


def dspls_of_unit(dspl_approx: int | None, district: str, sector: SectorFacts | None) -> tuple[str, ...]:
    """The area a whole postcode is thought to lie in, and others of its sector if the line between them is a
    guess.

    The district comes with each postcode and is exact, so a line along a district's border is certain. Within
    a district (Welwyn Hatfield, Hertsmere, Three Rivers) it is drawn from the wording of a list: there all of
    the sector's are offered.
    """
    guess = (f"dspl-{dspl_approx}",) if dspl_approx else ()
    return _with_edges(guess, district, sector.dspls if sector else ())


def _with_edges(guess: tuple[str, ...], district: str, edges: Iterable[str]) -> tuple[str, ...]:
    possible = DSPLS_OF_DISTRICT.get(district, ())
    return tuple(dict.fromkeys((*guess, *(dspl for dspl in edges if dspl in possible))))
