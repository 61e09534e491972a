"""What is not published, and what is never to be public, is on no public page."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from local_offer.core.keys import page_with_key
from local_offer.directory.models import Service
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need
from tests.directory.made import a_draft, a_provider, a_service, somebody_in
from tests.safety.pages import public_addresses

SECRET = "Zorbalon"


def everywhere(client: Client) -> str:
    """All public pages, and what a search for the secret word finds."""
    searches = [f"/search/?q={SECRET.lower()}", "/search/?q=sleep&near=Hitchin&page=2", "/search/?need=sleep"]
    return "\n".join(client.get(one).content.decode() for one in [*public_addresses(), *searches])


def facts(**others: Any) -> dict[str, Any]:
    """Facts by which a service would come up for sleep near Hitchin, were it public."""
    return {
        "name": f"{SECRET} sleep club",
        "provider": a_provider(),
        "summary": f"{SECRET} helps with sleep.",
        "needs": [Need.objects.get(slug="sleep")],
        "coverage": [Area.objects.get(code="county")],
        "diagnosis": "not_needed",
        "referral": ["parent"],
        "someone_to_ask": f"{SECRET} answers.",
        **others,
    }


def test_the_pages_would_show_it_were_it_public(client: Client, own_index: Callable[[], None]) -> None:
    """Were the word never to be seen, not seeing it would prove nothing."""
    a_service(**facts())
    own_index()
    assert SECRET in everywhere(client).replace(f'value="{SECRET.lower()}"', "")


def test_a_draft_is_nowhere(client: Client, own_index: Callable[[], None]) -> None:
    draft = a_draft(**facts())
    draft.save_revision()
    own_index()
    assert SECRET not in everywhere(client)
    for address in (draft.get_absolute_url(), f"{draft.get_absolute_url()}print/", draft.get_short_url()):
        answer = client.get(address)
        assert answer.status_code == 404
        assert SECRET not in answer.content.decode()


def test_the_draft_of_a_published_service_is_nowhere(client: Client, own_index: Callable[[], None]) -> None:
    service = a_service(**facts(name="Larkfield club", summary="A club.", someone_to_ask=""))
    service.summary = service.description = service.cost_note = f"{SECRET} is new."
    service.save_revision()
    own_index()
    assert SECRET not in everywhere(client) + client.get(service.get_absolute_url()).content.decode()


def test_what_is_scheduled_for_tomorrow_is_nowhere_today(
    client: Client, own_index: Callable[[], None]
) -> None:
    draft = a_draft(**facts(go_live_at="2126-01-01T09:00:00Z"))
    draft.save_revision().publish()
    own_index()
    assert SECRET not in everywhere(client)


@pytest.mark.parametrize("gone", ["unpublish", "retire"])
def test_what_was_taken_off_is_only_at_its_own_address(
    client: Client, own_index: Callable[[], None], gone: str
) -> None:
    service = a_service(**facts())
    own_index()
    service.unpublish() if gone == "unpublish" else service.retire("It closed.")
    own_index()
    assert SECRET not in everywhere(client)
    assert client.get(service.get_absolute_url()).status_code == 410


def test_an_older_version_is_nowhere(client: Client, own_index: Callable[[], None]) -> None:
    service = a_service(**facts())
    service.name, service.summary, service.someone_to_ask, service.slug = (
        "Larkfield club",
        "A club.",
        "",
        "larkfield",
    )
    service.save_revision().publish()
    own_index()
    assert SECRET not in everywhere(client) + client.get("/services/larkfield/").content.decode()


def test_an_unpublished_page_is_nowhere(client: Client, own_index: Callable[[], None]) -> None:
    page = page_with_key("hub:sleep")
    assert page is not None
    page = page.specific
    page.title = page.summary = f"{SECRET} nights"
    page.save_revision()
    own_index()
    assert SECRET not in everywhere(client)


def test_the_mailbox_of_an_entrys_keeper_is_on_no_page(client: Client, own_index: Callable[[], None]) -> None:
    Service.objects.update(owner_email="keeper-of-entries@larkfield.example")
    Service.objects.filter(live=True).first().save()  # type: ignore[union-attr]
    own_index()
    pages = everywhere(client)
    for service in Service.objects.filter(live=True)[:8]:
        pages += client.get(service.get_absolute_url()).content.decode()
    retired = a_service(**facts(owner_email="keeper-of-entries@larkfield.example"))
    retired.retire("It closed.")
    pages += client.get(retired.get_absolute_url()).content.decode()
    assert "keeper-of-entries" not in pages


def test_names_of_editors_are_on_no_page(client: Client, own_index: Callable[[], None]) -> None:
    person = somebody_in("Editors", f"{SECRET.lower()}-editor")
    service = a_service(**facts(name="Larkfield club", summary="A club.", someone_to_ask=""))
    service.save_revision(user=person).publish(user=person)
    own_index()
    assert person.username not in everywhere(client) + client.get(service.get_absolute_url()).content.decode()


def test_once_the_site_is_real_only_checked_entries_are_found(
    client: Client, own_index: Callable[[], None], settings: Any
) -> None:
    a_service(**facts())
    a_service(
        **facts(name="Larkfield checked sleep club", summary="Checked.", last_checked=date(2026, 11, 2))
    )
    settings.SITE_IS_REAL = True
    own_index()
    found = client.get("/search/?q=sleep").content.decode()
    assert SECRET not in found
    assert "Larkfield checked sleep club" in found
    assert len(set(re.findall(r'href="/services/([\w-]+)/', found))) == 1
