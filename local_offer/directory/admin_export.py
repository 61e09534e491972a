"""The list of services as a spreadsheet that runs nothing: what somebody typed stays words when it is opened."""

from typing import Any

# A spreadsheet takes a cell that begins so for a formula.
RUNS = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: Any) -> Any:
    """Words that a spreadsheet would run get an apostrophe before them, which it does not show.

    >>> harmless("=HYPERLINK(1)"), harmless("Sleep club"), harmless(None)
    ("'=HYPERLINK(1)", 'Sleep club', None)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(RUNS) else value


class SafeExport:
    """Put before a listing view. Its .xlsx keeps words as words already; its .csv would not."""

    FORMAT_CSV: str

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """A cell as it is written."""
        cell = super().preprocess_field_value(field, value, export_format)  # type: ignore[misc]
        return harmless(cell) if export_format == self.FORMAT_CSV else cell
