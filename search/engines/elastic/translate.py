"""From a question to what Elasticsearch is asked: pure, so that a test compares one with the other.

The order is that of `embedded/scoring.py`, part by part. What needs the inverted index is written here as clauses whose
scores add up; `script.py` adds what is a number of the service.
"""

from datetime import date
from typing import Any

from elasticsearch.dsl.function import FieldValueFactor
from elasticsearch.dsl.query import Bool, DisMax, FunctionScore, Query, Range, ScriptScore, Terms

from local_offer.directory.models.service import OLDEST
from local_offer.places.area_codes import KINDS_NARROW_TO_WIDE
from search.engines.elastic import mapping, script
from search.engines.elastic.clauses import FIRST, STEP, all_of_several_words, either, term, words, worth
from search.engines.elastic.counts import chosen_clauses, counted
from search.engines.elastic.packing import packed_question
from search.engines.elastic.state import State
from search.engines.elastic.where import Where
from search.facets import option
from search.indexed import (
    PROFESSIONAL,
    THINGS_TO_DO,
    asks_as_professional,
    asks_for_team,
    is_close,
    plainly_asked,
    team_worth,
)
from search.query import NEAREST, ServiceQuery
from search.ranking import Weights
from search.related import asked_conditions
from search.serving import today


def services_body(query: ServiceQuery, state: State, weights: Weights) -> dict[str, Any]:
    """One page of services, in order, with the total and every filter's counts."""
    place = Where(query, state)
    fits = Bool(
        filter=_rest(query, place),
        must=_about(query, state, weights, place),
        should=_wishes(query, state, weights, place),
    )
    ordered = ScriptScore(
        query=fits, script={"source": script.scoring(weights), "params": _params(query, today(), place)}
    )
    chosen = chosen_clauses(query)
    body = {
        "query": ordered.to_dict(),
        "aggs": counted(chosen, state),
        "from": (query.page - 1) * query.per_page,
        "size": query.per_page,
        "sort": _sort(query, place),
        "track_total_hits": True,
        "_source": False,
        "stored_fields": ["shown"],
    }
    if chosen:
        body["post_filter"] = Bool(filter=list(chosen.values())).to_dict()
    return body


def _rest(query: ServiceQuery, place: Where) -> list[Query]:
    """What holds whatever is chosen in the filters."""
    found = [term("what", mapping.SERVICE), *place.filters()]
    if query.ages:
        found.append(either(*(_of_ages(low, high) for low, high in query.ages)))
    return found


def _of_ages(low: int, high: int) -> Query:
    """For some of these years; who is older than the oldest asks as the oldest."""
    years = {"gte": min(max(low, 0), OLDEST), "lte": min(high, OLDEST), "relation": "intersects"}
    return Range(ages=years)


def _about(query: ServiceQuery, state: State, weights: Weights, place: Where) -> list[Query]:
    """What has to do with what was asked, with its score; a question without words or needs is about everything."""
    assumed = query.assumed
    if not (assumed.leads or assumed.words or assumed.meant or assumed.named):
        return []
    any_of: list[Query] = []
    if assumed.words:
        any_of.append(words(query, weights.text, weights))
        any_of += all_of_several_words(query, weights.all_words)
    if assumed.leads:
        any_of += _needs(query, state, weights)
    if assumed.named:
        any_of.append(worth(Terms("pk", list(assumed.named)), weights.named))
    if assumed.meant:
        any_of.append(worth(_meant(query), weights.concept))
    if besides := [*assumed.meant, *assumed.pinned]:
        any_of.append(worth(Terms("pk", besides), 0.0))
    if asks_for_team(query):
        any_of.append(place.team)
    return [either(*any_of)]


def _meant(query: ServiceQuery) -> Query:
    """What answers a notion such as CAMHS, if it is for those who ask."""
    meant = Terms("pk", list(query.assumed.meant))
    return (
        meant if asks_as_professional(query) else Bool(filter=[meant], must_not=[term("kind", PROFESSIONAL)])
    )


