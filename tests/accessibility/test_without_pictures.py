"""With pictures off, or unseen, no page loses anything: a drawing is beside its words, or says what it shows."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page

from tests.journeys.crawling import pages
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")


def says_nothing(drawing: Tag) -> bool:
    """Whether a drawing is neither hidden from screen readers nor named for them."""
    if drawing.name == "img":
        return "alt" not in drawing.attrs
    named = drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.find("title")
    return drawing.get("aria-hidden") != "true" and not named


def test_every_drawing_is_named_or_only_decorates(served: ServedSite) -> None:
    mute, seen = {}, 0
    for page in pages(served.address):
        drawings = BeautifulSoup(page.body, "html.parser")(["img", "svg"])
        seen += len(drawings)
        if bad := [str(one)[:80] for one in drawings if says_nothing(one)]:
            mute[page.path] = bad
    assert seen > 500
    assert mute == {}


@pytest.mark.parametrize("path", ["/neurodiversity/sleep/", "/guides/ehcp/", "/areas/north-herts/"])
def test_a_page_reads_the_same_without_its_drawings(visit: Callable[..., Page], path: str) -> None:
    page = visit()
    page.goto(path)
    told = page.locator("main").inner_text()
    drawn = page.locator("main svg text").all_text_contents()
    page.evaluate("for (const one of document.querySelectorAll('img, svg')) one.remove()")
    left = page.locator("main").inner_text()
    assert [line for line in told.split("\n") if line.strip() not in left and line not in drawn] == []
