"""The embedded index as its keeper writes it: one folder in use, others built aside."""

import json
import socket
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import tantivy

from search.changes import PAGE, SERVICE, Standing
from search.engines.base import IndexNotReady
from search.engines.embedded.bits import Bits, TooManySlugs
from search.engines.embedded.schema import STATE_KEY, page_key, service_key
from search.engines.embedded.storage import Folder, create_index, read_index
from search.engines.embedded.writing import page_document, service_document, state_document
from search.keeping import Batch, Index, IndexDamaged
from search.standings import Refused, Size

WRITER_BYTES = 32_000_000


class EmbeddedIndex:
    """One folder's index. Documents and how far they go are one commit: a kill leaves both or neither."""

    def __init__(self, path: Path, index: tantivy.Index, standing: Standing, bits: Bits) -> None:
        self.path = path
        self.index = index
        self.standing = standing
        self.bits = bits

    def write(self, batch: Batch) -> list[Refused]:
        """One commit: the documents of everything touched, and the new position with them."""
        refused: list[Refused] = []
        try:
            writer = self.index.writer(WRITER_BYTES, 1)
            writer.garbage_collect_files()  # after a kill inside a commit the same files may still lie there
            for key in _keys(batch):
                writer.delete_documents_by_term("key", key)
            for document in self._documents(batch, refused):
                writer.add_document(document)
            writer.delete_documents_by_term("key", STATE_KEY)
            writer.add_document(state_document(batch.standing, self.bits, batch.lists))
            writer.commit()
            writer.wait_merging_threads()
        except (ValueError, TooManySlugs) as error:  # what tantivy says of a damaged file, and bits used up
            raise IndexDamaged(str(error)) from error
        self.standing = batch.standing
        return refused

    def _documents(self, batch: Batch, refused: list[Refused]) -> Iterator[tantivy.Document]:
        written = batch.standing.position
        for service in batch.services:
            try:
                yield service_document(service, self.bits, written)
            except TooManySlugs:
                raise
            except Exception as error:  # this one is left out; the others must be found all the same
                refused.append(Refused(SERVICE, service.id, f"{type(error).__name__}: {error}"))
        for pk, page in batch.pages:
            try:
                yield page_document(pk, page, self.bits, written)
            except TooManySlugs:
                raise
            except Exception as error:
                refused.append(Refused(PAGE, pk, f"{type(error).__name__}: {error}"))

    def size(self) -> Size:
        """Documents but for the one that says how far they go, and the bytes that the newest commit needs."""
        self.index.reload()
        files = json.loads((self.path / ".managed.json").read_text())
        found = (self.path / name for name in [*files, "meta.json"])
        return Size(
            max(self.index.searcher().num_docs - 1, 0),
            sum(one.stat().st_size for one in found if one.exists()),
        )


class EmbeddedStore:
    """The folder of this machine's index."""

    engine = f"tantivy {version('tantivy')}"

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.name = f"{socket.gethostname()}:{folder.root}"

    def current(self) -> EmbeddedIndex | None:
        """The index in use; None if it is missing, damaged or of another format."""
        try:
            path = self.folder.current()
            index, columns = read_index(path)
        except IndexNotReady:
            return None
        return EmbeddedIndex(path, index, columns.standing, columns.bits)

    def is_in_place(self, index: Index) -> bool:
        """A glance at one small file."""
        try:
            return isinstance(index, EmbeddedIndex) and self.folder.current() == index.path
        except IndexNotReady:
            return False

    def new(self) -> EmbeddedIndex:
        """An empty index in a folder of its own."""
        path = self.folder.new()
        return EmbeddedIndex(path, create_index(path), Standing(), Bits())

    def use(self, index: Index) -> None:
        """Point to its folder, and clear away the ones before the last."""
        assert isinstance(index, EmbeddedIndex)
        self.folder.use(index.path)

    def go_back(self) -> bool:
        """Point to the other folder that is kept."""
        return self.folder.use_the_one_before()


def _keys(batch: Batch) -> Iterable[int]:
    yield from map(service_key, batch.touched.services)
    yield from map(page_key, batch.touched.pages)
