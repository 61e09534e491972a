"""The map and the gazetteer of the tables that ship, each drawn up once: neither changes."""

import pytest

from local_offer.dspl.drawing import Drawing, draw
from local_offer.places.draw_up import draw_up
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.tables import (
    area_rows,
    neighbour_rows,
    outcode_rows,
    place_name_rows,
    sector_rows,
)


@pytest.fixture(scope="session")
def drawing() -> Drawing:
    return draw(sector_rows(), place_name_rows())


@pytest.fixture(scope="session")
def book() -> Gazetteer:
    return draw_up(area_rows(), place_name_rows(), outcode_rows(), sector_rows(), neighbour_rows())
