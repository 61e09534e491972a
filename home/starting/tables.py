"""The small tables of a new site, each described in a few words, and the rows that their files hold.

A row's keys are fields of the model; a column that names rows of another table holds the keys of those rows.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import Model

from home.starting.strategy_tables import figure_rows, series_rows, way_in_rows
from home.starting.word_tables import concept_rows, everyday_rows, glossary_rows, phrase_rows, related_rows
from local_offer.directory.models import Helpline
from local_offer.hub.models import Figure, FigureSeries, GlossaryTerm, OutcomeNeed
from local_offer.places import tables as place_tables
from local_offer.places.models import Area, Neighbour, Outcode, PlaceName, Sector
from local_offer.taxonomy.models import (
    Concept,
    EverydaySentence,
    Need,
    Outcome,
    Phrase,
    RelatedNeed,
    ServiceKind,
)

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Table:
    """One table. `one` and `many` say for a column that names other rows by which field it names them.

    `quick` tables are written all at once, without telling the search and the admin's lists of each row:
    right for those that neither of them holds.
    """

    label: str
    file: str
    model: type[Model]
    key: str
    rows: Callable[[Path], Rows]
    one: Mapping[str, str] = field(default_factory=dict)
    many: Mapping[str, str] = field(default_factory=dict)
    quick: bool = False

    @property
    def memory(self) -> str:
        """The name under which its rows are remembered."""
        return f"table:{self.model._meta.model_name}"


def need_rows(folder: Path) -> Rows:
    """Whole topics and the needs inside them, in the order of the file."""
    return [
        {
            "slug": row["slug"],
            "label": row["label"],
            "description": row["description"],
            "order": number,
            "parent": row["parent_slug"] or None,
            "broad_area": row["broad_area"],
        }
        for number, row in enumerate(_lines(folder / "needs.csv"))
    ]


def kind_rows(folder: Path) -> Rows:
    """Kinds of service, in the order of the file."""
    return _terms(folder / "kinds.csv")


def outcome_rows(folder: Path) -> Rows:
    """The strategy's outcomes, in the order of the file."""
    return _terms(folder / "outcomes.csv")


def helpline_rows(folder: Path) -> Rows:
    """National helplines, those for danger first as the file has them."""
    return [
        {
            "name": row["name"],
            "topic": row["topic"],
            "needs": sorted(slug.strip() for slug in row["needs"].split(";") if slug.strip()),
            "phone": row["phone"],
            "text_number": row["text"],
            "website": row["website"],
            "urgent": row["urgent"] == "yes",
            "note": row["note"],
            "confidence": row["confidence"],
            "source_url": row["source_url"],
            "order": number,
        }
        for number, row in enumerate(_lines(folder / "helplines.csv"))
    ]


def _terms(path: Path) -> Rows:
    rows = enumerate(_lines(path))
    return [
        {**{name: row[name] for name in ("slug", "label", "description")}, "order": number}
        for number, row in rows
    ]


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# In this order, since later ones name rows of earlier ones.
TABLES = (
    Table("Needs", "needs.csv", Need, "slug", need_rows, one={"parent": "slug"}),
    Table("Kinds of service", "kinds.csv", ServiceKind, "slug", kind_rows),
    Table("Outcomes", "outcomes.csv", Outcome, "slug", outcome_rows),
    Table("Helplines", "helplines.csv", Helpline, "name", helpline_rows, many={"needs": "slug"}),
    Table("Areas", "areas.csv", Area, "code", place_tables.area_rows),
    Table("Place names", "places.csv", PlaceName, "name", place_tables.place_name_rows, quick=True),
    Table("Postcode districts", "outcodes.csv", Outcode, "outcode", place_tables.outcode_rows, quick=True),
    Table("Postcode sectors", "sectors.csv", Sector, "sector", place_tables.sector_rows, quick=True),
    Table("Councils around", "neighbours.csv", Neighbour, "district_code", place_tables.neighbour_rows),
    Table("Concepts", "concepts.csv", Concept, "slug", concept_rows, quick=True),
    Table("Phrases", "phrases.csv", Phrase, "number", phrase_rows, quick=True),
    Table(
        "Needs that lead to others",
        "related_needs.csv",
        RelatedNeed,
        "pair",
        related_rows,
        one={"need": "slug", "related": "slug"},
    ),
    Table("Everyday sentences", "everyday.csv", EverydaySentence, "text", everyday_rows, quick=True),
    Table("Words explained", "glossary.csv", GlossaryTerm, "term", glossary_rows, quick=True),
    Table("Groups of figures", "figure_series.csv", FigureSeries, "slug", series_rows),
    Table("Figures", "figures.csv", Figure, "code", figure_rows, one={"series": "slug"}),
    Table(
        "Ways in to outcomes",
        "outcome_needs.csv",
        OutcomeNeed,
        "pair",
        way_in_rows,
        one={"outcome": "slug", "need": "slug"},
    ),
)
