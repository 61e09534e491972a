"""Somebody who uses no mouse and touches no screen."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import results, tab_to
from tests.journeys.visiting import DESK, PHONE

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_the_search_is_walked_by_tab_and_enter_alone(
    visit: Callable[..., Page], size: dict[str, int], script: bool
):
    page = visit(viewport=size, java_script_enabled=script)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    page.keyboard.press("Enter")

    assert tab_to(page, page.get_by_label("What is going on?")) == 1
    page.keyboard.type("worried about school")
    assert tab_to(page, page.get_by_label("How old?")) == 1
    page.keyboard.type("12")
    assert tab_to(page, page.get_by_label("Where?")) == 1
    page.keyboard.type("Stevenage")
    with page.expect_navigation(url=re.compile("near=Stevenage")):
        page.keyboard.press("Enter")

    page.keyboard.press("Tab")
    assert tab_to(page, page.get_by_role("link", name="Skip to the results")) == 1
    page.keyboard.press("Enter")
    first = results(page).first.get_by_role("link")
    name = first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
