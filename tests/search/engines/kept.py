"""An index with its keeper, as tests of any engine use it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from search.engines.base import Engine
from search.keeping import Keeper
from search.query import Assumed, ServiceQuery


class Kept(ABC):
    """Whatever a test changes, it brings up to date with `kept.keeper.keep_up()`."""

    keeper: Keeper
    engine: Engine

    def finds(self, *words: str, **asked: Any) -> list[str]:
        """The names of the first services that have any of these words."""
        query = ServiceQuery(assumed=Assumed(words=words), per_page=200, **asked)
        return [hit.name for hit in self.engine.search(query).hits]

    def another_keeper(self) -> Keeper:
        """One that comes new to the same index."""
        return Keeper(self.keeper.store)

    def count(self) -> int:
        """How many documents there are."""
        return len(self.held())

    def is_true(self) -> bool:
        """Whether the index equals the database, document by document."""
        return self.held() == self.wanted()

    @abstractmethod
    def held(self) -> dict[int, dict[str, Any]]:
        """Every document in plain words, by the key that `embedded/schema.py` gives it."""

    @abstractmethod
    def wanted(self) -> dict[int, dict[str, Any]]:
        """Every document as the database now says it should be."""

    @abstractmethod
    def in_use(self) -> object:
        """The index in use: another one once it was built anew."""

    @abstractmethod
    def labels(self) -> Mapping[str, Sequence[Sequence[str]]]:
        """What filters are called."""
