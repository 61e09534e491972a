"""What a search that found little was about: a topic of the list, an age band, an area, and never a word."""

import pytest

from search.answering import read
from search.query import ServiceQuery
from search.unmet.gaps import Gap, bucket_of, gaps_in
from search.vocabulary import current_lexicon

pytestmark = pytest.mark.usefixtures("site")


def gaps(**asked: object) -> set[Gap]:
    reading = read(ServiceQuery(**asked))  # type: ignore[arg-type]
    return set(gaps_in(reading, current_lexicon().vocabulary))


def test_a_sentence_becomes_topic_age_band_and_area() -> None:
    assert gaps(text="my 4 year old wont sleep hitchin") == {Gap("sleep", "0-4", "dspl-1")}


def test_fields_count_as_words_do() -> None:
    assert gaps(need=("sleep",), age=(4,), near="Hitchin") == {Gap("sleep", "0-4", "dspl-1")}


def test_two_children_are_two_bands() -> None:
    assert {gap.age_band for gap in gaps(text="sleep", age=(4, 13))} == {"0-4", "11-15"}


def test_a_need_counts_as_its_topic() -> None:
    topics = {row.slug for row in current_lexicon().vocabulary.needs.values() if not row.parent}
    child = next(row for row in current_lexicon().vocabulary.needs.values() if row.parent)
    assert {gap.topic for gap in gaps(need=(child.slug,))} == {child.parent} <= topics


def test_nothing_understood_is_counted_as_nothing_said() -> None:
    assert gaps(text="zorbulism") == {Gap()}


def test_what_stands_in_an_address_but_in_no_list_is_not_kept() -> None:
    assert gaps(need=("anna-smith-of-hitchin",)) == {Gap()}
    assert gaps(near="anna-smith-of-nowhere", area=("dspl-99",)) == {Gap()}


def test_a_place_outside_the_county_says_only_that() -> None:
    assert gaps(near="M1 1AE") == {Gap(area="outside")}


def test_the_whole_county_is_no_area() -> None:
    assert gaps(near="Hertfordshire") == {Gap()}


@pytest.mark.parametrize(
    ("total", "bucket"), [(0, "none"), (1, "few"), (3, "few"), (4, "some"), (400, "some")]
)
def test_counts_are_kept_in_buckets(total: int, bucket: str) -> None:
    assert bucket_of(total) == bucket
