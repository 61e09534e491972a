"""Where: towns, postcodes, areas, and places that are ruled out."""

import pytest

from tests.search.understanding.conftest import Read


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("autism hitchin", "Hitchin"),
        ("AL1 3JE", "AL1 3"),
        ("al13je", "AL1 3"),
        ("sleep help SG5", "SG5"),
        ("berko send", "Berkhamsted"),
        ("wgc support group", "Welwyn Garden City"),
        ("my 4 year old, Bishop’s Stortford", "Bishop's Stortford"),
        ("dspl 5 courses", "DSPL 5"),
    ],
)
def test_a_place_is_found_among_other_words(words: str, near: str, read: Read) -> None:
    place = read(words).place
    assert place is not None
    assert place.near == near


@pytest.mark.parametrize(
    "words",
    ["sleep not watford", "not in watford", "cant get to watford", "anywhere but watford", "except Watford"],
)
def test_a_place_can_be_ruled_out(words: str, read: Read) -> None:
    understood = read(words)
    assert understood.place is None
    assert [place.near for place in understood.not_places] == ["Watford"]


def test_not_far_from_a_place_is_near_it(read: Read) -> None:
    understood = read("not far from watford")
    assert understood.place is not None
    assert not understood.not_places


def test_the_words_of_a_place_are_not_searched_for(read: Read) -> None:
    assert read("autism hitchin hertfordshire").words == ("autism",)


def test_near_me_is_heard_without_a_place(read: Read) -> None:
    assert read("autism help near me").near_me
    assert not read("autism help near me in hitchin").near_me
