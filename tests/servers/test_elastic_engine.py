"""Elasticsearch keeps the same contract as the embedded engine, and answers the judged searches alike."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from local_offer.core.facts import PageFacts
from search.document import ServiceFacts
from search.engines.base import Engine
from tests.search.engines.order_contract import OrderContract
from tests.servers.elastic import an_elastic_engine


class TestElasticEngine(OrderContract):
    """With an index in a real server."""

    @contextmanager
    def engine_of(
        self, services: Iterable[ServiceFacts], pages: Iterable[tuple[int, PageFacts]] = ()
    ) -> Iterator[Engine]:
        """An index that is taken away afterwards."""
        with an_elastic_engine(services, pages) as engine:
            yield engine