def _needs(query: ServiceQuery, state: State, weights: Weights) -> list[Query]:
    """The best need, the share of all that are met, and how much of what a service does was asked for."""
    telling = [
        (slug, sure, sure * (1 - weights.rare + weights.rare * state.rarity(slug)))
        for slug, sure in query.assumed.leads
    ]
    share = (
        weights.need_mean / sum(tells for *_, tells in telling)
        if any(tells for *_, tells in telling)
        else 0.0
    )
    # The best, and beside it a part of all: max + share * sum is (1 + share) times a disjunction with a tie breaker.
    clauses = [
        worth(term(field, slug), (1 + share) * tells * score)
        for slug, _, tells in telling
        for field, score in (("needs", weights.need), ("wide", weights.wide_need))
    ]
    best = DisMax(queries=clauses, tie_breaker=share / (1 + share))
    exact = [worth(term("needs", slug), weights.special * sure) for slug, sure, _ in telling]
    return [best, _of_all_it_does(either(*exact))]


def _of_all_it_does(query: Query) -> Query:
    """The score shared out among all needs that a service is about."""
    return FunctionScore(query=query, functions=[FieldValueFactor(field="about", modifier="reciprocal")])


def _wishes(query: ServiceQuery, state: State, weights: Weights, place: Where) -> list[Query]:
    """What counts beside, without being asked for."""
    assumed = query.assumed
    found = [worth(term("pk", pk), FIRST - STEP * number) for number, pk in enumerate(assumed.pinned)]
    for name in ("cost", "delivery", "audience"):
        found += [
            worth(term("options", option(name, value)), weights.wish) for value in getattr(assumed, name)
        ]
    if assumed.kind:
        found.append(worth(Terms("kind", list(assumed.kind)), weights.kind))
    if asked := asked_conditions(query):  # what is for another one, the script sees
        found.append(worth(Terms("needs", list(asked)), -weights.other_condition))
    if place.given:  # what is local by its venue, the script sees
        found.append(worth(place.covers, weights.local))
        if score := team_worth(query, weights):
            found.append(worth(place.team, score))
    elif assumed.needs:  # the rarer the need, the less it counts that a service is somewhere else
        rare = [
            worth(term("needs", slug), -weights.elsewhere * how_sure * state.rarity(slug))
            for slug, how_sure in assumed.needs
        ]
        found.append(Bool(must=[DisMax(queries=rare)], filter=[term("reach", mapping.SOMEWHERE)]))
    return found


def _params(query: ServiceQuery, day: date, place: Where) -> dict[str, Any]:
    """What a question brings to the script."""
    assumed, status, sure = query.assumed, query.assumed.status, list(plainly_asked(query))
    turned_down = bool(status & {"waiting", "turned_down"})
    asked = packed_question(
        day,
        query.stages,
        waits=turned_down or "no_diagnosis" in status,
        asks_herself="self_refer" in status,
        no_assessment=turned_down or "assessment" not in assumed.kind,
        not_to_do=THINGS_TO_DO.isdisjoint(slug for slug, _ in assumed.leads),
        for_families=not asks_as_professional(query),
        has_age=bool(query.ages),
        has_place=place.given,
        is_sure=bool(sure),
        has_needs=bool(assumed.leads),
        has_close_stage=is_close(query.stages),
    )
    return {"asked": asked, "sure": sure, **(place.radians() if place.given else {})}


def _sort(query: ServiceQuery, place: Where) -> list[dict[str, Any]]:
    """Equal ones by number, so that pages of an answer never overlap."""
    order: list[dict[str, Any]] = [{"_score": "desc"}, {"pk": "asc"}]
    if query.sort != NEAREST or not place.given:
        return order
    params = {**place.radians(), "widths": place.widths, "widest": len(KINDS_NARROW_TO_WIDE)}
    nearness = {"source": script.NEARNESS, "params": params}
    return [{"_script": {"type": "number", "order": "asc", "script": nearness}}, *order]
