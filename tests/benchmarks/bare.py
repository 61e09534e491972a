"""The bare query: words from tantivy, the same filters and the same facets over the same columns, and nothing else.

No weights, no coverage, no reasons, no cards: what any search over this index must do at the least.
"""

import json
from dataclasses import dataclass

import numpy as np
import tantivy
from numpy.typing import NDArray

from search.engines.embedded.columns import Columns, Rows
from search.engines.embedded.schema import COLUMN
from search.facets import FACETS
from search.query import FILTERS, ServiceQuery
from search.text import terms_of

# Filters and facets whose choices lie together in one list.
OWN_LIST = {"need": "needs", "kind": "kind", "outcome": "outcome"}


@dataclass(frozen=True)
class Bare:
    """What came back: twenty documents, how many there are, and the counts of every choice."""

    documents: list[dict[str, object]]
    total: int
    counts: dict[tuple[str, str], int]


def bare_query(columns: Columns, words: tuple[str, ...], query: ServiceQuery) -> Bare:
    """One question by hand."""
    wanted = terms_of(words)
    rows, scores = matching(columns, wanted)
    filters = {name: choice(columns, name, query.chosen(name)) for name in FILTERS if query.chosen(name)}
    rest = columns.is_service & of_ages(columns, query)
    if wanted:
        found = np.zeros(len(columns), dtype=bool)
        found[rows] = True
        rest &= found
    every = rest.copy()
    for one in filters.values():
        every &= one
    total = int(np.count_nonzero(every))
    best = (rows[every[rows]] if wanted else np.flatnonzero(every))[: query.per_page]
    counts = {}
    for spec in FACETS:
        others = rest.copy()
        for name, one in filters.items():
            if name != spec.field:
                others &= one
        for value, _ in spec.labels(columns.labels):
            counts[spec.field, value] = int(np.count_nonzero(others & choice(columns, spec.field, (value,))))
    shown = [
        json.loads(columns.searcher.doc(columns.addresses[int(row)]).get_first("shown") or "{}")
        for row in best
    ]
    return Bare(shown, total, counts)


def matching(columns: Columns, wanted: list[str]) -> tuple[NDArray[np.int64], list[float]]:
    """The rows that hold any of the words, best first, with their scores."""
    if not wanted:
        return np.zeros(0, dtype=np.int64), []
    parts = [
        (tantivy.Occur.Should, tantivy.Query.term_query(columns.schema, "text", one, "freq"))
        for one in wanted
    ]
    hits = columns.searcher.search(tantivy.Query.boolean_query(parts), limit=len(columns), count=False).hits
    keys = columns.searcher.fast_field_values("key", [address for _, address in hits]) if hits else []
    return columns.rows_of(np.array(keys, dtype=np.int64)), [score for score, _ in hits]


def choice(columns: Columns, name: str, values: tuple[str, ...]) -> Rows:
    """The rows that have any of these choices."""
    if name == "need":
        return columns.has_any("needs", values) | columns.has_any("wide", values)
    if name in OWN_LIST:
        return columns.has_any(OWN_LIST[name], values)
    return columns.has_any("options", [f"{name}:{value}" for value in values])


def of_ages(columns: Columns, query: ServiceQuery) -> Rows:
    """The rows for any of the ages."""
    if not query.ages:
        return np.ones(len(columns), dtype=bool)
    wanted = sum({1 << year for low, high in query.ages for year in range(low, min(high, 25) + 1)})
    fits: Rows = (columns.table[COLUMN["ages"]] & wanted) != 0
    return fits
