"""Locks by which one process of the whole site does a thing and all others leave it alone; they go when it does."""

import fcntl
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connection

# Tells this site's locks from other locks in the same database.
OURS = 20_250
Held = Callable[[], bool]


@contextmanager
def held_by_one(name: str) -> Iterator[Held | None]:
    """Hold the lock of this name, or get None at once if another does. What is given tells whether it is still held.

    With PostgreSQL the lock is in the database, so that it counts for all machines; it has a connection of its own,
    since a lock lasts as long as its connection. With SQLite there is one machine, and the lock is a file.
    """
    if connection.vendor == "postgresql":
        with _held_in_database(name) as held:
            yield held
    else:
        with held_in_file(Path(settings.VAR_DIR) / f"{name}.lock") as held:
            yield held


@contextmanager
def held_in_file(path: Path) -> Iterator[Held | None]:
    """The same among the processes of one machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
            return
        yield lambda: True


@contextmanager
def _held_in_database(name: str) -> Iterator[Held | None]:
    parameters = {**connection.get_connection_params(), "keepalives_idle": 10}
    for pooled in ("pool", "context", "cursor_factory", "prepare_threshold"):
        parameters.pop(pooled, None)
    with psycopg.connect(**parameters, autocommit=True) as own:
        found = own.execute(
            "SELECT pg_try_advisory_lock(%s, %s)", [OURS, zlib.crc32(name.encode()) >> 1]
        ).fetchone()
        if not found or not found[0]:
            yield None
            return

        def still() -> bool:
            try:
                own.execute("SELECT 1")
            except psycopg.Error:
                return False
            return True

        yield still
