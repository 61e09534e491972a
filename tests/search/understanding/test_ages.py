"""How old the children are, in every way that families say it; and numbers that are no ages."""

import pytest

from search.understanding.age import key_of, label_of
from tests.search.understanding.conftest import Read
from tests.search.understanding.starting_vocabulary import HERE, table

AGES = [(row["words"], row["years"]) for row in table(HERE / "ages.csv")]


def years_of(cell: str) -> list[tuple[int, int]]:
    """Read "4 11-12" as two ages."""
    spans = (part.partition("-") for part in cell.split())
    return [(int(low), int(high or low)) for low, _, high in spans]


@pytest.mark.parametrize(("words", "years"), AGES)
def test_an_age_is_read_as_families_mean_it(words: str, years: str, read: Read) -> None:
    assert list(read(words).ages) == years_of(years)


def test_the_table_is_long_enough_to_trust() -> None:
    with_age = [words for words, years in AGES if years]
    assert len(with_age) >= 80
    assert len(AGES) - len(with_age) >= 40


def test_two_children_stay_two_chips(read: Read) -> None:
    chips = [chip.label for chip in read("my 4 and 9 year olds").chips if chip.kind == "age"]
    assert chips == ["Age 4", "Age 9"]


def test_a_chip_shows_the_words_it_came_from(read: Read) -> None:
    understood = read("help for my 4 year old please")
    (age,) = (chip for chip in understood.chips if chip.kind == "age")
    assert understood.text[age.span.start : age.span.end] == "4 year old"


def test_figures_of_a_postcode_are_no_age(read: Read) -> None:
    assert read("SG5 4yr old").ages == ((4, 4),)
    assert read("help near AL1 3JE").ages == ()


def test_a_whole_school_year_is_shown_as_two_years() -> None:
    assert label_of((11, 12)) == "Age 11 to 12"
    assert label_of((0, 4)) == "Under 5"
    assert key_of((0, 4)) == "age:0-4"


def test_an_older_brother_is_not_taken_for_the_parent(read: Read) -> None:
    assert read("im 42 and my son is 9").ages == ((9, 9),)
