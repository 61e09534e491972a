"""The gazetteer of what the database says now: drawn up once in a process, and again when tables change.

A row counts as changed when its `updated_at` is new: whoever writes rows in bulk sets that too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from threading import Lock
from time import monotonic
from typing import Any, cast

from django.db.models import CharField, Count, Max, Value

from local_offer.places.draw_up import draw_up
from local_offer.places.gazetteer import Gazetteer, UnitFacts
from local_offer.places.models import Area, Neighbour, Outcode, PlaceName, PostcodePoint, Sector
from local_offer.places.place import Point
from local_offer.places.rows import AreaRow, NeighbourRow, OutcodeRow, PlaceNameRow, SectorRow
from local_offer.places.tables import beyond_rows

# How often at most a process asks whether the tables have changed, in seconds: one cheap query.
ASK_AGAIN_AFTER = 1.0
_TABLES = (Area, PlaceName, Outcode, Sector, Neighbour)


def current_gazetteer() -> Gazetteer:
    """The gazetteer, at most a second behind the tables."""
    return _kept.get()


def forget_gazetteer() -> None:
    """Have the next caller look at the tables at once: after loading them, and between tests."""
    _kept.forget()


def tables_version() -> tuple[Any, ...]:
    """How many rows each table has and when the newest changed, in one query."""
    first, *others = (
        table.objects.order_by()
        .annotate(table=Value(table.__name__, output_field=CharField()))
        .values("table")
        .annotate(rows=Count("pk"), newest=Max("updated_at"))
        .values_list("table", "rows", "newest")
        for table in _TABLES
    )
    return tuple(sorted(first.union(*others, all=True)))


def gazetteer_from_database() -> Gazetteer:
    """Draw up the gazetteer from the tables; whole postcodes are looked up one at a time when asked."""
    areas, place_names, outcodes, sectors, neighbours = (list(table.objects.values()) for table in _TABLES)
    return draw_up(
        cast("list[AreaRow]", areas),
        cast("list[PlaceNameRow]", place_names),
        cast("list[OutcodeRow]", outcodes),
        cast("list[SectorRow]", sectors),
        cast("list[NeighbourRow]", neighbours),
        unit_facts,
        beyond_rows(),
    )


def unit_facts(unit: str) -> UnitFacts | None:
    """What the table says of a whole postcode, if it is loaded and holds it."""
    row = PostcodePoint.objects.filter(pk=unit).first()
    if row is None:
        return None
    return UnitFacts(Point(row.lat, row.lon), row.district_code, row.dspl_approx, row.in_herts)


@dataclass
class _Kept:
    """The gazetteer in use, and of which version of the tables it is."""

    build: Callable[[], Gazetteer]
    version: Callable[[], tuple[Any, ...]]
    held: Gazetteer | None = None
    held_version: tuple[Any, ...] = ()
    asked_at: float = -inf

    def __post_init__(self) -> None:
        self._lock = Lock()

    def get(self) -> Gazetteer:
        if self.held is not None and monotonic() - self.asked_at < ASK_AGAIN_AFTER:
            return self.held
        with self._lock:
            version = self.version()
            if self.held is None or version != self.held_version:
                self.held, self.held_version = self.build(), version
            self.asked_at = monotonic()
            return self.held

    def forget(self) -> None:
        self.asked_at = -inf
        self.held_version = ()


_kept = _Kept(gazetteer_from_database, tables_version)
