"""Tests that need a real server; not part of the default suite. `pytest tests/servers -m servers` runs them.

What is missing is said, and fails: a test that is passed over proves nothing.
"""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from local_offer.databases import POSTGRESQL, database_at
from tests import in_postgresql
from tests.prepared import copy_to_postgresql
from tests.servers.site import Site

MISSING = (
    "These tests need a PostgreSQL server in DATABASE_URL, with a user who may make databases. One to throw away: "
    "scripts/postgresql run .venv/bin/pytest tests/servers -m servers"
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is marked, and needs a server."""
    for item in items:
        if "tests/servers/" in item.path.as_posix():
            item.add_marker("servers")


@pytest.fixture(scope="session")
def postgresql() -> dict[str, Any]:
    """Django's settings for the server's database; whatever a test makes, it makes beside that."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        pytest.fail(MISSING)
    database = database_at(address)
    assert database["ENGINE"] == POSTGRESQL
    try:
        assert in_postgresql.exists(database, "postgres")
    except psycopg.Error as trouble:
        pytest.fail(f"{MISSING}\nThe one that is named does not answer: {trouble}")
    return database


@pytest.fixture
def empty_database(postgresql: dict[str, Any]) -> Iterator[str]:
    """The address of an empty database of the test's own."""
    name = f"test-{uuid.uuid4().hex[:12]}"
    yield in_postgresql.made(postgresql, name)
    in_postgresql.drop(postgresql, name)


@pytest.fixture
def site_in_a_server(postgresql: dict[str, Any], tmp_path: Path) -> Iterator[Site]:
    """A site with the starting data, in PostgreSQL."""
    database = {**postgresql, "NAME": f"test-{uuid.uuid4().hex[:12]}"}
    copy_to_postgresql(tmp_path / "site", database)
    yield Site(tmp_path / "site", in_postgresql.address_of(database, database["NAME"]))
    in_postgresql.drop(postgresql, database["NAME"])
