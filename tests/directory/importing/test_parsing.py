"""A wrong cell is named with its row, its column and what to do; what is right is read as it is meant."""

from typing import Any

import pytest

from local_offer.directory.importing.parsing import COLUMNS, KnownWords, parse_row
from tests.directory.importing.sheets import a_row

WORDS = KnownWords(frozenset({"sleep", "anxiety"}), frozenset({"club"}), frozenset({"county", "dspl-1"}))


def wrong(**cells: str) -> list[str]:
    """What is said of a row that is right but for these cells."""
    return [str(problem) for problem in parse_row(7, a_row(**cells), WORDS).problems]


def read(column: str, cell: str) -> Any:
    """The value of one cell."""
    parsed = parse_row(7, a_row(**{column: cell}), WORDS)
    assert parsed.problems == []
    return parsed.values[column]


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("min_age", "5", 5),
        ("min_age", "5.0", 5),
        ("max_age", "25", 25),
        ("min_age", "", None),
        ("diagnosis", "suspected_ok", "suspected_ok"),
        ("diagnosis", "", "unknown"),
        ("cost", "", "unknown"),
        ("status", "", "unknown"),
        ("provider_kind", "", ""),
        ("confidence", "A", "A"),
        ("audience", "children; parents", ["parents", "children"]),
        ("referral", "gp;parent;gp", ["parent", "gp"]),
        ("delivery", "", []),
        ("needs", "sleep; anxiety; sleep", ["anxiety", "sleep"]),
        ("coverage", "dspl-1", ["dspl-1"]),
        ("source_seen", "2025-06", "2025-06"),
        ("source_seen", "2025", "2025"),
        ("email", "night@larkfield.example", "night@larkfield.example"),
        ("phone", "+44 1438 000000", "+44 1438 000000"),
        ("website", "https://larkfield.example/a?b=c", "https://larkfield.example/a?b=c"),
        ("venues", "Hall | Hitchin | sg51aa", [["Hall", "Hitchin", "SG5 1AA"]]),
        ("venues", "Hall | Hitchin |; Barn | | AL10", [["Barn", "", "AL10"], ["Hall", "Hitchin", ""]]),
        ("description", "- one\n- two", "- one\n- two"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(column: str, cell: str, value: Any) -> None:
    assert read(column, cell) == value


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        (
            "needs",
            "sleeep",
            "“sleeep” is not in the list of needs. Choose one that is, or add it to the list first.",
        ),
        ("kinds", "clubs", "“clubs” is not in the list of kinds."),
        ("coverage", "dspl-12", "“dspl-12” is not in the list of areas."),
        ("min_age", "26", "“26” is not an age. Use a whole number from 0 to 25; 25 means 25 or over."),
        ("min_age", "-1", "“-1” is not an age."),
        ("max_age", "five", "“five” is not an age."),
        ("max_age", "5.5", "“5.5” is not an age."),
        ("max_age", "²", "“²” is not an age."),
        (
            "diagnosis",
            "no",
            "“no” is not known. Use one of: not_needed, suspected_ok, on_pathway, needed, unknown.",
        ),
        ("audience", "dads", "“dads” is not known. Use some of: parents,"),
        ("cost", "£5", "“£5” is not known. Use one of: free, low,"),
        ("venues", "Hall, Hitchin", "“Hall, Hitchin” must be: name | address | postcode, with two bars."),
        ("venues", "| Hitchin | SG5", "must be: name | address | postcode"),
        ("venues", "Hall | Hitchin | NOPE", "“NOPE” is not a postcode. Mend it, or leave it empty."),
        ("email", "night at larkfield", "“night at larkfield” is not an e-mail address."),
        ("website", "www.larkfield.example", "is not a whole web address. Begin it with https://"),
        ("website", "javascript:alert(1)", "is not a whole web address."),
        ("source_url", "ftp://larkfield.example/", "is not a whole web address."),
        ("source_seen", "June 2025", "“June 2025” must be a year, or a year and month: 2025 or 2025-06."),
        ("source_seen", "2025-13", "must be a year, or a year and month"),
        ("summary", "a" * 301, "is too long: at most 300 letters."),
        ("description", "a" * 20_001, "is too long: at most 20000 letters."),
        ("phone", "0" * 41, "is too long: at most 40 letters."),
        ("name", "=1+1", "holds a formula. Copy the column and paste its values."),
        ("description", "@SUM(A1)", "holds a formula."),
        ("cost_note", "#REF!", "holds a formula."),
        ("name", "Sleep\x00club", "holds a letter that no page can show. Type it again."),
        ("website", "https://larkfield.example/\x00", "holds a letter that no page can show."),
        ("description", "bell\x07", "holds a letter that no page can show."),
    ],
)
def test_a_wrong_cell_says_where_it_is_and_what_to_do(column: str, cell: str, says: str) -> None:
    (said,) = wrong(**{column: cell})
    assert said.startswith(f"Row 7, {column}: ")
    assert says in said


@pytest.mark.parametrize("column", ["ref", "name", "provider", "summary"])
def test_what_every_service_needs_must_be_there(column: str) -> None:
    assert wrong(**{column: ""}) == [f"Row 7, {column}: is empty. Every service needs one."]


def test_ages_the_wrong_way_round_are_named() -> None:
    assert wrong(min_age="12", max_age="7") == ["Row 7, max_age: 7 is below min_age 12. Swap them."]


def test_everything_that_is_wrong_in_a_row_is_said_at_once() -> None:
    assert len(wrong(name="", min_age="99", needs="sleeep")) == 3


def test_a_long_wrong_cell_is_said_in_short() -> None:
    assert len(wrong(needs="x" * 5000)[0]) < 200


def test_every_column_is_read() -> None:
    parsed = parse_row(2, dict.fromkeys(COLUMNS, ""), WORDS)
    assert {problem.column for problem in parsed.problems} == {"ref", "name", "provider", "summary"}
