"""What an editor does in the admin, step by step, as these tests do it again and again."""

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.moving_in import EDITOR, PASSWORD

PATIENCE = 30.0  # seconds, for what must come in the end
LOOK = 0.05


def sign_in(page: Page) -> None:
    """From the admin's front door to its first page."""
    page.goto("/admin/")
    page.get_by_label("Username").fill(EDITOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Directory")).to_be_visible()


def open_services(page: Page) -> None:
    """The list of services, by the menu."""
    page.get_by_role("button", name="Directory").click()
    page.get_by_role("link", name="Services", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name="Services")).to_be_visible()


def look_up_service(page: Page, name: str) -> Locator:
    """The row of one service, looked for by its name."""
    open_services(page)
    page.get_by_role("textbox", name="Search term").fill(name)
    expect(page.locator("main").get_by_role("row")).to_have_count(2)  # one is the head of the table
    return page.locator("main").get_by_role("row", name=name)


def open_service(page: Page, name: str) -> None:
    """The form of one service."""
    look_up_service(page, name).get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("textbox", name="Name")).to_have_value(name)


def summary(page: Page) -> Locator:
    """The field that families read first."""
    return page.get_by_role("textbox", name="Summary")


def choose(page: Page, action: str) -> None:
    """One of the actions beside "Save draft", and wait until it is done."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=action, exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Services")).to_be_visible()


def is_found(family: Page, sentence: str) -> bool:
    """Whether the public search, asked for the last word of a sentence, shows a card with that sentence."""
    word = sentence.rstrip(".").split()[-1]
    page = str(family.context.request.get("/search/", params={"q": word}).text())
    return any(sentence in card for card in page.split('<li class="lo-card">')[1:])


def seconds_until(done: Callable[[], bool]) -> float:
    """How long it takes until `done`; an AssertionError when patience runs out."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        if done():
            return time.monotonic() - began
        time.sleep(LOOK)
    raise AssertionError(f"Still not done after {PATIENCE:.0f} seconds")
