"""What happens when the search server does not answer: this machine's own index does, and nobody waits.

A circuit breaker: after one request that failed or took too long no other is sent, until a probe beside the requests
has seen that the server answers and has caught up with what was changed meanwhile; else what was deleted would return.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Protocol

from django.db import connections

from search.changes import Standing, is_late
from search.engines.base import Engine, EngineUnavailable, IndexNotReady
from search.query import ServiceQuery
from search.results import SearchResults

logger = logging.getLogger(__name__)
# The longest that a family may wait for the server before this machine answers instead, in seconds.
PATIENCE = 0.5
# How often the probe looks, how fresh the server's index must be to be asked again, and how late to be asked no more.
PROBE, FRESH, TOO_LATE = 2.0, 2.0, 30.0
THREADS = 16


class Server(Engine, Protocol):
    """An engine that others keep, and that may be away."""

    def standing(self) -> Standing:
        """How far its index has come."""


class Hurried:
    """A server that must answer in time. A socket's own limit is for each piece of an answer, and pieces may drip."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._threads = ThreadPoolExecutor(THREADS, "search-server")

    def search(self, query: ServiceQuery) -> SearchResults:
        """TimeoutError if it takes too long."""
        return self._threads.submit(self.server.search, query).result(PATIENCE)

    def standing(self) -> Standing:
        """TimeoutError if it takes too long."""
        return self._threads.submit(self.server.standing).result(PATIENCE)


class Breaker:
    """Whether the server may be asked. It begins open: nobody knows yet."""

    def __init__(self, server: Server, late: Callable[[Standing, float], bool] = is_late) -> None:
        self.server = server
        self.is_late = late
        self.is_closed = False
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def watch(self) -> None:
        """Begin to look now and then, in a thread of this process; the first look is waited for, but not long."""
        if self._thread is not None:
            return
        with self._starting:
            if self._thread is None:
                seen = threading.Event()
                self._thread = threading.Thread(
                    target=self._run, args=[seen], name="search-probe", daemon=True
                )
                self._thread.start()
                seen.wait(PATIENCE)

    def trip(self, error: BaseException) -> None:
        """A request failed: no other is sent."""
        if self.is_closed:
            logger.warning(
                "The search server is left alone until it answers again: %s", error or type(error).__name__
            )
        self.is_closed = False

    def stop(self) -> None:
        """End the watch."""
        self._stop.set()

    def probe(self) -> None:
        """Look once, and decide."""
        try:
            standing = self.server.standing()
            if not self.is_closed and not self.is_late(standing, FRESH):
                self.server.search(ServiceQuery(per_page=1))
                logger.info("The search server answers and has caught up.")
                self.is_closed = True
            elif self.is_closed and self.is_late(standing, TOO_LATE):
                self.trip(EngineUnavailable("its index is too far behind"))
        except Exception as error:
            self.trip(error)

    def _run(self, seen: threading.Event) -> None:
        while not self._stop.is_set():
            self.probe()
            seen.set()
            connections.close_all()
            self._stop.wait(PROBE)


class WithStandby:
    """Asks the server while it is well, and this machine's own index while it is not."""

    def __init__(self, server: Server, standby: Engine, breaker: Breaker | None = None) -> None:
        self.server = Hurried(server)
        self.standby = standby
        self.breaker = breaker or Breaker(self.server)

    def search(self, query: ServiceQuery) -> SearchResults:
        """An answer in any case, unless there is no index at all: IndexNotReady."""
        self.breaker.watch()
        if self.breaker.is_closed:
            try:
                return self.server.search(query)
            except (TimeoutError, EngineUnavailable, IndexNotReady) as error:
                self.breaker.trip(error)
        return replace(self.standby.search(query), newest_may_be_missing=True)
