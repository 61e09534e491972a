"""How a test visits the site: in Chromium, which can reach this site alone.

Each folder of browser tests takes these fixtures into its `conftest.py`; they all visit the same site.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.prepared import copy_to
from tests.serving import ServedSite, serve

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
AS_A_RULE = {"viewport": PHONE, "device_scale_factor": 2}
ON_MACHINE = ("data", "blob", "about", "chrome-error")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Every name and every address but the site's own leads nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

PATIENCE = 20_000  # milliseconds; the machine may be busy
expect.set_options(timeout=PATIENCE)

# A family of testers does not wait twenty seconds for what was scheduled.
LIVELY = {"SCHEDULE_SECONDS": "0.5", "ACCESS_LOG": "1"}
MOVE_IN = "from tests.journeys.moving_in import move_in; move_in()"


@cache
def the_site() -> ServedSite:
    """The site with its starting data, made once for each process that visits it."""
    folder = Path(tempfile.mkdtemp(prefix="local-offer-served-"))
    copy_to(folder)
    return serve(ServedSite, folder, ServedSite.answers, then=MOVE_IN, settings=LIVELY)


def close_the_site() -> None:
    """Stop it, and clear up after it."""
    the_site().stop()
    shutil.rmtree(the_site().folder, ignore_errors=True)


@dataclass
class Seen:
    """What went on behind a page: requests to other sites, and what the browser complained about."""

    address: str
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Keep an eye on all pages of a context."""
        context.on("request", lambda request: self._request(request.url))
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _request(self, url: str) -> None:
        if urlsplit(url).scheme not in ON_MACHINE and not url.startswith(self.address):
            self.strangers.append(url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "the server responded with a status of" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture(scope="session")
def db() -> None:
    """No database: these tests know the site by what it shows, and beside a running browser Django refuses them."""


@pytest.fixture(scope="session")
def served(request: pytest.FixtureRequest) -> ServedSite:
    """The running site. It stops when the tests of this process end."""
    site = the_site()
    request.config.add_cleanup(close_the_site)
    return site


@pytest.fixture(scope="module")
def browser(served: ServedSite) -> Iterator[Browser]:
    """One browser for the tests of a file; beside a running one, Django would refuse other tests their database."""
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, served: ServedSite) -> Iterator[Callable[..., Page]]:
    """Opens an empty page as a new visitor. Options are those of a Playwright context; a phone, unless said.

    When the test is over, nobody else has been asked for anything, the browser has not complained, and no visitor
    has been given a cookie but those who signed in (`editor=True`).
    """
    opened: list[tuple[BrowserContext, Seen, bool]] = []

    def open_page(*, editor: bool = False, **options: object) -> Page:
        context = browser.new_context(**{**AS_A_RULE, "base_url": served.address, **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        seen = Seen(served.address)
        seen.watch(context)
        opened.append((context, seen, editor))
        return context.new_page()

    yield open_page
    for context, seen, editor in opened:
        cookies = context.cookies()
        context.close()
        assert not seen.strangers
        assert not seen.complaints
        assert editor or not cookies
