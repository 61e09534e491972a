"""A family anywhere on the map stands in the cell of the sector or town that is nearest to it."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_offer.dspl.cells import Centre, Dot, cell, centres, on_the_ground
from local_offer.dspl.drawing import within
from local_offer.dspl.outlines import size
from local_offer.places.place import Point, miles_between
from local_offer.places.rows import SectorRow
from local_offer.places.tables import place_name_rows, sector_rows

KM_PER_MILE = 1.609344
spots = st.tuples(st.integers(-50, 50), st.integers(-50, 50)).map(lambda at: (at[0] / 10, at[1] / 10))


def a_sector(**facts: object) -> SectorRow:
    row = {"sector": "AL1 1", "lat": 51.7, "lon": -0.3, "postcodes": 100, "in_herts": 100, "dspl_approx": 7}
    return {**row, "district": "", "dspl_counts": "", "district_counts": "", **facts}  # type: ignore[typeddict-item, return-value]


@pytest.mark.parametrize("far", [Point(51.9, -0.2), Point(51.7, -0.6), Point(52.05, 0.1)])
def test_a_mile_is_as_long_north_as_it_is_east(far: Point) -> None:
    here = Point(51.75, -0.33)
    (x, y), (far_x, far_y) = on_the_ground(here), on_the_ground(far)
    assert hypot(far_x - x, far_y - y) == pytest.approx(miles_between(here, far) * KM_PER_MILE, rel=0.01)


def test_two_centres_share_the_ground_half_way() -> None:
    west, east = Centre(0, 0, 1), Centre(4, 0, 2)
    assert max(x for x, _ in cell(west, [west, east])) == 2
    assert min(x for x, _ in cell(east, [west, east])) == 2


@given(st.lists(spots, min_size=2, max_size=8, unique=True), spots)
def test_what_is_nearest_to_a_centre_is_in_its_cell(places: list[Dot], here: Dot) -> None:
    everywhere = [Centre(x, y, number) for number, (x, y) in enumerate(places)]
    far = {number: hypot(x - here[0], y - here[1]) for number, (x, y) in enumerate(places)}
    nearest, second = sorted(far, key=far.__getitem__)[:2]
    if far[second] - far[nearest] > 0.01:
        assert within(here, cell(everywhere[nearest], everywhere))
        assert not within(here, cell(everywhere[second], everywhere))


def test_a_sector_mostly_beyond_the_county_is_a_neighbour() -> None:
    inside, beyond = a_sector(lat=51.7, in_herts=50), a_sector(lat=51.6, in_herts=49)
    assert [centre.area for centre in centres([inside, beyond], [])] == [7, None]


def test_two_sectors_on_one_spot_make_one_cell() -> None:
    assert len(centres([a_sector(sector="SG1 9"), a_sector(sector="SG5 9")], [])) == 1


def test_no_cell_of_the_county_reaches_the_end_of_the_table() -> None:
    everywhere = centres(sector_rows(), place_name_rows())
    largest = max(size(cell(centre, everywhere)) for centre in everywhere if centre.area)
    assert largest < 60, "a cell of more than 60 square km: sectors beyond the county are missing"
