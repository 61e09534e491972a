"""What somebody who knows Elasticsearch well would write by hand for the same page, through the bare client.

The same index and the same clauses for age, place, filters and counts, in one request; the order is that of the words
and the needs with boosts, as the server adds them up, without a script. What was understood is given.
"""

import json
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch

from local_offer.directory.coverage import REACH_MILES
from search.engines.elastic.state import State
from search.facets import FACETS
from search.query import FILTERS, ServiceQuery
from search.serving import EVERYWHERE, place_areas
from search.text import terms_of

Clause = dict[str, Any]
FIELDS = {"need": "topics", "kind": "kind", "outcome": "outcome"}
NEED_BOOST, WIDE_BOOST, LOCAL_BOOST, PAGES = 4.0, 2.0, 2.0, 3
READ = [
    "responses.status",  # stands in each, also where nothing was found
    "responses.hits.total.value",
    "responses.hits.hits._score",
    "responses.hits.hits.fields",
    "responses.aggregations",
]


@dataclass(frozen=True)
class ByHand:
    """What came back: twenty services, how many there are, the counts of every choice, and the best pages."""

    services: list[dict[str, Any]]
    total: int
    counts: dict[tuple[str, str], int]
    pages: list[dict[str, Any]]


def by_hand(client: Elasticsearch, index: str, query: ServiceQuery, state: State) -> ByHand:
    """One question in one request, and its answer read."""
    bodies = (services_body(query, state), pages_body(query))
    searches = [part for body in bodies for part in ({"index": index}, body)]
    services, pages = client.msearch(searches=searches, filter_path=READ)["responses"]
    counts = {}
    for name, found in services["aggregations"].items():
        for one in found.get("counts", found)["buckets"]:
            counts[name, one["key"]] = one["doc_count"]
    return ByHand(
        [shown(one) for one in services["hits"].get("hits", ())],
        services["hits"]["total"]["value"],
        counts,
        [shown(one) for one in pages.get("hits", {}).get("hits", ())],
    )


def shown(hit: dict[str, Any]) -> dict[str, Any]:
    """What a card shows."""
    card: dict[str, Any] = json.loads(hit["fields"]["shown"][0])
    return card


def services_body(query: ServiceQuery, state: State) -> Clause:
    """Twenty services, the total, and the counts of eight filters, each with its own choice left out."""
    chosen = {name: any_of(name, query.chosen(name)) for name in FILTERS if query.chosen(name)}
    local, reached = places(query, state)
    needed = [{"term": {"what": "service"}}, *reached]
    if query.ages:
        needed.append(either([{"range": {"ages": {"gte": low, "lte": high}}} for low, high in query.ages]))
    wanted = words_and_needs(query)
    body: Clause = {
        "size": query.per_page,
        "track_total_hits": True,
        "_source": False,
        "stored_fields": ["shown"],
        "query": {
            "bool": {
                "filter": needed,
                "must": [either(wanted)] if wanted else [{"match_all": {}}],
                "should": [{"constant_score": {"filter": one, "boost": LOCAL_BOOST}} for one in local],
            }
        },
        "aggs": {spec.field: counted(spec.field, chosen, state) for spec in FACETS},
    }
    return body | ({"post_filter": {"bool": {"filter": [*chosen.values()]}}} if chosen else {})


def pages_body(query: ServiceQuery) -> Clause:
    """The three best pages for the same words and needs."""
    wanted = words_and_needs(query)
    found = either(wanted) if wanted else {"match_none": {}}
    return {
        "size": PAGES,
        "track_total_hits": False,
        "_source": False,
        "stored_fields": ["shown"],
        "query": {"bool": {"filter": [{"term": {"what": "page"}}], "must": [found]}},
    }


def words_and_needs(query: ServiceQuery) -> list[Clause]:
    """Any of the words, and any of the needs, those that are surer with more weight."""
    words = " ".join(terms_of(query.assumed.words))
    found: list[Clause] = [{"match": {"text": words}}] if words else []
    for slug, sure in query.assumed.leads:
        found.append({"term": {"needs": {"value": slug, "boost": NEED_BOOST * sure}}})
        found.append({"term": {"wide": {"value": slug, "boost": WIDE_BOOST * sure}}})
    return found


def places(query: ServiceQuery, state: State) -> tuple[list[Clause], list[Clause]]:
    """(what is close to home, for a boost; what reaches the family at all)."""
    if query.place is None or query.place.kind == "county":
        return [], []
    areas = sorted(place_areas(query.place, dict(state.towns)))
    point = {"lat": query.place.point.lat, "lon": query.place.point.lon}
    has_areas, has_venue = {"exists": {"field": "areas"}}, {"exists": {"field": "points"}}
    near = {"geo_distance": {"distance": f"{query.within or REACH_MILES}mi", "points": point}}
    own = {"terms": {"areas": [area for area in areas if area not in EVERYWHERE]}}
    reached = either(
        [
            {"terms": {"areas": [*areas, *EVERYWHERE]}},
            {"bool": {"must_not": [has_areas], "filter": [near]}},
            {"bool": {"must_not": [has_areas, has_venue]}},
        ]
    )
    if query.within is None:
        return [own], [reached]
    return [own], [reached, either([near, {"bool": {"must_not": [has_venue]}}])]


def counted(name: str, chosen: dict[str, Clause], state: State) -> Clause:
    """How many services each choice of one filter would leave, whatever else is chosen."""
    spec = next(one for one in FACETS if one.field == name)
    values = [value for value, _ in spec.labels(state.labels)]
    wanted = values if name in FIELDS else [f"{name}:{value}" for value in values]
    counts = {"terms": {"field": FIELDS.get(name, "options"), "include": wanted, "size": len(wanted) or 1}}
    others = [clause for other, clause in chosen.items() if other != name]
    return {"filter": {"bool": {"filter": others}}, "aggs": {"counts": counts}} if others else counts


def any_of(name: str, values: tuple[str, ...]) -> Clause:
    """One filter: any of its values is enough."""
    wanted = list(values) if name in FIELDS else [f"{name}:{value}" for value in values]
    return {"terms": {FIELDS.get(name, "options"): wanted}}


def either(clauses: list[Clause]) -> Clause:
    """Any of these is enough, and those that fit add up."""
    return {"bool": {"should": clauses, "minimum_should_match": 1}}
