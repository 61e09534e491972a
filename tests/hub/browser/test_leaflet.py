"""A topic prints as a leaflet that a school nurse can hand over: two sheets' sides, three at most."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.xdist_group("browser")

PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")


def sides(page: Page) -> int:
    """The sides of A4 that the page prints on."""
    return len(PAGES.findall(page.pdf(format="A4")))


@pytest.mark.parametrize("slug", ["sleep", "anxiety", "behaviour", "fasd"])
def test_a_topic_is_a_leaflet(visit: Callable[..., Page], slug: str) -> None:
    page = visit()
    page.goto(f"/neurodiversity/{slug}/")
    assert 1 <= sides(page) <= 3


def test_paper_shows_no_menus_and_no_list_of_pages_that_paper_cannot_open(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/neurodiversity/sleep/")
    page.emulate_media(media="print")
    for name in (".lo-nav", ".lo-foot", ".lo-contents", ".govuk-breadcrumbs", ".lo-reading .lo-ways"):
        assert not page.locator(name).first.is_visible(), name
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".lo-section--try").is_visible()
