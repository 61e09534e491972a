"""What tests share: a site with its real starting data, and an index that is brought up to date on demand."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_django
from django.conf import settings
from django.db import connection, connections

from local_offer.places.current import forget_gazetteer
from search.engines.chosen import embedded_folder, embedded_store, engine, server_store
from search.engines.embedded.storage import Folder
from search.engines.standby import WithStandby
from search.keeping import Keeper, Store
from tests import in_postgresql
from tests.prepared import copy_to, copy_to_postgresql


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[None]:
    """Each process has a copy of a site with the starting data; every test works in a transaction above them."""
    database = connection.settings_dict
    with ExitStack() as afterwards:
        if connection.vendor == "sqlite":
            copy_to(Path(settings.VAR_DIR))
            connections.close_all()
        else:
            copy_to_postgresql(Path(settings.VAR_DIR), database)
            afterwards.callback(in_postgresql.drop, database, database["NAME"])
            afterwards.callback(connection.close_pool)  # type: ignore[attr-defined]
            afterwards.callback(connections.close_all)
        if (store := server_store()) is not None:
            afterwards.callback(store.take_away)
            with django_db_blocker.unblock():
                Keeper(store).rebuild()
                connections.close_all()
        yield


@pytest.fixture(autouse=True)
def _search_server_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a server answers, it does in every test: what happens when it does not has tests of its own."""
    if settings.SEARCH_URL.startswith("elasticsearch"):
        monkeypatch.setattr("search.engines.standby.PATIENCE", 30.0)
        found = engine()
        assert isinstance(found, WithStandby)
        monkeypatch.setattr(found.breaker, "watch", lambda: None)
        monkeypatch.setattr(found.breaker, "is_closed", True)


def index_folder() -> Folder:
    """Where this process keeps its index."""
    return embedded_folder()


@pytest.fixture
def site(db: None) -> None:
    """A site as a fresh machine has it, with its index; the caches of a process know of no other test."""
    forget_gazetteer()


@pytest.fixture
def own_index(site: None, tmp_path: Path, settings: Any) -> Iterator[Callable[[], None]]:
    """An index of the test's own, for tests that change things; call it to bring the index up to date."""
    with ExitStack() as afterwards:
        if settings.SEARCH_URL.startswith("elasticsearch"):
            settings.SEARCH_URL += f"-{uuid.uuid4().hex[:8]}"
            store = server_store()
            assert store
            afterwards.callback(store.take_away)
            found: Store = store
        else:
            settings.SEARCH_URL = f"embedded://{tmp_path / 'search'}"
            (tmp_path / "search").mkdir()
            found = embedded_store()
        engine.cache_clear()
        afterwards.callback(engine.cache_clear)
        if isinstance(now := engine(), WithStandby):
            now.breaker.watch = lambda: None  # type: ignore[method-assign]
            now.breaker.is_closed = True
        keeper = Keeper(found)
        keeper.rebuild()

        def bring_up_to_date() -> None:
            keeper.keep_up()

        yield bring_up_to_date
