"""Whatever is asked, however oddly, there is a page; and each chip on it takes away exactly what it names."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.answering import answer, read
from search.page import Chip, chips
from search.query import ServiceQuery
from search.saved import query_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
patiently = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ODD = [
    "\x00\x01\x1f\x7f",
    "'; DROP TABLE search_indexchange; --",
    '"unclosed AND (OR NOT * ?~ ^2 [a TO z] need:sleep \\',
    "<script>alert(1)</script>",
    "🙂👨‍👩‍👧 autism 🇬🇧",
    "طفلي عمره ٤ سنوات لا ينام",
    "\u202eabc\u202c autism",
    "autism " * 15_000,
    "٣ ² ½ 四歳",
    "%00%s{{7*7}}",
]
# Words that say no age: one that is chosen hides one that was understood, which then shows in its place.
WORDS = st.sampled_from(
    "sleep autism not adhd toilet near hitchin watford waiting for assessment no diagnosis free online dads wont eat "
    "speech therapy cahms dispraxia school and , .".split()
)
questions = st.builds(
    ServiceQuery,
    text=st.lists(WORDS, max_size=9).map(" ".join),
    age=st.lists(st.integers(0, 25), max_size=2, unique=True).map(tuple),
    need=st.lists(st.sampled_from(["sleep", "toilet", "anxiety"]), max_size=2, unique=True).map(tuple),
    cost=st.lists(st.sampled_from(["free", "paid"]), max_size=2, unique=True).map(tuple),
    diagnosis=st.lists(st.sampled_from(["not_needed", "needed"]), max_size=1).map(tuple),
)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_gets_a_page(text: str, client: Client) -> None:
    page = client.get("/search/", {"q": text}, follow=True)
    assert page.status_code == 200
    assert b"<h1" in page.content


@given(text=st.text(max_size=200))
@patiently
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    found = answer(query_of(text))
    assert found.total >= len(found.hits) >= 0
    assert bool(found.total) == bool(found.hits)


def shown(query: ServiceQuery) -> list[Chip]:
    return chips(read(query))


@given(questions)
@patiently
def test_taking_one_chip_away_takes_away_exactly_it(query: ServiceQuery) -> None:
    before = shown(query)
    for number, chip in enumerate(before):
        there = ServiceQuery.from_address(parse_qs(urlsplit(chip.remove_url).query))
        others = [one.label for at, one in enumerate(before) if at != number]
        assert [one.label for one in shown(there)] == others
