"""A family learns which teams it may ask, by home or by school, however it types the place."""

from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_offer.dspl.finder import finder_redirect, found_areas
from local_offer.places.draw_up import draw_up
from local_offer.places.gazetteer import Gazetteer, UnitFacts
from local_offer.places.place import Point
from local_offer.places.postcode import readings
from local_offer.places.tables import (
    area_rows,
    neighbour_rows,
    outcode_rows,
    place_name_rows,
    sector_rows,
)

CARDS = [{"title": f"Area {number}", "url": f"/areas/{number}/", "number": number} for number in range(1, 10)]


def numbers(answer: dict[str, Any]) -> list[list[int]]:
    return [[area["number"] for area in place["areas"]] for place in answer["found"]]


def test_nothing_typed_finds_nothing_and_blames_nothing(book: Gazetteer) -> None:
    assert found_areas("", "  ", CARDS, gazetteer=book) == {
        "form_home": "",
        "form_school": "",
        "trouble": {"home": None, "school": None},
        "found": [],
    }


def test_a_town_in_one_area_has_one_team_and_no_doubt(book: Gazetteer) -> None:
    answer = found_areas("Hitchin", "", CARDS, gazetteer=book)
    assert answer["found"] == [{"label": "Home: Hitchin", "areas": [CARDS[0]], "note": ""}]


def test_home_and_school_are_each_answered(book: Gazetteer) -> None:
    answer = found_areas("berko", "WD17", CARDS, gazetteer=book)
    assert [place["label"] for place in answer["found"]] == ["Home: Berkhamsted", "School: WD17"]
    assert numbers(answer) == [[8], [9]]


def test_near_a_line_every_team_is_offered_and_the_family_told_why(book: Gazetteer) -> None:
    answer = found_areas("AL9 6", "", CARDS, gazetteer=book)
    assert numbers(answer) == [[6, 5]]
    assert answer["found"][0]["note"] == "The line is not certain here: ask either team."


def test_a_wide_place_says_that_a_town_would_tell_more(book: Gazetteer) -> None:
    answer = found_areas("Hertsmere", "", CARDS, gazetteer=book)
    assert numbers(answer) == [[6, 9]]
    assert "A town or a whole postcode tells us more." in answer["found"][0]["note"]


def test_a_slip_is_read_and_said(book: Gazetteer) -> None:
    answer = found_areas("Hitchn", "", CARDS, gazetteer=book)
    assert answer["found"][0]["note"] == "We read that as Hitchin."


def test_two_places_in_one_field_are_both_answered(book: Gazetteer) -> None:
    answer = found_areas("hitchin and watford", "", CARDS, gazetteer=book)
    assert numbers(answer) == [[1], [9]]


def test_a_place_beyond_the_county_is_sent_to_its_own_council(book: Gazetteer) -> None:
    for place, council in (("Luton", "Luton Council"), ("Harlow", "Essex County Council")):
        answer = found_areas(place, "", CARDS, gazetteer=book)
        assert answer["found"] == []
        assert council in answer["trouble"]["home"]["message"]
        assert answer["trouble"]["home"]["ways"][0]["url"].startswith("https://")


def test_a_school_in_the_county_is_answered_though_the_home_is_beyond_it(book: Gazetteer) -> None:
    answer = found_areas("Luton", "Harpenden", CARDS, gazetteer=book)
    assert answer["trouble"]["school"] is None
    assert numbers(answer) == [[7]]


def test_a_place_partly_beyond_the_county_names_the_other_council_too(book: Gazetteer) -> None:
    answer = found_areas("HA6 2", "", CARDS, gazetteer=book)
    assert numbers(answer) == [[9]]
    assert "London Borough of Hillingdon" in answer["found"][0]["note"]


