"""Answers questions from Elasticsearch: one request, with hits, filters, total and pages."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from local_offer.places.place import Point, miles_between
from search.cards import hit_from, page_hit_from
from search.changes import Standing
from search.engines.base import EngineUnavailable, IndexNotReady
from search.engines.elastic import mapping
from search.engines.elastic.counts import facets
from search.engines.elastic.pages import pages_body
from search.engines.elastic.script import BASE
from search.engines.elastic.state import State, read_state
from search.engines.elastic.translate import services_body
from search.query import ServiceQuery
from search.ranking import PINNED, PINNED_STEP, WEIGHTS, Weights
from search.results import Hit, SearchResults

# What of an answer is read; the rest need not travel.
_READ = [
    "responses.status",
    "responses.error.type",
    "responses.hits.total.value",
    "responses.hits.hits._index",
    "responses.hits.hits.sort",
    "responses.hits.hits.fields",
    "responses.aggregations",
]


@dataclass(frozen=True)
class Known:
    """The state that was read last, and by which index and version of it others tell it apart."""

    index: str
    version: int
    standing: Standing
    state: State


@dataclass(frozen=True)
class Told:
    """What the server said of one state of the index."""

    services: Mapping[str, Any]
    pages: Sequence[Mapping[str, Any]]
    state: State

    @property
    def total(self) -> int:
        """How many services fit."""
        return int(self.services["hits"]["total"]["value"])

    def results(self, query: ServiceQuery) -> SearchResults:
        """The answer to the question."""
        return SearchResults(
            hits=tuple(_hit(one, query, self.state) for one in self.services["hits"].get("hits", ())),
            total=self.total,
            pages=tuple(page_hit_from(_shown(one)) for one in self.pages),
            facets=facets(self.services["aggregations"], query, self.state),
            page=query.page,
            per_page=query.per_page,
        )


class ElasticEngine:
    """Many threads may ask at once."""

    def __init__(self, client: Elasticsearch, alias: str, weights: Weights = WEIGHTS) -> None:
        self.client = client
        self.alias = alias
        self.weights = weights
        self._known: Known | None = None

    def search(self, query: ServiceQuery) -> SearchResults:
        """The services and pages that fit; beyond the last page, the last page.

        IndexNotReady if there is no index, EngineUnavailable if there is no answer, or none that can be used.
        """
        try:
            return self._search(query)
        except NotFoundError as error:
            raise IndexNotReady("There is no index in Elasticsearch yet.") from error
        except (ApiError, TransportError) as error:
            raise EngineUnavailable(f"Elasticsearch: {type(error).__name__}") from error
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            raise EngineUnavailable(f"Elasticsearch answered what cannot be read: {error!r}") from error

    def standing(self) -> Standing:
        """How far the index has come, asked anew."""
        try:
            return self._look().standing
        except NotFoundError as error:
            raise IndexNotReady("There is no index in Elasticsearch yet.") from error
        except Exception as error:
            raise EngineUnavailable(f"Elasticsearch: {type(error).__name__}") from error

    def _search(self, query: ServiceQuery) -> SearchResults:
        deepest = mapping.SETTINGS["max_result_window"] // query.per_page
        query = query.at_page(min(query.page, deepest))
        told = self._ask(query, self._known or self._look())
        last = max(1, -(-told.total // query.per_page))
        if query.page > last:
            query = query.at_page(last)
            told = self._ask(query, self._known or self._look())
        return told.results(query)

    def _ask(self, query: ServiceQuery, known: Known) -> Told:
        """The answers for services and pages, both of one state of the index; asked again if it just changed."""
        for _ in range(3):
            bodies = services_body(query, known.state, self.weights), pages_body(query, self.weights)
            told = self.client.msearch(
                searches=[part for body in bodies for part in ({"index": self.alias}, body)],
                filter_path=_READ,
            )
            services, pages = (_good(one) for one in told["responses"])
            state, *best = pages["hits"]["hits"]
            if (state["_index"], state["fields"]["version"][0]) == (known.index, known.version):
                break
            known = self._look()
        return Told(services, best, known.state)

    def _look(self) -> Known:
        """Read the state of the index, as a search sees it."""
        told = self.client.search(index=self.alias, query={"ids": {"values": [mapping.STATE_ID]}})
        if not told["hits"]["hits"]:
            raise IndexNotReady("The index in Elasticsearch does not say how far it has come.")
        [found] = told["hits"]["hits"]
        held = found["_source"]["state"]
        self._known = Known(
            found["_index"], found["_source"]["version"], Standing(**held["standing"]), read_state(held)
        )
        return self._known


def _good(answer: dict[str, Any]) -> dict[str, Any]:
    status = answer["status"]
    if status == 404:
        raise IndexNotReady("There is no index in Elasticsearch yet.")
    if status != 200:
        raise EngineUnavailable(f"Elasticsearch answered {status}: {answer.get('error', {}).get('type')}")
    return answer


def _shown(hit: Mapping[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(hit["fields"]["shown"][0])
    return shown


def _hit(found: Mapping[str, Any], query: ServiceQuery, state: State) -> Hit:
    shown = _shown(found)
    venues = [Point(*pair) for pair in shown["venues"]]
    miles = float("inf")
    if query.place is not None and query.place.kind != "county" and venues:
        miles = min(miles_between(query.place.point, venue) for venue in venues)
    score = found["sort"][-2] - BASE  # before the number, by which equal ones are sorted
    if shown["id"] in query.assumed.pinned:
        score = PINNED - PINNED_STEP * query.assumed.pinned.index(shown["id"])
    return hit_from(shown, query, miles, score, state.towns)
