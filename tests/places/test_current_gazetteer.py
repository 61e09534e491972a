"""The gazetteer in memory follows the tables, without asking them at every search."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from local_offer.places.current import (
    current_gazetteer,
    forget_gazetteer,
    gazetteer_from_database,
    tables_version,
)
from local_offer.places.errors import PlaceError, UnknownPlace
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.locate import locate
from local_offer.places.models import Neighbour, Outcode, PlaceName, PostcodePoint, Sector

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("place_tables")]


def test_the_gazetteer_of_the_database_is_that_of_the_files(book: Gazetteer) -> None:
    ours = gazetteer_from_database()
    assert ours.sectors == book.sectors
    assert ours.outcodes == book.outcodes
    assert ours.names.places == book.names.places
    assert ours.towns == book.towns


def test_what_an_editor_adds_is_found_once_the_tables_are_looked_at_again() -> None:
    with pytest.raises(UnknownPlace):
        locate("Oaklands")
    PlaceName.objects.create(
        name="Oaklands", lat=51.845, lon=-0.19, district="Welwyn Hatfield", dspl_approx="dspl-5"
    )
    with pytest.raises(UnknownPlace):
        locate("Oaklands")
    forget_gazetteer()
    assert locate("Oaklands").dspls == ("dspl-5",)


def test_a_nickname_that_an_editor_changes_is_found() -> None:
    assert current_gazetteer().named("Stevo") is None
    town = PlaceName.objects.get(name="Stevenage")
    town.aliases = "Stevo"
    town.save()
    forget_gazetteer()
    place = current_gazetteer().named("Stevo")
    assert place is not None
    assert place.near == "Stevenage"


def test_it_is_drawn_up_once_and_asks_nothing_for_a_second() -> None:
    first = current_gazetteer()
    with CaptureQueriesContext(connection) as queries:
        assert current_gazetteer() is first
    assert len(queries) == 0


def test_to_see_whether_anything_changed_takes_one_query() -> None:
    with CaptureQueriesContext(connection) as queries:
        before = tables_version()
    assert len(queries) == 1
    assert tables_version() == before
    Sector.objects.get(sector="AL1 3").save()
    assert tables_version() != before


def test_a_whole_postcode_in_the_table_gives_its_own_point() -> None:
    PostcodePoint.objects.create(
        unit="AL1 3JE", lat=51.7501, lon=-0.3301, district_code="E07000240", dspl_approx=7, in_herts=True
    )
    place = locate("al13je")
    assert (place.kind, place.point.lat, place.near, place.dspl_numbers) == (
        "postcode",
        51.7501,
        "AL1 3",
        (7,),
    )
    assert locate("AL1 3JJ").kind == "sector"


def test_a_whole_postcode_in_a_sentence_takes_one_query() -> None:
    book = current_gazetteer()
    with CaptureQueriesContext(connection) as queries:
        assert [place.near for _, _, place in book.find_in_words("sleep AL1 3JE hitchin")] == [
            "AL1 3",
            "Hitchin",
        ]
    assert len(queries) == 1


def test_without_tables_nothing_is_known_and_nothing_breaks() -> None:
    for table in (PlaceName, Outcode, Sector, Neighbour):
        table.objects.all().delete()
    forget_gazetteer()
    for typed in ("Hitchin", "AL1 3JE"):
        with pytest.raises(PlaceError):
            locate(typed)
