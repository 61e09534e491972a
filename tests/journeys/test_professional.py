"""A school nurse, a SENCO or a GP with two minutes: a link, a code and a sheet of paper for one family."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import follow, read_code, results
from tests.journeys.visiting import DESK
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")
FEW = 6  # presses of a key or a mouse, typing apart


class Hand:
    """Counts what a person does: each press counts, typing in a field does not."""

    def __init__(self) -> None:
        self.actions = 0

    def __call__(self, press: Callable[[], None]) -> None:
        self.actions += 1
        press()


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_a_search_becomes_a_link_a_code_and_a_sheet_in_few_actions(
    visit: Callable[..., Page], served: ServedSite, script: bool
):
    page, hand = visit(viewport=DESK, java_script_enabled=script), Hand()
    page.goto("/")
    page.get_by_label("What is going on?").fill("anxious about school")
    page.get_by_label("How old?").fill("9")
    page.get_by_label("Where?").fill("Watford")
    hand(lambda: follow(page, page.get_by_role("button", name="Find help")))
    found = results(page).count()
    assert found > 0

    link = page.locator(".lo-share").get_by_role("link").first.get_attribute("href") or ""
    assert link.startswith(f"{served.address}/s")
    hand(page.get_by_text("Show a code for a phone’s camera").click)
    assert read_code(page.locator(".lo-share .lo-qr")) == link

    hand(lambda: follow(page, page.get_by_role("link", name="Print")))
    expect(page.get_by_role("heading", level=1)).to_contain_text("near Watford")
    assert page.locator(".lo-card").count() == found
    assert read_code(page.locator("svg.qr")) == link
    assert hand.actions < FEW

    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_contain_text("near Watford")
    expect(page.get_by_label("How old?")).to_have_value("9")
    assert results(page).count() == found


def test_one_press_copies_the_link(visit: Callable[..., Page], served: ServedSite):
    page = visit(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/search/?q=SENDIASS")
    follow(page, results(page).first.get_by_role("link"))
    page.get_by_role("button", name="Copy a short link").click()
    expect(page.get_by_text("Copied. You can paste it into a message.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(re.escape(served.address) + r"/s/\w+", copied)


def test_a_browser_that_will_not_copy_is_helped_on(visit: Callable[..., Page]):
    page = visit(viewport=DESK)
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))")
    page.goto("/search/?q=SENDIASS")
    page.get_by_role("button", name="Copy a short link").click()
    expect(page.get_by_text("Press and hold the link to copy it yourself.")).to_be_visible()


def test_without_script_no_button_is_shown_that_does_nothing(visit: Callable[..., Page]):
    page = visit(viewport=DESK, java_script_enabled=False)
    page.goto("/search/?q=SENDIASS")
    expect(page.get_by_role("button", name="Copy a short link")).to_be_hidden()
    expect(page.locator(".lo-share").get_by_role("link").first).to_be_visible()
