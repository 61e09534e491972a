"""Places named in a family's sentence are found, and ordinary words that are also villages are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_offer.places.gazetteer import Gazetteer

# A sentence, and the words in it that name places with what they name.
SENTENCES = [
    ("autism support near hitchin", [("hitchin", "Hitchin")]),
    ("speech and langage drop in hemel", [("hemel", "Hemel Hempstead")]),
    ("berko send", [("berko", "Berkhamsted")]),
    ("wgc support group", [("wgc", "Welwyn Garden City")]),
    ("waltham cross autism", [("waltham cross", "Waltham Cross")]),
    ("brookmans park dspl", [("brookmans park", "Brookmans Park")]),
    ("dspl 5 courses", [("dspl 5", "DSPL 5")]),
    ("special school near broxbourne", [("broxbourne", "Broxbourne")]),
    ("my 4 year old won't sleep, St. Albans", [("St. Albans", "St Albans")]),
    ("help AL1 3JE please", [("AL1 3JE", "AL1 3")]),
    ("al13je", [("al13je", "AL1 3")]),
    ("sleep sg5 1 autism", [("sg5 1", "SG5 1")]),
    ("clubs sg5 2 boys", [("sg5", "SG5")]),
    ("clubs sg5, 2 boys", [("sg5", "SG5")]),
    ("hitchin or letchworth", [("hitchin", "Hitchin"), ("letchworth", "Letchworth Garden City")]),
    ("north herts adhd", [("north herts", "North Hertfordshire district")]),
    ("welwyn garden city youth", [("welwyn garden city", "Welwyn Garden City")]),
    ("hatfield heath toddlers", [("hatfield heath", "Hatfield Heath")]),
    ("bishops stortford dads", [("bishops stortford", "Bishop's Stortford")]),
    ("pottersbar swimming", [("pottersbar", "Potters Bar")]),
    ("he eats barley and nothing else", []),
    ("group in barley", [("barley", "Barley")]),
    ("a group at Barley for tots", [("Barley", "Barley")]),
    ("is there one at Ridge", [("Ridge", "Ridge")]),
    ("on the ridge of panic", []),
    ("Barley", [("Barley", "Barley")]),
    ("barley, herts", [("barley", "Barley")]),
    ("Ridge of skin on his tongue", []),
    ("my son Ricky has autism", []),
    ("help from Lee", []),
    ("autism in ricky", [("ricky", "Rickmansworth")]),
    ("sandy tray therapy", []),
    ("ware can i get help", []),
    ("no idea ware to go", []),
    ("ware autism group", [("ware", "Ware")]),
    ("autism group ware", [("ware", "Ware")]),
    ("from ware", [("ware", "Ware")]),
    ("how wood i get an ehcp", []),
    ("near How Wood", [("How Wood", "How Wood")]),
    ("new greens he will not eat", []),
    ("playing at the park. Street noise scares him", []),
    ("year 4, ks2, e4", []),
    ("clubs near e4", []),
    ("hertfordshire send help", []),
    ("herts autism", []),
    ("he is in year 9", []),
    ("sg5 old people", [("sg5", "SG5")]),
    ("sg5 4yr old", [("sg5", "SG5")]),
    ("adhd help cambridge", [("cambridge", "Cambridge")]),
    ("bedford send", [("bedford", "Bedford")]),
    ("we live in milton keynes", [("milton keynes", "Milton Keynes")]),
    ("autism group london colney", [("london colney", "London Colney")]),
    ("swimming on london road hitchin", [("hitchin", "Hitchin")]),
    ("oxford reading tree", []),
    ("specially made beds", []),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_places_in_sentences(book: Gazetteer, sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [(sentence[start:end], place.near) for start, end, place in book.find_in_words(sentence)]
    assert found == expected


def test_a_place_outside_the_county_is_found_too_and_says_so(book: Gazetteer) -> None:
    [(_, _, place)] = book.find_in_words("adhd help in luton")
    assert (place.near, place.outside, place.far) == ("Luton", "Luton Council", True)


@pytest.mark.parametrize(
    ("word", "town"),
    [
        ("hitchen", "Hitchin"),
        ("stevnage", "Stevenage"),
        ("wattford", "Watford"),
        ("hertfrod", "Hertford"),
        ("harpendon", "Harpenden"),
        ("borhamwood", "Borehamwood"),
        ("cheshant", "Cheshunt"),
        ("roystan", "Royston"),
        ("rickmansworth", None),
        ("kitchen", None),
        ("string", None),
        ("bring", None),
        ("trying", None),
        ("thing", None),
        ("brushing", None),
        ("sleeping", None),
        ("where", None),
        ("were", None),
        ("walker", None),
        ("barly", None),
        ("", None),
    ],
)
def test_a_word_that_nothing_explains_may_be_a_misspelt_town(
    book: Gazetteer, word: str, town: str | None
) -> None:
    place = book.misspelt_place(word)
    assert (place.near if place else None) == town


@given(st.text(max_size=300))
def test_any_text_at_all_is_read_and_no_letter_twice(book: Gazetteer, text: str) -> None:
    last = 0
    for start, end, place in book.find_in_words(text):
        assert last <= start < end <= len(text)
        assert place.near
        last = end


@given(
    st.sampled_from(["Hitchin", "St Albans", "Hemel Hempstead", "Bishop's Stortford", "Watton-at-Stone"]),
    st.booleans(),
)
def test_a_town_is_found_wherever_it_stands(book: Gazetteer, town: str, shouted: bool) -> None:
    sentence = f"please help, we are near {town} and tired"
    sentence = sentence.upper() if shouted else sentence
    assert [place.near for _, _, place in book.find_in_words(sentence)] == [town]
