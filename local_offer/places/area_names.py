"""Areas as places: what families call them, and all that lies in them, since a family in an area may be
anywhere in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from local_offer.places.area_codes import COUNTY, kind_of
from local_offer.places.county import (
    AREA_NICKNAMES,
    DSPLS_OF_DISTRICT,
    NHS_HALF_OF_DISTRICT,
    districts_of_dspl,
)
from local_offer.places.likely_areas import SectorFacts, areas_round
from local_offer.places.place import Place, Point
from local_offer.places.rows import AreaRow


@dataclass(frozen=True)
class _Extent:
    """The districts and DSPL areas that an area covers or touches."""

    districts: tuple[str, ...]
    dspls: tuple[str, ...]


def area_place(row: AreaRow, sectors: Sequence[SectorFacts], towns: Iterable[Place]) -> Place:
    """A district, DSPL area, NHS half or the county as a place; its point is the middle of its postcodes."""
    code, extent = row["code"], _extent(row["code"])
    inside = {area for town in towns if code in town.areas for area in town.areas if area.startswith("town:")}
    return Place(
        label=label_of(row),
        kind=kind_of(code),
        point=_middle([facts for facts in sectors if _mainly_in(facts, code)]),
        areas=areas_round(extent.dspls, extent.districts) | inside | {code},
        near=near_of(row),
        dspls=extent.dspls,
    )


def label_of(row: AreaRow) -> str:
    """What a family reads: "DSPL 1 (North Herts)", "St Albans district"."""
    kind = kind_of(row["code"])
    if kind == "dspl":
        return f"DSPL {row['number']} ({row['name']})"
    return f"{row['name']} district" if kind == "district" else row["name"]


def near_of(row: AreaRow) -> str:
    """What an address holds, and `locate` reads again: "DSPL 1", "St Albans district"."""
    return f"DSPL {row['number']}" if kind_of(row["code"]) == "dspl" else label_of(row)


def area_keys(row: AreaRow) -> Iterator[str]:
    """Every name of an area; the same with "Herts" where the full name of the county stands."""
    kind, name, number = kind_of(row["code"]), row["name"].replace("(NHS)", "").strip(), row["number"]
    names = [nickname for nickname, code in AREA_NICKNAMES.items() if code == row["code"]]
    if kind == "dspl":
        names += [
            f"dspl {number}",
            f"dspl{number}",
            f"dspl area {number}",
            f"dspl number {number}",
            label_of(row),
        ]
        names += [f"{name} dspl", f"dspl {name}", name]
    elif kind == "district":
        names += [f"{name} district", f"{name} borough", f"borough of {name}", f"district of {name}", name]
    elif kind == "nhs":
        names += [name, f"{name} nhs", f"nhs {name}"]
    elif kind == COUNTY:
        names += [name]
    for each in names:
        yield each
        yield each.replace("Hertfordshire", "Herts")


def _extent(code: str) -> _Extent:
    kind = kind_of(code)
    if kind == "dspl":
        return _Extent(districts_of_dspl(code), (code,))
    districts = {
        "district": (code,),
        "nhs": tuple(district for district, half in NHS_HALF_OF_DISTRICT.items() if half == code),
        COUNTY: tuple(DSPLS_OF_DISTRICT),
    }.get(kind, ())
    dspls = (dspl for district in districts for dspl in DSPLS_OF_DISTRICT.get(district, ()))
    return _Extent(districts, tuple(dict.fromkeys(dspls)))


def _mainly_in(facts: SectorFacts, code: str) -> bool:
    if not facts.districts:
        return False
    main = facts.districts[0]
    return code in (COUNTY, main, NHS_HALF_OF_DISTRICT.get(main), *facts.dspls[:1])


def _middle(sectors: Sequence[SectorFacts]) -> Point:
    """The mean of the sectors' centres, each counted by its Hertfordshire postcodes; the county's middle if
    none are known.
    """
    weight = sum(facts.in_herts for facts in sectors)
    if not weight:
        return Point(51.82, -0.22)
    return Point(
        sum(facts.point.lat * facts.in_herts for facts in sectors) / weight,
        sum(facts.point.lon * facts.in_herts for facts in sectors) / weight,
    )
