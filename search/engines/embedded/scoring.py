"""The order of an answer: what `ranking.py` says each part is worth, added up over the columns of one commit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.engines.embedded.columns import Columns, Numbers, Rows, days_since
from search.engines.embedded.schema import COLUMN, service_key
from search.query import ServiceQuery
from search.ranking import FRESH_HALF_DAYS, NEAR_HALF_MILES, Weights
from search.serving import Served, today


@dataclass(frozen=True)
class Parts:
    """What was found out about each row before the order is made."""

    text: Numbers
    served: Served
    named: Rows


def text_scores(columns: Columns, rows: NDArray[np.int64], scores: NDArray[np.float64]) -> Numbers:
    """The engine's scores on all rows; a row without any of the words has 0."""
    found = np.zeros(len(columns))
    found[rows] = scores
    return found


def best_match(columns: Columns, query: ServiceQuery, parts: Parts, weights: Weights) -> Numbers:
    """The score of every row for "best match"."""
    assumed = query.assumed
    options = lambda *values: columns.has_any("options", values)  # noqa: E731
    score = weights.text * parts.text / (parts.text + weights.text_half)
    score = score + need_scores(columns, query, weights)
    score += weights.no_diagnosis * options("diagnosis:not_needed", "diagnosis:suspected_ok")
    score += weights.ask_yourself * options(
        "referral:parent", "referral:young_person", "referral:drop_in", "referral:book_online"
    )
    score += weights.open_now * options("status:open")
    for name in ("cost", "delivery", "audience"):
        for value in getattr(assumed, name):
            score += weights.wish * options(f"{name}:{value}")
    if assumed.kind:
        score += weights.wish * columns.has_any("kind", assumed.kind)
    score += _for_whom(columns, query, weights) + _reach(parts.served, weights)
    score += weights.fresh * 1 / (1 + days_since(columns.updated, today()) / FRESH_HALF_DAYS)
    if assumed.meant:
        meant = [service_key(pk) for pk in assumed.meant]
        score += weights.concept * np.isin(columns.table[COLUMN["key"]], meant)
    return np.where(parts.named, score + weights.named, score)


def wanted_needs(query: ServiceQuery) -> tuple[tuple[str, float], ...]:
    """The needs that the order follows: those chosen, and those understood."""
    return (*((slug, 1.0) for slug in query.need), *query.assumed.needs)


def need_scores(columns: Columns, query: ServiceQuery, weights: Weights) -> Numbers:
    """How well each row meets the needs: the best one, with the mean of them beside it."""
    needs = wanted_needs(query)
    if not needs:
        return np.zeros(len(columns))
    best, total, whole = np.zeros(len(columns)), np.zeros(len(columns)), 0.0
    for slug, sure in needs:
        value = sure * np.where(
            columns.has_any("needs", [slug]), weights.need, weights.wide_need * columns.has_any("wide", [slug])
        )
        best, total, whole = np.maximum(best, value), total + value, whole + sure
    count = columns.table[COLUMN["sizes"]] % 1000
    special = weights.special * (best > 0) / np.sqrt(np.maximum(count, 1))
    refused = weights.refused * columns.has_any("refused", [slug for slug, sure in needs if sure >= 0.5])
    result: Numbers = best + weights.need_mean * total / whole + special + refused
    return result


def _for_whom(columns: Columns, query: ServiceQuery, weights: Weights) -> Numbers:
    """Professionals' services are last for families, and first for the professionals they serve."""
    only = columns.has_any("kind", ["professional-only"])
    score = weights.professional_only * only
    if "professionals" in (*query.audience, *query.assumed.audience):
        score = -0.5 * weights.professional_only * only
    if query.ages:
        known = (columns.table[COLUMN["ages"]] >> 26) == 0
        score = score + weights.age_known * known + weights.age_close * known / np.sqrt(_span(columns))
    return np.asarray(score, dtype=np.float64)


def _span(columns: Columns) -> Numbers:
    """How many years of age each row is for."""
    bits = columns.table[COLUMN["ages"]] & ((1 << 26) - 1)
    return np.maximum(np.bitwise_count(bits).astype(np.float64), 1.0)


def _reach(served: Served, weights: Weights) -> Numbers:
    """Local before county-wide, near before far, known before unknown; nothing without a place."""
    if not served.given:
        return np.zeros(len(served.miles))
    near = weights.near / (1 + np.where(np.isinf(served.miles), 1e9, served.miles) / NEAR_HALF_MILES)
    return weights.local * served.local + near + weights.unknown_area * served.unknown
