"""An editor adds a phrase, sees what it would do, saves it, and a family that types it finds help at once."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import results
from tests.journeys.moving_in import EDITOR, PASSWORD
from tests.journeys.visiting import DESK

pytestmark = pytest.mark.xdist_group("browser")
WORDS = {"with_script": "quokka marmalade", "without_script": "numbat twilight"}  # nothing alike
PATIENCE = 60  # seconds; a machine that runs many tests at once is slower than the site it tests


@pytest.fixture(params=[True, False], ids=["with_script", "without_script"])
def desk(request: pytest.FixtureRequest, visit: Callable[..., Page]) -> Page:
    """An editor who has signed in."""
    page = visit(editor=True, viewport=DESK, java_script_enabled=request.param)
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(EDITOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))
    return page


def understood(page: Page, words: str) -> list[str]:
    """What the site takes a family's words to mean, as the chips say."""
    page.goto(f"/search/?q={words}")
    return [chip.strip() for chip in page.locator(".lo-chips li").all_inner_texts()]


def test_a_phrase_is_looked_at_saved_and_found(
    desk: Page, visit: Callable[..., Page], request: pytest.FixtureRequest
):
    words = next(said for way, said in WORDS.items() if f"[{way}]" in request.node.name)
    family = visit()
    assert not any("Sleep" in chip for chip in understood(family, words))

    desk.goto("/admin/snippets/taxonomy/phrase/add/")
    desk.locator("[name=phrases]").fill(words)
    desk.locator("[name=targets]").fill("sleeep")
    desk.get_by_role("button", name="See what changes").click()
    expect(desk.get_by_text("Did you mean “sleep”").first).to_be_visible()
    desk.locator("[name=targets]").fill("sleep")
    desk.get_by_role("button", name="See what changes").click()
    table = desk.get_by_role("region", name="What would change").get_by_role("table")
    expect(table.get_by_role("rowheader", name=words)).to_be_visible()
    expect(desk.locator("[name=phrases]")).to_have_value(words)
    assert not any("Sleep" in chip for chip in understood(family, words))

    desk.get_by_role("button", name=re.compile("^(Save|Create)$")).first.click()
    expect(desk).to_have_url(re.compile("/admin/snippets/taxonomy/phrase/$"))
    deadline = time.monotonic() + PATIENCE
    found = understood(family, words)
    while not any("Sleep" in chip for chip in found) and time.monotonic() < deadline:
        family.wait_for_timeout(200)
        found = understood(family, words)
    assert any("Sleep" in chip for chip in found)
    assert results(family).count() > 0
