"""A place is offered every area it may lie in, and no place is lost for being near an edge."""

from dataclasses import replace

import pytest

from local_offer.places.county import DSPLS_OF_DISTRICT
from local_offer.places.draw_up import draw_up
from local_offer.places.errors import OutsideHertfordshire
from local_offer.places.gazetteer import Gazetteer, UnitFacts
from local_offer.places.likely_areas import counted, dspls_of_town, sector_facts
from local_offer.places.locate import locate
from local_offer.places.place import Place, Point, miles_between
from local_offer.places.postcode import parse_postcode
from local_offer.places.tables import outcode_rows, place_name_rows, sector_rows


def test_a_sector_that_spans_two_dspl_areas_is_offered_both(book: Gazetteer) -> None:
    assert book.sectors["AL9 6"].dspl_numbers == (6, 5)
    assert book.sectors["SG3 6"].dspl_numbers == (1, 5, 3)


def test_a_trace_of_a_sector_is_not_an_area_of_it(book: Gazetteer) -> None:
    row = next(row for row in sector_rows() if row["sector"] == "AL9 6")
    assert counted(row["dspl_counts"])["3"] == 1
    assert "dspl-3" not in book.sectors["AL9 6"].areas
    assert "district:east-hertfordshire" not in book.sectors["AL9 6"].areas


def test_an_outcode_is_offered_every_area_of_its_sectors(book: Gazetteer) -> None:
    for code, sector in book.sectors.items():
        outcode = book.outcodes.get(code.split()[0])
        assert sector.areas <= (outcode.areas if outcode else frozenset())
        assert set(sector.dspls) <= set(outcode.dspls if outcode else ())


def test_an_outcode_may_be_in_any_of_its_towns(book: Gazetteer) -> None:
    assert {"town:Hitchin", "town:Pirton"} <= book.outcodes["SG5"].areas
    assert "town:Royston" in book.outcodes["SG8"].areas
    assert "town:Hitchin" not in book.outcodes["SG8"].areas


@pytest.mark.parametrize(
    ("town", "dspls"),
    [
        ("Brookmans Park", (6,)),
        ("Markyate", (8,)),
        ("South Oxhey", (9,)),
        ("Waltham Cross", (4,)),
        ("Hatfield", (5,)),
        ("Broxbourne", (4,)),
        ("Bushey", (9,)),
        ("Radlett", (9,)),
        ("Kings Langley", (8,)),
        ("Knebworth", (1,)),
        ("Datchworth", (3,)),
        ("Essendon", (5, 6)),
        ("Elstree", (6, 9)),
        ("Welwyn", (5,)),
    ],
)
def test_a_town_lies_in_its_dspl_area_and_in_others_only_at_an_edge(
    book: Gazetteer, town: str, dspls: tuple[int, ...]
) -> None:
    place = locate(town, book)
    assert place.dspl_numbers == dspls
    assert f"town:{town}" in place.areas


def test_every_town_in_the_county_has_a_district_an_nhs_half_and_a_dspl_area(book: Gazetteer) -> None:
    for row in place_name_rows():
        areas = locate(row["name"], book).areas if row["district"] else None
        if areas is not None:
            assert "county" in areas
            assert sum(area.startswith("district:") for area in areas) == 1
            assert sum(area.startswith("nhs:") for area in areas) == 1
            assert row["dspl"] in areas or (not row["dspl"] and row["dspl_approx"] in areas)


@pytest.mark.parametrize(("share", "dspls"), [(9, ("dspl-6",)), (11, ("dspl-6", "dspl-9"))])
def test_a_town_lies_in_a_second_area_only_if_a_tenth_of_its_sector_does(
    share: int, dspls: tuple[str, ...]
) -> None:
    [elstree] = [row for row in place_name_rows() if row["name"] == "Elstree"]
    [row] = [row for row in sector_rows() if row["sector"] == "WD6 3"]
    row["dspl_counts"] = f"6:{100 - share}; 9:{share}"
    sector = sector_facts(row, {"Hertsmere": "district:hertsmere"}, {})
    assert dspls_of_town(elstree, "district:hertsmere", sector) == dspls


def test_a_certain_dspl_area_is_the_only_one(book: Gazetteer) -> None:
    for row in place_name_rows():
        if row["dspl"]:
            assert locate(row["name"], book).dspls == (row["dspl"],)


def _locate_unit(book: Gazetteer, unit: str, facts: UnitFacts) -> Place:
    """As with a table that holds this one whole postcode."""
    return locate(unit, replace(book, units={unit: facts}.get))


def test_a_whole_postcode_has_its_own_point_and_district(book: Gazetteer) -> None:
    point = Point(51.72, -0.10)
    place = _locate_unit(book, "AL9 6AA", UnitFacts(point, "E07000242", 3, True))
    assert place.point == point
    assert "district:east-hertfordshire" in place.areas
    assert "district:welwyn-hatfield" not in place.areas


