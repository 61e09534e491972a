"""What is not published, and what is never to be public, is on no public page."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from local_offer.core.keys import page_with_key
from local_offer.directory.models import Service
from local_offer.directory.next_step import people_to_ask
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need
from tests.directory.made import a_draft, a_provider, a_service, somebody_in

pytestmark = pytest.mark.usefixtures("site")
CHECKED = date(2026, 11, 2)
# Pages on which a service for sleep in Hitchin would be shown, were it public.
LISTING = (
    "/",
    "/search/?q=zorbalon",
    "/search/?need=sleep",
    "/search/?q=sleep&near=Hitchin",
    "/search/print/?q=zorbalon",
    "/neurodiversity/sleep/",
    "/areas/north-herts/",
    "/no-such-page/",
)


def facts(state: str, **others: Any) -> dict[str, Any]:
    """Facts by which a service is found for sleep in Hitchin; each state has a word of its own."""
    return {
        "name": f"Zorbalon {state}",
        "provider": a_provider(),
        "summary": f"Zorbalon{state} helps with sleep.",
        "needs": [Need.objects.get(slug="sleep")],
        "coverage": [Area.objects.get(code="county")],
        "diagnosis": "not_needed",
        "referral": ["parent"],
        "last_checked": CHECKED,
        **others,
    }


def listed(client: Client, *more: str) -> str:
    """All that the listing pages say, and some others."""
    return "\n".join(client.get(address).content.decode() for address in (*LISTING, *more))


def states_in(pages: str) -> set[str]:
    """The states whose words can be read there."""
    return set(re.findall(r"Zorbalon([a-z]+) helps", pages))


def make_one_of_each() -> dict[str, Service]:
    """A service in each state in which one can be."""
    made = {"published": a_service(**facts("published")), "draft": a_draft(**facts("draft"))}
    made["draft"].save_revision()
    made["scheduled"] = a_draft(**facts("scheduled", go_live_at="2126-01-01T09:00:00Z"))
    made["scheduled"].save_revision().publish()
    for state in ("unpublished", "retired", "older"):
        made[state] = a_service(**facts(state))
    made["unpublished"].unpublish()
    made["retired"].retire("It closed.")
    made["older"].summary = "Other words."
    made["older"].save_revision().publish()
    made["changing"] = a_service(**facts("published", name="Zorbalon changing"))
    made["changing"].summary = "Zorbalonchanging helps in its draft alone."
    made["changing"].save_revision()
    return made


def test_of_all_states_only_the_published_one_is_anywhere(
    client: Client, own_index: Callable[[], None]
) -> None:
    made = make_one_of_each()
    own_index()
    own = [made[state].get_absolute_url() for state in ("published", "older", "changing")]
    assert states_in(listed(client, *own, *(f"{address}print/" for address in own))) == {"published"}


def test_what_is_not_public_has_no_page(client: Client) -> None:
    codes = {"draft": 404, "scheduled": 404, "unpublished": 410, "retired": 410}
    made = make_one_of_each()
    for state, code in codes.items():
        service = made[state]
        for address in (
            service.get_absolute_url(),
            f"{service.get_absolute_url()}print/",
            service.get_short_url(),
        ):
            answer = client.get(address, follow=True)
            assert answer.status_code == code, address
            assert states_in(answer.content.decode()) <= {"published"}, address


def test_what_was_taken_off_leaves_the_lists_at_once(client: Client, own_index: Callable[[], None]) -> None:
    service = a_service(**facts("published"))
    own_index()
    assert states_in(listed(client)) == {"published"}
    service.unpublish()
    own_index()
    assert states_in(listed(client)) == set()


def test_the_draft_of_a_page_is_nowhere(client: Client, own_index: Callable[[], None]) -> None:
    page = page_with_key("hub:sleep")
    assert page is not None
    page = page.specific
    page.title = page.summary = "Zorbalondraft helps at night"
    page.save_revision()
    own_index()
    assert states_in(listed(client)) == set()


def test_neither_keepers_nor_editors_are_named_on_any_page(
    client: Client, own_index: Callable[[], None]
) -> None:
    person = somebody_in("Editors", "zebedee-editor")
    Service.objects.update(owner_email="keeper-of-entries@larkfield.example")
    made = make_one_of_each()
    for service in made.values():
        service.owner_email = "keeper-of-entries@larkfield.example"
        service.save()
    made["published"].save_revision(user=person).publish(user=person)
    own_index()
    own = [service.get_absolute_url() for service in (*made.values(), *Service.objects.filter(live=True)[:5])]
    pages = listed(client, *own, *(f"{address}print/" for address in own))
    assert "Zorbalonpublished" in pages
    assert "keeper-of-entries" not in pages
    assert "zebedee" not in pages


def test_once_the_site_is_real_only_checked_entries_are_found(
    client: Client, own_index: Callable[[], None], settings: Any
) -> None:
    checked = a_service(**facts("published", someone_to_ask="They answer."))
    a_service(**facts("unchecked", last_checked=None))
    settings.SITE_IS_REAL = True
    own_index()
    pages = "\n".join(client.get(f"/search/?q={words}").content.decode() for words in ("sleep", "zorbalon"))
    assert set(re.findall(r'href="/services/([\w-]+)/', pages)) == {checked.slug}
    assert [person.url for person in people_to_ask() if person.url.startswith("/services/")] == [
        checked.get_absolute_url()
    ]


def test_a_follower_that_nobody_checked_is_not_offered_once_the_site_is_real(
    client: Client, settings: Any
) -> None:
    follower = a_service(name="Larkfield night line")
    service = a_service(replaced_by=follower, last_checked=CHECKED)
    service.retire("It closed.")
    assert follower.get_absolute_url() in client.get(service.get_absolute_url()).content.decode()
    settings.SITE_IS_REAL = True
    assert follower.get_absolute_url() not in client.get(service.get_absolute_url()).content.decode()
