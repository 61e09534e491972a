"""An editor at a desk: what is changed in the admin is what families find, and can be undone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.editing import (
    choose,
    is_found,
    look_up_service,
    open_service,
    seconds_until,
    sign_in,
    summary,
)
from tests.journeys.visiting import DESK

pytestmark = pytest.mark.xdist_group("browser")
PROMISED = 1.0  # seconds from publishing to being found
TRIES = 3  # the machine may be busy with other tests


@pytest.fixture
def editor(visit: Callable[..., Page]) -> Page:
    """Signed in, at the admin's first page."""
    page = visit(editor=True, viewport=DESK)
    sign_in(page)
    return page


@pytest.fixture
def family(visit: Callable[..., Page]) -> Page:
    """Somebody who knows nothing of editors."""
    return visit()


def test_a_published_change_is_found_within_a_second(editor: Page, family: Page):
    for attempt in range(TRIES):
        news = f"Parents meet and talk about quokkas{attempt}."
        open_service(editor, "Angels Support Group")
        summary(editor).fill(news)
        editor.get_by_role("button", name="Toggle preview").click()
        preview = editor.frame_locator("#w-preview-iframe")
        expect(preview.get_by_text(news)).to_be_visible()
        expect(preview.get_by_role("heading", name="What to do now")).to_be_visible()
        assert not is_found(family, news)
        choose(editor, "Publish")
        took = seconds_until(lambda news=news: is_found(family, news))
        if took <= PROMISED:
            break
    assert took <= PROMISED
    family.goto("/search/?q=Angels")
    family.get_by_role("link", name="Angels Support Group").click()
    expect(family.get_by_text(news)).to_be_visible()


def test_a_draft_is_for_editors_alone(editor: Page, family: Page):
    open_service(editor, "SPACE family events")
    summary(editor).fill("Fun days with wallabies.")
    editor.get_by_role("button", name="Save draft").click()
    expect(editor.locator(".messages")).to_contain_text("SPACE family events")
    open_service(editor, "Phase")
    summary(editor).fill("Quiet talks about bandicoots.")
    choose(editor, "Publish")
    # By now the draft would have been found too.
    seconds_until(lambda: is_found(family, "Quiet talks about bandicoots."))
    assert not is_found(family, "Fun days with wallabies.")


def test_a_change_can_be_scheduled(editor: Page, family: Page):
    open_service(editor, "Supporting Links")
    summary(editor).fill("Groups that speak of numbats.")
    editor.get_by_role("button", name="Toggle status").click()
    editor.get_by_role("button", name="Set schedule").click()
    editor.get_by_label("Go live date/time").fill("2099-01-01 12:00")
    editor.get_by_role("button", name="Save schedule").press("Enter")
    expect(editor.get_by_role("button", name="Edit schedule")).to_be_visible()
    # The picker knows whole minutes, and this test does not wait for one.
    soon = datetime.now(ZoneInfo("Europe/London")) + timedelta(seconds=5)
    field = editor.locator("input[name=go_live_at]")
    field.evaluate("(field, time) => { field.value = time }", soon.strftime("%Y-%m-%d %H:%M:%S"))
    choose(editor, "Schedule to publish")
    expect(editor.get_by_text("scheduled for publishing")).to_be_visible()
    early = is_found(family, "Groups that speak of numbats.")
    assert not early or datetime.now(soon.tzinfo) >= soon
    seconds_until(lambda: is_found(family, "Groups that speak of numbats."))
    assert datetime.now(soon.tzinfo) >= soon.replace(microsecond=0)


def test_a_change_can_be_undone(editor: Page, family: Page):
    open_service(editor, "The Ollie Foundation")
    before = summary(editor).input_value()
    summary(editor).fill("Talks about echidnas.")
    choose(editor, "Publish")
    seconds_until(lambda: is_found(family, "Talks about echidnas."))
    open_service(editor, "The Ollie Foundation")
    editor.get_by_role("link", name="History").click()
    editor.get_by_role("row", name="Created").get_by_role("button", name="Actions").click()
    editor.get_by_role("link", name="Review this version").click()
    expect(summary(editor)).to_have_value(before)
    choose(editor, "Publish this version")
    seconds_until(lambda: not is_found(family, "Talks about echidnas."))


def test_a_service_can_be_retired_and_brought_back(editor: Page, family: Page):
    family.goto("/search/?q=Toolbox+live+chat")
    family.get_by_role("link", name="The Toolbox live chat").click()
    expect(family.get_by_role("heading", level=1)).to_have_text("The Toolbox live chat")
    page_at = family.url

    look_up_service(editor, "The Toolbox live chat").get_by_role("link", name="Retire").click()
    editor.get_by_label("Why it is no longer listed").fill("It closed in October 2026.")
    editor.get_by_label("What to try instead").fill("Ring your family doctor.")
    editor.get_by_role("button", name="Retire it").click()
    expect(editor.get_by_text("is retired. Its address now says so.")).to_be_visible()

    gone = family.goto(page_at)
    assert gone is not None
    assert gone.status == 410
    expect(family.get_by_text("It closed in October 2026.")).to_be_visible()
    expect(family.get_by_text("Ring your family doctor.")).to_be_visible()
    seconds_until(lambda: not is_found(family, "The Toolbox live chat"))

    open_service(editor, "The Toolbox live chat")
    choose(editor, "Publish")
    seconds_until(lambda: is_found(family, "The Toolbox live chat"))
    back = family.goto(page_at)
    assert back is not None
    assert back.status == 200


def test_a_report_from_a_family_reaches_editors(editor: Page, family: Page):
    family.goto("/something-is-wrong/?page=/guides/ehcp/")
    family.get_by_label("Tell us in your own words").fill("The kookaburra link leads nowhere.")
    family.wait_for_timeout(2_200)  # the form takes what comes sooner for a machine's
    family.get_by_role("button", name="Send").click()
    expect(family.get_by_role("heading", level=1)).to_have_text("Thank you for telling us")
    editor.get_by_role("link", name="Reports", exact=True).first.click()
    row = editor.get_by_role("row", name="The kookaburra link leads nowhere.").first
    expect(row).to_contain_text("/guides/ehcp/")
