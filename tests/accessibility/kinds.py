"""One page of every kind that a family can meet, slips and empty hands included."""

from playwright.sync_api import Page

from tests.journeys.moving_in import CLOSED_SLUG

SERVICE = "/services/add-vance-workshops-and-helpline/"
REPORT_WITH_A_SLIP = "report with a slip"
KINDS = {
    "front page": "/",
    "results": "/search/?q=sleep&age=7&near=Hitchin",
    "results with filters": "/search/?q=autism&near=Watford&diagnosis=not_needed&cost=free&within=10",
    "results, second page": "/search/?page=2",
    "results, nothing": "/search/?q=sleep&age=24&near=Royston&diagnosis=needed&cost=paid&delivery=home",
    "results with slips": "/search/?q=sleep&age=99&near=Luton",
    "results with urgent help": "/search/?q=my+son+says+he+wants+to+die",
    "results on paper": "/search/print/?q=sleep&age=7&near=Hitchin",
    "service": SERVICE,
    "service on paper": f"{SERVICE}print/",
    "service that was retired": f"/services/{CLOSED_SLUG}/",
    "hub": "/neurodiversity/",
    "topic": "/neurodiversity/sleep/",
    "guides": "/guides/",
    "guide with steps": "/guides/ehcp/",
    "jargon": "/guides/jargon/",
    "area finder": "/areas/",
    "area finder with answers": "/areas/?home=Hitchin&school=AL9+6",
    "area finder with slips": "/areas/?home=Luton&school=zzzz",
    "area": "/areas/north-herts/",
    "urgent help": "/urgent-help/",
    "contact": "/contact/",
    "privacy": "/privacy/",
    "report": "/something-is-wrong/?page=/guides/ehcp/",
    REPORT_WITH_A_SLIP: "/something-is-wrong/",
    "thanks for a report": "/something-is-wrong/thank-you/",
    "no such page": "/no-such-page/",
}


def go_to(page: Page, kind: str) -> None:
    """Open the page of a kind; a slip in a form that is sent is made by sending it empty."""
    page.goto(KINDS[kind])
    if kind == REPORT_WITH_A_SLIP:
        page.get_by_role("button", name="Send").click()
        page.get_by_role("alert").wait_for()


def open_folds(page: Page) -> None:
    """Unfold all that is folded, so that it is looked at too."""
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
