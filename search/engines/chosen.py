"""The engine that the settings name, and the indexes that have to be kept for it."""

from functools import cache
from pathlib import Path

from django.conf import settings

from search.engines.address import ElasticAddress, read_address
from search.engines.base import Engine
from search.engines.elastic.client import connect
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.store import ElasticStore
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.storage import Folder, Reader
from search.engines.embedded.store import EmbeddedStore
from search.engines.standby import PATIENCE, WithStandby

# Writing takes longer than asking, and nobody waits for it.
KEEPERS_PATIENCE = 60.0


@cache
def engine() -> Engine:
    """One for each process."""
    own = EmbeddedEngine(Reader(embedded_folder()))
    address = read_address(settings.SEARCH_URL)
    if not isinstance(address, ElasticAddress):
        return own
    store = ElasticStore(connect(address, PATIENCE), address.prefix)
    return WithStandby(ElasticEngine(store.client, store.read_alias), own)


def server_trouble() -> str:
    """Why the search server cannot be used now, in words; empty if it can, or if there is none.

    SearchAddressError if SEARCH_URL is wrong.
    """
    store = server_store(seconds=3.0)
    return store.trouble() if store else ""


def embedded_folder() -> Folder:
    """Where this machine's own index lies; beside a search server it stands by."""
    address = read_address(settings.SEARCH_URL)
    if isinstance(address, ElasticAddress):
        return Folder(address.standby or Path(settings.VAR_DIR) / "search")
    return Folder(address.folder)


def embedded_store() -> EmbeddedStore:
    """This machine's own index, for its keeper."""
    return EmbeddedStore(embedded_folder())


def server_store(seconds: float = KEEPERS_PATIENCE) -> ElasticStore | None:
    """The index in the search server, for its keeper; None where there is no server."""
    address = read_address(settings.SEARCH_URL)
    if not isinstance(address, ElasticAddress):
        return None
    return ElasticStore(connect(address, seconds), address.prefix)
