"""File, memory and database: an editor's word stays, whatever the file says."""

from typing import Any

import pytest

from local_offer.core.merge import merge

OLD, NEW, MINE = "old", "new", "mine"


@pytest.mark.parametrize(
    ("loaded", "current", "file", "take", "kept"),
    [
        pytest.param(OLD, OLD, OLD, None, False, id="nobody changed it"),
        pytest.param(OLD, OLD, NEW, NEW, False, id="the file changed it"),
        pytest.param(OLD, MINE, OLD, None, False, id="an editor changed it"),
        pytest.param(OLD, MINE, NEW, None, True, id="both changed it"),
        pytest.param(OLD, NEW, NEW, None, False, id="both changed it alike"),
    ],
)
def test_each_field_is_decided_by_who_changed_it(
    loaded: str, current: str, file: str, take: str, kept: bool
) -> None:
    found = merge({"name": loaded}, {"name": current}, {"name": file})
    assert found.take == ({"name": take} if take else {})
    assert found.kept == (("name",) if kept else ())


def test_what_was_never_loaded_and_differs_is_an_editors() -> None:
    assert merge(None, {"name": MINE}, {"name": NEW}).kept == ("name",)


def test_what_was_never_loaded_and_is_the_same_is_nobodys_trouble() -> None:
    found = merge(None, {"name": NEW}, {"name": NEW})
    assert (found.take, found.kept) == ({}, ())


def test_fields_are_decided_one_by_one() -> None:
    loaded: dict[str, Any] = {"a": 1, "b": 1, "c": 1}
    found = merge(loaded, {"a": 1, "b": 2, "c": 1}, {"a": 3, "b": 3, "c": 1})
    assert (found.take, found.kept) == ({"a": 3}, ("b",))


def test_a_field_that_the_file_lacks_is_left_alone() -> None:
    assert merge({"a": 1}, {"a": 1, "b": 2}, {"a": 1}).take == {}


def test_a_field_that_is_new_in_the_file_fills_what_nobody_has_filled() -> None:
    assert merge({"a": 1}, {"a": 1, "b": ""}, {"a": 1, "b": "x"}).take == {"b": "x"}


def test_a_field_that_is_new_in_the_file_is_the_editors_where_it_differs() -> None:
    assert merge({"a": 1}, {"a": 1, "b": MINE}, {"a": 1, "b": "x"}).kept == ("b",)
