"""What every journey does: follow a link, ask the one question, press Tab so far, measure the width, read a code."""

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page

LONGEST_WALK = 80


def follow(page: Page, way: Locator) -> None:
    """Press a link or a button, and wait for the page that it leads to."""
    with page.expect_navigation():
        way.click()


def ask(page: Page, what: str = "", *, age: str = "", where: str = "") -> None:
    """Fill in the search box that the page shows, and send it."""
    page.get_by_label("What is going on?").fill(what)
    page.get_by_label("How old?").fill(age)
    page.get_by_label("Where?").fill(where)
    follow(page, page.get_by_role("button", name="Find help"))


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
    picture.evaluate("one => one.decode?.()")
    codes = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot())))
    assert [code.format for code in codes] == [zxingcpp.BarcodeFormat.QRCode]
    text: str = codes[0].text
    return text
