"""What every page says: whose site it is, what to do in a hurry, and that the entries are samples."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from local_offer.core.keys import keyed_models, page_with_key
from local_offer.core.site import site_details

pytestmark = pytest.mark.usefixtures("site")


def page(client: Client, address: str = "/") -> str:
    """A public page as it is sent."""
    return client.get(address).content.decode()


def test_until_the_site_is_real_every_page_says_that_entries_are_samples(
    client: Client, settings: Any
) -> None:
    for address in ("/", "/search/?q=sleep", "/neurodiversity/", "/something-is-wrong/", "/no-such-page/"):
        settings.SITE_IS_REAL = False
        assert "sample data" in page(client, address).lower(), address
        settings.SITE_IS_REAL = True
        assert "sample data" not in page(client, address).lower(), address


def test_a_notice_stands_on_every_page_once_an_editor_writes_one(client: Client) -> None:
    details = site_details()
    details.notice = "Our phone line is closed on Monday."
    details.save()
    for address in ("/", "/search/?q=sleep", "/guides/"):
        assert "Our phone line is closed on Monday." in page(client, address)


def test_every_page_leads_to_urgent_help(client: Client) -> None:
    urgent = page_with_key("urgent-help")
    assert urgent is not None
    for address in ("/", "/search/?q=sleep", "/neurodiversity/", "/no-such-page/"):
        assert f'href="{urgent.url}"' in page(client, address), address


def test_a_page_in_the_menu_goes_when_it_is_unpublished(client: Client) -> None:
    about = page_with_key("plain:about")
    assert about is not None
    address = about.url
    assert f'href="{address}"' in page(client)
    about.unpublish()
    assert f'href="{address}"' not in page(client)


@pytest.mark.parametrize("model", keyed_models())
def test_two_pages_of_one_kind_cannot_have_one_key(model: Any) -> None:
    first = model.objects.exclude(page_key="").first()
    other = model.objects.exclude(pk=first.pk).first() or first.copy(update_attrs={"slug": "a-copy"})
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=other.pk).update(page_key=first.page_key)


def test_a_copy_of_a_page_does_not_take_its_key() -> None:
    page = page_with_key("plain:about")
    assert page is not None
    assert page.copy(update_attrs={"slug": "a-copy"}).specific.page_key == ""
