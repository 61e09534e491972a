"""An index of a test's own, quickly: a copy of the one that the site has after its starting data."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from search.engines.chosen import engine
from search.engines.embedded.columns import Columns
from search.engines.embedded.storage import Folder, Reader
from search.engines.embedded.store import EmbeddedIndex, EmbeddedStore
from search.keeping import Keeper
from tests.conftest import index_folder
from tests.search.engines.embedded.documents import Documents, in_database, in_index
from tests.search.engines.kept import Kept


class EmbeddedKept(Kept):
    """With an index in a folder."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.keeper = Keeper(EmbeddedStore(folder))
        self.engine = engine()

    @property
    def index(self) -> EmbeddedIndex:
        """The index that the keeper has open."""
        assert isinstance(self.keeper._index, EmbeddedIndex)
        return self.keeper._index

    def columns(self) -> Columns:
        """As somebody reads it who has not looked before."""
        return Reader(self.folder).columns()

    def held(self) -> Documents:
        return in_index(self.columns())

    def wanted(self) -> Documents:
        return in_database()

    def in_use(self) -> object:
        return self.folder.current()

    def labels(self) -> Mapping[str, Sequence[Sequence[str]]]:
        return self.columns().labels


@pytest.fixture
def kept(site: None, tmp_path: Path, settings: Any) -> Iterator[EmbeddedKept]:
    """The index of the starting data; whatever a test changes, it brings up to date with `kept.keeper.keep_up()`."""
    root = tmp_path / "search"
    shutil.copytree(index_folder().root, root)
    settings.SEARCH_URL = f"embedded://{root}"
    engine.cache_clear()
    folder = Folder(root)
    yield EmbeddedKept(folder)
    engine.cache_clear()
