"""Words, from the files of a new site: how families say things, and what people who help them mean."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Rows = Sequence[Mapping[str, Any]]


def concept_rows(folder: Path) -> Rows:
    """Things asked for by name, and the services that answer them."""
    return [dict(row) for row in _lines(folder / "concepts.csv")]


def phrase_rows(folder: Path) -> Rows:
    """What families say; a group of the file that holds both kinds of phrase is two rows."""
    return [
        {
            "number": f"{row['ref']}-{row['direction']}",
            "targets": row["need_slug_or_concept"],
            "phrases": row["phrases"],
            "direction": row["direction"],
            "note": row["note"],
        }
        for row in _lines(folder / "phrases.csv")
    ]


def everyday_rows(folder: Path) -> Rows:
    """Sentences as families write them; one that is there twice counts once."""
    by_text = {row["text"]: dict(row) for row in reversed(_lines(folder / "everyday.csv"))}
    return list(reversed(by_text.values()))


def related_rows(folder: Path) -> Rows:
    """Needs that lead to one another."""
    return [
        {
            "pair": f"{row['need']}>{row['related']}",
            "need": row["need"],
            "related": row["related"],
            "weight": float(row["weight"]),
            "why": row["why"],
        }
        for row in _lines(folder / "related_needs.csv")
    ]


def glossary_rows(folder: Path) -> Rows:
    """What the words mean that people use who work with children."""
    return [dict(row) for row in _lines(folder / "glossary.csv")]


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
