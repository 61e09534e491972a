"""Before anything is done, a plan says what is new, changed, unchanged, gone and wrong; and what an editor keeps."""

from pathlib import Path

import pytest

from local_offer.directory.importing.applying import apply_file, lines_of, make_plan
from local_offer.directory.importing.planning import Plan
from local_offer.directory.importing.problems import FileTrouble
from local_offer.directory.models import Service
from tests.directory.importing.sheets import SOURCE, Row, a_row, csv_file, file_of, xlsx_file

pytestmark = pytest.mark.usefixtures("site")


def plan_of(folder: Path, *rows: Row) -> Plan:
    """What a list would do."""
    return make_plan(csv_file(folder, *rows), SOURCE)


def imported(folder: Path, *rows: Row) -> None:
    """A list that was brought in and published."""
    assert not apply_file(csv_file(folder, *rows), SOURCE, publish=True).wrong


def said(plan: Plan) -> str:
    """The plan as the command prints it."""
    return "\n".join(lines_of(plan))


def sums(plan: Plan) -> str:
    """Its first line."""
    return said(plan).split("\n")[0]


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    before = Service.objects.count()
    assert (
        sums(plan_of(tmp_path, a_row("1"), a_row("2")))
        == "New: 2. Changed: 0. Unchanged: 0. Gone: 0. Wrong: 0."
    )
    assert Service.objects.count() == before


def test_a_plan_tells_new_changed_unchanged_and_gone_apart(tmp_path: Path) -> None:
    imported(tmp_path, a_row("1"), a_row("2"), a_row("3"))
    plan = plan_of(tmp_path, a_row("1"), a_row("2", summary="Another club."), a_row("4"))
    assert said(plan).split("\n") == [
        "New: 1. Changed: 1. Unchanged: 1. Gone: 1. Wrong: 0.",
        "Row 3, Club 2: changes summary.",
        "Gone from the file: Club 3. It is put on the list for review.",
    ]


def test_a_spreadsheet_plans_the_same(tmp_path: Path) -> None:
    rows = [a_row("1", min_age="5", needs="sleep"), a_row("2", max_age="11")]
    imported(tmp_path, *rows)
    assert (
        sums(make_plan(xlsx_file(tmp_path, *rows), SOURCE))
        == "New: 0. Changed: 0. Unchanged: 2. Gone: 0. Wrong: 0."
    )


def test_lists_of_other_sources_are_not_gone(tmp_path: Path) -> None:
    imported(tmp_path, a_row("1"))
    plan = make_plan(csv_file(tmp_path, a_row("2")), "another")
    assert (plan.new, plan.gone) == (1, [])


def test_the_same_number_in_another_list_is_another_service(tmp_path: Path) -> None:
    imported(tmp_path, a_row("1"))
    assert make_plan(csv_file(tmp_path, a_row("1")), "another").new == 1


def test_wrong_rows_are_all_named_and_nothing_is_said_to_be_gone(tmp_path: Path) -> None:
    imported(tmp_path, a_row("1"))
    plan = plan_of(tmp_path, a_row("2", min_age="99"), a_row("3", min_age="98"))
    assert said(plan).split("\n")[1:] == [
        "Row 2, min_age: “99” is not an age. Use a whole number from 0 to 25; 25 means 25 or over.",
        "Row 3, min_age: “98” is not an age. Use a whole number from 0 to 25; 25 means 25 or over.",
    ]


def test_of_very_many_wrong_cells_the_first_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, *[a_row(str(number), min_age="99") for number in range(250)])
    lines = said(plan).split("\n")
    assert len(lines) == 202
    assert lines[-1] == "... and 50 more."


def test_a_number_that_is_there_twice_is_named(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, a_row("1"), a_row("2"), a_row("1"))
    assert [str(one) for one in plan.wrong] == ["Row 4, ref: “1” is there twice. Give each service its own."]


def test_two_empty_numbers_are_empty_and_not_doubled(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, a_row(""), a_row(""))
    assert [one.what for one in plan.wrong] == ["is empty. Every service needs one."] * 2


@pytest.mark.parametrize("column", ["ref", "name", "provider", "summary"])
def test_a_column_that_is_missing_is_named(tmp_path: Path, column: str) -> None:
    row = a_row()
    del row[column]
    with pytest.raises(FileTrouble, match=f"The file lacks the column {column}."):
        plan_of(tmp_path, row)


def test_a_column_that_is_not_known_is_named_with_the_likely_one(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="The column “sumary” is not known. Do you mean “summary”?"):
        plan_of(tmp_path, a_row(sumary="A club."))


def test_a_column_that_is_like_no_other_gets_the_list_of_all(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="“xyzzy” is not known. Known are: ref, name, provider"):
        plan_of(tmp_path, a_row(xyzzy="1"))


def test_headings_without_services_are_no_list(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="headings and no services"):
        make_plan(file_of(tmp_path, b"ref,name,provider,summary\n"), SOURCE)


def test_semicolons_between_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="“ref;name;provider;summary” is not known"):
        make_plan(file_of(tmp_path, b"ref;name;provider;summary\n1;One;P;S\n"), SOURCE)
