"""axe finds nothing on any page that an editor writes: all topics, guides and areas, on a small phone and at a desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.accessibility.kinds import open_folds
from tests.accessibility.test_axe import AXE, SMALL, complaints
from tests.journeys.crawling import pages
from tests.journeys.visiting import DESK
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")
# What another size of window may change; the rest is in the page, whatever its size.
BY_SIZE = ["color-contrast", "scrollable-region-focusable", "target-size"]
WRITTEN = ("/neurodiversity/", "/guides/", "/areas/", "/urgent-help/", "/about/", "/accessibility/")


@pytest.mark.parametrize("part", WRITTEN)
def test_axe_finds_nothing_on_any_written_page(visit: Callable[..., Page], served: ServedSite, part: str):
    found = {}
    page = visit(viewport=SMALL, bypass_csp=True)
    for path in (one.path for one in pages(served.address) if one.path.startswith(part)):
        page.set_viewport_size(SMALL)  # type: ignore[arg-type]
        page.goto(path)
        page.add_script_tag(path=AXE)
        open_folds(page)
        found[path, "phone"] = complaints(page)
        page.set_viewport_size(DESK)  # type: ignore[arg-type]
        found[path, "desk"] = complaints(page, BY_SIZE)
    assert found
    assert {where: said for where, said in found.items() if said} == {}
