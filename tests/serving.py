"""The site as families meet it: a real gunicorn in processes of its own, on a free port of this machine.

Every test that needs one starts it here, and says what is special about its own: further settings, how to know that
it is ready, and what it wants to ask it.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.error import URLError

ROOT = Path(__file__).resolve().parents[1]
READY_WITHIN, STOPPED_WITHIN = 120.0, 30.0  # seconds; the machine may be busy
LOOK = 0.1
KEPT = ("PATH", "LANG", "TMPDIR")


class SiteDidNotStart(RuntimeError):
    """The site has not answered in time; the message holds the end of its log."""


@dataclass(frozen=True)
class ServedSite:
    """A site that answers on a port of this machine, keeps all it makes in `folder`, and logs into a file."""

    port: int
    folder: Path
    log_file: Path
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def log(self) -> str:
        """All that the site has said."""
        return self.log_file.read_text(errors="replace")

    def answers(self, path: str = "/") -> bool:
        """Whether a page comes."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=READY_WITHIN) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError):
            return False

    def stop(self) -> None:
        """End it as an update does: it may finish what it is doing. Then end its own processes, and no others."""
        if self.process.poll() is not None:
            return  # ended already
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


AnySite = TypeVar("AnySite", bound=ServedSite)


def serve(
    kind: type[AnySite],
    folder: Path,
    ready: Callable[[AnySite], bool] | None,
    *,
    log_file: Path | None = None,
    static: bool = True,
    then: str = "",
    settings: Mapping[str, str] = MappingProxyType({}),
) -> AnySite:
    """Open the doors of the site in a folder, and wait until it is ready; SiteDidNotStart if it never is.

    `settings` are those of the environment that differ from a site's own, such as {"ACCESS_LOG": "1"}.
    `then` is Python that the site runs before it opens, with its own settings. Without `static`, static files keep
    their plain names, which takes no time.
    """
    port = free_port()
    environment = surroundings(
        folder, SITE_URL=f"http://127.0.0.1:{port}", BIND=f"127.0.0.1:{port}", **settings
    )
    if static:
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
    if then:
        manage(environment, "shell", "--no-imports", "--command", then)
    log_file = log_file or folder / "log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [Path(sys.executable).parent / "gunicorn", "local_offer.wsgi", "--config", "gunicorn.conf.py"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    site = kind(port, folder, log_file, process)
    if ready:
        _wait_for(site, ready)
    return site


def surroundings(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a process of the site in a folder: nothing of the tests' own settings gets in."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    own = {"HOME": str(folder), "DJANGO_SETTINGS_MODULE": "local_offer.settings", "VAR_DIR": str(folder)}
    return {**kept, **own, **settings}


def manage(environment: dict[str, str], *command: str) -> None:
    """Run a command of the site."""
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(site: Any, ready: Callable[[Any], bool]) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and site.process.poll() is None:
        if ready(site):
            return
        time.sleep(LOOK)
    log = site.log()[-3000:]
    site.stop()
    raise SiteDidNotStart(log)
