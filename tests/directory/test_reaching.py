"""A list of services says of each how to reach it: what a leaflet is for."""

import pytest
from django.test import Client

from local_offer.directory.models import Contact, Provider, Service
from local_offer.directory.reaching import ways_in
from tests.directory.made import a_service

pytestmark = pytest.mark.usefixtures("site")


def test_each_service_has_its_own_way_in_and_an_address_that_fits_on_paper() -> None:
    line = Contact.objects.create(name="Night line", phone="01438 111111")
    rung = a_service(contacts=[line], referral=["parent"])
    read = a_service(name="Larkfield pages", website="https://larkfield.example/")
    found = ways_in([rung.pk, read.pk])
    assert found[rung.pk].step.phone == "01438 111111"
    assert found[read.pk].step.website == "https://larkfield.example/"
    assert found[rung.pk].short_url.endswith(rung.get_short_url())


def test_a_service_that_is_no_longer_public_is_left_out() -> None:
    service = a_service()
    Service.objects.filter(pk=service.pk).update(live=False)
    assert ways_in([service.pk]) == {}


def test_a_long_list_is_looked_up_at_once(django_assert_max_num_queries: object) -> None:
    many = list(Service.objects.filter(live=True).values_list("pk", flat=True)[:30])
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        assert len(ways_in(many)) == 30


def test_where_nothing_is_known_nobody_is_sent_to_write_to_nowhere() -> None:
    service = a_service(provider=Provider.objects.create(name="Larkfield Nights"), referral=["parent"])
    step = ways_in([service.pk])[service.pk].step
    assert not step.reaches_them
    assert "we have found no number or address yet" in step.words


@pytest.mark.parametrize("path", ["/search/print/?q=autism", "/neurodiversity/autism/", "/areas/stevenage/"])
def test_every_card_that_may_be_printed_has_a_short_address(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    cards = page.split('<li class="lo-card">')[1:]
    assert len(cards) >= 4
    assert all("/s/" in card.split("lo-card__paper")[1] for card in cards)


def test_a_number_in_a_list_can_be_pressed_to_ring_or_to_text(client: Client) -> None:
    assert 'href="tel:07716744662"' in client.get("/neurodiversity/autism/").content.decode()
    assert 'href="sms:07480635050"' in client.get("/neurodiversity/anxiety/").content.decode()
