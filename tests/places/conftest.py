"""The gazetteer of the tables that ship: it never changes, so every test may share it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Model

from local_offer.places.current import forget_gazetteer
from local_offer.places.draw_up import draw_up
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.models import Area, Neighbour, Outcode, PlaceName, Sector
from local_offer.places.tables import (
    area_rows,
    beyond_rows,
    neighbour_rows,
    outcode_rows,
    place_name_rows,
    sector_rows,
)


@pytest.fixture(scope="session")
def book() -> Gazetteer:
    return draw_up(
        area_rows(), place_name_rows(), outcode_rows(), sector_rows(), neighbour_rows(), beyond=beyond_rows()
    )


@pytest.fixture
def place_tables(db: None) -> Iterator[None]:
    """The tables in the database as they ship, whether or not starting data were loaded before."""
    tables: list[tuple[type[Model], list[Any]]] = [
        (Area, area_rows()),
        (PlaceName, place_name_rows()),
        (Outcode, outcode_rows()),
        (Sector, sector_rows()),
        (Neighbour, neighbour_rows()),
    ]
    for model, rows in tables:
        if not model._default_manager.exists():
            model._default_manager.bulk_create([model(**row) for row in rows])
    forget_gazetteer()
    yield
    forget_gazetteer()
