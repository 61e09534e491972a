"""A file that cannot be read says in one sentence why, and what to do."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from local_offer.directory.importing.problems import FileTrouble
from local_offer.directory.importing.reading import read_rows
from tests.directory.importing.sheets import a_row, as_csv, csv_file, file_of, xlsx_file

TEXT = as_csv([a_row(name="Café club")])


def trouble(path: Path) -> str:
    """What is said of a file that cannot be read."""
    with pytest.raises(FileTrouble) as found:
        list(read_rows(path))
    return str(found.value)


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    path = file_of(tmp_path, b"ref,name\n1,One\n\n,\n2,Two\n")
    assert list(read_rows(path)) == [(2, {"ref": "1", "name": "One"}), (5, {"ref": "2", "name": "Two"})]


def test_spaces_round_a_cell_are_not_part_of_it(tmp_path: Path) -> None:
    assert list(read_rows(file_of(tmp_path, b" ref , name\n 1 , One \n"))) == [
        (2, {"ref": "1", "name": "One"})
    ]


def test_a_cell_may_hold_lines_and_commas(tmp_path: Path) -> None:
    rows = list(read_rows(csv_file(tmp_path, a_row(summary='One,\ntwo "three"'))))
    assert rows[0][1]["summary"] == 'One,\ntwo "three"'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_its_mark(tmp_path: Path, encoding: str) -> None:
    rows = list(read_rows(file_of(tmp_path, TEXT.encode(encoding))))
    assert rows[0][1] == a_row(name="Café club")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_says_how_to_save_it(tmp_path: Path, encoding: str) -> None:
    said = trouble(file_of(tmp_path, TEXT.encode(encoding)))
    assert said == "The file is UTF-16. Save it again and choose “CSV UTF-8”."


def test_an_old_windows_encoding_says_where_and_how_to_save_it(tmp_path: Path) -> None:
    said = trouble(file_of(tmp_path, TEXT.encode("cp1252")))
    assert said.startswith("In or after row 1 there are letters that are not UTF-8.")
    assert "choose “CSV UTF-8”" in said


@pytest.mark.parametrize("content", [b"", b"\n", b",,\n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_that_it_is(tmp_path: Path, content: bytes) -> None:
    assert trouble(file_of(tmp_path, content)).startswith("The file is empty")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    assert trouble(tmp_path / "nowhere.csv") == f"There is no file {tmp_path / 'nowhere.csv'}."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert trouble(tmp_path).startswith("There is no file")


def test_another_kind_of_file_says_what_to_save_it_as(tmp_path: Path) -> None:
    assert "neither .csv nor .xlsx" in trouble(file_of(tmp_path, b"x", "list.ods"))


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 200_000_000)
    assert trouble(path).startswith("The file is 200 MB; the most is 100 MB. Split it into several lists")


def test_a_column_that_is_there_twice_is_named(tmp_path: Path) -> None:
    assert (
        trouble(file_of(tmp_path, b"ref,name,ref\n1,One,2\n"))
        == "The column ref is there twice. Take one out."
    )


@pytest.mark.parametrize(("line", "cells"), [("1", 1), ("1,One,more", 3)])
def test_a_row_that_is_cut_or_too_long_is_named(tmp_path: Path, line: str, cells: int) -> None:
    said = trouble(file_of(tmp_path, f"ref,name\n2,Two\n{line}\n".encode()))
    assert said.startswith(f"Row 3 has {cells} cells and the headings are 2.")


def test_empty_cells_behind_the_last_column_do_no_harm(tmp_path: Path) -> None:
    assert len(list(read_rows(file_of(tmp_path, b"ref,name,,\n1,One,,\n2,Two,,,\n")))) == 2


def test_a_cell_below_no_heading_is_not_lost_in_silence(tmp_path: Path) -> None:
    said = trouble(file_of(tmp_path, b"ref,,name\n1,lost,One\n"))
    assert said == "Row 2 has a cell below an empty heading. Name the column, or take it out."


def test_a_quotation_mark_that_is_not_closed_says_where_to_look(tmp_path: Path) -> None:
    said = trouble(file_of(tmp_path, b'ref,name\n1,"One\n2,Two\n'))
    assert said.startswith("Row 2 cannot be read as CSV")
    assert "a quotation mark that is not closed" in said


def test_one_endless_cell_is_refused(tmp_path: Path) -> None:
    said = trouble(file_of(tmp_path, b'ref,name\n1,"' + b"a" * 1_100_000 + b'"\n'))
    assert said.startswith("Row 2 cannot be read as CSV")


def test_a_spreadsheet_says_the_same_as_the_list(tmp_path: Path) -> None:
    rows = [
        a_row(min_age="5", cost="free", languages=""),
        a_row("2", min_age="", cost="", languages="Polish"),
    ]
    assert list(read_rows(xlsx_file(tmp_path, *rows))) == list(read_rows(csv_file(tmp_path, *rows)))


@pytest.mark.parametrize("content", [b"ref,name\n1,One\n", b"", b"PK\x03\x04rubbish"])
def test_a_text_file_called_xlsx_is_no_spreadsheet(tmp_path: Path, content: bytes) -> None:
    said = trouble(file_of(tmp_path, content, "list.xlsx"))
    assert said == "list.xlsx is not a spreadsheet, whatever its name says."


def test_a_zip_file_that_is_no_spreadsheet_says_so(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("letter.txt", "Dear editors")
    assert "cannot be opened as a spreadsheet" in trouble(file_of(tmp_path, content.getvalue(), "list.xlsx"))


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as sheet,
    ):
        for _ in range(310):
            sheet.write(bytes(1_000_000))
    assert path.stat().st_size < 3_000_000
    assert trouble(path) == "list.xlsx unpacks to 310 MB, more than a list of services can be. It is refused."


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_broken_spreadsheet_says_what_to_do(tmp_path: Path, cut: float) -> None:
    whole = xlsx_file(tmp_path, *[a_row(str(number)) for number in range(50)]).read_bytes()
    at = int(len(whole) * cut)
    said = trouble(file_of(tmp_path, whole[:at], "list.xlsx"))
    assert "spreadsheet" in said


def test_a_spreadsheet_broken_inside_says_what_to_do(tmp_path: Path) -> None:
    whole = xlsx_file(tmp_path, a_row())
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, content[: len(content) // 2] if "sheet1" in part else content)
    assert "cannot be opened as a spreadsheet" in trouble(broken)


def test_a_packed_list_called_csv_is_not_read_as_text(tmp_path: Path) -> None:
    assert trouble(file_of(tmp_path, gzip.compress(TEXT.encode())))