def test_a_name_that_looks_alike_is_offered_with_the_other_field_kept(book: Gazetteer) -> None:
    answer = found_areas("Stansted", "Ware", CARDS, gazetteer=book)
    ways = answer["trouble"]["home"]["ways"]
    assert ways[0] == {
        "label": "Did you mean Stansted Mountfitchet?",
        "url": "?home=Stansted+Mountfitchet&school=Ware",
    }
    assert ways[-1] == {"label": "Search all of Hertfordshire", "url": "/search/"}


def test_an_area_without_a_page_is_left_out(book: Gazetteer) -> None:
    assert numbers(found_areas("AL9 6", "", CARDS[:5], gazetteer=book)) == [[5]]


def test_every_place_of_the_tables_is_answered_with_a_team_or_with_a_council(book: Gazetteer) -> None:
    names = [*book.sectors, *book.outcodes, *(row["name"] for row in place_name_rows())]
    without = []
    for name in names:
        answer = found_areas(name, "", CARDS, gazetteer=book)
        trouble = answer["trouble"]["home"]
        if not (all(numbers(answer)) and answer["found"]) and not (trouble and trouble["ways"][0]["url"]):
            without.append(name)
    assert without == []


def test_a_whole_postcode_becomes_its_sector_and_its_areas(book: Gazetteer) -> None:
    assert finder_redirect("al13je", "Hatfield", book) == "?home=AL1+3&home_in=7&school=Hatfield"
    assert finder_redirect("", "AL1 3JE", book) == "?school=AL1+3&school_in=7"


@pytest.mark.parametrize("text", ["", "Hitchin", "AL1", "AL1 3", "DSPL 1", "near ware"])
def test_what_is_no_whole_postcode_stays_as_typed(text: str, book: Gazetteer) -> None:
    assert finder_redirect(text, text, book) is None


def test_a_postcode_in_an_address_takes_the_street_with_it(book: Gazetteer) -> None:
    assert finder_redirect("12 Any Street, Hitchin SG5 1AA", "", book) == "?home=SG5+1&home_in=1"


def test_a_postcode_far_away_is_shortened_too(book: Gazetteer) -> None:
    assert finder_redirect("M1 1AA", "", book) == "?home=M1+1"


def test_a_postcode_that_we_know_is_offered_fewer_teams_than_its_sector() -> None:
    in_stevenage = UnitFacts(Point(51.929, -0.179), "E07000243", 2, True)
    known = draw_up(
        area_rows(),
        place_name_rows(),
        outcode_rows(),
        sector_rows(),
        neighbour_rows(),
        units=lambda unit: in_stevenage if unit == "SG1 6AA" else None,
    )
    sector = numbers(found_areas("SG1 6", "", CARDS, gazetteer=known))
    query = parse_qs((finder_redirect("SG1 6AA", "", known) or "").removeprefix("?"))
    answer = found_areas(query["home"][0], "", CARDS, home_in=query["home_in"][0], gazetteer=known)
    assert sector == [[1, 2]]
    assert numbers(answer) == [[2]]


@pytest.mark.parametrize("known", ["4", "x", "6-5-" * 40, "²", "-1"])
def test_areas_that_somebody_wrote_into_the_address_hide_no_team(known: str, book: Gazetteer) -> None:
    assert sorted(numbers(found_areas("AL9 6", "", CARDS, home_in=known, gazetteer=book))[0]) == [5, 6]


@given(
    st.from_regex(r"\A(in )?[A-Za-z]{1,2}[0-9OIL][0-9A-Zoil]? ?[0-9OIL][A-Za-z01]{2}( near ware)?\Z"),
    st.sampled_from(["", "Ware", "WD17 1AA"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_whole_postcode_is_ever_left_in_an_address(book: Gazetteer, home: str, school: str) -> None:
    address = finder_redirect(home, school, book)
    if address is None:
        assert not any(postcode.unit for postcode in readings(home)[:1])
    else:
        again = parse_qs(address.removeprefix("?"))
        kept = (again.get("home", [""])[0], again.get("school", [""])[0])
        assert finder_redirect(*kept, book) is None
