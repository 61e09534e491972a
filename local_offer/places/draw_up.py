"""Draws up the gazetteer from the place tables: where a place is, what it is called, where it may lie."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import cos, radians

from local_offer.places.area_names import area_keys, area_place
from local_offer.places.gazetteer import SOME_COUNCIL, Council, Gazetteer, UnitFacts, no_units
from local_offer.places.likely_areas import SectorFacts, areas_round, dspls_of_town, sector_facts
from local_offer.places.names import NameIndex, joined_key, key_of
from local_offer.places.place import Place, Point, miles_between
from local_offer.places.rows import AreaRow, BeyondRow, NeighbourRow, OutcodeRow, PlaceNameRow, SectorRow

# A family within these miles of the centre of a Hertfordshire sector may use help in the county, so we search
# for them.
RING_MILES = 3
# A postcode district with less of it than this in the county is looked for at its own centre, not the county
# part's.
PART_WORTH_A_CENTRE = 0.02
# Less than this in the county, and the page says first which other council families there may ask.
A_QUARTER = 0.25
# A town is a place by its own table; "anywhere in the country" is none.
NOT_PLACES = ("town", "national")
# The table of sectors is whole in the county and its ring; further out a nearest sector this near is surely
# the town's own.
SURE_OF_COUNCIL_MILES = 1


def draw_up(
    areas: Sequence[AreaRow],
    place_names: Sequence[PlaceNameRow],
    outcodes: Sequence[OutcodeRow],
    sectors: Sequence[SectorRow],
    neighbours: Sequence[NeighbourRow],
    units: Callable[[str], UnitFacts | None] = no_units,
    beyond: Sequence[BeyondRow] = (),
) -> Gazetteer:
    """The gazetteer of these tables. `units` answers for whole postcodes, where a table of them is loaded; `beyond`
    are well-known places too far out to search near.
    """
    survey = _Survey(areas, sectors, neighbours)
    sector_places = {facts.code: survey.sector(facts) for facts in survey.sectors}
    towns = {row["name"]: survey.town(row) for row in place_names}
    outcode_places = {row["outcode"]: survey.outcode(row, sector_places) for row in outcodes}
    named_areas = {
        row["code"]: area_place(row, survey.sectors, towns.values())
        for row in areas
        if row["kind"] not in NOT_PLACES
    }
    return Gazetteer(
        outcodes=outcode_places,
        sectors=sector_places,
        names=_index(areas, named_areas, place_names, towns, [(row, survey.beyond(row)) for row in beyond]),
        towns=survey.town_centres,
        area_names={row["code"]: row["name"] for row in areas},
        sector_facts={facts.code: facts for facts in survey.sectors},
        districts_by_ons={row["ons_code"]: row["code"] for row in areas if row["ons_code"]},
        councils_by_ons={row["district_code"]: _council(row) for row in neighbours},
        councils_by_name={
            **{row["authority"]: _council(row) for row in beyond if row["authority"]},
            **{row["authority"]: _council(row) for row in neighbours},
        },
        in_reach=survey.in_reach,
        units=units,
    )


def _council(row: NeighbourRow | BeyondRow) -> Council:
    return Council(row["authority"], row["website"])


class _Survey:
    """The tables at hand while places are drawn up."""

    def __init__(
        self, areas: Sequence[AreaRow], sectors: Sequence[SectorRow], neighbours: Sequence[NeighbourRow]
    ) -> None:
        self.district_codes = {row["name"]: row["code"] for row in areas if row["kind"] == "district"}
        councils = {row["district"]: row["authority"] for row in neighbours}
        self.sectors = [sector_facts(row, self.district_codes, councils) for row in sectors]
        self.inside = [facts.point for facts in self.sectors if facts.mostly_inside]
        self.town_centres = {
            row["code"]: Point(row["lat"], row["lon"])
            for row in areas
            if row["kind"] == "town" and row["lat"] is not None and row["lon"] is not None
        }
        nearest = {code: self.nearest(centre) for code, centre in self.town_centres.items()}
        self.towns_by_sector = {code: facts.code for code, facts in nearest.items() if facts}

    def in_reach(self, point: Point) -> bool:
        """Whether a point is in the county or in the small ring round it."""
        return any(miles_between(point, centre) <= RING_MILES for centre in self.inside)

    def sector(self, facts: SectorFacts) -> Place:
        """A sector lies in every area that holds more than a trace of its Hertfordshire postcodes."""
        return Place(
            label=facts.code,
            kind="sector",
            point=facts.point,
            areas=areas_round(facts.dspls, facts.districts),
            near=facts.code,
            dspls=facts.dspls if facts.districts else (),
            outside=None if facts.in_herts >= A_QUARTER * facts.postcodes else facts.council or SOME_COUNCIL,
            far=not facts.districts and not self.in_reach(facts.point),
        )

    def outcode(self, row: OutcodeRow, sectors: Mapping[str, Place]) -> Place:
        """An outcode lies in every area that one of its sectors lies in, and in the towns among them."""
        parts = [facts for facts in self.sectors if facts.code.split()[0] == row["outcode"]]
        point = Point(row["lat"], row["lon"])
        if (
            row["herts_share"] >= PART_WORTH_A_CENTRE
            and row["herts_lat"] is not None
            and row["herts_lon"] is not None
        ):
            point = Point(row["herts_lat"], row["herts_lon"])
        own_towns = [
            town for town, sector in self.towns_by_sector.items() if sector in {facts.code for facts in parts}
        ]
        biggest_outside = max(parts, key=lambda facts: facts.postcodes - facts.in_herts, default=None)
        inside = bool(row["in_herts"])
        return Place(
            label=row["outcode"],
            kind="outcode",
            point=point,
            areas=frozenset(own_towns).union(*(sectors[facts.code].areas for facts in parts)),
            near=row["outcode"],
            dspls=_most_first(parts),
            outside=None
            if row["herts_share"] >= A_QUARTER or not biggest_outside
            else biggest_outside.council or SOME_COUNCIL,
            far=not inside and not self.in_reach(point),
        )

    def town(self, row: PlaceNameRow) -> Place:
        """A town or village: in its own district and DSPL area, and any others at its edge."""
        point = Point(row["lat"], row["lon"])
        nearest = self.nearest(point)
        district = self.district_codes.get(row["district"], "")
        dspls = dspls_of_town(row, district, nearest) if district and nearest else ()
        own = f"town:{row['name']}"
        in_reach = bool(district) or self.in_reach(point)
        near_enough = nearest is not None and (
            in_reach or miles_between(point, nearest.point) <= SURE_OF_COUNCIL_MILES
        )
        council = nearest.council if nearest and near_enough else ""
        return Place(
            label=row["name"],
            kind="town",
            point=point,
            areas=areas_round(dspls, [district] if district else []) | ({own} & self.town_centres.keys()),
            near=row["name"],
            dspls=dspls,
            outside=None if district else council or SOME_COUNCIL,
            far=not in_reach,
        )

    def beyond(self, row: BeyondRow) -> Place:
        """A place that is known so that it can be said whose Local Offer serves families there."""
        point = Point(row["lat"], row["lon"])
        return Place(
            label=row["name"],
            kind="town",
            point=point,
            areas=frozenset(),
            near=row["name"],
            outside=row["authority"] or SOME_COUNCIL,
            far=not self.in_reach(point),
        )

    def nearest(self, point: Point) -> SectorFacts | None:
        """The sector whose centre is nearest. Measured on a flat map: exact enough to choose, and quick."""
        squeeze = cos(radians(point.lat))

        def apart(facts: SectorFacts) -> float:
            return (facts.point.lat - point.lat) ** 2 + ((facts.point.lon - point.lon) * squeeze) ** 2

        return min(self.sectors, key=apart, default=None)


def _most_first(parts: Iterable[SectorFacts]) -> tuple[str, ...]:
    """The DSPL areas of several sectors, the one with most postcodes first."""
    parts = [facts for facts in parts if facts.districts]
    offered = {dspl for facts in parts for dspl in facts.dspls}
    weight = {dspl: sum(facts.dspl_counts.get(dspl, 0) for facts in parts) for dspl in sorted(offered)}
    return tuple(sorted(weight, key=lambda dspl: -weight[dspl]))


def _index(
    areas: Sequence[AreaRow],
    named_areas: Mapping[str, Place],
    place_names: Sequence[PlaceNameRow],
    towns: Mapping[str, Place],
    beyond: Sequence[tuple[BeyondRow, Place]],
) -> NameIndex:
    """Every name. A town's own name comes before a nickname, that before the name of an area, and that before one
    far away, unless that is where the name lies and only the council was not known.

    Where a district and a DSPL area share a name ("North Herts"), it is the district: its borders are sure.
    """
    index: dict[tuple[str, ...], Place] = {key_of(name): place for name, place in towns.items()}
    for row in place_names:
        for alias in filter(None, map(str.strip, row["aliases"].split(";"))):
            key, town = key_of(alias), towns[row["name"]]
            other = index.setdefault(key, town)
            if other.near != town.near:
                index[key] = replace(other, also=(*other.also, town.near))
    for area in sorted(areas, key=lambda area: area["kind"] != "district"):
        if named := named_areas.get(area["code"]):
            for name in area_keys(area):
                index.setdefault(key_of(name), named)
    for row_beyond, place in beyond:
        known = index.get(key_of(place.near))
        if known is not None and known.far and known.outside == SOME_COUNCIL:
            index[key_of(place.near)] = place
        for name in (place.near, *filter(None, map(str.strip, row_beyond["aliases"].split(";")))):
            index.setdefault(key_of(name), place)
    index.pop((), None)  # a name without a letter in it
    for key, place in list(index.items()):
        if joined := joined_key(key):
            index.setdefault(joined, place)
    return NameIndex(index)
