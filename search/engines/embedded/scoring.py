"""The order of an answer: what `ranking.py` says each part is worth, added up over the columns of one commit."""

from dataclasses import dataclass

import numpy as np

from local_offer.directory.models.service import OLDEST
from search.engines.embedded.columns import Columns, Numbers, Rows, days_since
from search.engines.embedded.schema import COLUMN
from search.engines.embedded.writing import ALL_AGES
from search.indexed import (
    ASK,
    NO_DIAGNOSIS,
    PROFESSIONAL,
    SOMEONE_TO_ASK,
    TALK,
    THINGS_TO_DO,
    asks_as_professional,
    is_close,
    plainly_asked,
    team_worth,
)
from search.query import ServiceQuery
from search.ranking import FRESH_HALF_DAYS, NEAR_HALF_MILES, PINNED, PINNED_STEP, Weights
from search.related import CONDITIONS, asked_conditions
from search.serving import Served, today


@dataclass(frozen=True)
class Parts:
    """What was found out about each row before the order is made. `all_words`: it holds every word of several."""

    text: Numbers
    all_words: Rows
    served: Served
    named: Rows


def best_match(columns: Columns, query: ServiceQuery, parts: Parts, weights: Weights) -> Numbers:
    """The score of every row for "best match"."""
    score = weights.text * parts.text / (parts.text + weights.text_half)
    score += need_scores(columns, query, weights)
    score += weights.concept * _meant(columns, query)
    score += weights.all_words * parts.all_words
    score += weights.named * parts.named
    score += columns.once(("always", weights, today()), lambda: _always(columns, weights))
    score += _doors(columns, query, weights) + _wishes(columns, query, weights)
    score += _for_whom(columns, query, weights) + _reach(parts.served, query, columns, weights)
    if not parts.served.given:
        score += _elsewhere(columns, query, parts, weights)
    return _pinned_first(columns, query.assumed.pinned, score)


def _pinned_first(columns: Columns, pinned: tuple[int, ...], score: Numbers) -> Numbers:
    """What editors put first for these words has the score of its place in their order, and no other."""
    for place, pk in enumerate(pinned):
        score = np.where(columns.is_one_of([pk]), PINNED - PINNED_STEP * place, score)
    return score


def _always(columns: Columns, weights: Weights) -> Numbers:
    """What counts for a service whatever is asked: doors that are open to all, somebody who listens, seen lately."""
    score = weights.no_diagnosis * columns.has_any(
        "options", NO_DIAGNOSIS
    ) + weights.ask_yourself * columns.has_any("options", ASK)
    score += weights.open_now * columns.has_any("options", ["status:open"])
    score += weights.needs_diagnosis * columns.has_any("options", ["diagnosis:needed"])
    score += weights.only_points * columns.only("kind", "information")
    score += weights.talk_first * columns.has_any("kind", TALK)
    score += weights.fresh / (1 + days_since(columns.updated, today()) / FRESH_HALF_DAYS)
    return np.asarray(score, dtype=np.float64)


def need_scores(columns: Columns, query: ServiceQuery, weights: Weights) -> Numbers:
    """How well each row meets the needs: its best one, and beside it the share of all that it meets.

    A rare need tells more than one that many services meet: of "support group for brothers and sisters" it is the
    brothers and sisters that decide.
    """
    needs = query.assumed.leads
    if not needs:
        return np.zeros(len(columns))
    best, met, whole, focus = np.zeros(len(columns)), np.zeros(len(columns)), 0.0, np.zeros(len(columns))
    for slug, sure in needs:
        exact = columns.has_any("needs", [slug])
        value = np.maximum(weights.need * exact, weights.wide_need * columns.has_any("wide", [slug]))
        tells = sure * (1 - weights.rare + weights.rare * columns.rarity(slug))
        best, met, whole = np.maximum(best, tells * value), met + tells * value, whole + tells
        focus += sure * exact
    count = columns.table[COLUMN["sizes"]] % 1000
    special = weights.special * focus / np.maximum(count, 1)
    refused = weights.refused * columns.has_any("refused", plainly_asked(query))
    result: Numbers = best + weights.need_mean * met / (whole or 1.0) + special + refused
    return result


