"""What every journey does: ask the one question, press Tab as far as a thing, measure the width, read a QR code."""

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

LONGEST_WALK = 80


def ask(page: Page, what: str = "", *, age: str = "", where: str = "") -> None:
    """Fill in the search box that the page shows, and send it."""
    page.get_by_label("What is going on?").fill(what)
    page.get_by_label("How old?").fill(age)
    page.get_by_label("Where?").fill(where)
    page.get_by_role("button", name="Find help").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def results(page: Page) -> Locator:
    """The cards of the services that were found, without those for the whole county below them."""
    return page.locator("#results .lo-cards").first.locator(".lo-card")


def tab_to(page: Page, goal: Locator) -> int:
    """Press Tab until `goal` has the focus, and say how often; each stop on the way must be seen."""
    for presses in range(1, LONGEST_WALK):
        page.keyboard.press("Tab")
        assert page.locator(":focus").count() == 1, "Tab led out of the page"
        if goal.evaluate("goal => goal === document.activeElement"):
            return presses
    raise AssertionError(f"{LONGEST_WALK} times Tab did not lead there")


def scrolls_sideways(page: Page) -> bool:
    """Whether anything on the page sticks out to the right."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wide


def read_code(picture: Locator) -> str:
    """What a phone's camera reads in a QR code as it is drawn on the page."""
    codes = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot())))
    assert [code.format for code in codes] == [zxingcpp.BarcodeFormat.QRCode]
    text: str = codes[0].text
    return text
