"""A phone on a poor line gets the site: what crosses the wire, in bytes, compressed as it is sent."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.crawling import crawl
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")
KB = 1024
FIRST_VISIT, ONE_PAGE = 75 * KB, 20 * KB
PICTURES = ("Image", "Other")  # the mark in the browser's tab is "Other"


def test_a_first_visit_is_light(visit: Callable[..., Page]):
    page = visit()
    sent = received_bytes(page, "/")
    assert {kind for kind in sent if kind not in PICTURES} >= {"Document", "Stylesheet", "Script", "Font"}
    assert sum(size for kind, size in sent.items() if kind not in PICTURES) <= FIRST_VISIT


def test_the_next_page_brings_its_own_words_alone(visit: Callable[..., Page]):
    page = visit()
    page.goto("/")
    assert {kind for kind in received_bytes(page, "/neurodiversity/sleep/") if kind not in PICTURES} == {
        "Document"
    }


def test_no_page_is_heavy(served: ServedSite):
    pages = [answer for answer in crawl(served.address).values() if answer.is_page]
    assert {page.path: page.wire for page in pages if page.wire > ONE_PAGE} == {}


def test_what_never_changes_is_kept_for_good(served: ServedSite):
    static = {path: answer for path, answer in crawl(served.address).items() if path.startswith("/static/")}
    assert len(static) > 5
    assert [
        path for path, answer in static.items() if "immutable" not in answer.headers.get("cache-control", "")
    ] == []


def received_bytes(page: Page, path: str) -> dict[str, int]:
    """What the browser itself counts while it loads a page: bytes with their headers, by kind of thing."""
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    browser = page.context.new_cdp_session(page)
    browser.send("Network.enable")
    browser.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    browser.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    page.goto(path, wait_until="networkidle")
    browser.detach()
    total: dict[str, int] = {}
    for request, size in sizes.items():
        if size:  # what the browser had kept crosses no wire
            total[kinds[request]] = total.get(kinds[request], 0) + size
    return total
