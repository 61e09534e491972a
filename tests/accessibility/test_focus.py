"""Where the focus is can be seen, and it goes through a page in the order in which the page is read."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.accessibility.kinds import go_to
from tests.journeys.visiting import DESK, PHONE

pytestmark = pytest.mark.xdist_group("browser")
MOST_STOPS = 150
STOP = """
() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  // A link over two lines has two boxes, and a corner of the two together may lie outside both.
  const box = here.getClientRects()[0] ?? here.getBoundingClientRect(), style = getComputedStyle(here);
  const x = Math.min(Math.max(box.x + Math.min(box.width, 20) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + Math.min(box.height, 20) / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    what: here.outerHTML.slice(0, 120),
    order: [...document.querySelectorAll('*')].indexOf(here),
    marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    inSight: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    // The corner of a shape's box may lie outside the shape.
    uncovered: !!here.closest('svg') || (!!top && [here, here.labels?.[0]].some(one => one?.contains(top))),
  };
}
"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "kind", ["front page", "results", "service", "topic", "area finder with answers", "report with a slip"]
)
def test_the_focus_is_seen_and_in_order(visit: Callable[..., Page], kind: str, size: dict[str, int]):
    page = visit(viewport=size)
    go_to(page, kind)
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
    stops = list(walk(page))
    assert len(stops) > 5
    for stop in stops:
        assert stop["marked"], f"The focus cannot be seen: {stop['what']}"
        assert stop["inSight"], f"The focus is off the screen: {stop['what']}"
        assert stop["uncovered"], f"Something lies over the focus: {stop['what']}"
    order = [stop["order"] for stop in stops]
    assert order == sorted(order)


def walk(page: Page) -> Iterator[dict[str, Any]]:
    """Each stop of the Tab key, from the top of the page to its end."""
    first = None
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["order"] == first:
            return
        first = stop["order"] if first is None else first
        yield stop
    raise AssertionError(f"{MOST_STOPS} times Tab did not lead through the page")
