"""A topic prints as a leaflet that a school nurse can hand over: both sides of one sheet, with somebody to ring."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.crawling import pages
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")

PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")
HUB, GUIDES = "/neurodiversity/", "/guides/"
# A list of every helpline, hope or word is no leaflet.
LISTS = {HUB, GUIDES, "/guides/jargon/", "/guides/helplines/", "/guides/outcomes/"}


def sides(page: Page, path: str) -> int:
    """The sides of A4 that a page prints on."""
    page.goto(path)
    return len(PAGES.findall(page.pdf(format="A4")))


def printed(served: ServedSite, folder: str) -> list[str]:
    """The pages of a part of the site that are meant to be handed over."""
    found = [one.path for one in pages(served.address) if one.path.startswith(folder)]
    return sorted(set(found) - LISTS)


def test_every_topic_is_one_sheet_of_paper(visit: Callable[..., Page], served: ServedSite) -> None:
    page, topics = visit(), printed(served, HUB)
    assert len(topics) == 28
    assert {path: count for path in topics if (count := sides(page, path)) > 2} == {}


def test_no_guide_needs_more_than_three_sides(visit: Callable[..., Page], served: ServedSite) -> None:
    page, guides = visit(), printed(served, GUIDES)
    assert len(guides) > 20
    counted = {path: sides(page, path) for path in guides}
    assert {path: count for path, count in counted.items() if count > 3} == {}
    assert sum(count <= 2 for count in counted.values()) > len(counted) / 2


def test_a_leaflet_names_each_service_with_a_way_to_reach_it(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/neurodiversity/autism/")
    page.emulate_media(media="print")
    cards = page.locator(".lo-card").all()
    assert len(cards) >= 4
    for card in cards:
        assert re.search(r"More: \S+/s/\w+", card.inner_text()), card.inner_text()
    assert "07716 744662" in page.locator(".lo-cards").first.inner_text()
    assert "Website: spaceherts.org.uk." in page.locator(".lo-cards").first.inner_text()


def test_a_leaflet_says_where_it_is_from_and_whom_to_ring(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/neurodiversity/sleep/")
    assert not page.locator(".lo-paper-only").is_visible()
    page.emulate_media(media="print")
    foot = page.locator(".lo-paper-only").inner_text()
    assert "/neurodiversity/sleep/" in foot
    assert "0300 123 4043" in foot


def test_printed_results_hold_what_a_screen_folds_and_name_a_way_to_each(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/search/?q=sleep&age=7&near=Hitchin")
    more = page.locator(".lo-honey .lo-more")
    assert not more.locator("li").first.is_visible()
    page.emulate_media(media="print")
    assert more.locator("li").first.is_visible()
    assert not more.locator("summary").is_visible()
    page.goto("/search/print/?q=sleep&age=7&near=Hitchin")
    page.emulate_media(media="print")
    for card in page.locator(".lo-card").all():
        assert re.search(r"More: \S+/s/\w+", card.inner_text()), card.inner_text()


def test_paper_shows_no_menus_and_no_list_of_pages_that_paper_cannot_open(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/neurodiversity/sleep/")
    page.emulate_media(media="print")
    for name in (".lo-nav", ".lo-foot", ".lo-contents", ".govuk-breadcrumbs", ".lo-reading .lo-ways"):
        assert not page.locator(name).first.is_visible(), name
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".lo-section--try").is_visible()
