"""A word is explained in a browser without scripts: by keyboard, on a narrow phone, and on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility.kinds import open_folds

pytestmark = pytest.mark.xdist_group("browser")

NARROW = {"width": 320, "height": 640}


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    page = visit(viewport=NARROW, java_script_enabled=False)
    page.goto("/guides/ehcp/")
    return page


def test_a_word_opens_and_closes_by_keyboard_alone(page: Page) -> None:
    button = page.locator("button.lo-word").first
    meaning = page.locator(f"#{button.get_attribute('popovertarget')}")
    expect(meaning).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def expanded(page: Page, name: str) -> list[bool]:
    """What a screen reader is told of the buttons of this name: whether what they open is open."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    buttons = [
        node
        for node in nodes
        if node.get("role", {}).get("value") == "button" and node["name"]["value"] == name
    ]
    facts = [fact for button in buttons for fact in button["properties"] if fact["name"] == "expanded"]
    return [fact["value"]["value"] for fact in facts]


def test_a_screen_reader_is_told_that_the_word_can_be_opened(page: Page) -> None:
    button = page.locator("button.lo-word").first
    name = button.inner_text()
    assert expanded(page, name) == [False]
    button.press("Enter")
    assert expanded(page, name) == [True]


def test_the_link_to_the_whole_list_is_the_next_stop_of_the_keyboard(page: Page) -> None:
    page.locator("button.lo-word").first.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".lo-means a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/jargon/#word-*")


def test_an_open_meaning_fits_on_the_narrowest_phone(page: Page) -> None:
    open_folds(page)
    for button in page.locator("button.lo-word").all():
        button.press("Enter")
        box = page.locator(f"#{button.get_attribute('popovertarget')}").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]
        page.keyboard.press("Escape")


@pytest.mark.parametrize("slug", ["ehcp", "jargon", "how-hertfordshire-is-doing", "outcomes"])
def test_no_page_is_wider_than_the_narrowest_phone(visit: Callable[..., Page], slug: str) -> None:
    page = visit(viewport=NARROW)
    page.goto(f"/guides/{slug}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_paper_has_the_meaning_in_brackets(page: Page) -> None:
    page.emulate_media(media="print")
    meaning = page.locator(".lo-section .lo-means:not(.lo-means--said)").first
    expect(meaning).to_be_visible()
    expect(meaning.locator("a")).to_be_hidden()
    expect(page.locator(".lo-means--said").first).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "place"), [("/guides/ehcp/", ".lo-lead"), ("/areas/hertsmere/", ".lo-card")]
)
def test_on_paper_a_title_and_a_list_are_read_at_a_glance(page: Page, path: str, place: str) -> None:
    page.goto(path)
    page.emulate_media(media="print")
    meaning = page.locator(f"{place} .lo-means").first
    assert meaning.count() == 1
    expect(meaning).to_be_hidden()
