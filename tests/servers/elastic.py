"""An Elasticsearch for tests, and indexes in it that are gone when a test is over."""

import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from local_offer.core.facts import PageFacts
from search.changes import Standing, Touched
from search.document import Lists, ServiceFacts
from search.engines.address import ElasticAddress, read_address
from search.engines.elastic.client import connect
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.store import ElasticStore
from search.keeping import Batch
from tests.search.engines.made_up import LISTS

MISSING = (
    "These tests need an Elasticsearch in ELASTICSEARCH_URL. One to throw away: "
    "scripts/elasticsearch run .venv/bin/pytest tests/servers -m servers"
)


def server_address() -> str:
    """Where it is, such as http://127.0.0.1:9200; the test fails if nobody said."""
    address = os.environ.get("ELASTICSEARCH_URL", "")
    if not address:
        pytest.fail(MISSING)
    return address


def search_url(prefix: str) -> str:
    """The same as a SEARCH_URL."""
    return f"{server_address().replace('http://', 'elasticsearch://')}/{prefix}"


def a_prefix() -> str:
    """A name that no other test has."""
    return f"test-{uuid.uuid4().hex[:12]}"


def store_at(url: str, seconds: float = 30.0) -> ElasticStore:
    """The store of a SEARCH_URL."""
    address = read_address(url)
    assert isinstance(address, ElasticAddress)
    return ElasticStore(connect(address, seconds), address.prefix)


@contextmanager
def a_store() -> Iterator[ElasticStore]:
    """A store with nothing in it."""
    store = store_at(search_url(a_prefix()))
    try:
        yield store
    finally:
        store.take_away()
        store.client.close()


@contextmanager
def an_elastic_engine(
    services: Iterable[ServiceFacts],
    pages: Iterable[tuple[int, PageFacts]] = (),
    lists: Lists = LISTS,
) -> Iterator[ElasticEngine]:
    """An engine over an index of these."""
    with a_store() as store:
        index = store.new()
        assert index.write(Batch(services, pages, Touched(1), Standing(1), lists, 1)) == []
        store.use(index)
        yield ElasticEngine(store.client, store.read_alias)
