"""The shape of each row of the place tables, the same read from a file or from the database."""

from typing import TypedDict


class AreaRow(TypedDict):
    """An area that a service may say it serves."""

    code: str
    kind: str
    number: int | None
    name: str
    places_covered: str
    website: str
    lead_school: str
    notes: str
    source_url: str
    ons_code: str
    lat: float | None
    lon: float | None


class PlaceNameRow(TypedDict):
    """A town or village. `dspl` only where it is certain; `dspl_approx` is the best guess from boundaries."""

    name: str
    lat: float
    lon: float
    district: str
    dspl: str
    population: int | None
    aliases: str
    dspl_approx: str
    geonameid: str


class OutcodeRow(TypedDict):
    """A postcode district ("AL1"); `districts` is "name:postcodes" separated by a bar."""

    outcode: str
    lat: float
    lon: float
    postcodes: int
    in_herts: int
    herts_share: float
    herts_lat: float | None
    herts_lon: float | None
    districts: str


class SectorRow(TypedDict):
    """A postcode sector ("AL1 3"); the counts are "name:postcodes" separated by semicolons, most first."""

    sector: str
    lat: float
    lon: float
    postcodes: int
    in_herts: int
    district: str
    dspl_approx: int | None
    dspl_counts: str
    district_counts: str


class BeyondRow(TypedDict):
    """A well-known place too far out to search near; `authority` is empty where several councils serve it."""

    name: str
    lat: float
    lon: float
    authority: str
    website: str
    aliases: str


class NeighbourRow(TypedDict):
    """A district beside the county, and the council whose Local Offer serves its families."""

    district_code: str
    district: str
    authority: str
    website: str
    confidence: str
