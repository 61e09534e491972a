"""A family from outside the county is told whose Local Offer is theirs, and gets the rest of its answer."""

import html

import pytest
from django.test import Client

from local_offer.places.errors import OutsideHertfordshire
from search.answering import answer, read
from search.query import ServiceQuery
from search.saved import query_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("adhd help cambridge", "Cambridgeshire County Council"),
        ("autism near luton", "Luton Council"),
        ("bedford dyslexia", "Bedford Borough Council"),
        ("autism milton keynes", "Milton Keynes City Council"),
        ("autism groups in london", ""),
    ],
)
def test_the_council_is_named_where_it_is_known_and_the_rest_is_answered(words: str, council: str) -> None:
    reading = read(query_of(words))
    assert isinstance(reading.place_trouble, OutsideHertfordshire)
    assert reading.place_trouble.council == council
    assert reading.query.place is None
    assert reading.query.assumed.needs
    assert answer(query_of(words)).total


def test_the_page_says_so_and_leads_there(client: Client) -> None:
    page = html.unescape(client.get("/search/?q=adhd+help+cambridge").content.decode())
    assert "That place is outside Hertfordshire. Cambridgeshire County Council has a Local Offer" in page
    assert 'href="https://www.cambridgeshire.gov.uk"' in page
    assert "Did you mean Stanbridge" not in page


def test_a_town_in_the_county_beside_one_far_away_is_searched() -> None:
    reading = read(query_of("moved from cambridge to hitchin, autism"))
    assert reading.place_trouble is None
    assert reading.query.place is not None
    assert reading.query.place.near == "Hitchin"


def test_a_town_in_the_county_that_sounds_like_one_outside_is_still_found() -> None:
    reading = read(query_of("Watford football"))
    assert reading.place_trouble is None
    assert reading.query.place is not None
    assert reading.query.place.near == "Watford"


def test_a_place_chosen_in_the_field_wins_over_one_far_away_in_the_words() -> None:
    reading = read(ServiceQuery(text="autism cambridge", near="Hitchin"))
    assert reading.query.place is not None
    assert reading.query.place.near == "Hitchin"
