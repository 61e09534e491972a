"""A postcode is understood however it is typed, and what is none is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_offer.places.errors import NotAPostcode
from local_offer.places.postcode import Postcode, parse_postcode, readings
from local_offer.places.postcodes_in_words import find_postcodes


@pytest.mark.parametrize(
    "typed",
    [
        "AL1 3JE",
        "al1 3je",
        "al13je",
        " AL13JE ",
        "Al1-3jE",
        "AL 1 3JE",
        "a l 1 3 j e",
        "ALI 3JE",
        "ALl 3JE",
        "A11 3JE",
        "AI1 3JE",
        "AL1. 3JE",
        "AL1\xa03JE",
    ],
)
def test_a_whole_postcode_is_read_in_any_spacing_case_and_with_slips(typed: str) -> None:
    assert parse_postcode(typed) == Postcode("AL1", "3", "JE")


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("SG5 OAB", "SG5 0AB"),
        ("AL1O 9AB", "AL10 9AB"),
        ("EN11 8AA", "EN11 8AA"),
        ("ENII 8AA", "EN11 8AA"),
        ("N9 0AA", "N9 0AA"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("S10 2TN", "S10 2TN"),
        ("HP2 I1A", None),
        ("W1A 0AX", "W1A 0AX"),
    ],
)
def test_slips_are_mended_where_a_digit_or_a_letter_must_stand(typed: str, unit: str | None) -> None:
    assert (readings(typed)[0].unit if readings(typed) else None) == (unit or "HP2 1LA")


@pytest.mark.parametrize(
    ("typed", "sector", "outcode"),
    [
        ("AL1 3", "AL1 3", "AL1"),
        ("al10 8", "AL10 8", "AL10"),
        ("AL101", "AL10 1", "AL10"),
        ("AL1 3J", "AL1 3", "AL1"),
        ("SG5", None, "SG5"),
        ("wd25", None, "WD25"),
        ("ALI", None, None),
    ],
)
def test_part_of_a_postcode_is_a_sector_or_an_outcode(
    typed: str, sector: str | None, outcode: str | None
) -> None:
    if outcode is None:
        with pytest.raises(NotAPostcode):
            parse_postcode(typed)
        return
    found = Postcode.parse(typed)
    assert (found.unit, found.sector, found.outcode) == (None, sector, outcode)


def test_four_signs_may_be_an_outcode_or_a_sector_and_both_are_offered() -> None:
    assert [str(reading) for reading in readings("AL13")] == ["AL13", "AL1 3"]
    assert [str(reading) for reading in readings("AL1 3")][0] == "AL1 3"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hitchin",
        "all",
        "hill",
        "12345",
        "ZZ1 1AA",
        "AL1 3CC",
        "AL1 3JE now",
        "AL1 3JE AL1 3JE",
        "AL1 333JE",
        "é1 1AA",
        "١",
    ],
)
def test_what_is_not_a_postcode_is_not_read_as_one(typed: str) -> None:
    with pytest.raises(NotAPostcode) as caught:
        parse_postcode(typed)
    assert "looks like AL1 3JE" in caught.value.message
    assert caught.value.ways


def test_the_error_does_not_repeat_what_was_typed() -> None:
    with pytest.raises(NotAPostcode) as caught:
        parse_postcode("QX9 9QX")
    assert "QX9" not in str(caught.value)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("help AL1 3JE please", ["AL1 3JE"]),
        ("al13je", ["AL1 3JE"]),
        ("autism near sg5 1ab, he is 4", ["SG5 1AB"]),
        ("al4 oje sleep", ["AL4 0JE"]),
        ("ALI 3JE", ["AL1 3JE"]),
        ("ali3je", ["AL1 3JE"]),
        ("between AL1 3JE and WD17 2AB", ["AL1 3JE", "WD17 2AB"]),
        ("AL1\xa03JE", ["AL1 3JE"]),
        ("(AL1-3JE)", ["AL1 3JE"]),
        ("SW1A1AA", ["SW1A 1AA"]),
        ("sg5 old people", []),
        ("sg5 4yr old boy", []),
        ("al1 ots", []),
        ("my son Ali 3yr old", []),
        ("all 3rd graders", []),
        ("year 4 at school", []),
        ("y4 2nd year", []),
        ("he is 3 and ill", []),
        ("KS2 3AB", []),
        ("call 999", []),
        ("xAL1 3JEx", []),
    ],
)
def test_whole_postcodes_are_found_in_a_sentence(sentence: str, found: list[str]) -> None:
    assert [str(postcode) for _, _, postcode in find_postcodes(sentence)] == found


def test_the_place_in_the_sentence_is_told_so_that_it_can_be_taken_out() -> None:
    sentence = "help AL1 3JE please"
    start, end, _ = find_postcodes(sentence)[0]
    assert sentence[:start] + sentence[end:] == "help  please"


@given(st.text(max_size=200))
def test_any_text_at_all_gives_an_answer(text: str) -> None:
    assert all(reading.outcode for reading in readings(text))
    ends = [0]
    for start, end, postcode in find_postcodes(text):
        assert ends[-1] <= start < end <= len(text)
        assert postcode.unit
        ends.append(end)


_units = st.builds(
    lambda area, number, digit, letters: f"{area}{number} {digit}{letters}",
    st.sampled_from(["AL", "SG", "WD", "HP", "EN", "CM", "N", "LU"]),
    st.integers(1, 25),
    st.integers(0, 9),
    st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2),
)


@given(_units, st.sampled_from(["{}", " {}", "{} "]), st.booleans(), st.booleans())
def test_a_true_postcode_is_read_as_itself(unit: str, around: str, joined: bool, small: bool) -> None:
    typed = around.format(unit.replace(" ", "") if joined else unit)
    assert parse_postcode(typed.lower() if small else typed).unit == unit


@given(_units, st.booleans())
def test_a_postcode_written_plainly_never_stays_in_a_sentence(unit: str, joined: bool) -> None:
    typed = unit.replace(" ", "") if joined else unit
    assert [str(found) for _, _, found in find_postcodes(f"help with sleep, {typed} thanks")] == [unit]
