"""Lists of services as editors bring them: small files, one wrong thing at a time."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from openpyxl import Workbook

Row = dict[str, str]
SOURCE = "larkfield"


def a_row(ref: str = "1", **cells: str) -> Row:
    """The least that a service needs, and what a test adds."""
    return {
        "ref": ref,
        "name": f"Club {ref}",
        "provider": "Larkfield Families",
        "summary": "A club.",
        **cells,
    }


def as_csv(rows: Sequence[Row]) -> str:
    """The text of a .csv file."""
    out = StringIO()
    writer = csv.DictWriter(out, fieldnames=_columns(rows), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def csv_file(folder: Path, *rows: Row) -> Path:
    """A list as a .csv file."""
    return file_of(folder, as_csv(rows).encode())


def file_of(folder: Path, content: bytes, name: str = "list.csv") -> Path:
    """A file of just these bytes."""
    path = folder / name
    path.write_bytes(content)
    return path


def xlsx_file(folder: Path, *rows: Row) -> Path:
    """The same list as a spreadsheet, with numbers as numbers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(_columns(rows))
    for row in rows:
        cells = [row.get(column, "") for column in _columns(rows)]
        sheet.append([int(cell) if cell.isdecimal() else cell or None for cell in cells])
    path = folder / "list.xlsx"
    book.save(path)
    return path


def _columns(rows: Sequence[Row]) -> list[str]:
    """Every column that any row has, in the order in which they come."""
    return list(dict.fromkeys(column for row in rows for column in row))
