"""Where the embedded index lies, and how a new one takes the place of an old one while searches go on.

`current` names the folder in use and is replaced in one step. A reader looks at two file stamps per search: that of
`current`, and that of the folder's `meta.json`, which tantivy replaces at every commit.
"""

import os
import re
import shutil
import threading
import uuid
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from local_offer.core.locks import Held, held_in_file
from search.engines.base import IndexNotReady
from search.engines.embedded.columns import Columns, load
from search.engines.embedded.schema import FORMAT, build_schema, register

Stamp = tuple[int, int, int]
_A_NAME = re.compile(r"v[0-9]+-[0-9a-f]{1,32}")


@dataclass(frozen=True)
class Folder:
    """The folder of one site's embedded index."""

    root: Path

    @property
    def pointer(self) -> Path:
        """The small file that names the index in use."""
        return self.root / "current"

    def current(self) -> Path:
        """The index in use; IndexNotReady if there is none, or it is of another format."""
        name = self._named()
        if not name:
            raise IndexNotReady("There is no index yet.")
        path = self.root / name
        if not name.startswith(f"v{FORMAT}-") or not (path / "meta.json").exists():
            raise IndexNotReady("The index is missing, or of an older format.")
        return path

    def _named(self) -> str:
        """What the pointer says; nothing if it is missing, or holds what no name can be."""
        try:
            name = self.pointer.read_text().strip()
        except (OSError, UnicodeDecodeError):
            return ""
        return name if _A_NAME.fullmatch(name) else ""

    def new(self) -> Path:
        """An empty folder for an index that is built aside."""
        path = self.root / f"v{FORMAT}-{uuid.uuid4().hex[:12]}"
        path.mkdir(parents=True)
        return path

    def use(self, path: Path) -> None:
        """Put a finished index in place, in one step, and clear away the ones before the last."""
        before = self._named()
        draft = self.root / f"current.{os.getpid()}"
        draft.write_text(path.name)
        os.replace(draft, self.pointer)
        for old in self.root.glob("v*-*"):
            if old.name not in (path.name, before):
                shutil.rmtree(old, ignore_errors=True)

    def use_the_one_before(self) -> bool:
        """Go back to the index that was in use before this one; False if it is not there any more."""
        others = [one for one in self.root.glob(f"v{FORMAT}-*") if one.name != self._named()]
        if len(others) != 1 or not (others[0] / "meta.json").exists():
            return False
        self.use(others[0])
        return True

    def keeping(self) -> AbstractContextManager[Held | None]:
        """Whether this process keeps the index; the lock goes when the process does, however it ends."""
        return held_in_file(self.root / "keeper.lock")


def open_index(path: Path) -> tantivy.Index:
    """An index to read or write; ValueError when it is damaged."""
    return register(tantivy.Index.open(str(path)))


def read_index(path: Path) -> tuple[tantivy.Index, Columns]:
    """An index, and everything of its newest commit; IndexNotReady whatever damage there is.

    A damaged file shows as an error of almost any kind, a panic of the engine among them.
    """
    try:
        index = open_index(path)
        index.config_reader(reload_policy="manual")
        return index, load(index)
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise IndexNotReady(f"The index cannot be read: {error}") from error
        raise


def create_index(path: Path) -> tantivy.Index:
    """A new empty index in an empty folder."""
    return register(tantivy.Index(build_schema(), path=str(path)))


def _stamp(path: Path) -> Stamp:
    found = os.stat(path)
    return (found.st_ino, found.st_mtime_ns, found.st_size)


class Reader:
    """The newest columns, shared by the threads of one process; loading is done once per commit, by one thread."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._seen: tuple[str, Stamp] | None = None
        self._columns: Columns | None = None

    def columns(self) -> Columns:
        """The columns of the newest commit; IndexNotReady if there is nothing to read.

        While another thread loads a newer commit, the older columns answer.
        """
        seen = self._now()
        if self._columns is not None and seen == self._seen:
            return self._columns
        if self._columns is None:
            with self._lock:
                return self._loaded()
        if self._lock.acquire(blocking=False):
            try:
                return self._loaded()
            finally:
                self._lock.release()
        return self._columns

    def _now(self) -> tuple[str, Stamp] | None:
        try:
            path = self.folder.current()
            return path.name, _stamp(path / "meta.json")
        except (IndexNotReady, FileNotFoundError):
            if self._columns is None:
                raise IndexNotReady("There is no index yet.") from None
            return self._seen  # an index being replaced or lost: what was read last still answers

    def _loaded(self) -> Columns:
        """Read the newest commit; a merge that takes files away while they are opened is tried again."""
        for _ in range(5):
            seen = self._now()
            if self._columns is not None and seen == self._seen:
                return self._columns
            try:
                _, self._columns = read_index(self.folder.current())
                self._seen = seen
                return self._columns
            except IndexNotReady as error:
                failed = error
        if self._columns is not None:
            return self._columns
        raise failed
