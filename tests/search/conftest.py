"""An index of a test's own, quickly: a copy of the one that the site has after its starting data."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from search.answering import engine
from search.engines.embedded.columns import Columns
from search.engines.embedded.keeper import Keeper
from search.engines.embedded.storage import Folder, Reader
from search.query import Assumed, ServiceQuery
from tests.conftest import index_folder


@dataclass
class Kept:
    """An index with its keeper."""

    folder: Folder
    keeper: Keeper

    def columns(self) -> Columns:
        """As somebody reads it who has not looked before."""
        return Reader(self.folder).columns()

    def finds(self, *words: str, **asked: Any) -> list[str]:
        """The names of the first services that have any of these words."""
        query = ServiceQuery(assumed=Assumed(words=words), per_page=200, **asked)
        return [hit.name for hit in engine().search(query).hits]


@pytest.fixture
def kept(site: None, tmp_path: Path, settings: Any) -> Iterator[Kept]:
    """The index of the starting data; whatever a test changes, it brings up to date with `kept.keeper.keep_up()`."""
    root = tmp_path / "search"
    shutil.copytree(index_folder().root, root)
    settings.SEARCH_URL = f"embedded://{root}"
    engine.cache_clear()
    folder = Folder(root)
    yield Kept(folder, Keeper(folder))
    engine.cache_clear()
