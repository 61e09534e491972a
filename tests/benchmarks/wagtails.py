"""Wagtail's own search of the same records: its Elasticsearch backend, and its database backend in PostgreSQL.

Any of the words is enough, as families write whole sentences. Neither knows ages, needs or places.
"""

from typing import Any

from django.conf import settings
from wagtail.search.backends import get_search_backend

from local_offer.directory.models import Service
from search.engines.address import ElasticAddress, read_address
from search.keeping import batches

SHOWN, BATCH = 20, 500
# What a card shows of other tables, asked for in a few questions rather than in one for each service.
ON_A_CARD = ("needs", "coverage", "venues")
# Of the eight filters, the one that Wagtail has as a field to count.
COUNTED = "diagnosis"


def wagtails_elastic(patience: float = 60.0) -> Any:
    """Its backend for Elasticsearch 8, in the server of SEARCH_URL, under a name of its own."""
    address = read_address(settings.SEARCH_URL)
    assert isinstance(address, ElasticAddress)
    return get_search_backend(
        "modelsearch.backends.elasticsearch8",
        URLS=[address.host],
        INDEX_PREFIX=f"{address.prefix}-wagtail-",
        TIMEOUT=patience,
        ATOMIC_REBUILD=False,
        OPTIONS={"max_retries": 0},
    )


def wagtails_database() -> Any:
    """Its backend for whatever database there is."""
    return get_search_backend("wagtail.search.backends.database")


def build(backend: Any) -> int:
    """Its index anew, as its own command builds it; the number of services."""
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(Service))
    index = rebuilder.start()
    index.add_model(Service)
    ids = Service.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=5000)
    count = 0
    for batch in batches(ids, BATCH):
        index.add_items(Service, list(Service.objects.filter(pk__in=batch)))
        count += len(batch)
    rebuilder.finish()
    return count


def hits(backend: Any, words: str) -> list[Service]:
    """The first twenty, and nothing else."""
    return list(_found(backend, words)[:SHOWN])


def page(backend: Any, words: str) -> tuple[list[Service], int, dict[str, int]]:
    """As near to our page as it comes: twenty with what cards show, how many there are, and one filter's counts."""
    found = _found(backend, words, cards=True)
    return list(found[:SHOWN]), found.count(), dict(found.facet(COUNTED))


def _found(backend: Any, words: str, cards: bool = False) -> Any:
    services = Service.objects.filter(live=True)
    if cards:
        services = services.select_related("provider").prefetch_related(*ON_A_CARD)
    return backend.search(words, services, operator="or")
