"""A site that says as much as it can: its real web server, with the access log and every line for debugging.

It keeps all it makes in one folder, and leaves the folder behind when it stops.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from tests.prepared import copy_to

ROOT = Path(__file__).resolve().parents[2]
PHONE = "Mozilla/5.0 (Android 15; Mobile) Firefox/140.0"
LOUD = {"ACCESS_LOG": "1", "LOG_LEVEL": "DEBUG", "GUNICORN_CMD_ARGS": "--log-level debug", "WEB_WORKERS": "2"}
READY_WITHIN, STOPPED_WITHIN = 120.0, 30.0


class LoudSiteDidNotStart(RuntimeError):
    """No search was answered in time; the message holds the end of the log."""


@dataclass(frozen=True)
class LoudSite:
    """A site that answers on a port of this machine."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    def log(self) -> str:
        """All that the site has said."""
        return (self.folder / "log").read_text(errors="replace")

    def ask(self, path: str, agent: str = PHONE, **fields: str) -> str:
        """What a browser gets, after all redirects. It tells, as browsers do, which page it comes from."""
        address = f"http://127.0.0.1:{self.port}{path}?{urllib.parse.urlencode(fields)}"
        return _answer(urllib.request.Request(address, headers={"User-Agent": agent, "Referer": address}))

    def send(self, path: str, **fields: str) -> str:
        """What a browser gets that sends a form."""
        address, body = f"http://127.0.0.1:{self.port}{path}", urllib.parse.urlencode(fields).encode()
        return _answer(urllib.request.Request(address, body, headers={"User-Agent": PHONE}))

    def say(self, request: bytes) -> bytes:
        """What the web server answers to bytes that no browser sends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return connection.recv(65536)

    def stop(self) -> None:
        """End it as an update does: it may finish what it is doing."""
        os.kill(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def serve_loudly(folder: Path) -> LoudSite:
    """Start it with the starting data, and wait until it answers searches."""
    copy_to(folder)
    port = _free_port()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ},
        "HOME": str(folder),
        "DJANGO_SETTINGS_MODULE": "local_offer.settings",
        "VAR_DIR": str(folder),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "BIND": f"127.0.0.1:{port}",
        **LOUD,
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=environment, check=True, capture_output=True)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [Path(sys.executable).parent / "gunicorn", "local_offer.wsgi", "--config", "gunicorn.conf.py"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    site = LoudSite(port, folder, process)
    _wait_for(site)
    return site


def _answer(request: urllib.request.Request) -> str:
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(site: LoudSite) -> None:
    """Ask as a program does, so that asking is not counted."""
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and site.process.poll() is None:
        try:
            if "can help" in site.ask("/search/", agent="a bot that waits", q="autism"):
                return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.2)
    log = site.log()[-3000:]
    if site.process.poll() is None:
        site.stop()
    raise LoudSiteDidNotStart(log)
