"""Reads the place tables that ship with the site. Nothing is written, so a loader can compare before it acts.

Each function gives rows whose keys are the fields of the model of the same name; `NATURAL_KEYS` says by which
field a row is found again.
"""

import csv
from pathlib import Path

from local_offer.places.area_codes import COUNTY, NATIONAL, TOWN_PREFIX
from local_offer.places.rows import AreaRow, BeyondRow, NeighbourRow, OutcodeRow, PlaceNameRow, SectorRow

STARTING_DATA = Path(__file__).resolve().parent.parent / "starting_data"

NATURAL_KEYS = {
    "Area": "code",
    "PlaceName": "name",
    "Outcode": "outcode",
    "Sector": "sector",
    "Neighbour": "district_code",
}


def area_rows(folder: Path = STARTING_DATA) -> list[AreaRow]:
    """The country, the county, the nine DSPL areas, districts, NHS halves, and every town in the county."""
    wide = [
        _area({"code": COUNTY, "kind": "county", "name": "Hertfordshire"}),
        _area({"code": NATIONAL, "kind": "national", "name": "Anywhere in the country"}),
    ]
    towns = [
        _area(
            {"code": TOWN_PREFIX + place["name"], "kind": "town", "name": place["name"]},
            place["lat"],
            place["lon"],
        )
        for place in place_name_rows(folder)
        if place["district"]
    ]
    return [*wide, *map(_area, _rows(folder / "areas.csv")), *towns]


def place_name_rows(folder: Path = STARTING_DATA) -> list[PlaceNameRow]:
    """Towns and villages in the county, and those near it (these have no district)."""
    return [
        PlaceNameRow(
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            district=row["district"],
            dspl=row["dspl"],
            population=_whole(row["population"]),
            aliases=row["aliases"],
            dspl_approx=row["dspl_approx"],
            geonameid=row["geonameid"],
        )
        for row in _rows(folder / "places.csv")
    ]


def outcode_rows(folder: Path = STARTING_DATA) -> list[OutcodeRow]:
    """Postcode districts that reach into the county or lie near it."""
    return [
        OutcodeRow(
            outcode=row["outcode"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            postcodes=int(row["postcodes"]),
            in_herts=int(row["in_herts"]),
            herts_share=float(row["herts_share"]),
            herts_lat=_decimal(row["herts_lat"]),
            herts_lon=_decimal(row["herts_lon"]),
            districts=row["districts"],
        )
        for row in _rows(folder / "outcodes.csv")
    ]


def sector_rows(folder: Path = STARTING_DATA) -> list[SectorRow]:
    """Postcode sectors, with how many of their postcodes lie in which area."""
    return [
        SectorRow(
            sector=row["sector"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            postcodes=int(row["postcodes"]),
            in_herts=int(row["in_herts"]),
            district=row["district"],
            dspl_approx=_whole(row["dspl_approx"]),
            dspl_counts=row["dspl_counts"],
            district_counts=row["district_counts"],
        )
        for row in _rows(folder / "sectors.csv")
    ]


def neighbour_rows(folder: Path = STARTING_DATA) -> list[NeighbourRow]:
    """The councils round the county."""
    return [
        NeighbourRow(
            district_code=row["district_code"],
            district=row["district"],
            authority=row["authority"],
            website=row["website"],
            confidence=row["confidence"],
        )
        for row in _rows(folder / "neighbours.csv")
    ]


def beyond_rows(folder: Path = STARTING_DATA) -> list[BeyondRow]:
    """Well-known places beyond the tables above. They change with the map of England, so no editor keeps them."""
    return [
        BeyondRow(
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            authority=row["authority"],
            website=row["website"],
            aliases=row["aliases"],
        )
        for row in _rows(folder / "towns_beyond.csv")
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _area(row: dict[str, str], lat: float | None = None, lon: float | None = None) -> AreaRow:
    """A row with every field; what the table does not say is left blank."""
    return AreaRow(
        code=row["code"],
        kind=row["kind"],
        number=_whole(row.get("number", "")),
        name=row["name"],
        places_covered=row.get("places_covered", ""),
        website=row.get("website", ""),
        lead_school=row.get("lead_school", ""),
        notes=row.get("notes", ""),
        source_url=row.get("source_url", ""),
        ons_code=row.get("ons_code", ""),
        lat=lat,
        lon=lon,
    )


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _decimal(text: str) -> float | None:
    return float(text) if text else None
