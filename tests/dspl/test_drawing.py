"""The map looks like the county, and says nothing that the tables do not."""

import pytest

from local_offer.dspl.drawing import MARGIN, Drawing, path, within
from local_offer.places.likely_areas import counted
from local_offer.places.place import Point
from local_offer.places.tables import place_name_rows, sector_rows


def areas_at(drawing: Drawing, spot: tuple[float, float]) -> list[int]:
    return [
        area for area, rings in drawing.shapes.items() if sum(within(spot, ring) for ring in rings) % 2 == 1
    ]


def test_all_nine_areas_are_drawn_each_in_one_piece(drawing: Drawing) -> None:
    assert {area: len(rings) for area, rings in drawing.shapes.items()} == dict.fromkeys(range(1, 10), 1)


def test_no_spot_lies_in_two_areas(drawing: Drawing) -> None:
    frame = drawing.frame
    spots = [(x + 0.31, y + 0.17) for x in range(0, frame.width, 2) for y in range(0, frame.height, 2)]
    assert [spot for spot in spots if len(areas_at(drawing, spot)) > 1] == []


def test_nearly_every_postcode_of_a_sector_is_drawn_in_the_area_that_most_of_it_lies_in(
    drawing: Drawing,
) -> None:
    inside = [row for row in sector_rows() if row["in_herts"] * 2 >= row["postcodes"] and row["in_herts"]]
    right = [
        row
        for row in inside
        if areas_at(drawing, drawing.where(Point(row["lat"], row["lon"]))) == [row["dspl_approx"]]
    ]
    assert len(right) / len(inside) > 0.97


@pytest.mark.parametrize(
    ("town", "area"),
    [
        ("Hitchin", 1), ("Royston", 1), ("Stevenage", 2), ("Buntingford", 3), ("Ware", 3),
        ("Bishop's Stortford", 3),
        ("Hoddesdon", 4), ("Cheshunt", 4), ("Welwyn Garden City", 5), ("Hatfield", 5), ("Potters Bar", 6),
        ("Borehamwood", 6), ("Harpenden", 7), ("St Albans", 7), ("Tring", 8), ("Hemel Hempstead", 8),
        ("Kings Langley", 8), ("Watford", 9), ("Bushey", 9), ("Radlett", 9), ("Rickmansworth", 9),
    ],
)  # fmt: skip
def test_a_town_is_drawn_in_its_area(drawing: Drawing, town: str, area: int) -> None:
    row = next(row for row in place_name_rows() if row["name"] == town)
    assert areas_at(drawing, drawing.where(Point(row["lat"], row["lon"]))) == [area]


def test_a_town_beyond_the_county_is_drawn_in_no_area(drawing: Drawing) -> None:
    beyond = [row for row in place_name_rows() if not row["district"]]
    drawn = [row["name"] for row in beyond if areas_at(drawing, drawing.where(Point(row["lat"], row["lon"])))]
    assert len(beyond) > 200
    assert drawn == []


def test_a_number_stands_inside_its_own_area_with_room_round_it(drawing: Drawing) -> None:
    for area, (x, y) in drawing.labels.items():
        around = [(x + across + 0.1, y + down + 0.1) for across in (-6, 0, 6) for down in (-8, 0, 8)]
        assert {tuple(areas_at(drawing, spot)) for spot in around} == {(area,)}, area


def test_everything_is_on_the_paper(drawing: Drawing) -> None:
    dots = [dot for rings in drawing.shapes.values() for ring in rings for dot in ring]
    assert min(x for x, _ in dots) == MARGIN
    assert min(y for _, y in dots) == MARGIN
    assert max(x for x, _ in dots) == drawing.frame.width - MARGIN
    assert max(y for _, y in dots) <= drawing.frame.height - MARGIN + 1


def test_the_map_costs_a_phone_next_to_nothing(drawing: Drawing) -> None:
    assert sum(len(cell["path"]) for cell in drawing.as_json()["cells"]) <= 6 * 1024


def test_the_middle_of_an_area_is_where_its_families_are(drawing: Drawing) -> None:
    rows = [(row, counted(row["dspl_counts"]).get("2", 0)) for row in sector_rows()]
    lats = [row["lat"] for row, count in rows for _ in range(count)]
    assert drawing.centres[2].lat == pytest.approx(sum(lats) / len(lats))


def test_a_path_has_no_more_letters_than_it_needs() -> None:
    assert path([[(4, 4), (9, 2), (6, 12)], [(0, 0), (1, 0), (1, 1)]]) == "M4 4l5-2-3 10zM0 0l1 0 0 1z"
