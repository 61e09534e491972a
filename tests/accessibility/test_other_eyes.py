"""The same pages with wider letters, in two colours alone, without movement, at four times the size, and on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility.kinds import KINDS, SERVICE, go_to, open_folds
from tests.journeys.asking import scrolls_sideways
from tests.journeys.crawling import crawl, pages
from tests.journeys.visiting import DESK
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")
SMALL = {"width": 320, "height": 640}
BUILT_LIKE_ANOTHER = (
    "results with filters",
    "results, second page",
    "area finder",
    "report",
    "privacy",
    "contact",
)
# WCAG 1.4.12: what a reader may set without losing anything.
WIDE_LETTERS = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
CUT_OFF = """
() => [...document.querySelectorAll('main *, header *, footer *')].filter(one => {
  const style = getComputedStyle(one), hidden = one.closest('.govuk-visually-hidden, svg, .lo-trap');
  const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  const field = ['INPUT', 'SELECT', 'TEXTAREA'].includes(one.tagName);
  const over = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
  return !hidden && !field && clips && over;
}).map(one => one.outerHTML.slice(0, 120))
"""
WITHOUT_EDGE = """
() => [...document.querySelectorAll('.lo-button, .lo-field, .govuk-checkboxes__label')].filter(one => {
  const style = getComputedStyle(one, one.matches('label') ? '::before' : null);
  return one.getClientRects().length && (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1);
}).map(one => one.outerHTML.slice(0, 120))
"""
SLOW = """
() => [...document.querySelectorAll('*')]
  .filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0.01).length
"""


def test_no_page_scrolls_sideways_on_the_smallest_screen(visit: Callable[..., Page], served: ServedSite):
    page = visit(viewport=SMALL)
    told = [one.path for one in pages(served.address) if not one.path.startswith("/services/")]
    assert len(told) > 70
    wide = []
    for path in [*told, SERVICE, f"{SERVICE}print/"]:
        page.goto(path)
        open_folds(page)
        wide += [path] if scrolls_sideways(page) else []
    assert wide == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in BUILT_LIKE_ANOTHER])
def test_wider_letters_lose_nothing(visit: Callable[..., Page], kind: str):
    page = visit(viewport=SMALL, bypass_csp=True)
    go_to(page, kind)
    open_folds(page)
    page.add_style_tag(content=WIDE_LETTERS)
    assert not scrolls_sideways(page)
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize(
    "kind", ["front page", "results with filters", "service", "area finder with answers", "topic"]
)
def test_two_colours_alone_say_as_much(visit: Callable[..., Page], kind: str):
    plain, forced = visit(viewport=DESK), visit(viewport=DESK, forced_colors="active")
    for page in (plain, forced):
        go_to(page, kind)
    assert forced.evaluate("matchMedia('(forced-colors: active)').matches")
    assert forced.locator("body").inner_text() == plain.locator("body").inner_text()
    assert forced.evaluate(WITHOUT_EDGE) == []


@pytest.mark.parametrize("kind", ["front page", "results", "service"])
def test_nothing_moves_for_those_whom_it_makes_ill(visit: Callable[..., Page], kind: str):
    page = visit(viewport=DESK, reduced_motion="reduce")
    go_to(page, kind)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate(SLOW) == 0


@pytest.mark.parametrize("kind", ["service", "results", "topic", "service on paper", "results on paper"])
def test_paper_holds_words_and_links_alone(visit: Callable[..., Page], kind: str):
    page = visit(viewport=DESK)
    go_to(page, kind)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for pressed in (
        ".lo-nav",
        ".lo-search",
        ".lo-filters",
        ".lo-foot",
        ".lo-urgent",
        ".lo-share",
        ".lo-sheet__tools",
    ):
        for one in page.locator(pressed).all():
            expect(one).to_be_hidden()
    if kind != "topic":
        expect(page.get_by_text("On the web:")).to_be_visible()
        expect(page.locator(".lo-paper-only .lo-qr, .lo-sheet__pass svg")).to_be_visible()


def test_paper_holds_what_a_phone_folds_away(visit: Callable[..., Page]):
    page = visit()
    page.goto(SERVICE)
    website = page.locator(".lo-do a[href^='http']").first
    expect(page.locator(".lo-do a[href^='tel:']").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".lo-do a[href^='tel:']").first).to_be_visible()
    expect(website).to_be_visible()
    shown = website.evaluate("link => getComputedStyle(link, '::after').content")
    assert website.get_attribute("href") in shown


def test_every_kind_of_page_that_is_crawled_has_been_looked_at(served: ServedSite):
    looked_at = {path.split("?")[0].strip("/").split("/")[0] for path in KINDS.values()}
    there = {
        path.split("?")[0].strip("/").split("/")[0]
        for path, one in crawl(served.address).items()
        if one.is_page
    }
    assert there - looked_at - {"about", "accessibility", "s"} == set()