def test_where_the_line_inside_a_district_is_a_guess_both_sides_are_offered(book: Gazetteer) -> None:
    place = _locate_unit(book, "AL9 6AA", UnitFacts(Point(51.76, -0.17), "E07000241", 5, True))
    assert place.dspl_numbers == (5, 6)


def test_where_the_line_is_the_border_of_a_district_one_side_is_sure(book: Gazetteer) -> None:
    place = _locate_unit(book, "SG3 6AA", UnitFacts(Point(51.85, -0.16), "E07000242", 3, True))
    assert place.dspl_numbers == (3,)


def test_a_whole_postcode_is_never_what_an_address_or_a_page_holds(book: Gazetteer) -> None:
    place = _locate_unit(book, "AL9 6AA", UnitFacts(Point(51.76, -0.17), "E07000241", 5, True))
    assert (place.near, place.label, place.kind) == ("AL9 6", "AL9 6", "postcode")
    assert "6AA" not in repr(place)


def test_a_postcode_over_the_border_names_the_council_that_serves_it(book: Gazetteer) -> None:
    over = UnitFacts(Point(51.777, 0.07), "E07000073", None, False)
    place = _locate_unit(book, "CM20 1AA", over)
    assert (place.outside, place.areas, place.far) == ("Essex County Council", frozenset(), False)


def test_a_postcode_far_over_the_border_is_outside(book: Gazetteer) -> None:
    far = UnitFacts(Point(51.9, -0.75), "E06000060", None, False)
    with pytest.raises(OutsideHertfordshire) as caught:
        _locate_unit(book, "LU7 0AA", far)
    assert caught.value.council == "Buckinghamshire Council"


def test_the_ring_round_the_county_is_small(book: Gazetteer) -> None:
    inside = [
        book.sectors[row["sector"]].point for row in sector_rows() if row["in_herts"] * 2 >= row["postcodes"]
    ]
    for place in (*book.sectors.values(), *book.names.places.values()):
        if not place.areas:
            nearest = min(miles_between(place.point, centre) for centre in inside)
            assert place.far == (nearest > 3)
            assert place.outside


def test_a_sector_with_any_postcode_in_the_county_is_searched(book: Gazetteer) -> None:
    for row in sector_rows():
        place = book.sectors[row["sector"]]
        assert bool(place.areas) == (row["in_herts"] > 0)
        assert not (place.areas and place.far)


def test_a_sector_that_is_mostly_elsewhere_says_whose_it_is(book: Gazetteer) -> None:
    assert book.sectors["CM19 5"].outside == "Essex County Council"
    assert book.sectors["CM23 1"].outside is None  # two in five of its postcodes are in the county
    assert book.sectors["AL1 3"].outside is None


def test_an_outcode_with_a_part_in_the_county_is_looked_for_in_that_part(book: Gazetteer) -> None:
    row = next(row for row in outcode_rows() if row["outcode"] == "SG8")
    assert book.outcodes["SG8"].point == Point(row["herts_lat"] or 0, row["herts_lon"] or 0)


def test_a_council_is_named_only_where_we_are_sure(book: Gazetteer) -> None:
    assert book.named("Chingford") is not None
    with pytest.raises(OutsideHertfordshire) as caught:
        locate("Chingford", book)
    assert caught.value.council == ""
    assert "gov.uk" in caught.value.ways[0].url


def test_an_area_holds_all_that_lies_in_it(book: Gazetteer) -> None:
    dspl_1 = locate("DSPL 1", book)
    assert {
        "dspl-1",
        "county",
        "district:north-hertfordshire",
        "town:Royston",
        "town:Hitchin",
    } <= dspl_1.areas
    assert "town:Stevenage" not in dspl_1.areas
    assert locate("Hertsmere", book).dspl_numbers == (6, 9)
    for district, dspls in DSPLS_OF_DISTRICT.items():
        name = book.area_names[district]
        assert locate(f"{name} district", book).dspls == dspls


def test_the_middle_of_an_area_is_in_it(book: Gazetteer) -> None:
    for number in range(1, 10):
        place = locate(f"DSPL {number}", book)
        nearest = min(book.sectors.values(), key=lambda sector: miles_between(sector.point, place.point))
        assert f"dspl-{number}" in nearest.areas


def test_every_place_is_found_again_by_what_its_address_holds(book: Gazetteer) -> None:
    for place in (*book.sectors.values(), *book.outcodes.values(), *book.names.places.values()):
        if not place.far:
            assert replace(locate(place.near, book), also=()) == replace(place, also=())


def test_an_unknown_sector_falls_back_to_its_outcode_and_says_so(book: Gazetteer) -> None:
    place = book.postcode_place(parse_postcode("SG7 1"))
    assert place is not None
    assert place.near == "SG7"
    assert "SG7 1" in place.note


def test_a_gazetteer_of_nothing_knows_nothing() -> None:
    empty = draw_up([], [], [], [], [])
    assert empty.find_in_words("help near Hitchin AL1 3JE") == []
    assert empty.misspelt_place("hitchen") is None
