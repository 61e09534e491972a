"""A parent types what is going on, as it comes: what was understood is shown, and can be taken back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import ask, follow, results

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(params=[True, False], ids=["with_script", "without_script"])
def page(request: pytest.FixtureRequest, visit: Callable[..., Page]) -> Page:
    """The front page on a phone."""
    page = visit(java_script_enabled=request.param)
    page.goto("/")
    return page


class TestAFamilyInItsOwnWords:
    def test_sees_what_was_understood_and_takes_one_thing_back(self, page: Page):
        ask(page, "my 4 year old wont sleep hitchin")
        chips = page.locator(".lo-chips")
        expect(chips).to_contain_text("Age 4")
        expect(chips).to_contain_text("Sleep")
        expect(chips).to_contain_text("Hitchin")
        expect(results(page).first).to_contain_text(re.compile("sleep", re.IGNORECASE))
        follow(page, chips.get_by_role("link").filter(has_text="Age 4"))
        expect(page.locator(".lo-chips")).not_to_contain_text("Age 4")
        expect(page.locator(".lo-chips")).to_contain_text("Sleep")
        expect(page.locator(".lo-chips")).to_contain_text("Hitchin")

    def test_is_understood_however_it_spells(self, page: Page):
        ask(page, "ocupasional theripist")
        expect(page.locator("main")).to_contain_text("occupational")
        expect(page.get_by_role("link", name=re.compile("instead")).first).to_be_visible()
        assert (
            "Occupational therapy"
            in [one.inner_text() for one in results(page).get_by_role("link").all()][:3]
        )

    def test_in_danger_sees_whom_to_ring_before_anything_else(self, page: Page):
        ask(page, "wish i could go to sleep and not wake up")
        panel = page.locator(".lo-danger")
        expect(panel.get_by_role("link", name=re.compile("999"))).to_be_visible()
        first, second = panel.bounding_box(), page.locator("#results").bounding_box()
        assert first is not None
        assert second is not None
        assert first["y"] < second["y"]

    def test_who_only_sounds_alarming_is_not_alarmed(self, page: Page):
        ask(page, "dying to meet other mums")
        expect(page.locator(".lo-danger")).to_have_count(0)

    def test_never_stands_before_a_closed_door(self, page: Page):
        page.goto("/search/?q=zzzqqq&age=3&near=Tring&cost=paid&diagnosis=needed")
        expect(page.get_by_role("heading", level=1)).to_contain_text("nothing")
        expect(page.get_by_role("heading", name="What you could try")).to_be_visible()
        follow(page, page.locator("section", has_text="What you could try").get_by_role("link").first)
        assert results(page).count() > 0
