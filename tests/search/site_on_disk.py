"""A site of a test's own in a folder, with real files and real processes: for what only shows between processes."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tests.conftest import index_folder

ROOT = Path(__file__).resolve().parents[2]
# Nothing here takes so long; it only keeps a test that has gone wrong from waiting for ever.
PATIENCE = 60.0


def write_out(var: Path) -> Path:
    """The database and index that the tests begin with, as files under `var`; not from inside a transaction."""
    var.mkdir(parents=True)
    connection.ensure_connection()
    with sqlite3.connect(var / "local_offer.sqlite3") as copy:
        connection.connection.backup(copy)
    copy.close()
    shutil.copytree(index_folder().root, var / "search")
    return var


def thin_out(var: Path) -> list[str]:
    """Leave a few services and pages, so that an index is built in no time. The ids of the services."""
    with sqlite3.connect(var / "local_offer.sqlite3") as database:
        few = "SELECT id FROM directory_service WHERE live AND not_for = '' ORDER BY id LIMIT 12"
        database.execute(f"UPDATE directory_service SET live = 0 WHERE id NOT IN ({few})")
        database.execute("UPDATE wagtailcore_page SET live = 0 WHERE depth > 3")
        left = [str(pk) for (pk,) in database.execute(few)]
    database.close()
    shutil.rmtree(var / "search")
    return left


def surroundings(var: Path, **more: str) -> dict[str, str]:
    """The environment of a process of that site."""
    own = {"VAR_DIR": str(var), "SECRET_KEY": "only-for-tests-" + "x" * 50, "PYTHONPATH": str(ROOT)}
    quiet = {"OPENBLAS_NUM_THREADS": "1", "LOG_LEVEL": "ERROR", "PYTHONDONTWRITEBYTECODE": "1"}
    kept = {name: value for name, value in os.environ.items() if name not in ("TEST_ROOT", "DATABASE_URL")}
    return {**kept, "DJANGO_SETTINGS_MODULE": "local_offer.settings", **own, **quiet, **more}


def wait_until(true: Callable[[], object], what: str, every: float = 0.01) -> None:
    """Wait for something that is sure to come."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"{what} did not come in {PATIENCE} seconds"
        time.sleep(every)


class Forks:
    """Children of the fork server, and orders for them; threads may share it."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server, self._lock = server, threading.Lock()
        self.alive: set[int] = set()

    def _order(self, *words: object) -> int:
        assert self._server.stdin
        assert self._server.stdout
        with self._lock:
            self._server.stdin.write(json.dumps(words) + "\n")
            self._server.stdin.flush()
            return int(self._server.stdout.readline())

    def start(self, role: str, *arguments: object) -> int:
        child = self._order(role, *map(str, arguments))
        self.alive.add(child)
        return child

    def has_ended(self, child: int) -> bool:
        ended = child not in self.alive or self._order("ended", child) != 0
        if ended:
            self.alive.discard(child)
        return ended

    def wait(self, child: int) -> None:
        wait_until(lambda: self.has_ended(child), f"The end of process {child}")

    def end(self, child: int, by: signal.Signals = signal.SIGKILL) -> None:
        """Kill a child, and wait until it is no more."""
        if self._order("send", child, int(by)):
            self.alive.discard(child)
        self.wait(child)


@contextmanager
def forks(var: Path, said: Path) -> Iterator[Forks]:
    """A fork server for this site; its children are ended with it."""
    script = Path(__file__).with_name("fork_server.py")
    server = subprocess.Popen(
        [sys.executable, str(script), str(said)],
        cwd=ROOT,
        env=surroundings(var),
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    children = Forks(server)
    try:
        yield children
    finally:
        for child in list(children.alive):
            children.end(child)
        server.communicate(timeout=PATIENCE)
