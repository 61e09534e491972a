"""What tests share: a site with its real starting data, and an index that is brought up to date on demand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from local_offer.places.current import forget_gazetteer
from search.answering import engine
from search.engines.address import read_address
from search.engines.embedded.keeper import Keeper
from search.engines.embedded.storage import Folder


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """The starting data are loaded once for each process; every test works in a transaction above them."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        call_command("load_starting_data", verbosity=0)
        call_command("sync_groups", verbosity=0)
        forget_gazetteer()
        Keeper(index_folder()).rebuild()


def index_folder() -> Folder:
    return Folder(read_address(settings.SEARCH_URL).folder)


@pytest.fixture
def site(db: None) -> None:
    """A site as a fresh machine has it, with its index; the caches of a process know of no other test."""
    forget_gazetteer()


@pytest.fixture
def own_index(site: None, tmp_path: Path, settings: pytest.FixtureRequest) -> Iterator[Callable[[], None]]:
    """An index of the test's own, for tests that change things; call it to bring the index up to date."""
    settings.SEARCH_URL = f"embedded://{tmp_path / 'search'}"  # type: ignore[attr-defined]
    engine.cache_clear()
    keeper = Keeper(Folder(tmp_path / "search"))
    (tmp_path / "search").mkdir()
    keeper.rebuild()
    yield lambda: keeper.keep_up() and None
    engine.cache_clear()
