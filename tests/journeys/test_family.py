"""A parent on a cheap phone, with script and without: from a worry to somebody to ring."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.asking import ask, follow, read_code, results, scrolls_sideways
from tests.journeys.moving_in import CLOSED_NAME, CLOSED_REASON, CLOSED_SLUG
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")
OPENS_A_DOOR = re.compile("No diagnosis needed|Wondering or waiting is fine")
FASTER_THAN_ANYBODY_READS = 2_200  # milliseconds; the form takes what comes sooner for a machine's


@pytest.fixture(params=[True, False], ids=["with_script", "without_script"])
def page(request: pytest.FixtureRequest, visit: Callable[..., Page]) -> Page:
    """The front page on a phone."""
    page = visit(java_script_enabled=request.param)
    page.goto("/")
    return page


class TestAFamily:
    def test_finds_help_without_a_diagnosis_and_takes_it_along(self, page: Page, served: ServedSite):
        ask(page, "sleep", age="7", where="Hitchin")
        expect(page.get_by_role("heading", level=1)).to_contain_text("near Hitchin")
        page.get_by_text("Show filters (0 chosen)").click()
        page.get_by_label("No diagnosis needed").check()
        follow(page, page.get_by_role("button", name="Use these filters"))
        expect(page.get_by_text("Show filters (1 chosen)")).to_be_visible()
        assert results(page).count() > 0
        for card in results(page).all():
            expect(card.locator(".lo-tags")).to_contain_text(OPENS_A_DOOR)

        found_at = page.url
        name = results(page).first.get_by_role("link").inner_text()
        follow(page, results(page).first.get_by_role("link"))
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(page.get_by_role("heading", name="Do we need a diagnosis?")).to_be_visible()
        expect(page.get_by_role("heading", name="What to do now")).to_be_visible()
        service_at = page.url

        short = page.locator(".lo-share").get_by_role("link").first.get_attribute("href") or ""
        assert re.fullmatch(re.escape(served.address) + r"/s/\w{4,12}", short)
        page.get_by_text("Show a code for a phone’s camera").click()
        assert read_code(page.locator(".lo-share .lo-qr")) == short

        follow(page, page.get_by_role("link", name="Back to the results"))
        assert page.url == found_at
        page.goto(short)
        assert page.url == service_at

    def test_prints_a_service_with_its_short_link(self, page: Page):
        ask(page, "SENDIASS")
        follow(page, results(page).first.get_by_role("link"))
        short = page.locator(".lo-share").get_by_role("link").first.get_attribute("href") or ""
        follow(page, page.get_by_role("link", name="Print"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("SENDIASS")
        expect(page.get_by_text(short.removeprefix("http://"))).to_be_visible()
        assert read_code(page.locator("svg.qr")) == short
        follow(page, page.get_by_role("link", name="Back to the page"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("SENDIASS")

    def test_takes_back_what_was_understood_with_one_press(self, page: Page):
        ask(page, "sleep", age="7", where="Hitchin")
        follow(page, page.get_by_role("link", name="Remove Near Hitchin"))
        expect(page.get_by_role("heading", level=1)).not_to_contain_text("Hitchin")
        expect(page.get_by_label("Where?")).to_have_value("")
        expect(page.get_by_label("How old?")).to_have_value("7")

    def test_that_asks_one_thing_too_many_is_told_which_to_leave_out(self, page: Page):
        page.goto("/search/?q=sleep&age=7&near=Hitchin&diagnosis=needed&cost=paid")
        expect(page.get_by_role("heading", level=1)).to_contain_text("We found nothing")
        follow(page, page.get_by_role("region", name="What you could try").get_by_role("link").first)
        assert results(page).count() > 0

    def test_that_asks_much_too_much_still_meets_people(self, page: Page):
        page.goto("/search/?q=sleep&age=24&near=Royston&diagnosis=needed&cost=paid&delivery=home")
        expect(page.get_by_role("heading", level=1)).to_contain_text("We found nothing")
        expect(page.get_by_role("heading", name="Help for all of Hertfordshire")).to_be_visible()
        assert results(page).count() > 0
        expect(
            page.get_by_role("region", name="Rather talk to someone?").locator("a[href^='tel:']")
        ).to_be_visible()

    def test_with_words_that_nobody_knows_still_meets_people(self, page: Page):
        ask(page, "zxqvb wkjhh")
        expect(page.get_by_role("heading", name="Help for all of Hertfordshire")).to_be_visible()
        assert results(page).count() > 0

    def test_from_outside_the_county_hears_whose_council_it_is(self, page: Page):
        ask(page, "sleep", where="Luton")
        expect(page.get_by_role("alert")).to_contain_text("outside Hertfordshire")
        expect(page.get_by_role("alert")).to_contain_text("Luton")
        expect(page.get_by_role("alert").get_by_role("link", name="website of Luton")).to_be_visible()
        expect(page.get_by_label("Where?")).to_have_value("Luton")
        assert results(page).count() > 0

    def test_with_a_slip_in_the_age_hears_what_to_write(self, page: Page):
        ask(page, "sleep", age="seven")
        assert page.title().startswith("Error: ")
        expect(page.get_by_role("alert")).to_contain_text("Write the age as a number")
        expect(page.get_by_label("What is going on?")).to_have_value("sleep")
        assert results(page).count() > 0

    def test_types_a_whole_postcode_and_the_address_keeps_its_sector_alone(
        self, page: Page, served: ServedSite
    ):
        ask(page, "sleep AL1 3JE", where="al13je")
        assert "near=AL1+3&" in f"{page.url}&"
        assert "3JE" not in page.url.upper()
        expect(page.get_by_label("Where?")).to_have_value("AL1 3")
        assert "3JE" not in page.locator("main").inner_html().upper()
        assert "3JE" not in served.log().upper()

    def test_finds_the_local_team_by_home_and_by_school(self, page: Page):
        follow(page, page.get_by_role("navigation").get_by_role("link", name="Your area"))
        page.get_by_label("Where do you live?").fill("Hitchin")
        page.get_by_label("Where is nursery, school or college?").fill("SG1 1AA")
        follow(page, page.get_by_role("button", name="Find my area"))
        assert "1AA" not in page.url.upper()
        found = page.get_by_role("status")
        expect(found.get_by_role("link", name="Stevenage (DSPL 2)")).to_be_visible()
        follow(page, found.get_by_role("link", name="North Herts (DSPL 1)"))
        expect(page.get_by_role("heading", level=1)).to_have_text("North Herts (DSPL 1)")
        name = page.locator(".lo-card h3 a").first.inner_text()
        follow(page, page.locator(".lo-card h3 a").first)
        expect(page.get_by_role("heading", level=1)).to_have_text(name)

    def test_reads_a_hub_topic_and_goes_on_to_somebody_who_helps(self, page: Page):
        follow(page, page.get_by_role("navigation").get_by_role("link", name="Neurodiversity Hub"))
        follow(page, page.locator("main").get_by_role("link", name="Sleep").first)
        expect(page.get_by_role("heading", level=1)).to_have_text("Sleep")
        name = page.locator(".lo-card h3 a").first.inner_text()
        follow(page, page.locator(".lo-card h3 a").first)
        expect(page.get_by_role("heading", level=1)).to_have_text(name)

    def test_takes_a_tile_of_the_front_page(self, page: Page):
        follow(page, page.get_by_role("link", name="Worry and mood"))
        assert results(page).count() > 0

    def test_says_that_something_is_wrong_without_saying_who(self, page: Page):
        ask(page, "SENDIASS")
        follow(page, results(page).first.get_by_role("link"))
        follow(page, page.get_by_role("link", name="Tell us if something is wrong"))
        follow(page, page.get_by_role("button", name="Send"))
        assert page.title().startswith("Error: ")
        expect(page.get_by_role("alert")).to_contain_text("Tell us what is wrong")
        page.get_by_label("Tell us in your own words").fill("Nobody answers this number.")
        page.wait_for_timeout(FASTER_THAN_ANYBODY_READS)
        follow(page, page.get_by_role("button", name="Send"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for telling us")

    def test_with_an_old_address_hears_what_became_of_it(self, page: Page):
        page.goto(f"/services/{CLOSED_SLUG}/")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"{CLOSED_NAME} is no longer listed here")
        expect(page.get_by_text(CLOSED_REASON)).to_be_visible()
        expect(page.get_by_role("heading", name="Help with the same things")).to_be_visible()
        ask(page, "sleep")
        assert results(page).count() > 0

    def test_reads_in_letters_four_times_as_large_without_scrolling_sideways(self, page: Page):
        page.set_viewport_size({"width": 320, "height": 256})
        assert not scrolls_sideways(page)
        ask(page, "sleep", age="7", where="Hitchin")
        assert not scrolls_sideways(page)
        page.get_by_text("Show filters (0 chosen)").click()
        assert not scrolls_sideways(page)
        follow(page, results(page).first.get_by_role("link"))
        assert not scrolls_sideways(page)


def test_nothing_that_a_family_typed_is_in_a_log(page: Page, served: ServedSite):
    ask(page, "wombat trouble at bedtime", age="7", where="Hitchin")
    follow(page, results(page).first.get_by_role("link"))
    assert 'GET /search/"' in served.log()
    assert "wombat" not in served.log()
    assert "?" not in served.log()
