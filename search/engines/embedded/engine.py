"""Answers questions from the embedded index: words from tantivy, everything else from the columns, in one pass."""

from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from search.cards import hit_from, page_hit_from
from search.engines.embedded.columns import Columns, Numbers, Rows
from search.engines.embedded.pages import best_pages
from search.engines.embedded.schema import COLUMN
from search.engines.embedded.scoring import Parts, best_match
from search.engines.embedded.storage import Reader
from search.facets import FACETS, Labels, make_facet, option
from search.indexed import SOMEONE_TO_ASK, asks_for_team
from search.query import FILTERS, NEAREST, ServiceQuery
from search.ranking import WEIGHTS, Weights
from search.results import Facet, SearchResults
from search.serving import Served, served
from search.text import terms_of


@dataclass(frozen=True)
class Found:
    """The rows that answer a question, before one page of them is shown."""

    rows: Rows
    served: Served
    parts: Parts
    filters: dict[str, Rows]
    rest: Rows


class EmbeddedEngine:
    """Needs no server. Many threads and processes may read at once."""

    def __init__(self, reader: Reader, weights: Weights = WEIGHTS) -> None:
        self.reader = reader
        self.weights = weights

    def search(self, query: ServiceQuery) -> SearchResults:
        """The services and pages that fit, best or nearest first; beyond the last page, the last page."""
        columns = self.reader.columns()
        found = find(columns, query)
        score = best_match(columns, query, found.parts, self.weights)
        order = _ordered(columns, query, found, score)
        page = min(query.page, max(1, -(-len(order) // query.per_page)))
        start = (page - 1) * query.per_page
        hits = tuple(
            hit_from(
                columns.shown(int(row)),
                query,
                float(found.served.miles[row]),
                float(score[row]),
                columns.towns,
            )
            for row in order[start : start + query.per_page]
        )
        pages = tuple(
            page_hit_from(columns.shown(int(row))) for row in best_pages(columns, query, found.parts.text)
        )
        return SearchResults(hits, len(order), pages, facets(columns, query, found), page, query.per_page)


def find(columns: Columns, query: ServiceQuery) -> Found:
    """Which rows answer the question, and which would with each filter left out."""
    text, all_words = _text(columns, query)
    near = served(columns, query.place, query.within)
    named = _named(columns, query)
    about = _about(columns, query, text, named)
    filters = {name: _filter(columns, name, query.chosen(name)) for name in FILTERS if query.chosen(name)}
    if asks_for_team(query):
        about = about | (near.local & columns.has_any("options", [SOMEONE_TO_ASK]))
    rest = columns.is_service & near.rows & about
    if query.ages:
        rest = rest & columns.is_for(query.ages)
    rows = reduce(np.logical_and, filters.values(), rest)
    return Found(rows, near, Parts(text, all_words, near, named), filters, rest)


def _text(columns: Columns, query: ServiceQuery) -> tuple[Numbers, Rows]:
    """(the words' scores, any of the words is enough; the rows that hold every word, where there are several)."""
    wanted = terms_of(query.assumed.words)
    found, held = np.zeros(len(columns)), np.zeros(len(columns), dtype=np.int16)
    for term in wanted:
        rows, scores = columns.postings(term)
        found[rows] += scores
        held[rows] += 1
    return found, held == len(wanted) if len(wanted) > 1 else held > len(wanted)


def _named(columns: Columns, query: ServiceQuery) -> Rows:
    """The services whose own name was in the words."""
    return columns.is_one_of(query.assumed.named)


def _about(columns: Columns, query: ServiceQuery, text: Numbers, named: Rows) -> Rows:
    """Rows that have to do with what was asked; a question without words or needs is about everything."""
    assumed = query.assumed
    needs = [slug for slug, _ in assumed.leads]
    if not (needs or assumed.words or assumed.meant or assumed.named):
        return np.ones(len(columns), dtype=bool)
    meant = columns.is_one_of((*assumed.meant, *assumed.pinned))
    return (text > 0) | columns.has_any("needs", needs) | columns.has_any("wide", needs) | named | meant


def _filter(columns: Columns, name: str, values: tuple[str, ...]) -> Rows:
    """One filter: any of its values is enough. A need finds the services of its whole topic too."""
    if name == "need":
        return columns.has_any("needs", values) | columns.has_any("wide", values)
    if name in ("kind", "outcome"):
        return columns.has_any(name, values)
    return columns.has_any("options", [option(name, value) for value in values])


def _ordered(columns: Columns, query: ServiceQuery, found: Found, score: Numbers) -> np.ndarray:
    """The rows in their order; equal ones by key, so that pages of an answer never overlap."""
    rows = np.flatnonzero(found.rows)
    keys = columns.table[COLUMN["key"], rows]
    if query.sort == NEAREST and query.place:
        return rows[np.lexsort((keys, -score[rows], found.served.nearness[rows]))]
    return rows[np.lexsort((keys, -score[rows]))]


def facets(columns: Columns, query: ServiceQuery, found: Found) -> tuple[Facet, ...]:
    """Every filter with true counts; a filter's own choice does not hide its other values."""
    made = []
    for spec in FACETS:
        others = [rows for name, rows in found.filters.items() if name != spec.field]
        rows = reduce(np.logical_and, others, found.rest)
        labels = spec.labels(columns.labels)
        having = columns.once(("facet", spec.field), partial(_packed_choices, columns, spec.field, labels))
        sums = np.bitwise_count(having & np.packbits(rows)).sum(axis=1)
        counts = {value: int(count) for (value, _), count in zip(labels, sums, strict=True)}
        made.append(make_facet(spec, labels, counts, query.chosen(spec.field)))
    return tuple(facet for facet in made if facet.values)


def _packed_choices(columns: Columns, field: str, labels: Labels) -> NDArray[np.uint8]:
    """The rows of each choice of a filter, eight to a byte, so that all choices are counted in one step."""
    rows = [_filter(columns, field, (value,)) for value, _ in labels]
    return np.packbits(np.array(rows, dtype=bool).reshape(len(labels), len(columns)), axis=1)
