"""A site that says as much as it can: its real web server, with the access log and every line for debugging.

It keeps all it makes in one folder, and leaves the folder behind when it stops.
"""

import socket
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from tests.prepared import copy_to
from tests.serving import ServedSite, serve

PHONE = "Mozilla/5.0 (Android 15; Mobile) Firefox/140.0"
LOUD = {"ACCESS_LOG": "1", "LOG_LEVEL": "DEBUG", "GUNICORN_CMD_ARGS": "--log-level debug", "WEB_WORKERS": "2"}


class LoudSite(ServedSite):
    """A site that is asked as browsers ask, and otherwise."""

    def ask(self, path: str, agent: str = PHONE, **fields: str) -> str:
        """What a browser gets, after all redirects. It tells, as browsers do, which page it comes from."""
        address = f"{self.address}{path}?{urllib.parse.urlencode(fields)}"
        return _answer(urllib.request.Request(address, headers={"User-Agent": agent, "Referer": address}))

    def send(self, path: str, **fields: str) -> str:
        """What a browser gets that sends a form."""
        body = urllib.parse.urlencode(fields).encode()
        return _answer(urllib.request.Request(f"{self.address}{path}", body, headers={"User-Agent": PHONE}))

    def say(self, request: bytes) -> bytes:
        """What the web server answers to bytes that no browser sends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return connection.recv(65536)


def serve_loudly(folder: Path) -> LoudSite:
    """Start it with the starting data, and wait until it answers searches."""
    copy_to(folder)
    return serve(LoudSite, folder, _answers_searches, settings=LOUD)


def _answers_searches(site: LoudSite) -> bool:
    """Ask as a program does, so that asking is not counted."""
    try:
        return "can help" in site.ask("/search/", agent="a bot that waits", q="autism")
    except (urllib.error.URLError, ConnectionError):
        return False


def _answer(request: urllib.request.Request) -> str:
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode())
