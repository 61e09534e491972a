"""Distances, the words of the tables' rows, and the examples that stand in docstrings."""

import doctest
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_offer.places.place import Point, miles_between

_points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


def test_miles_are_as_the_crow_flies() -> None:
    st_albans, watford = Point(51.750, -0.333), Point(51.655, -0.396)
    assert miles_between(st_albans, watford) == pytest.approx(7.1, abs=0.1)
    london, edinburgh = Point(51.5074, -0.1278), Point(55.9533, -3.1883)
    assert miles_between(london, edinburgh) == pytest.approx(332, abs=1)


@given(_points, _points)
def test_a_way_is_as_long_in_both_directions(a: Point, b: Point) -> None:
    assert miles_between(a, b) == pytest.approx(miles_between(b, a))
    assert 0 <= miles_between(a, b) <= 12_440
    assert miles_between(a, a) == 0


@pytest.mark.parametrize(
    "module",
    [
        "places.area_codes",
        "places.likely_areas",
        "places.misspelt",
        "places.names",
        "places.place",
        "places.postcode",
        "places.postcodes_in_words",
        "directory.coverage",
    ],
)
def test_the_examples_in_the_code_are_true(module: str) -> None:
    tried = doctest.testmod(import_module(f"local_offer.{module}"))
    assert tried.attempted > 0
    assert tried.failed == 0
