"""Keeps one index true to the database, whatever its engine: applies the log of changes, or builds it anew aside."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from django.db import DatabaseError

from local_offer.core.facts import PageFacts
from local_offer.directory.models import Service
from search.changes import (
    SERVICE,
    Standing,
    Touched,
    can_go_on_from,
    fresh_version,
    last_change,
    standing_at,
)
from search.document import Lists, ServiceFacts, lists_of_the_directory, service_facts, services_to_index
from search.following import Follower
from search.published_pages import pages_to_index
from search.standings import Refused, Size, note_standing

logger = logging.getLogger(__name__)
BATCH = 500
Item = TypeVar("Item")


class IndexDamaged(Exception):
    """The index cannot take a change: it must be built anew."""


class IndexIncomplete(Exception):
    """An index was built and does not hold what it was given: it is not put in place."""


@dataclass(frozen=True)
class Batch:
    """What an index is to be told in one step. `version` is never lower in a later batch.

    Documents of `touched` that are neither among `services` nor `pages` are public no more.
    """

    services: Iterable[ServiceFacts]
    pages: Iterable[tuple[int, PageFacts]]
    touched: Touched
    standing: Standing
    lists: Lists
    version: int


class Index(Protocol):
    """One index of a store: the one in use, or one that is being built aside."""

    standing: Standing

    def write(self, batch: Batch) -> list[Refused]:
        """Take a batch: its documents, and then how far it has come. Gives back what it refused, and why.

        IndexDamaged if it cannot; whatever else is raised is tried again later.
        """

    def size(self) -> Size:
        """How many documents it holds, and how large it is."""


class Store(Protocol):
    """Where indexes of one engine lie, and which of them is in use."""

    @property
    def name(self) -> str:
        """What it is called wherever indexes are listed."""

    @property
    def engine(self) -> str:
        """The engine and its version."""

    def current(self) -> Index | None:
        """The index in use, opened anew; None if there is none that can go on."""

    def is_in_place(self, index: Index) -> bool:
        """Whether this index is still the one in use: a quick glance."""

    def new(self) -> Index:
        """An empty index aside."""

    def use(self, index: Index) -> None:
        """Put an index in place in one step; the one before is kept."""

    def go_back(self) -> bool:
        """Put the index before in place again; False if there is none."""


class Keeper:
    """The one writer of a store's index; whoever makes one holds the store's lock."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._index: Index | None = None
        self._follower = Follower(0)
        self._refused: list[Refused] = []

    def keep_up(self) -> int:
        """Apply what has been logged since; rebuild when that is the only way. The number of rows passed."""
        index = self._open()
        if index is None:
            return self.rebuild()
        if not self._follower.has_news():
            return 0
        if not can_go_on_from(index.standing):
            return self.rebuild()
        passed = self._catch_up(index)
        return self.rebuild() if passed is None else passed

    def look_over(self) -> None:
        """Have the next look open the whole index anew, as a new reader would: so damage is seen."""
        self._index = None

    def rebuild(self, progress: Callable[[int], object] = lambda _: None) -> int:
        """Build a new index aside, bring it up to what was logged meanwhile, and put it in place.

        Returns the number of documents.
        """
        while True:
            index, follower = self.store.new(), Follower.from_now()
            self._refused = []
            touched = Touched(follower.position, follower.newest)
            count = 0

            def counted(items: Iterable[Item]) -> Iterator[Item]:
                nonlocal count
                for item in items:
                    count += 1
                    progress(count)
                    yield item

            self._write(index, touched, counted(self._every_service()), counted(pages_to_index()))
            _check_count(index, count, self._refused)
            self._index, self._follower = index, follower
            if self._catch_up(index) is not None:
                break
        self.store.use(index)
        note_standing(
            self.store.name, self.store.engine, index.standing.position, index.size(), self._refused, None
        )
        logger.info("Search index built: %d documents.", count)
        return count

    def _catch_up(self, index: Index) -> int | None:
        """Apply the rows that are there now; their number, or None when only building anew helps.

        Rows that come meanwhile have to wait for the next time: editors who never rest must not keep it here.
        """
        passed, newest = 0, last_change()
        while (touched := self._follower.next()) is not None:
            if touched.everything:
                return None
            passed += touched.rows
            self._refused = []
            try:
                self._write(index, touched, self._services_of(touched), _pages_of(touched))
            except IndexDamaged as error:
                logger.warning("The search index cannot take a change and is built anew: %s", error)
                return None
            self._follower.applied(touched)
            if touched.rows:
                note_standing(
                    self.store.name, self.store.engine, touched.position, index.size(), self._refused, touched
                )
            if touched.reached >= newest:
                break
        return passed

    def _open(self) -> Index | None:
        """Find the index in use and how far it has come; one that cannot be followed from there is None."""
        if self._index is None or not self.store.is_in_place(self._index):
            self._index = self.store.current()
            if self._index is not None and not can_go_on_from(self._index.standing):
                self._index = None
            self._follower = Follower(self._index.standing.position if self._index else 0)
        return self._index

    def _write(
        self,
        index: Index,
        touched: Touched,
        services: Iterable[ServiceFacts],
        pages: Iterable[tuple[int, PageFacts]],
    ) -> None:
        """One step of the index. The version is taken before anything is read."""
        version, standing = fresh_version(), standing_at(touched.position, touched.reached)
        refused = index.write(Batch(services, pages, touched, standing, lists_of_the_directory(), version))
        for one in refused:
            logger.error(
                "%s %d cannot be indexed; the others go on: %s", one.kind.title(), one.object_id, one.reason
            )
        self._refused += refused

    def _every_service(self) -> Iterator[ServiceFacts]:
        """All that are public, in batches, so that memory stays flat."""
        ids = services_to_index().order_by("pk").values_list("pk", flat=True).iterator(chunk_size=5000)
        for batch in batches(ids, BATCH):
            yield from self._facts(services_to_index(batch))

    def _services_of(self, touched: Touched) -> Iterator[ServiceFacts]:
        """Those touched, as the database says now.

        A change that comes in between these questions has a later row, which mends what it left half seen.
        """
        for batch in batches(sorted(touched.services), BATCH):
            yield from self._facts(services_to_index(batch))

    def _facts(self, services: Iterable[Service]) -> Iterator[ServiceFacts]:
        """One that cannot be made out is left out and noted: it must not keep all others from being found."""
        for service in services:
            try:
                yield service_facts(service)
            except DatabaseError:
                raise
            except Exception as error:
                logger.exception("Service %d cannot be indexed; the others go on.", service.pk)
                self._refused.append(
                    Refused(SERVICE, service.pk, f"{type(error).__name__}: {error}", was_given=False)
                )


def _check_count(index: Index, given: int, refused: list[Refused]) -> None:
    """Nothing may go missing on the way without being named."""
    held, wanted = index.size().documents, given - sum(one.was_given for one in refused)
    if held != wanted:
        raise IndexIncomplete(f"The new index holds {held} documents of {wanted}.")


def _pages_of(touched: Touched) -> Iterator[tuple[int, PageFacts]]:
    for batch in batches(sorted(touched.pages), BATCH):
        yield from pages_to_index(batch)


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of at most this size."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
