"""Suggestions under a parent's hands: by keyboard, by touch, to the ear, and not at all without a script."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.accessibility.test_axe import AXE, complaints
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")
LONGER_THAN_ANY_PAUSE = 600  # milliseconds
THE_FIRST_EVER = 20_000  # milliseconds; a process that has just started reads the words of the search first


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """The front page on a phone."""
    page = visit()
    page.goto("/")
    return page


def box(page: Page) -> Locator:
    return page.get_by_label("What is going on?")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def type_and_wait(page: Page, words: str) -> None:
    box(page).press_sequentially(words)
    expect(options(page).first).to_be_visible(timeout=THE_FIRST_EVER)


class TestByKeyboard:
    def test_the_box_says_what_it_is_and_whether_its_list_is_open(self, page: Page):
        expect(box(page)).to_have_role("combobox")
        expect(box(page)).to_have_attribute("aria-expanded", "false")
        type_and_wait(page, "slee")
        expect(box(page)).to_have_attribute("aria-expanded", "true")
        expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))

    def test_up_and_down_walk_the_list_while_the_cursor_stays_in_the_box(self, page: Page):
        type_and_wait(page, "slee")
        for place in (0, 1):
            page.keyboard.press("ArrowDown")
            chosen = options(page).nth(place)
            expect(chosen).to_have_attribute("aria-selected", "true")
            expect(box(page)).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "?")
        expect(box(page)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(page.locator("[aria-selected=true]")).to_have_count(0)
        page.keyboard.press("ArrowUp")
        expect(options(page).last).to_have_attribute("aria-selected", "true")

    def test_enter_on_a_search_keeps_the_age_and_the_place(self, page: Page):
        page.get_by_label("How old?").fill("7")
        page.get_by_label("Where?").fill("Hitchin")
        type_and_wait(page, "wont sleep")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/search/"))
        expect(box(page)).to_have_value("won't sleep")
        expect(page.get_by_label("How old?")).to_have_value("7")
        expect(page.get_by_label("Where?")).to_have_value("Hitchin")

    def test_enter_in_the_box_alone_searches_for_what_was_typed(self, page: Page):
        type_and_wait(page, "slee")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/search/\?q=slee(&|$)"))

    def test_escape_closes_the_list_and_leaves_the_words(self, page: Page):
        type_and_wait(page, "slee")
        page.keyboard.press("Escape")
        expect(options(page)).to_have_count(0)
        expect(box(page)).to_have_value("slee")

    def test_tab_goes_on_to_the_age_and_leaves_no_list_in_the_way(self, page: Page):
        type_and_wait(page, "slee")
        page.keyboard.press("Tab")
        expect(page.get_by_label("How old?")).to_be_focused()
        expect(options(page)).to_have_count(0)


class TestByTouch:
    def test_a_service_is_visited(self, page: Page):
        type_and_wait(page, "sendias")
        options(page).filter(has_text="Service").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("SENDIASS")

    def test_a_place_goes_into_where_and_the_question_is_still_open(self, page: Page):
        type_and_wait(page, "hitch")
        options(page).filter(has_text="Place").first.click()
        expect(page.get_by_label("Where?")).to_have_value("Hitchin")
        expect(box(page)).to_have_value("")
        expect(box(page)).to_be_focused()
        expect(page.locator("#q-suggestions-said")).to_have_text("Where? Hitchin")

    def test_each_is_as_tall_as_a_thumb_and_inside_the_page(self, page: Page):
        type_and_wait(page, "slee")
        width = (page.viewport_size or {"width": 0})["width"]
        for option in options(page).all():
            shape = option.bounding_box()
            assert shape is not None
            assert shape["height"] >= 44
            assert shape["x"] >= 0
            assert shape["x"] + shape["width"] <= width


class TestToTheEar:
    def test_how_many_there_are_is_said_politely(self, page: Page):
        type_and_wait(page, "slee")
        said = page.locator("#q-suggestions-said")
        expect(said).to_have_attribute("aria-live", "polite")
        count = options(page).count()
        expect(said).to_have_text("1 suggestion" if count == 1 else f"{count} suggestions")
        page.keyboard.press("Escape")
        expect(said).to_have_text("")

    def test_axe_finds_nothing_wrong_with_the_open_list(self, visit: Callable[..., Page]):
        page = visit(bypass_csp=True)
        page.goto("/")
        page.add_script_tag(path=AXE)
        type_and_wait(page, "slee")
        page.keyboard.press("ArrowDown")
        expect(options(page).first).to_have_attribute("aria-selected", "true")
        assert complaints(page) == []


class TestInPrivate:
    def test_a_whole_postcode_and_a_long_sentence_are_not_sent_while_they_are_typed(self, page: Page):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        box(page).fill("AL1 3JE")
        page.wait_for_timeout(LONGER_THAN_ANY_PAUSE)
        box(page).fill("my little one will not sleep and we are all so very tired")
        page.wait_for_timeout(LONGER_THAN_ANY_PAUSE)
        assert not [url for url in asked if "suggest" in url]
        with page.expect_request(re.compile("/search/suggest")):
            box(page).fill("sleep")

    def test_what_was_typed_is_in_no_log(self, page: Page, served: ServedSite):
        with page.expect_response(re.compile("/search/suggest")):
            box(page).press_sequentially("quagga")
        deadline = time.monotonic() + 20  # the line is written after the answer is sent
        while "GET /search/suggest" not in served.log() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert "GET /search/suggest" in served.log()
        assert "quagga" not in served.log()


def test_without_a_script_nothing_is_offered(visit: Callable[..., Page]):
    page = visit(java_script_enabled=False)
    page.goto("/")
    box(page).press_sequentially("slee")
    expect(box(page)).to_have_role("searchbox")
    expect(page.get_by_role("listbox")).to_have_count(0)
