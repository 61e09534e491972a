"""Whatever is in a file, the answer is a plan or one sentence."""

import csv
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from local_offer.directory.importing.applying import lines_of, make_plan
from local_offer.directory.importing.parsing import COLUMNS
from local_offer.directory.importing.problems import FileTrouble
from tests.directory.importing.sheets import SOURCE, a_row, as_csv, file_of

pytestmark = pytest.mark.usefixtures("site")
ANY = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def answered(path: Path) -> None:
    """A plan that can be said in words, or one sentence; anything else is raised and fails the test."""
    with suppress(FileTrouble):
        list(lines_of(make_plan(path, SOURCE)))


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b'"')
@example(b"\x00")
@example(b"ref,name,provider,summary\n\xff,1,2,3\n")
@ANY
def test_any_bytes_called_csv(tmp_path: Path, content: bytes) -> None:
    answered(file_of(tmp_path, content))


@given(st.binary(max_size=400))
@example(b"PK\x05\x06" + bytes(18))
@ANY
def test_any_bytes_called_xlsx(tmp_path: Path, content: bytes) -> None:
    answered(file_of(tmp_path, content, "list.xlsx"))


@given(st.lists(st.lists(st.text(max_size=30), max_size=len(COLUMNS)), max_size=4))
@ANY
def test_any_text_below_the_right_headings(tmp_path: Path, rows: list[list[str]]) -> None:
    out = StringIO()
    csv.writer(out).writerows([list(COLUMNS), *[[*row, *[""] * (len(COLUMNS) - len(row))] for row in rows]])
    answered(file_of(tmp_path, out.getvalue().encode("utf-8", "surrogatepass")))


@given(st.sampled_from(sorted(COLUMNS)), st.text(max_size=60))
@example("min_age", "²")
@example("min_age", "1" * 60)
@example("venues", "|||")
@example("website", "https://[")
@ANY
def test_any_text_in_any_one_cell(tmp_path: Path, column: str, cell: str) -> None:
    answered(file_of(tmp_path, as_csv([a_row(**{column: cell})]).encode("utf-8", "surrogatepass")))
