"""Rows out of a .csv or .xlsx file, one at a time: a big file needs little more memory than a small one."""

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook

from local_offer.directory.importing.problems import FileTrouble

Row = tuple[int, dict[str, str]]
MEGABYTE = 1_000_000
LARGEST_FILE = 100 * MEGABYTE
LARGEST_UNPACKED = 300 * MEGABYTE
LONGEST_CELL = 20_000
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
csv.field_size_limit(MEGABYTE)


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file with their numbers; FileTrouble when it cannot be read."""
    if not path.is_file():
        raise FileTrouble(f"There is no file {path}.")
    if path.stat().st_size > LARGEST_FILE:
        size, most = path.stat().st_size // MEGABYTE, LARGEST_FILE // MEGABYTE
        raise FileTrouble(
            f"The file is {size} MB; the most is {most} MB. Split it into several lists, each with a --source of"
            " its own."
        )
    try:
        match path.suffix.lower():
            case ".csv":
                yield from _with_headings(_csv_rows(path))
            case ".xlsx":
                yield from _with_headings(_xlsx_rows(path))
            case _:
                raise FileTrouble(f"{path.name} is neither .csv nor .xlsx. Save it as one of these.")
    except OSError as error:
        raise FileTrouble(f"{path.name} cannot be read: {error.strerror or error}.") from None


def _with_headings(lines: Iterator[list[str]]) -> Iterator[Row]:
    """Each line as a dictionary by its headings; empty lines are passed over."""
    headings = [heading.strip() for heading in next(lines, [])]
    if not any(headings):
        raise FileTrouble("The file is empty: its first row must hold the names of the columns.")
    if twice := {heading for heading in headings if heading and headings.count(heading) > 1}:
        raise FileTrouble(f"The column {', '.join(sorted(twice))} is there twice. Take one out.")
    width = len(headings)
    for number, line in enumerate(lines, start=2):
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        if len(cells) < width or any(cells[width:]):
            raise FileTrouble(
                f"Row {number} has {len(cells)} cells and the headings are {width}. Look for a comma or a line break"
                " that is not inside quotation marks."
            )
        if any(cell for heading, cell in zip(headings, cells, strict=False) if not heading):
            raise FileTrouble(
                f"Row {number} has a cell below an empty heading. Name the column, or take it out."
            )
        yield number, {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading}


def _csv_rows(path: Path) -> Iterator[list[str]]:
    with path.open("rb") as raw:
        start = raw.read(4)
    if start.startswith(UTF_16) or b"\x00" in start:
        raise FileTrouble("The file is UTF-16. Save it again and choose “CSV UTF-8”.")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines, number = csv.reader(file, strict=True), 1
        try:
            for line in lines:
                yield line
                number += 1
        except UnicodeDecodeError:
            raise FileTrouble(
                f"In or after row {number} there are letters that are not UTF-8. Save the file again and choose"
                " “CSV UTF-8”."
            ) from None
        except csv.Error as error:
            raise FileTrouble(
                f"Row {number} cannot be read as CSV ({error}). Look for a quotation mark that is not closed."
            ) from None


def _xlsx_rows(path: Path) -> Iterator[list[str]]:
    """The first sheet; every row is as wide as the first, for a spreadsheet leaves out empty cells at the end."""
    _refuse_zip_bombs(path)
    try:
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
        width = 0
        for line in book.worksheets[0].iter_rows(values_only=True):
            cells = ["" if cell is None else str(cell) for cell in line]
            width = width or len(cells)
            yield cells + [""] * (width - len(cells))
        book.close()
    except Exception as error:
        raise FileTrouble(
            f"{path.name} cannot be opened as a spreadsheet ({error}). Open it and save it again."
        ) from None


def _refuse_zip_bombs(path: Path) -> None:
    """A spreadsheet is a zip file: one that unpacks to more than a spreadsheet can be is refused unopened."""
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile:
        raise FileTrouble(f"{path.name} is not a spreadsheet, whatever its name says.") from None
    if unpacked > LARGEST_UNPACKED:
        raise FileTrouble(
            f"{path.name} unpacks to {unpacked // MEGABYTE} MB, more than a list of services can be. It is refused."
        )
