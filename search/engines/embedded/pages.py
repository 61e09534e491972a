"""The hub topics, guides and area pages that answer the same question, best first."""

import numpy as np

from search.engines.embedded.columns import Columns, Numbers
from search.engines.embedded.schema import COLUMN
from search.query import ServiceQuery
from search.ranking import PAGE_AREA, PAGE_NEED, PAGE_TEXT, PAGES_SHOWN, WEIGHTS


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
    order = np.lexsort((rows, -score))
    return [int(rows[place]) for place in order[:most] if score[place] > 0]
