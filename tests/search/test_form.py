"""The form reads whatever people type: it may not understand, but it never breaks and never empties the page."""

from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import example, given, settings
from hypothesis import strategies as st

from local_offer.directory.coverage import DISTANCES
from search.forms import LONGEST_TEXT, SearchForm
from search.query import BEST, FILTERS, NEAREST, ServiceQuery

FIELDS = ("q", "age", "near", "in", "within", "sort", "page", "not", *FILTERS)
NASTY = [
    "\x00",
    "a\x00b",
    "\x01\x02\x7f\x9f\u200b\u2028",
    "my son wont sleep 😴👨‍👩‍👧‍👦🏳️‍🌈",
    "\u202eevil\u202c שינה ילד",
    "'; DROP TABLE directory_service; --",
    "1' OR '1'='1",
    'sleep AND (NOT "autism) OR text:* ~5 ^100 [a TO z] {!func}',
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "%00%ff%zz",
    "²",
    "٤",
    "1" * 5000,
    "-1",
    "1e9",
    "٣٠",
    "sleep " * 17_000,
    "\ufffe\uffff",
    " \t\r\n ",
]


def asked(**values: Any) -> ServiceQuery:
    """The question of an address with these fields."""
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return SearchForm(data).to_query()


def is_sound(query: ServiceQuery) -> bool:
    """Whether a question holds only what an engine can answer."""
    return (
        len(query.text) <= LONGEST_TEXT
        and all(0 <= age <= 25 for age in query.age)
        and query.within in (None, *DISTANCES)
        and 1 <= query.page <= 500
        and query.sort in (BEST, NEAREST)
    )


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_reads_any_text_at_all(field: str) -> None:
    for typed in NASTY:
        assert is_sound(asked(**{field: typed}))
        assert is_sound(asked(**{field: [typed] * 3}))


@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.text(max_size=60)), max_size=12))
@example([("page", "²")])
@example([("within", "1" * 5000)])
@settings(deadline=None)
def test_any_address_is_a_question(pairs: list[tuple[str, str]]) -> None:
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    query = SearchForm(data).to_query()
    assert is_sound(query)
    assert query.to_address() is not None


@given(st.binary(max_size=200))
def test_any_bytes_in_an_address_are_a_question(raw: bytes) -> None:
    assert is_sound(SearchForm(QueryDict(b"q=" + raw)).to_query())


@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.text(max_size=30)), max_size=8))
def test_what_the_form_has_read_it_reads_again_alike(pairs: list[tuple[str, str]]) -> None:
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    query = SearchForm(data).to_query()
    assert SearchForm(QueryDict(query.to_address())).to_query() == query


def test_a_long_text_is_read_as_far_as_a_family_would_write() -> None:
    assert asked(q="sleep " * 20_000).text.startswith("sleep sleep")
    assert len(asked(q="sleep " * 20_000).text) <= LONGEST_TEXT


def test_a_sign_that_nobody_sees_does_not_lose_the_words_beside_it() -> None:
    assert asked(q="wont\x00 sleep").text == "wont sleep"
    assert asked(near="Hit\x00chin").near == "Hitchin"
    assert asked(age="7\x00").age == (7,)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("7", (7,)),
        ("4 and 9", (4, 9)),
        ("4, 9 & 12", (4, 9, 12)),
        ("9, 9", (9,)),
        (" 0 ", (0,)),
        ("25", (25,)),
        ("age 7", (7,)),
        ("7 years", (7,)),
        ("18 months", (1,)),
        ("6 months and 4", (0, 4)),
        ("7 and a half", (7,)),
        ("2.5", (2,)),
        ("5-7", (5, 6, 7)),
        ("year 3", (7, 8)),
        ("4yo, 9", (4, 9)),
        ("٧", (7,)),
        ("", ()),
    ],
)
def test_ages_are_read_as_people_write_them(typed: str, years: tuple[int, ...]) -> None:
    assert asked(age=typed).age == years


def test_ages_may_stand_in_several_fields() -> None:
    assert asked(age=["4", "9"]).age == (4, 9)


@pytest.mark.parametrize("typed", ["thirty-one", "26", "?", "1" * 4000])
def test_an_age_that_cannot_be_read_asks_for_no_age_and_says_why(typed: str) -> None:
    data = QueryDict(mutable=True)
    data.update({"q": "sleep", "age": typed})
    form = SearchForm(data)
    query = form.to_query()
    assert (query.text, query.age) == ("sleep", ())
    assert form.errors["age"]
    assert typed[:100] not in str(form.errors["age"]) or typed == "?"


@pytest.mark.parametrize("within", ["3", "-2", "2.5", "²", "abc", "1" * 5000, ""])
def test_a_distance_that_nobody_offers_is_no_distance(within: str) -> None:
    assert asked(within=within).within is None


@pytest.mark.parametrize(
    ("page", "read"), [("2", 2), ("0", 1), ("-3", 1), ("²", 1), ("99999999", 1), ("x", 1), ("", 1)]
)
def test_a_page_that_is_no_number_is_the_first(page: str, read: int) -> None:
    assert asked(page=page).page == read


def test_a_filter_that_means_nothing_is_left_out_and_the_others_stay() -> None:
    query = asked(cost=["free", "bitcoin"], need=["sleep", "../etc", "SLEEP"], diagnosis="perhaps")
    assert (query.cost, query.need, query.diagnosis) == (("free",), ("sleep",), ())


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("age", "near"), [("abc", ""), ("99", "Atlantis"), ("?", "ZZ99 9ZZ"), ("26", "Edinburgh")]
)
def test_neither_a_wrong_age_nor_a_wrong_place_empties_the_page(client: Any, age: str, near: str) -> None:
    page = client.get("/search/", {"q": "sleep", "age": age, "near": near})
    assert page.status_code == 200
    assert page.context["results"].total > 0
    assert page.context["form"].errors["age"][0] in page.content.decode()


@pytest.mark.usefixtures("site")
def test_the_page_answers_whatever_was_typed(client: Any) -> None:
    for typed in NASTY:
        everywhere = dict.fromkeys(FIELDS, typed)
        assert client.get("/search/", everywhere).status_code == 200
        assert client.get("/search/", {"q": typed}).status_code == 200
        assert client.get("/search/print/", everywhere).status_code == 200
        assert client.get("/search/qr.svg", {"q": typed, "near": typed}).status_code == 200


@pytest.mark.usefixtures("site")
def test_a_page_beyond_the_last_shows_the_last(client: Any) -> None:
    page = client.get("/search/", {"page": "400"})
    found = page.context["results"]
    assert found.page == found.page_count
    assert 0 < len(found.hits) <= found.per_page
