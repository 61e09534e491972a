"""Rows out of a .csv or .xlsx file, one at a time, so that a big file needs no more memory than a small one."""

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
csv.field_size_limit(MEGABYTE)


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file with their numbers; FileTrouble when it cannot be read."""
    if not path.is_file():
        raise FileTrouble(f"There is no file {path}.")
    if path.stat().st_size > LARGEST_FILE:
        size = path.stat().st_size // MEGABYTE
        raise FileTrouble(
            f"The file is {size} MB; the most is {LARGEST_FILE // MEGABYTE} MB. Split it into several files."
        )
    readers = {".csv": _csv_rows, ".xlsx": _xlsx_rows}
    if path.suffix.lower() not in readers:
        raise FileTrouble(f"{path.name} is neither .csv nor .xlsx. Save it as one of these.")
    yield from _with_headings(readers[path.suffix.lower()](path))


def _with_headings(lines: Iterator[list[str]]) -> Iterator[Row]:
    """Each line as a dictionary by its headings; empty lines are passed over."""
    headings = [heading.strip() for heading in next(lines, [])]
    if not any(headings):
        raise FileTrouble("The file is empty: its first row must hold the names of the columns.")
    if twice := {heading for heading in headings if heading and headings.count(heading) > 1}:
        raise FileTrouble(f"The column {', '.join(sorted(twice))} is there twice. Take one out.")
    for number, line in enumerate(lines, start=2):
        if any(cell.strip() for cell in line):
            padded = [*line, *[""] * (len(headings) - len(line))]
            yield (
                number,
                {heading: cell.strip() for heading, cell in zip(headings, padded, strict=False) if heading},
            )


def _csv_rows(path: Path) -> Iterator[list[str]]:
    with path.open("rb") as raw:
        if raw.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            raise FileTrouble("The file is UTF-16. Save it again and choose “CSV UTF-8”.")
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, line in enumerate(csv.reader(file, strict=True), start=1):
                yield line
    except UnicodeDecodeError:
        raise FileTrouble(
            f"Near row {number + 1} there are letters that are not UTF-8. Save the file again and choose “CSV UTF-8”."
        ) from None
    except csv.Error as error:
        raise FileTrouble(
            f"Row {number + 1} cannot be read as CSV ({error}). Look for a quotation mark that is not closed."
        ) from None


def _xlsx_rows(path: Path) -> Iterator[list[str]]:
    _refuse_zip_bombs(path)
    try:
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except Exception as error:
        raise FileTrouble(
            f"{path.name} cannot be opened as a spreadsheet ({error}). Open it and save it again."
        ) from None
    try:
        for line in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell) for cell in line]
    finally:
        book.close()


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
