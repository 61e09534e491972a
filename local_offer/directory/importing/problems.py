"""What can be wrong with a file, each said once, with where it is and what to do."""

from dataclasses import dataclass


class FileTrouble(Exception):
    """The file as a whole cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Problem:
    """One wrong cell. `row` counts as a spreadsheet does: the headings are row 1."""

    row: int
    column: str
    what: str

    def __str__(self) -> str:
        return f"Row {self.row}, {self.column}: {self.what}"
