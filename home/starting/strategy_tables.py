"""What the county's strategy has published, from the files of a new site: figures, and ways in to its outcomes."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Rows = Sequence[Mapping[str, Any]]


def series_rows(folder: Path) -> Rows:
    """Groups of figures that are compared with each other, in the order of the file."""
    return [{**row, "order": number} for number, row in enumerate(_lines(folder / "figure_series.csv"))]


def figure_rows(folder: Path) -> Rows:
    """The figures themselves, in the order of the file."""
    return [
        {**row, "value": float(row["value"]), "sort_order": number}
        for number, row in enumerate(_lines(folder / "figures.csv"))
    ]


def way_in_rows(folder: Path) -> Rows:
    """Needs that lead towards an outcome."""
    return [
        {"pair": f"{row['outcome']}>{row['need']}", **row} for row in _lines(folder / "outcome_needs.csv")
    ]


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
