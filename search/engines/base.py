"""What every engine can do, and how it says that it cannot."""

from typing import Protocol

from search.query import ServiceQuery
from search.results import SearchResults


class IndexNotReady(Exception):
    """There is no index to answer from yet: one is being made."""


class EngineUnavailable(Exception):
    """The engine does not answer, or not with what can be used."""


class Engine(Protocol):
    """Answers questions. It knows no request and no HTML, and asks no database."""

    def search(self, query: ServiceQuery) -> SearchResults:
        """The services and pages that fit; IndexNotReady while there is nothing to answer from."""
