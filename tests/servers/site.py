"""A whole site of a test's own: its database in a file or in a server, its folder, and the processes that serve it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.prepared import prepared_site

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN = 90.0


@dataclass(frozen=True)
class Site:
    """Where a site keeps what it keeps."""

    folder: Path
    database: str
    more: Mapping[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        """That of a process of this site: nothing of the tests' settings gets in."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME", "TMPDIR") if name in os.environ}
        return {
            **kept,
            "DJANGO_SETTINGS_MODULE": "tests.search.served_settings",
            "PYTHONPATH": str(ROOT),
            "VAR_DIR": str(self.folder),
            "DATABASE_URL": self.database,
            "LOG_LEVEL": "WARNING",
            **self.more,
            **more,
        }

    def manage(self, *arguments: str, text: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        """Run one of the site's commands."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment(**more),
            input=text,
            capture_output=True,
            text=True,
        )

    def must(self, *arguments: str, text: str = "", **more: str) -> str:
        """As `manage`, for what is sure to work: what it prints."""
        done = self.manage(*arguments, text=text, **more)
        assert done.returncode == 0, f"{arguments}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
        return done.stdout

    def python(self, program: str) -> str:
        """Run a few lines of Python in a process of this site; what they print."""
        return self.must("shell", "--no-imports", "--command", program)


def site_in_a_file(folder: Path) -> Site:
    """A site with the starting data, in SQLite."""
    shutil.copytree(prepared_site(), folder)
    return Site(folder, f"sqlite:///{folder / 'local_offer.sqlite3'}")


@contextmanager
def served(site: Site, **more: str) -> Iterator[str]:
    """Its address, while gunicorn serves it as in production."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (site.folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("gunicorn"), "local_offer.wsgi", "--config", "gunicorn.conf.py"],
            cwd=ROOT,
            env=site.environment(BIND=address, SITE_URL=f"http://{address}", **more),
            stdout=log,
            stderr=log,
        )
    try:
        _wait_for(f"http://{address}/search/", process, site)
        yield f"http://{address}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


def _wait_for(address: str, process: "subprocess.Popen[bytes]", site: Site) -> None:
    end = time.monotonic() + READY_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=READY_WITHIN):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"The site did not start:\n{(site.folder / 'log').read_text()[-3000:]}")
