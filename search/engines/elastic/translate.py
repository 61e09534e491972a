"""From a question to what Elasticsearch is asked: pure, so that a test compares one with the other.

The order is that of `embedded/scoring.py`, part by part. What needs the inverted index is written here as clauses whose
scores add up; `script.py` adds what is a number of the service.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.query import Query

from local_offer.directory.models.service import OLDEST
from local_offer.places.area_codes import KINDS_NARROW_TO_WIDE
from search.engines.elastic import mapping, script
from search.engines.elastic.state import State
from search.engines.elastic.where import Where
from search.facets import FACETS, option
from search.indexed import THINGS_TO_DO, asks_for_team, team_worth
from search.query import FILTERS, NEAREST, ServiceQuery
from search.ranking import PAGE_AREA, PAGE_NEED, PAGE_TEXT, PAGES_SHOWN, Weights
from search.serving import EVERYWHERE, today
from search.text import terms

# Elasticsearch takes no scores below nothing: this is added to each, more than all that can be taken away.
BASE = 8.0
# Pinned ones stand before everything else, whatever it adds up to, and in their order.
FIRST, STEP = 1000.0, 20.0
# The list of short fixed facts, in which several filters have their values.
TOGETHER = "options"
FIELDS = {"need": "topics", "kind": "kind", "outcome": "outcome"}


def services_body(query: ServiceQuery, state: State, weights: Weights) -> dict[str, Any]:
    """One page of services, in order, with the total and every filter's counts."""
    place = Where(query, state)
    search = Search()
    search = search.query(
        "script_score",
        query=Q(
            "bool",
            filter=_rest(query, place),
            must=_about(query, state, weights, place),
            should=_wishes(query, state, weights, place),
        ),
        script={"source": script.scoring(weights), "params": _params(query, weights, today(), place)},
    )
    chosen = {name: _chosen(name, query.chosen(name)) for name in FILTERS if query.chosen(name)}
    if chosen:
        search = search.post_filter(Q("bool", filter=list(chosen.values())))
    for spec in FACETS:
        others = [clause for name, clause in chosen.items() if name != spec.field]
        counted = _counts(spec.field, [value for value, _ in spec.labels(state.labels)])
        if counted is None:
            continue
        if others:
            search.aggs.bucket(spec.field, "filter", filter=Q("bool", filter=others)).bucket(
                "counts", counted
            )
        else:
            search.aggs.bucket(spec.field, counted)
    start = (query.page - 1) * query.per_page
    return {
        **search[start : start + query.per_page].to_dict(),
        "sort": _sort(query, place),
        "track_scores": True,
        "track_total_hits": True,
        "_source": False,
        "stored_fields": ["shown"],
    }


