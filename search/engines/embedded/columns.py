"""The columns of one commit in memory: what filters, facets, distances and the order are worked out from."""

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

import numpy as np
import tantivy
from numpy.typing import NDArray

from local_offer.places.place import Point
from search.changes import Standing
from search.engines.base import IndexNotReady
from search.engines.embedded.bits import Bits
from search.engines.embedded.schema import COLUMN, COLUMNS, LISTS, STATE_KEY, VENUES, service_key
from search.engines.points import miles_to, packed
from search.indexed import year_bits
from search.query import Span

Rows = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Labels = tuple[tuple[str, str], ...]
Made = TypeVar("Made")
# How much is remembered of one commit: the rows of that many lists of slugs and terms.
MOST_REMEMBERED, LONGEST_REMEMBERED = 3000, 16


@dataclass(frozen=True)
class Columns:
    """Everything of one commit that is a number. `table[column][row]`; `order` sorts rows by key for looking up."""

    schema: tantivy.Schema
    searcher: tantivy.Searcher
    addresses: list[tantivy.DocAddress]
    table: NDArray[np.int64]
    sorted_keys: NDArray[np.int64]
    order: NDArray[np.int64]
    is_service: Rows
    is_page: Rows
    updated: Numbers
    standing: Standing
    bits: Bits
    towns: dict[str, Point]
    labels: dict[str, Labels]
    extra_venues: dict[int, list[Point]]
    memo: dict[Hashable, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.addresses)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is the same for every question is worked out once for each commit."""
        if key not in self.memo:
            if len(self.memo) >= MOST_REMEMBERED:
                self.memo.clear()
            self.memo[key] = make()
        made: Made = self.memo[key]
        return made

    def lists(self, name: str) -> NDArray[np.int64]:
        """The words of bits of one list, one line of numbers for each word."""
        start = COLUMN[f"{name}_0"]
        return self.table[start : start + LISTS[name]]

    def has_any(self, name: str, slugs: Any) -> Rows:
        """The rows that have at least one of these slugs in the list; not to be written to."""
        wanted = tuple(slugs)
        if len(wanted) > LONGEST_REMEMBERED:
            return self._has_any(name, wanted)
        return self.once((name, wanted), lambda: self._has_any(name, wanted))

    def _has_any(self, name: str, slugs: tuple[str, ...]) -> Rows:
        words = self.bits.mask(name, slugs)
        found = np.zeros(len(self), dtype=bool)
        for line, word in zip(self.lists(name), words, strict=True):
            if word:
                found |= (line & word) != 0
        return found

    def is_for(self, ages: Iterable[Span]) -> Rows:
        """The rows for any of these years; ages that are not known fit, and 25 means 25 or over."""
        fits: Rows = (self.table[COLUMN["ages"]] & year_bits(ages)) != 0
        return fits

    def is_one_of(self, services: Iterable[int]) -> Rows:
        """The rows of these services, by the ids that the database gives them."""
        keys = [service_key(pk) for pk in services]
        return np.isin(self.table[COLUMN["key"]], keys) if keys else np.zeros(len(self), dtype=bool)

    def only(self, name: str, slug: str) -> Rows:
        """The rows that have this slug in the list and nothing else."""
        words = self.bits.mask(name, [slug])
        if not words.any():
            return np.zeros(len(self), dtype=bool)
        alone: Rows = np.all(self.lists(name) == words[:, None], axis=0)
        return alone

    def rarity(self, slug: str) -> float:
        """How much a need tells: 1 for one that a single service meets, 0 for one that all do."""
        return self.once(("rarity", slug), lambda: self._rarity(slug))

    def _rarity(self, slug: str) -> float:
        having = int(np.count_nonzero(self.has_any("needs", [slug]) & self.is_service))
        services = max(int(np.count_nonzero(self.is_service)), 2)
        return float(np.log(services / max(having, 1)) / np.log(services))

    def empty(self, name: str) -> Rows:
        """The rows that have nothing in the list."""
        nothing: Rows = ~np.any(self.lists(name), axis=0)
        return nothing

    def rows_of(self, keys: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows of these keys."""
        return self.order[np.searchsorted(self.sorted_keys, keys)]

    def shown(self, row: int) -> dict[str, Any]:
        """What a card shows of one row."""
        return _kept(self.searcher.doc(self.addresses[row]))

    def postings(self, term: str) -> tuple[NDArray[np.int64], Numbers]:
        """The rows that hold a term, and the engine's score of each; scores of several terms add up."""
        return self.once(("term", term), lambda: self._postings(term))

    def _postings(self, term: str) -> tuple[NDArray[np.int64], Numbers]:
        query = tantivy.Query.term_query(self.schema, "text", term, "freq")
        hits = self.searcher.search(query, limit=len(self), count=False).hits
        keys = self.searcher.fast_field_values("key", [address for _, address in hits]) if hits else []
        scores = np.fromiter((score for score, _ in hits), dtype=np.float64, count=len(hits))
        return self.rows_of(np.array(keys, dtype=np.int64)), scores

    def miles_from(self, point: Point) -> Numbers:
        """The distance to the nearest venue of each row; infinite where there is none."""
        nearest = np.full(len(self), np.inf)
        start = COLUMN["venue_0"]
        for line in self.table[start : start + VENUES]:
            has = line >= 0
            if not has.any():
                break
            nearest[has] = np.minimum(nearest[has], miles_to(point, line[has]))
        for row, venues in self.extra_venues.items():
            lines = np.array([packed(one) for one in venues], dtype=np.int64)
            nearest[row] = min(nearest[row], miles_to(point, lines).min())
        return nearest


