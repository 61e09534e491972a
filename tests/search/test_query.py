"""A search has an address of its own: it can be sent to somebody, and whatever is taken out of it, the rest stays."""

from dataclasses import fields, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from hypothesis import given
from hypothesis import strategies as st

from local_offer.places.place import Place, Point
from search.query import BEST, FILTERS, NEAREST, Assumed, ServiceQuery

HITCHIN = Place(
    "Hitchin", "town", Point(51.949, -0.285), frozenset({"county", "dspl-1"}), "Hitchin", ("dspl-1",)
)
# Anything that can stand in an address; half characters cannot.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
several = st.lists(words.filter(bool), max_size=4, unique=True).map(tuple)
years = st.lists(st.integers(0, 25), max_size=4, unique=True).map(tuple)
CHOSEN = ("text", "age", "near", "area", "within", *FILTERS, "dropped")
queries = st.builds(
    ServiceQuery,
    text=words,
    age=years,
    near=words,
    area=several,
    within=st.sampled_from([None, 0, 2, 5, 30]),
    sort=st.sampled_from([BEST, NEAREST]),
    page=st.integers(1, 500),
    dropped=several,
    **dict.fromkeys(FILTERS, several),
)


def as_a_browser_reads(address: str) -> dict[str, list[str]]:
    return parse_qs(address, keep_blank_values=False)


@given(queries)
def test_an_address_reads_back_as_the_question_it_was_made_of(query: ServiceQuery) -> None:
    assert ServiceQuery.from_address(as_a_browser_reads(query.to_address())) == query


@given(queries)
def test_the_same_question_always_has_the_same_address(query: ServiceQuery) -> None:
    again = ServiceQuery.from_address(as_a_browser_reads(query.to_address()))
    assert again.to_address() == query.to_address()


def test_a_question_about_nothing_has_an_empty_address() -> None:
    assert ServiceQuery().to_address() == ""
    assert ServiceQuery.from_address({}) == ServiceQuery()


@given(queries)
def test_what_was_understood_never_stands_in_an_address(query: ServiceQuery) -> None:
    understood = replace(
        query, place=HITCHIN, assumed=Assumed(words=("secret",), needs=(("sleep", 1.0),)), per_page=3
    )
    assert understood.to_address() == query.to_address()
    assert understood == query


@given(queries, st.sampled_from(CHOSEN))
def test_taking_out_a_field_takes_out_that_field_alone(query: ServiceQuery, name: str) -> None:
    left = query.without(name)
    gone = {"near", "area", "within", "sort"} if name == "near" else {name}
    for one in fields(ServiceQuery):
        if one.name in gone:
            assert getattr(left, one.name) == one.default
        elif one.name == "page":
            assert left.page == 1
        elif one.compare:
            assert getattr(left, one.name) == getattr(query, one.name)


@given(queries, st.sampled_from(("age", *FILTERS)), st.data())
def test_taking_out_one_value_leaves_the_others_in_their_order(
    query: ServiceQuery, name: str, data: st.DataObject
) -> None:
    values: tuple[Any, ...] = getattr(query, name)
    if not values:
        return
    gone = data.draw(st.sampled_from(values))
    left = query.without(name, gone)
    assert getattr(left, name) == tuple(one for one in values if one != gone)
    assert left.having(**{name: values}).at_page(query.page) == query


def test_a_place_takes_with_it_what_was_said_of_it() -> None:
    near = ServiceQuery(text="sleep", near="SG5 1", area=("dspl-1",), within=5, sort=NEAREST, place=HITCHIN)
    assert near.without("near") == ServiceQuery(text="sleep")
    assert near.without("near").place is None


@given(queries, words.filter(bool))
def test_refusing_what_was_understood_keeps_everything_that_was_asked(query: ServiceQuery, key: str) -> None:
    refused = query.drop(key)
    assert key in refused.dropped
    assert replace(refused, dropped=query.dropped, page=query.page) == query
    assert refused.drop(key) == refused


def test_ages_that_were_chosen_win_over_ages_that_were_understood() -> None:
    assumed = Assumed(ages=((3, 5),))
    assert ServiceQuery(age=(4, 9), assumed=assumed).ages == ((4, 4), (9, 9))
    assert ServiceQuery(assumed=assumed).ages == ((3, 5),)


def test_an_address_holds_what_families_type_whatever_alphabet_it_is_in() -> None:
    query = ServiceQuery(text="לא ישן & won't eat=100% 😴 +?#", need=("sleep", "food-and-eating"), age=(4, 9))
    assert ServiceQuery.from_address(as_a_browser_reads(query.to_address())) == query
    assert urlencode([("age", 4), ("age", 9)]) in query.to_address()