def _doors(columns: Columns, query: ServiceQuery, weights: Weights) -> Numbers:
    """How directly this family can use it, where it says how it stands."""
    score, status = np.zeros(len(columns)), query.assumed.status
    ask = columns.has_any("options", ASK)
    if status & {"no_diagnosis", "waiting", "turned_down"}:
        score += weights.while_waiting * (columns.has_any("options", NO_DIAGNOSIS) & ask)
    if "self_refer" in status:
        score += weights.wish * ask
    if "assessment" not in query.assumed.kind or status & {"waiting", "turned_down"}:
        score += weights.assessment * columns.has_any("kind", ["assessment"])
    return score


def _wishes(columns: Columns, query: ServiceQuery, weights: Weights) -> Numbers:
    """What was wished for in words; unknown is no refusal, so it only comes later."""
    assumed, score = query.assumed, np.zeros(len(columns))
    for name in ("cost", "delivery", "audience"):
        for value in getattr(assumed, name):
            score += weights.wish * columns.has_any("options", [f"{name}:{value}"])
    if assumed.kind:
        score += weights.kind * columns.has_any("kind", assumed.kind)
    if not THINGS_TO_DO & {slug for slug, _ in assumed.leads}:
        score += weights.activity * columns.has_any("kind", ["activity"])
    return score


def _meant(columns: Columns, query: ServiceQuery) -> Rows:
    """What answers a notion such as CAMHS, if it is for those who ask: "the SENCO won't help" wants no staff line."""
    meant = columns.is_one_of(query.assumed.meant)
    return meant if asks_as_professional(query) else meant & ~columns.has_any("kind", [PROFESSIONAL])


def _for_whom(columns: Columns, query: ServiceQuery, weights: Weights) -> Numbers:
    """Professionals' services are last for families, and first for the professionals they serve."""
    only = weights.professional_only * columns.has_any("kind", [PROFESSIONAL])
    score = np.asarray((-0.5 if asks_as_professional(query) else 1.0) * only, dtype=np.float64)
    score += _of_age(columns, query, weights)
    if query.assumed.leads:
        others = columns.has_any("needs", CONDITIONS)
        if asked := asked_conditions(query):
            others = others & ~columns.has_any("needs", asked)
        score += weights.other_condition * others
    return score


def _of_age(columns: Columns, query: ServiceQuery, weights: Weights) -> Numbers:
    """With an age or a close stage, what is made for it comes first; without one, what is for most ages."""
    stages, made = query.stages, _for_any_age
    if query.ages or is_close(stages):
        made = _made_for_an_age
    score = columns.once((made, weights), lambda: made(columns, weights))
    if not stages:
        return score
    others = weights.other_stage + (0.0 if is_close(stages) else score)
    return np.where(columns.is_for(stages), score, others)


def _made_for_an_age(columns: Columns, weights: Weights) -> Numbers:
    known, span = _ages(columns)
    return np.asarray(weights.age_known * known + weights.age_close * known / np.sqrt(np.maximum(span, 1.0)))


def _for_any_age(columns: Columns, weights: Weights) -> Numbers:
    known, span = _ages(columns)
    return np.asarray(weights.any_age * np.where(known, span / (OLDEST + 1), 0.5))


def _ages(columns: Columns) -> tuple[Rows, Numbers]:
    """(whether its ages are known, how many years it is for)."""
    ages = columns.table[COLUMN["ages"]]
    return (ages >> (OLDEST + 1)) == 0, np.bitwise_count(ages & ALL_AGES).astype(np.float64)


def _reach(served: Served, query: ServiceQuery, columns: Columns, weights: Weights) -> Numbers:
    """Local before county-wide, near before far, known before unknown; nothing without a place."""
    if not served.given:
        return np.zeros(len(columns))
    near = weights.near / (1 + np.where(np.isinf(served.miles), 1e9, served.miles) / NEAR_HALF_MILES)
    score: Numbers = weights.local * served.local + near + weights.unknown_area * served.unknown
    if worth := team_worth(query, weights):
        score += worth * (served.local & columns.has_any("options", [SOMEONE_TO_ASK]))
    return score


def _elsewhere(columns: Columns, query: ServiceQuery, parts: Parts, weights: Weights) -> Numbers:
    """While we do not know where a family lives, what serves one corner of the county is likely not for them.

    The rarer the need, the less that counts: the one service for it is worth a look wherever it is.
    """
    asked = [(slug, sure) for slug, sure in query.assumed.needs]
    rare = np.zeros(len(columns))
    for slug, sure in asked:
        rare = np.maximum(rare, sure * columns.rarity(slug) * columns.has_any("needs", [slug]))
    return np.asarray(weights.elsewhere * parts.served.local * (1 - rare), dtype=np.float64)
