"""An editor pins a service to some words, and within seconds a family that types them sees it first."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import results
from tests.journeys.moving_in import EDITOR, PASSWORD
from tests.journeys.visiting import DESK

pytestmark = pytest.mark.xdist_group("browser")
PATIENCE = 60  # seconds; a machine that runs many tests at once is slower than the site it tests


def test_a_service_is_chosen_looked_at_saved_and_found_first(visit: Callable[..., Page]) -> None:
    desk, family = visit(editor=True, viewport=DESK), visit()
    desk.goto("/admin/login/")
    desk.get_by_label("Username").fill(EDITOR)
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_role("button", name="Sign in").click()
    expect(desk).to_have_url(re.compile(r"/admin/$"))

    desk.goto("/admin/snippets/search/pinnedanswer/add/")
    desk.locator("[name=phrases]").fill("wombat evenings")
    desk.get_by_role("button", name="Add service").click()
    desk.get_by_role("button", name="Choose service").first.click()
    offered = desk.locator(".modal-body table").get_by_role("link").first
    name = offered.inner_text().strip()
    offered.click()
    expect(desk.locator(".modal-body")).to_have_count(0)
    desk.get_by_role("button", name="See what changes").click()
    table = desk.get_by_role("region", name="What would change").get_by_role("table")
    expect(table.get_by_role("row", name=re.compile("wombat evenings"))).to_contain_text(name)
    desk.get_by_role("button", name=re.compile("^(Save|Create)$")).first.click()
    expect(desk).to_have_url(re.compile("/admin/snippets/search/pinnedanswer/$"))

    deadline = time.monotonic() + PATIENCE
    while _first(family) != name and time.monotonic() < deadline:
        family.wait_for_timeout(200)
    assert _first(family) == name
    expect(results(family).first).to_contain_text("picked by our team")


def _first(page: Page) -> str:
    """The name of what comes first for a family that types the words."""
    page.goto("/search/?q=our+wombat+evenings")
    found = results(page)
    return found.first.get_by_role("link").first.inner_text().strip() if found.count() else ""
