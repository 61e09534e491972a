"""The vocabulary and gazetteer of the starting tables, as a fresh site has them."""

import csv
from functools import cache
from pathlib import Path

from local_offer.places.draw_up import draw_up
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.tables import (
    area_rows,
    beyond_rows,
    neighbour_rows,
    outcode_rows,
    place_name_rows,
    sector_rows,
)
from search.understanding.rows import (
    ConceptRow,
    EverydayRow,
    KindRow,
    NeedRow,
    PhraseRow,
    Rows,
    ServiceNameRow,
    SpellingRow,
    UrgentRow,
)
from search.understanding.vocabulary import Vocabulary, vocabulary_of
from search.understanding.words import read_words

STARTING_DATA = Path(__file__).resolve().parents[3] / "local_offer" / "starting_data"
HERE = Path(__file__).resolve().parent


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def starting_gazetteer() -> Gazetteer:
    return draw_up(
        area_rows(), place_name_rows(), outcode_rows(), sector_rows(), neighbour_rows(), beyond=beyond_rows()
    )


@cache
def starting_rows() -> Rows:
    read = {name: table(STARTING_DATA / f"{name}.csv") for name in _TABLES}
    return Rows(
        needs=tuple(
            NeedRow(r["slug"], r["label"], r["parent_slug"], r["description"]) for r in read["needs"]
        ),
        phrases=tuple(
            PhraseRow(several(r["need_slug_or_concept"]), several(r["phrases"]), r["direction"] == "two_way")
            for r in read["phrases"]
        ),
        concepts=tuple(
            ConceptRow(r["slug"], r["label"], several(r["service_refs"])) for r in read["concepts"]
        ),
        kinds=tuple(KindRow(r["slug"], r["label"]) for r in read["kinds"]),
        everyday=tuple(
            EverydayRow(tuple(need for need in several(r["needs"]) if need != "none"), r["text"])
            for r in read["everyday"]
        ),
        urgent=tuple(UrgentRow(r["words"], r["urgent"] == "yes") for r in read["urgent"]),
        spellings=tuple(SpellingRow(r["typed"], r["meant"]) for r in read["spellings"]),
        names=tuple(ServiceNameRow(r["ref"], r["name"], r["provider"]) for r in read["services"]),
    )


@cache
def index_words() -> frozenset[str]:
    texts = (
        " ".join((r["name"], r["summary"], r["description"])) for r in table(STARTING_DATA / "services.csv")
    )
    return frozenset(word.form for text in texts for word in read_words(text).words)


@cache
def starting_vocabulary() -> Vocabulary:
    return vocabulary_of(starting_rows(), starting_gazetteer(), index_words())


_TABLES = ("needs", "phrases", "concepts", "kinds", "everyday", "urgent", "spellings", "services")
