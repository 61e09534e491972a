"""What tests share: a site with its real starting data, and an index that is brought up to date on demand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections

from local_offer.places.current import forget_gazetteer
from search.engines.address import read_address
from search.engines.chosen import engine
from search.engines.embedded.storage import Folder
from search.engines.embedded.store import EmbeddedStore
from search.keeping import Keeper
from tests import in_postgresql
from tests.prepared import copy_to, copy_to_postgresql


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None) -> Iterator[None]:
    """Each process has a copy of a site with the starting data; every test works in a transaction above them."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        copy_to(Path(settings.VAR_DIR))
        connections.close_all()
        yield
        return
    copy_to_postgresql(Path(settings.VAR_DIR), database)
    yield
    connections.close_all()
    connection.close_pool()  # type: ignore[attr-defined]
    in_postgresql.drop(database, database["NAME"])


def index_folder() -> Folder:
    """Where this process keeps its index."""
    return Folder(read_address(settings.SEARCH_URL).folder)


@pytest.fixture
def site(db: None) -> None:
    """A site as a fresh machine has it, with its index; the caches of a process know of no other test."""
    forget_gazetteer()


@pytest.fixture
def own_index(site: None, tmp_path: Path, settings: Any) -> Iterator[Callable[[], None]]:
    """An index of the test's own, for tests that change things; call it to bring the index up to date."""
    settings.SEARCH_URL = f"embedded://{tmp_path / 'search'}"
    engine.cache_clear()
    keeper = Keeper(EmbeddedStore(Folder(tmp_path / "search")))
    (tmp_path / "search").mkdir()
    keeper.rebuild()
    yield lambda: keeper.keep_up() and None
    engine.cache_clear()
