"""An Elasticsearch of a test's own, to be stopped, killed and started again."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "elasticsearch"


class OwnElastic:
    """A server on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def url(self, prefix: str) -> str:
        """A SEARCH_URL of it."""
        return f"elasticsearch://127.0.0.1:{self.port}/{prefix}"

    def order(self, what: str) -> None:
        """start, stop, pause, resume or kill9."""
        given = {"ES_DATA": str(self.folder), "ES_PORT": str(self.port), "ES_HEAP": "384m"}
        done = subprocess.run([SCRIPT, what], env={**os.environ, **given}, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


@contextmanager
def own_elastic() -> Iterator[OwnElastic]:
    """Started; stopped and taken away afterwards. It runs as another user, so it cannot lie in a test's own folder."""
    folder = Path(tempfile.mkdtemp(prefix="local-offer-elasticsearch-"))
    folder.chmod(0o755)
    server = OwnElastic(folder)
    server.order("start")
    try:
        yield server
    finally:
        server.order("stop")
        shutil.rmtree(folder, ignore_errors=True)
