"""axe finds nothing to complain of, on any kind of page, on a small phone and at a desk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.accessibility.kinds import KINDS, go_to, open_folds
from tests.journeys.visiting import DESK
from tests.serving import ROOT

pytestmark = pytest.mark.xdist_group("browser")
AXE = Path(ROOT / "node_modules" / "axe-core" / "axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "asked => axe.run(document, {runOnly: asked, resultTypes: ['violations']})"
SMALL = {"width": 320, "height": 640}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit: Callable[..., Page], kind: str):
    page = visit(viewport=SMALL, bypass_csp=True)
    go_to(page, kind)
    page.add_script_tag(path=AXE)
    open_folds(page)
    assert complaints(page) == []
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    assert complaints(page) == []


def complaints(page: Page, only: list[str] | None = None) -> list[str]:
    """What axe says, one line for each part of the page; by all its rules, or by some of them."""
    asked = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    report: dict[str, Any] = page.evaluate(RUN, asked)
    return [
        f"{found['id']} ({found['help']}): {part['html'][:160]} {part.get('failureSummary', '')}"
        for found in report["violations"]
        for part in found["nodes"]
    ]
