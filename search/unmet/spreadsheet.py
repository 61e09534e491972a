"""The report as a file for a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from search.unmet.report import ReportRow

COLUMNS = (
    "Topic",
    "Age",
    "Area",
    "Searches that found nothing",
    "Searches that found 1 to 3",
    "Services there now",
)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(rows: Iterable[ReportRow]) -> str:
    """Begins with a mark by which spreadsheets see that it is UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows:
        services = "" if row.services is None else row.services
        writer.writerow([*map(as_text, (row.topic, row.ages, row.area)), row.none, row.few, services])
    return "\ufeff" + file.getvalue()


def as_text(cell: str) -> str:
    """A cell that a spreadsheet shows and never works out: names of topics are typed by people.

    >>> as_text("Sleep"), as_text("=1+1"), as_text(" @SUM(1)")
    ('Sleep', "'=1+1", "' @SUM(1)")
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(_STARTS_A_FORMULA) else cell
