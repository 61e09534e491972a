"""A site of a test's own in a folder, with real files and real processes: for what only shows between processes."""

import http.client
import json
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

from tests.serving import ROOT, ServedSite, serve, surroundings

# Nothing here takes so long; it only keeps a test that has gone wrong from waiting for ever.
PATIENCE = 60.0


def thin_out(var: Path) -> list[str]:
    """Leave sixty services and a few pages, so that an index is built in no time. The ids of the services."""
    with sqlite3.connect(var / "local_offer.sqlite3") as database:
        few = "SELECT id FROM directory_service WHERE live ORDER BY id LIMIT 60"
        database.execute(f"UPDATE directory_service SET live = 0 WHERE id NOT IN ({few})")
        database.execute("UPDATE directory_service SET not_for = ''")  # reading that takes a vocabulary
        database.execute("UPDATE wagtailcore_page SET live = 0 WHERE depth > 3")
        left = [str(pk) for (pk,) in database.execute(few)]
    database.close()
    shutil.rmtree(var / "search")
    return left


def of_a_test(var: Path, **more: str) -> dict[str, str]:
    """The environment of a process of that site, which keeps to itself what it is not asked."""
    own = {"SECRET_KEY": "only-for-tests-" + "x" * 50, "PYTHONPATH": str(ROOT)}
    quiet = {"OPENBLAS_NUM_THREADS": "1", "LOG_LEVEL": "ERROR", "PYTHONDONTWRITEBYTECODE": "1"}
    return surroundings(var, **{**own, **quiet, **more})


def wait_until(true: Callable[[], object], what: str, every: float = 0.01) -> None:
    """Wait for something that is sure to come."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"{what} did not come in {PATIENCE} seconds"
        time.sleep(every)


@contextmanager
def served(var: Path, output: Path, workers: int) -> Iterator["Site"]:
    """The site as production serves it; everything that it says goes to a file."""
    more = {"WEB_WORKERS": str(workers), "ACCESS_LOG": "1", "LOG_LEVEL": "INFO"}
    settings = {**of_a_test(var, **more), "DJANGO_SETTINGS_MODULE": "tests.search.served_settings"}
    site = serve(Site, var, None, log_file=output, static=False, settings=settings)
    try:
        yield site
    finally:
        site.stop()


class Site(ServedSite):
    """A site that is being served, with a look at its processes."""

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
        """The status, the headers and the page."""
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        asking.request("GET", path, headers=headers)
        answer = asking.getresponse()
        page = answer.read().decode()
        asking.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, page

    def is_up(self) -> bool:
        try:
            return self.get("/search/")[0] == 200
        except OSError:
            return False

    def workers(self) -> set[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return set(map(int, children.split()))

    def keeper(self) -> int | None:
        """The worker that holds the lock of the index."""
        lock = self.folder / "search" / "keeper.lock"
        return next((one for one in self.workers() if lock in _open_files(one)), None)

    def readers(self) -> set[int]:
        """The workers that have read the index in use."""
        name = (self.folder / "search" / "current").read_text()
        return {one for one in self.workers() if name in _text_of(Path(f"/proc/{one}/maps"))}


def _open_files(process: int) -> set[Path]:
    try:
        return {one.readlink() for one in Path(f"/proc/{process}/fd").iterdir()}
    except OSError:  # it has just ended, or has just closed one
        return set()


def _text_of(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


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
        env=of_a_test(var),
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
