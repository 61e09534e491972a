"""The rules of search as anybody would say them, one service at a time: what every engine must come to as well."""

from collections.abc import Iterable, Sequence

from local_offer.directory.coverage import Coverage, Fit, fit, nearness
from search.document import ServiceFacts
from search.query import FILTERS, ServiceQuery


def fit_of(service: ServiceFacts, query: ServiceQuery) -> Fit:
    """Whether the service serves the place, and why."""
    coverage = Coverage(service.areas, service.venues, service.towns)
    return fit(coverage, query.place, query.within)


def values_of(service: ServiceFacts, name: str) -> frozenset[str]:
    """What a service has under one filter; a need's whole topic counts for the need."""
    if name == "need":
        return service.needs | service.wide_needs
    value = getattr(service, name)
    return frozenset([value]) if isinstance(value, str) else value


def is_for_these_ages(service: ServiceFacts, query: ServiceQuery) -> bool:
    """Any of the children is enough; an open end is open, and 25 means 25 or over."""
    if not query.ages or service.ages == (None, None):
        return True
    low, high = service.ages
    return any(
        (low or 0) <= min(b, 25) and (25 if high is None else high) >= min(a, 25) for a, b in query.ages
    )


def is_about(service: ServiceFacts, query: ServiceQuery) -> bool:
    """A question without words or needs is about everything."""
    words, needs = set(query.assumed.words), {slug for slug, _ in query.assumed.leads}
    named = {*query.assumed.named, *query.assumed.meant}
    if not (words or needs or named):
        return True
    said = {word for part, _ in service.text for word in part.split()}
    return bool(words & said or needs & values_of(service, "need") or service.id in named)


def answers(service: ServiceFacts, query: ServiceQuery) -> bool:
    """Whether the service belongs in the answer."""
    chosen = all(
        not query.chosen(name) or set(query.chosen(name)) & values_of(service, name) for name in FILTERS
    )
    return (
        chosen
        and fit_of(service, query).served
        and is_for_these_ages(service, query)
        and is_about(service, query)
    )


def counts(services: Sequence[ServiceFacts], query: ServiceQuery, name: str) -> dict[str, int]:
    """How many services there would be with each value of one filter, its own choice left out."""
    others = query.having(**{name: ()})
    found = [values_of(service, name) for service in services if answers(service, others)]
    return {value: sum(value in has for has in found) for value in frozenset().union(*found)}


def nearness_of(services: Iterable[ServiceFacts], query: ServiceQuery) -> list[tuple[int, float]]:
    """Where each service stands in "nearest first", to the inch."""
    found = (nearness(fit_of(service, query)) for service in services)
    return [(group, round(miles, 6)) for group, miles in found]
