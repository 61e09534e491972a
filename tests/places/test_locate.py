"""Whatever a family types where we ask "where?", it is understood, or the answer says how to go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_offer.places.errors import NotAPostcode, OutsideHertfordshire, PlaceError, UnknownPlace
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.locate import locate
from local_offer.places.place import Place
from local_offer.places.tables import place_name_rows

# What is typed, and what a later address holds of it.
UNDERSTOOD = [
    ("AL1 3JE", "AL1 3"),
    ("al13je", "AL1 3"),
    ("  al1   3je ", "AL1 3"),
    ("AL1-3JE", "AL1 3"),
    ("ALI 3JE", "AL1 3"),
    ("A11 3JE", "AL1 3"),
    ("al4 oje", "AL4 0"),
    ("AL1 3", "AL1 3"),
    ("al1 3", "AL1 3"),
    ("AL13", "AL1 3"),
    ("AL1 3J", "AL1 3"),
    ("AL1", "AL1"),
    ("al10", "AL10"),
    ("AL108", "AL10 8"),
    ("sg5", "SG5"),
    ("WD25 0", "WD25 0"),
    ("WD25O", "WD25 0"),
    ("AL7 9ZZ", "AL7 9"),
    ("SG7 1AA", "SG7"),
    ("Hitchin", "Hitchin"),
    ("hitchin", "Hitchin"),
    ("HITCHIN", "Hitchin"),
    ("  hitchin  ", "Hitchin"),
    ("hitchin.", "Hitchin"),
    ("near hitchin", "Hitchin"),
    ("in Hitchin", "Hitchin"),
    ("Hitchin, Herts", "Hitchin"),
    ("hitchin hertfordshire", "Hitchin"),
    ("Hitchin town centre", "Hitchin"),
    ("we live in hitchin", "Hitchin"),
    ("st.albans", "St Albans"),
    ("St Albans, Herts", "St Albans"),
    ("saint albans", "St Albans"),
    ("st. alban's", "St Albans"),
    ("stalbans", "St Albans"),
    ("bishops stortford", "Bishop's Stortford"),
    ("Bishop’s Stortford", "Bishop's Stortford"),
    ("bishop's-stortford", "Bishop's Stortford"),
    ("stortford", "Bishop's Stortford"),
    ("watton at stone", "Watton-at-Stone"),
    ("Berko", "Berkhamsted"),
    ("WGC", "Welwyn Garden City"),
    ("wgc", "Welwyn Garden City"),
    ("welwyn garden", "Welwyn Garden City"),
    ("hemel", "Hemel Hempstead"),
    ("letchworth", "Letchworth Garden City"),
    ("ricky", "Rickmansworth"),
    ("sawbo", "Sawbridgeworth"),
    ("boreham wood", "Borehamwood"),
    ("pottersbar", "Potters Bar"),
    ("croxley", "Croxley Green"),
    ("Ware", "Ware"),
    ("barley", "Barley"),
    ("ridge", "Ridge"),
    ("Elstree", "Elstree"),
    ("hitchen", "Hitchin"),
    ("hertfrd", "Hertford"),
    ("hatfeild", "Hatfield"),
    ("stevanage", "Stevenage"),
    ("watfrod", "Watford"),
    ("berkhampstead", "Berkhamsted"),
    ("hemel hempsted", "Hemel Hempstead"),
    ("bishop stortford", "Bishop's Stortford"),
    ("rickmansworh", "Rickmansworth"),
    ("North Herts", "North Hertfordshire district"),
    ("north hertfordshire", "North Hertfordshire district"),
    ("Dacorum", "Dacorum district"),
    ("hertsmere", "Hertsmere district"),
    ("three rivers", "Three Rivers district"),
    ("welwyn hatfield", "Welwyn Hatfield district"),
    ("St Albans district", "St Albans district"),
    ("borough of Broxbourne", "Broxbourne district"),
    ("broxbourne", "Broxbourne"),
    ("watford", "Watford"),
    ("dspl4", "DSPL 4"),
    ("DSPL 4", "DSPL 4"),
    ("dspl-4", "DSPL 4"),
    ("DSPL area 4", "DSPL 4"),
    ("DSPL 1 (North Herts)", "DSPL 1"),
    ("East & North Herts", "East and North Hertfordshire (NHS)"),
    ("west herts", "South and West Hertfordshire (NHS)"),
    ("Herts", "Hertfordshire"),
    ("12 High Street, Hitchin, SG5 1AB", "SG5 1"),
    ("12 High Street, Hitchin", "Hitchin"),
    ("Oaklands, St Albans", "St Albans"),
    ("Harlow", "Harlow"),
    ("Waltham Abbey", "Waltham Abbey"),
]


@pytest.mark.parametrize(("typed", "near"), UNDERSTOOD)
def test_what_families_type_is_understood(book: Gazetteer, typed: str, near: str) -> None:
    assert locate(typed, book).near == near


def test_every_name_and_nickname_in_reach_is_understood_in_any_case(book: Gazetteer) -> None:
    for row in place_name_rows():
        for name in (row["name"], *filter(None, row["aliases"].split("; "))):
            place = book.named(name)
            assert place is not None
            assert book.named(name.upper().replace("'", "’")) == place
            assert place.far or row["name"] in (place.near, *place.also)


def test_welwyn_may_mean_welwyn_garden_city_too(book: Gazetteer) -> None:
    assert locate("Welwyn", book).also == ("Welwyn Garden City",)
    assert locate("Welwyn Garden City", book).also == ()


def test_a_misspelt_town_is_read_and_said(book: Gazetteer) -> None:
    assert locate("hitchen", book).note == "We read that as Hitchin."
    assert locate("Hitchin", book).note == ""


def test_one_slip_in_a_short_word_is_not_mended(book: Gazetteer) -> None:
    for typed in ("wara", "trin", "wire"):
        with pytest.raises(UnknownPlace):
            locate(typed, book)


def test_a_wrong_end_of_a_postcode_is_left_and_said(book: Gazetteer) -> None:
    place = locate("AL1 3CC", book)
    assert place.near == "AL1"
    assert "AL1" in place.note


def test_of_two_towns_as_near_the_one_in_the_county_is_read(book: Gazetteer) -> None:
    assert locate("Harfield", book).near == "Hatfield"


def test_two_towns_that_are_as_near_are_both_offered(book: Gazetteer) -> None:
    with pytest.raises(UnknownPlace) as caught:
        locate("Wadford", book)
    assert {"Watford", "Widford"} <= {way.near for way in caught.value.ways}


def test_a_town_among_other_words_is_found_and_said(book: Gazetteer) -> None:
    place = locate("the flats behind Asda, Hitchin or Letchworth", book)
    assert place.near == "Hitchin"
    assert place.also == ("Letchworth Garden City",)
    assert "Hitchin" in place.note


@pytest.mark.parametrize("typed", ["1234", "SG 5XX", "QQ1 1AA", "al 99999", "5"])
def test_what_only_looks_like_a_postcode_is_said_to_be_none(book: Gazetteer, typed: str) -> None:
    with pytest.raises(NotAPostcode):
        locate(typed, book)


@pytest.mark.parametrize(
    "typed", ["", "   ", "?!", "Atlantis", "my house", "DSPL 12", "Oaklands", "x" * 100_000, "all", "hill"]
)
def test_what_names_no_place_we_know_is_said_to_be_unknown(book: Gazetteer, typed: str) -> None:
    with pytest.raises(UnknownPlace) as caught:
        locate(typed, book)
    assert caught.value.ways


@pytest.mark.parametrize(
    ("typed", "council"),
    [
        ("Luton", "Luton Council"),
        ("sandy", "Central Bedfordshire Council"),
        ("Aylesbury", "Buckinghamshire Council"),
        ("LU3 1AA", "Luton Council"),
        ("N9", "Enfield Council"),
        ("M1 1AE", ""),
        ("SW1A 1AA", ""),
        ("CB1", ""),
        ("Slough", "Slough Borough Council"),
        ("Cambridge", "Cambridgeshire County Council"),
        ("cambrige", "Cambridgeshire County Council"),
        ("Bedford", "Bedford Borough Council"),
        ("near Milton Keynes", "Milton Keynes City Council"),
        ("Essex", "Essex County Council"),
        ("London", ""),
        ("north london", ""),
    ],
)
def test_outside_hertfordshire_names_the_council_if_we_are_sure(
    book: Gazetteer, typed: str, council: str
) -> None:
    with pytest.raises(OutsideHertfordshire) as caught:
        locate(typed, book)
    assert caught.value.council == council
    assert council in caught.value.message
    assert caught.value.ways[0].url.startswith("https://")
    assert caught.value.website in caught.value.ways[0].url


@pytest.mark.parametrize("typed", ["Harlow", "Barnet", "CM20 2", "Waltham Abbey", "LU1"])
def test_just_outside_still_searches_and_names_the_council(book: Gazetteer, typed: str) -> None:
    place = locate(typed, book)
    assert place.outside
    assert not place.far


@pytest.mark.parametrize("typed", ["QQ1 9QQ", "Nowhere at all", "SW1A 1AA"])
def test_no_error_repeats_what_was_typed(book: Gazetteer, typed: str) -> None:
    with pytest.raises(PlaceError) as caught:
        locate(typed, book)
    said = " ".join([caught.value.message, str(caught.value), *(way.label for way in caught.value.ways)])
    assert typed not in said


@pytest.mark.parametrize(
    "typed", ["12 London Road, Hitchin", "Cambridge Road, Hitchin", "Hitchin, not Bedford"]
)
def test_a_road_named_after_a_town_far_away_leads_nobody_there(book: Gazetteer, typed: str) -> None:
    assert locate(typed, book).near == "Hitchin"


def test_of_two_towns_the_one_near_enough_is_searched(book: Gazetteer) -> None:
    assert locate("Flat 2, between Luton and Hitchin", book).near == "Hitchin"


def test_every_way_onward_leads_somewhere(book: Gazetteer) -> None:
    for typed in ("Wadford", "borham", "12345", "Slough", "garden city"):
        with pytest.raises(PlaceError) as caught:
            locate(typed, book)
        for way in caught.value.ways:
            assert way.label
            assert not way.near or locate(way.near, book) or way.url


@given(st.text(max_size=60))
def test_any_text_at_all_gives_a_place_or_says_how_to_go_on(book: Gazetteer, text: str) -> None:
    found = _place_or_error(text, book)
    assert found.ways if isinstance(found, PlaceError) else (found.near and not found.far)


def _place_or_error(text: str, book: Gazetteer) -> Place | PlaceError:
    try:
        return locate(text, book)
    except PlaceError as error:
        return error
