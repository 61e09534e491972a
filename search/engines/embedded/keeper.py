"""Keeps one embedded index true to the database: applies the log of changes, or builds the index anew aside."""

import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import tantivy
from django.db import DatabaseError

from local_offer.directory.models import Service
from search.changes import Standing, Touched, can_go_on_from, changes_after, last_change, standing_at
from search.document import lists_of_the_directory, service_facts, services_to_index
from search.engines.base import IndexNotReady
from search.engines.embedded.bits import Bits, TooManySlugs
from search.engines.embedded.schema import STATE_KEY, page_key, service_key
from search.engines.embedded.storage import Folder, create_index, read_index
from search.engines.embedded.writing import page_document, service_document, state_document
from search.published_pages import pages_to_index

logger = logging.getLogger(__name__)
WRITER_BYTES = 32_000_000
BATCH = 500
Item = TypeVar("Item")


class Keeper:
    """The one writer of an index. Whoever makes one holds the folder's lock (`Folder.keeping`)."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._index: tantivy.Index | None = None
        self._path: Path | None = None
        self._standing = Standing()
        self._bits = Bits()

    def keep_up(self) -> int:
        """Apply what has been logged since; rebuild when that is the only way. The number of rows passed."""
        self._open()
        if self._index is None or not can_go_on_from(self._standing):
            return self.rebuild()
        passed = 0
        while touched := changes_after(self._standing.position, BATCH):
            if touched.everything:
                return self.rebuild()
            passed += touched.position - self._standing.position
            try:
                self._apply(touched)
            except (
                ValueError,
                TooManySlugs,
            ) as error:  # what tantivy says of a damaged file, and bits used up
                logger.warning("The search index cannot take a change and is built anew: %s", error)
                return self.rebuild()
        return passed

    def is_in_place(self) -> bool:
        """Whether the index that was kept last is still the one in use: a glance at one small file."""
        try:
            return self._index is not None and self.folder.current() == self._path
        except IndexNotReady:
            return False

    def forget(self) -> None:
        """Have the next look read the whole index anew, as a new reader would: so damage is seen."""
        self._index = None

    def rebuild(self, progress: Callable[[int], object] = lambda _: None) -> int:
        """Build a new index aside and put it in place; changes logged meanwhile are applied afterwards."""
        standing = standing_at(last_change())
        path = self.folder.new()
        index, bits, count = create_index(path), Bits(), 0
        writer = index.writer(WRITER_BYTES, 1)
        for document in all_documents(bits, standing.position):
            writer.add_document(document)
            count += 1
            progress(count)
        writer.add_document(state_document(standing, bits, lists_of_the_directory()))
        writer.commit()
        writer.wait_merging_threads()
        self.folder.use(path)
        self._index, self._path, self._standing, self._bits = index, path, standing, bits
        logger.info("Search index built: %d documents.", count)
        return count

    def _open(self) -> None:
        """Find the index in use and how far it has come; a damaged or missing one is None."""
        try:
            path = self.folder.current()
        except IndexNotReady:
            self._index = None
            return
        if self._index is not None and path == self._path:
            return
        try:
            index, columns = read_index(path)
            self._index, self._path, self._standing, self._bits = index, path, columns.standing, columns.bits
        except IndexNotReady as error:
            logger.warning("The search index is built anew. %s", error)
            self._index = None

    def _apply(self, touched: Touched) -> None:
        """One commit: the documents of everything touched, and the new position with them."""
        assert self._index is not None
        writer = self._index.writer(WRITER_BYTES, 1)
        writer.garbage_collect_files()  # after a kill inside a commit the same files may still lie there
        for pk in touched.services:
            writer.delete_documents_by_term("key", service_key(pk))
        for pk in touched.pages:
            writer.delete_documents_by_term("key", page_key(pk))
        for document in some_documents(touched, self._bits):
            writer.add_document(document)
        standing = standing_at(touched.position)
        writer.delete_documents_by_term("key", STATE_KEY)
        writer.add_document(state_document(standing, self._bits, lists_of_the_directory()))
        writer.commit()
        writer.wait_merging_threads()
        self._standing = standing


def some_documents(touched: Touched, bits: Bits) -> Iterator[tantivy.Document]:
    """The documents of what was touched, as the database says now; what is public no more has none.

    A change that comes in between these queries has a later row, which mends what it left half seen.
    """
    for batch in _batches(sorted(touched.services), BATCH):
        yield from _service_documents(services_to_index(batch), bits, touched.position)
    for pk, facts in pages_to_index(touched.pages) if touched.pages else ():
        yield page_document(pk, facts, bits, touched.position)


def all_documents(bits: Bits, position: int) -> Iterator[tantivy.Document]:
    """Every public service and page, in batches, so that memory stays flat."""
    ids = services_to_index().order_by("pk").values_list("pk", flat=True).iterator(chunk_size=5000)
    for batch in _batches(ids, BATCH):
        yield from _service_documents(services_to_index(batch), bits, position)
    for pk, facts in pages_to_index():
        yield page_document(pk, facts, bits, position)


def _service_documents(services: Iterable[Service], bits: Bits, written: int) -> Iterator[tantivy.Document]:
    """One that cannot be made is left out and logged: it must not keep all others from being found."""
    for service in services:
        try:
            yield service_document(service_facts(service), bits, written)
        except (TooManySlugs, DatabaseError):
            raise
        except Exception:
            logger.exception("Service %d cannot be indexed; the others go on.", service.pk)


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
