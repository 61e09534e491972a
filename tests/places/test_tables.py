"""The tables that ship are whole, agree with each other, and fit the models."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from local_offer.places import models, tables
from local_offer.places.area_codes import kind_of
from local_offer.places.county import DSPLS_OF_DISTRICT, NHS_HALF_OF_DISTRICT, districts_of_dspl

AREAS = tables.area_rows()
READERS = {
    "Area": tables.area_rows,
    "PlaceName": tables.place_name_rows,
    "Outcode": tables.outcode_rows,
    "Sector": tables.sector_rows,
    "Neighbour": tables.neighbour_rows,
}


def test_there_is_every_kind_of_area() -> None:
    kinds = [row["kind"] for row in AREAS]
    counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    assert counts == {"county": 1, "national": 1, "dspl": 9, "district": 10, "nhs": 2, "town": 112}


def test_the_code_of_an_area_says_its_kind() -> None:
    assert all(kind_of(row["code"]) == row["kind"] for row in AREAS)


def test_towns_outside_the_county_are_not_areas() -> None:
    assert "town:Luton" not in {row["code"] for row in AREAS}


@pytest.mark.parametrize(("model", "read"), READERS.items())
def test_rows_are_found_again_by_their_natural_key(
    model: str, read: Callable[[], list[dict[str, Any]]]
) -> None:
    keys = [row[tables.NATURAL_KEYS[model]] for row in read()]
    assert len(keys) > 1
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("name", "read"), READERS.items())
def test_every_row_fits_its_model_and_its_rules(name: str, read: Callable[[], list[dict[str, Any]]]) -> None:
    model = getattr(models, name)
    for row in read():
        model(**row).clean_fields()
        model(**row).clean()


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["Hitchin", "town:", "dspl-", "dspl-one", "district: x", ""])
def test_a_code_that_nothing_understands_is_refused_by_the_form_and_by_the_database(code: str) -> None:
    area = models.Area(code=code, kind="town", name="Somewhere")
    with pytest.raises(ValidationError):
        area.full_clean()
    with pytest.raises(IntegrityError, match="area_code"):
        area.save()


def test_every_district_has_its_dspl_areas_and_its_nhs_half() -> None:
    districts = {row["code"] for row in AREAS if row["kind"] == "district"}
    assert DSPLS_OF_DISTRICT.keys() == NHS_HALF_OF_DISTRICT.keys() == districts
    dspls = {row["code"] for row in AREAS if row["kind"] == "dspl"}
    assert {dspl for some in DSPLS_OF_DISTRICT.values() for dspl in some} == dspls
    assert all(districts_of_dspl(dspl) for dspl in dspls)
    assert set(NHS_HALF_OF_DISTRICT.values()) == {row["code"] for row in AREAS if row["kind"] == "nhs"}


def test_the_notes_on_districts_and_the_rules_name_the_same_areas() -> None:
    rows = {row["code"]: row for row in AREAS}
    for district, dspls in DSPLS_OF_DISTRICT.items():
        notes = rows[district]["notes"]
        assert all(f"DSPL{dspl.removeprefix('dspl-')}" in notes for dspl in dspls), district
    for district, half in NHS_HALF_OF_DISTRICT.items():
        assert rows[district]["name"] in rows[half]["notes"]


def test_no_town_is_guessed_to_lie_in_an_area_that_its_district_does_not_reach() -> None:
    codes = {row["name"]: row["code"] for row in AREAS if row["kind"] == "district"}
    for place in tables.place_name_rows():
        if place["district"]:
            possible = DSPLS_OF_DISTRICT[codes[place["district"]]]
            assert (place["dspl"] or place["dspl_approx"]) in possible or place["name"] == "Kings Langley"


def test_areas_are_named_in_families_words() -> None:
    words = {row["code"]: str(models.Area(**row)) for row in AREAS}
    assert words["county"] == "all of Hertfordshire"
    assert words["national"] == "anywhere in the country"
    assert words["dspl-1"] == "North Herts (DSPL 1)"
    assert words["district:st-albans"] == "St Albans district"
    assert words["town:Hitchin"] == "Hitchin"
