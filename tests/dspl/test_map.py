"""A page has the nine areas as links, and the map that ships is the map of the tables that ship."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from local_offer.dspl.drawing import Drawing
from local_offer.dspl.map import FILE, NoSuchArea, centre_of_area, county_map
from local_offer.places.place import miles_between
from local_offer.places.tables import place_name_rows

NAMES = {1: "North Herts", 2: "Stevenage", 5: "Welwyn Hatfield"}


def test_the_map_that_ships_is_drawn_from_the_tables_that_ship(drawing: Drawing) -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == drawing.as_json(), "run manage.py draw_area_map"


def test_the_command_writes_the_same_map(tmp_path: Path) -> None:
    call_command("draw_area_map", to=tmp_path / "map.json", verbosity=0, stdout=(tmp_path / "said").open("w"))
    assert (tmp_path / "map.json").read_text(encoding="utf-8") == FILE.read_text(encoding="utf-8")


def test_every_area_with_a_page_is_a_link_with_its_name() -> None:
    cells = county_map({number: f"/areas/{number}/" for number in range(1, 10)}, NAMES)["cells"]
    assert [cell["url"] for cell in cells] == [f"/areas/{number}/" for number in range(1, 10)]
    assert cells[0]["title"] == "North Herts (DSPL 1)"
    assert not any(cell["chosen"] for cell in cells)


def test_the_page_of_one_area_shows_it_among_its_neighbours() -> None:
    cells = county_map({5: "/areas/welwyn-hatfield/"}, {5: "Welwyn Hatfield"})["cells"]
    assert len(cells) == 9
    assert [(cell["number"], cell["url"]) for cell in cells if cell["chosen"]] == [
        (5, "/areas/welwyn-hatfield/")
    ]
    assert {cell["url"] for cell in cells if not cell["chosen"]} == {""}


def test_changing_what_a_page_got_changes_no_other_page() -> None:
    county_map({}, {})["cells"][0]["path"] = ""
    assert county_map({}, {})["cells"][0]["path"]


def test_the_middle_of_stevenage_is_in_stevenage() -> None:
    town = next(row for row in place_name_rows() if row["name"] == "Stevenage")
    centre = centre_of_area(2)
    assert miles_between(centre, type(centre)(town["lat"], town["lon"])) < 1


def test_an_area_that_does_not_exist_is_named_in_the_error() -> None:
    with pytest.raises(NoSuchArea, match="10"):
        centre_of_area(10)
