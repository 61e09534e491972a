"""Where little is found, each way onward says in words what it would be, and how much that gives."""

from urllib.parse import parse_qs, urlsplit

import pytest

from search.answering import answer
from search.page import WITHOUT, ways_on
from search.query import FILTERS, ServiceQuery

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
NARROW = ServiceQuery(text="sleep", age=(4,), near="Tring", within=2, cost=("paid",), diagnosis=("needed",))


def test_every_filter_has_words_of_its_own() -> None:
    assert set(WITHOUT) == set(FILTERS)
    assert len(set(WITHOUT.values())) == len(FILTERS)
    assert not [words for words in WITHOUT.values() if "?" in words]


def test_a_way_onward_gives_as_much_as_it_says() -> None:
    ways = ways_on(NARROW)
    assert ways
    for way in ways:
        there = ServiceQuery.from_address(parse_qs(urlsplit(way["url"]).query))
        assert answer(there).total == way["count"] > 0


def test_the_way_without_one_filter_is_named_after_that_filter() -> None:
    asked = ServiceQuery(text="sleep", need=("sleep",), cost=("paid",))
    assert answer(asked).total < answer(asked.without("cost")).total
    assert {"Free or paid"} <= {way["label"] for way in ways_on(asked)} <= {*WITHOUT.values()}
