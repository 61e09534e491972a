"""The site as families meet it: a real gunicorn in processes of its own, on a free port, with the starting data.

It is made once for each process that tests it, as `make run` makes it: from the prepared site that all tests copy.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from tests.prepared import copy_to

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN, STOPPED_WITHIN = 90.0, 15.0
SCHEDULE_SECONDS = "0.5"  # a family of testers does not wait twenty seconds for what was scheduled


class SiteDidNotStart(RuntimeError):
    """The site has not answered in time; the message holds the end of its log."""


@dataclass(frozen=True)
class ServedSite:
    """A site that answers at `address`, and keeps all it makes in `folder`."""

    address: str
    folder: Path
    process: subprocess.Popen[bytes]

    def log(self) -> str:
        """All that the site has logged, access log included."""
        return (self.folder / "log").read_text(errors="replace")

    def stop(self) -> None:
        """End the site's own processes, and no others, and clear up after them."""
        if self.process.poll() is not None:
            return  # ended already
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def serve() -> ServedSite:
    """Move in and open the doors; SiteDidNotStart if nobody answers."""
    folder = Path(tempfile.mkdtemp(prefix="local-offer-served-"))
    address = f"http://127.0.0.1:{_free_port()}"
    environment = _environment(folder, address)
    copy_to(folder)
    collecting = subprocess.Popen(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        cwd=ROOT,
        env=environment,
    )
    move_in = "from tests.journeys.moving_in import move_in; move_in()"
    subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", move_in],
        cwd=ROOT,
        env=environment,
        check=True,
    )
    if collecting.wait():
        raise SiteDidNotStart("collectstatic failed")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [Path(sys.executable).parent / "gunicorn", "local_offer.wsgi", "--config", "gunicorn.conf.py"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    site = ServedSite(address, folder, process)
    _wait_for(site)
    return site


def _environment(folder: Path, address: str) -> dict[str, str]:
    """The environment of a site of its own: nothing of the tests' settings gets in."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": "local_offer.settings",
        "VAR_DIR": str(folder),
        "SITE_URL": address,
        "BIND": address.removeprefix("http://"),
        "SCHEDULE_SECONDS": SCHEDULE_SECONDS,
        "ACCESS_LOG": "1",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(site: ServedSite) -> None:
    """Until the front page answers."""
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and site.process.poll() is None:
        try:
            with urllib.request.urlopen(site.address, timeout=READY_WITHIN):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    log = site.log()[-3000:]
    site.stop()
    raise SiteDidNotStart(log)
