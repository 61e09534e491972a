"""The hub topics, guides and area pages that answer the same question, best first."""

import numpy as np
from numpy.typing import NDArray

from search.engines.embedded.columns import Columns, Numbers
from search.engines.embedded.schema import COLUMN
from search.query import ServiceQuery
from search.ranking import PAGE_AREA, PAGE_NEED, PAGE_TEXT, PAGES_SHOWN, PINNED, PINNED_STEP, WEIGHTS


def best_pages(columns: Columns, query: ServiceQuery, text: Numbers, most: int = PAGES_SHOWN) -> list[int]:
    """The rows of the best pages; those about nothing that was asked are left out."""
    rows = np.flatnonzero(columns.is_page)
    score = PAGE_TEXT * text[rows] / (text[rows] + WEIGHTS.text_half)
    for slug, sure in query.assumed.leads:
        has = columns.has_any("needs", [slug])[rows]
        # A topic about few needs says more about each of them.
        score += PAGE_NEED * sure * has / np.sqrt(np.maximum(columns.table[COLUMN["sizes"], rows] % 1000, 1))
    if query.place is not None:
        areas = [code for code in query.place.areas if code.startswith("dspl")]
        score += PAGE_AREA * columns.has_any("areas", areas)[rows]
    score = _pinned_first(columns, query.assumed.pinned_pages, rows, score)
    order = np.lexsort((rows, -score))
    return [int(rows[place]) for place in order[:most] if score[place] > 0]


def _pinned_first(
    columns: Columns, pinned: tuple[str, ...], rows: NDArray[np.int64], score: Numbers
) -> Numbers:
    """The pages that editors put first for these words, in their order, whatever else is in them."""
    if not pinned:
        return score
    keys = columns.once(("page keys",), lambda: np.array([columns.shown(int(row))["key"] for row in rows]))
    for place, key in enumerate(pinned):
        score = np.where(keys == key, PINNED - PINNED_STEP * place, score)
    return score
