"""How many services each choice of each filter would leave, counted by the server in as few walks as can be."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elasticsearch.dsl.query import Bool, Query, Terms

from search.engines.elastic.state import State
from search.facets import FACETS, make_facet, option
from search.query import FILTERS, ServiceQuery
from search.results import Facet

FIELDS = {"need": "topics", "kind": "kind", "outcome": "outcome"}
# The walk over what fits everything that is chosen; filters that choose something have one of their own.
REST = "rest"
# More than all filters have together.
MOST = 10_000


def chosen_clauses(query: ServiceQuery) -> dict[str, Query]:
    """The filters that are used: any of the values of each is enough."""
    return {name: _any_of(name, query.chosen(name)) for name in FILTERS if query.chosen(name)}


def counted(chosen: Mapping[str, Query], state: State) -> dict[str, Any]:
    """The counts, each filter's without its own choice. Those that choose nothing all count the same services."""
    aggs = {REST: _among(chosen.values(), {"terms": {"field": "choices", "size": MOST}})}
    for name in chosen:
        field, wanted = _lies_in(name, [value for value, _ in state.choices[name]])
        counts = {"terms": {"field": field, "include": wanted, "size": len(wanted) or 1}}
        aggs[name] = _among([clause for other, clause in chosen.items() if other != name], counts)
    return aggs


def facets(told: Mapping[str, Any], query: ServiceQuery, state: State) -> tuple[Facet, ...]:
    """The filters with their counts, from what `counted` brought."""
    rest: dict[str, dict[str, int]] = {spec.field: {} for spec in FACETS}
    for key, count in _buckets(told.get(REST, {})):
        name, _, value = key.partition(":")
        rest[name][value] = count
    made = []
    for spec in FACETS:
        own = {key.removeprefix(f"{spec.field}:"): count for key, count in _buckets(told.get(spec.field, {}))}
        counts = own if spec.field in told else rest[spec.field]
        made.append(make_facet(spec, state.choices[spec.field], counts, query.chosen(spec.field)))
    return tuple(facet for facet in made if facet.values)


def _among(others: Iterable[Query], counts: dict[str, Any]) -> dict[str, Any]:
    """Counted among those only that these filters leave."""
    clauses = list(others)
    return {"filter": Bool(filter=clauses).to_dict(), "aggs": {"counts": counts}} if clauses else counts


def _buckets(walk: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for one in walk.get("counts", walk).get("buckets", ()):
        yield one["key"], one["doc_count"]


def _any_of(name: str, values: Iterable[str]) -> Query:
    return Terms(*_lies_in(name, values))


def _lies_in(name: str, values: Iterable[str]) -> tuple[str, list[str]]:
    """(the field in which a filter has its values, how they are called there)."""
    if name in FIELDS:
        return FIELDS[name], list(values)
    return "options", [option(name, value) for value in values]