def apart(body: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The same page in two searches that the server does side by side: (hits in order, total and counts).

    What only counts needs no order, and is remembered by the server until the index changes. What is ordered is only
    what is shown. The sort values hold the score, so it is not worked out a second time.
    """
    scored = body["query"]["script_score"]
    about = scored["query"]["bool"]
    post_filter = body.get("post_filter")
    fitting = [*about["filter"], *([post_filter] if post_filter else [])]
    hits = {key: value for key, value in body.items() if key not in ("aggs", "post_filter", "track_scores")}
    hits |= {
        "query": {"script_score": {**scored, "query": {"bool": {**about, "filter": fitting}}}},
        "track_total_hits": False,
    }
    counts = {
        "query": {"bool": {"filter": [*about["filter"], *about.get("must", [])]}},
        "aggs": _in_one(body.get("aggs", {})),
        "size": 0,
        "track_total_hits": True,
    }
    return hits, counts | ({"post_filter": post_filter} if post_filter else {})


def _in_one(aggs: dict[str, Any]) -> dict[str, Any]:
    """Filters that count the same services by the same list are counted in one go, as `TOGETHER`."""
    alike = {
        name: one["terms"] for name, one in aggs.items() if one.get("terms", {}).get("field") == TOGETHER
    }
    if not alike:
        return aggs
    wanted = [value for terms_of in alike.values() for value in terms_of["include"]]
    rest = {name: one for name, one in aggs.items() if name not in alike}
    return {**rest, TOGETHER: {"terms": {"field": TOGETHER, "include": wanted, "size": len(wanted)}}}


def pages_body(query: ServiceQuery, weights: Weights) -> dict[str, Any]:
    """The best pages for the same question; those about nothing that was asked are left out."""
    should = [_words(query, PAGE_TEXT, weights)] if query.assumed.words else []
    needs = [
        Q("constant_score", filter=Q("term", needs=slug), boost=PAGE_NEED * sure)
        for slug, sure in query.assumed.leads
    ]
    if needs:
        should.append(_scripted(Q("bool", should=needs, minimum_should_match=1), script.FOCUS_OF_PAGE))
    areas = [code for code in query.place.areas if code.startswith("dspl")] if query.place else []
    if areas:
        should.append(Q("constant_score", filter=Q("terms", areas=sorted(areas)), boost=PAGE_AREA))
    pinned = query.assumed.pinned_pages
    should += [
        Q("constant_score", filter=Q("term", page=key), boost=FIRST - STEP * number)
        for number, key in enumerate(pinned)
    ]
    found = Q("bool", should=should, minimum_should_match=1) if should else Q("match_none")
    search = Search().query(Q("bool", must=[found], filter=[Q("term", what=mapping.PAGE)]))[:PAGES_SHOWN]
    return {
        **search.to_dict(),
        "sort": [{"_score": "desc"}, {"pk": "asc"}],
        "track_total_hits": False,
        "_source": False,
        "stored_fields": ["shown"],
    }


def version_body() -> dict[str, Any]:
    """Which state of the index answers, asked in the same breath."""
    return {
        "query": {"ids": {"values": [mapping.STATE_ID]}},
        "docvalue_fields": ["version"],
        "_source": False,
    }


def _rest(query: ServiceQuery, place: Where) -> list[Query]:
    """What holds whatever is chosen in the filters."""
    found = [Q("term", what=mapping.SERVICE), *place.filters()]
    if query.ages:
        spans = [
            Q(
                "range",
                ages={"gte": min(max(low, 0), OLDEST), "lte": min(high, OLDEST), "relation": "intersects"},
            )
            for low, high in query.ages
        ]
        found.append(Q("bool", should=spans, minimum_should_match=1))
    return found


def _about(query: ServiceQuery, state: State, weights: Weights, place: Where) -> list[Query]:
    """What has to do with what was asked, with its score; a question without words or needs is about everything."""
    assumed = query.assumed
    if not (assumed.leads or assumed.words or assumed.meant or assumed.named):
        return []
    any_of = []
    if assumed.words:
        any_of.append(_words(query, weights.text, weights))
    if assumed.leads:
        any_of += _needs(query, state, weights)
    for ids, worth in ((assumed.meant, weights.concept), (assumed.named, weights.named)):
        if ids:
            any_of.append(_worth(Q("terms", pk=list(ids)), worth))
    if assumed.pinned:
        any_of.append(_worth(Q("terms", pk=list(assumed.pinned)), 0.0))
    if asks_for_team(query):
        any_of.append(place.team)
    return [Q("bool", should=any_of, minimum_should_match=1)]


def _words(query: ServiceQuery, weight: float, weights: Weights) -> Query:
    """Any of the words; each counts once."""
    told = dict.fromkeys(term for word in query.assumed.words for term in terms(word))
    text = Q("match", text=" ".join(told))
    params = {"weight": weight, "half": weights.text_half}
    return Q("script_score", query=text, script={"source": script.SATURATED, "params": params})


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
        _worth(Q("term", **{field: slug}), (1 + share) * tells * worth)
        for slug, _, tells in telling
        for field, worth in (("needs", weights.need), ("wide", weights.wide_need))
    ]
    best = Q("dis_max", queries=clauses, tie_breaker=share / (1 + share))
    exact = [_worth(Q("term", needs=slug), weights.special * sure) for slug, sure, _ in telling]
    return [best, _scripted(Q("bool", should=exact, minimum_should_match=1), script.FOCUS)]


def _wishes(query: ServiceQuery, state: State, weights: Weights, place: Where) -> list[Query]:
    """What counts beside, without being asked for."""
    assumed = query.assumed
    found = [_worth(Q("term", pk=pk), FIRST - STEP * number) for number, pk in enumerate(assumed.pinned)]
    for name in ("cost", "delivery", "audience"):
        found += [
            _worth(Q("term", options=option(name, value)), weights.wish) for value in getattr(assumed, name)
        ]
    if assumed.kind:
        found.append(_worth(Q("terms", kind=list(assumed.kind)), weights.kind))
    sure = _surely(query)
    if sure:  # what refuses a need is behind all that do not, by as much
        found.append(_worth(Q("bool", must_not=[Q("terms", refused=sure)]), -weights.refused))
    if place.given:
        found.append(_worth(place.local, weights.local))
        if worth := team_worth(query, weights):
            found.append(_worth(place.team, worth))
    elif assumed.needs:  # the rarer the need, the less it counts that a service is somewhere else
        rare = [
            _worth(Q("term", needs=slug), -weights.elsewhere * how_sure * state.rarity(slug))
            for slug, how_sure in assumed.needs
        ]
        somewhere = Q(
            "bool", filter=[Q("exists", field="areas")], must_not=[Q("terms", areas=list(EVERYWHERE))]
        )
        found.append(Q("bool", must=[Q("dis_max", queries=rare)], filter=[somewhere]))
    return found


def _params(query: ServiceQuery, weights: Weights, day: date, place: Where) -> dict[str, Any]:
    """What a question brings to the script."""
    assumed, status = query.assumed, query.assumed.status
    professional = "professionals" in (*query.audience, *assumed.audience)
    waits = bool(status & {"no_diagnosis", "waiting", "turned_down"})
    no_assessment = "assessment" not in assumed.kind or bool(status & {"waiting", "turned_down"})
    not_to_do = not THINGS_TO_DO & {slug for slug, _ in assumed.leads}
    refusing = weights.refused if _surely(query) else 0.0
    return {
        "base": BASE + refusing,
        "today": day.toordinal(),
        "ages": bool(query.ages),
        "given": place.given,
        "waiting": weights.while_waiting if waits else 0.0,
        "wish_ask": weights.wish if "self_refer" in status else 0.0,
        "assessment": weights.assessment if no_assessment else 0.0,
        "activity": weights.activity if not_to_do else 0.0,
        "professional_only": (-0.5 if professional else 1.0) * weights.professional_only,
        **(place.radians() if place.given else {}),
    }


def _surely(query: ServiceQuery) -> list[str]:
    """The needs that are so plain that a service which refuses them goes behind the others."""
    return [slug for slug, sure in query.assumed.needs if sure >= 0.5] if query.assumed.leads else []


def _sort(query: ServiceQuery, place: Where) -> list[dict[str, Any]]:
    """Equal ones by number, so that pages of an answer never overlap."""
    order: list[dict[str, Any]] = [{"_score": "desc"}, {"pk": "asc"}]
    if query.sort != NEAREST or not place.given:
        return order
    params = {**place.radians(), "widths": place.widths, "widest": len(KINDS_NARROW_TO_WIDE)}
    return [
        {
            "_script": {
                "type": "number",
                "order": "asc",
                "script": {"source": script.NEARNESS, "params": params},
            }
        },
        *order,
    ]


def _chosen(name: str, values: Iterable[str]) -> Query:
    """One filter: any of its values is enough."""
    if name in FIELDS:
        return Q("terms", **{FIELDS[name]: list(values)})
    return Q("terms", options=[option(name, value) for value in values])


def _counts(name: str, values: list[str]) -> Any:
    """How many services there are of each value; None if a filter has no values."""
    if not values:
        return None
    field = FIELDS.get(name, TOGETHER)
    wanted = values if name in FIELDS else [option(name, value) for value in values]
    return A("terms", field=field, include=wanted, size=len(wanted))


def _worth(query: Query, score: float) -> Query:
    return Q("constant_score", filter=query, boost=max(score, 0.0))


def _scripted(query: Query, source: str) -> Query:
    return Q("script_score", query=query, script={"source": source})