def _kept(document: tantivy.Document) -> dict[str, Any]:
    """What was kept for showing."""
    found: dict[str, Any] = json.loads(document.get_first("shown") or "{}")
    return found


def load(index: tantivy.Index) -> Columns:
    """Read the columns of the newest commit that `index` has loaded; IndexNotReady if it holds no state."""
    searcher = index.searcher()
    for opened, value in (("key", STATE_KEY), ("text", "")):  # so that a missing file shows now
        searcher.search(tantivy.Query.term_query(index.schema, opened, value), limit=1)
    count = searcher.num_docs
    hits = searcher.search(tantivy.Query.all_query(), limit=max(count, 1), count=False).hits
    addresses = [address for _, address in hits]
    table = np.empty((len(COLUMNS), len(addresses)), dtype=np.int64)
    for number, name in enumerate(COLUMNS):
        table[number] = np.array(searcher.fast_field_values(name, addresses), dtype=np.int64)
    keys = table[COLUMN["key"]]
    states = np.flatnonzero(keys == STATE_KEY)
    if len(states) != 1:
        raise IndexNotReady("The index does not say how far it has come.")
    state_row = int(states[0])
    state = _kept(searcher.doc(addresses[state_row]))
    order = np.argsort(keys, kind="stable")
    return Columns(
        schema=index.schema,
        searcher=searcher,
        addresses=addresses,
        table=table,
        sorted_keys=keys[order],
        order=order,
        is_service=(keys % 2 == 0) & (keys != STATE_KEY),
        is_page=(keys % 2 == 1) & (keys != STATE_KEY),
        updated=table[COLUMN["updated"]].astype(np.float64),
        standing=Standing(**state["standing"]),
        bits=Bits(state["bits"]),
        towns={code: Point(*point) for code, point in state["towns"].items()},
        labels={
            field: tuple((slug, label) for slug, label in pairs) for field, pairs in state["labels"].items()
        },
        extra_venues=_venues_beyond_the_columns(searcher, addresses, table),
    )


def _venues_beyond_the_columns(
    searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress], table: NDArray[np.int64]
) -> dict[int, list[Point]]:
    """The few services with more venues than there are columns, with the venues that did not fit."""
    many = np.flatnonzero(table[COLUMN["sizes"]] // 1000 > VENUES)
    return {
        int(row): [Point(*pair) for pair in _kept(searcher.doc(addresses[row]))["venues"][VENUES:]]
        for row in many
    }


def days_since(updated: Numbers, today: date) -> Numbers:
    """How old each sighting is; one that is not known is ten years old."""
    return np.where(updated > 0, today.toordinal() - updated, 3650.0)
