"""No service page is without something to do: its own contact, else its provider's, else the way in, in words."""

from typing import Any

import pytest
from django.test import Client

from local_offer.core.site import site_details
from local_offer.directory.choices import Referral
from local_offer.directory.models import Contact, Provider, Service
from local_offer.directory.next_step import ROUTE_WORDS, next_step, people_to_ask
from tests.directory.made import a_service, words_on

pytestmark = pytest.mark.usefixtures("site")


def line(**ways: str) -> Contact:
    """A way to reach somebody."""
    return Contact.objects.create(name="Night line", **ways)


def test_every_service_has_a_next_step_and_people_to_ask() -> None:
    people = people_to_ask()
    assert len([person for person in people if person.phone or person.url]) >= 3
    for service in Service.objects.filter(live=True).select_related("provider__contact"):
        step = next_step(service)
        assert step.words.strip(), service
        assert step.phone or step.text_number or step.email or step.website or step.links, service


def test_every_service_page_shows_its_next_step_and_somebody_to_ask(client: Client) -> None:
    for service in Service.objects.filter(live=True).order_by("pk")[::10]:
        page = words_on(client.get(service.get_absolute_url()).content)
        assert next_step(service).words.split(".")[0] in page, service
        assert "SENDIASS" in page


def test_a_services_own_contact_comes_first() -> None:
    service = a_service(
        contacts=[line(phone="01438 111111", email="night@larkfield.example")], referral=["parent"]
    )
    step = next_step(service)
    assert (step.phone, step.phone_href, step.email) == (
        "01438 111111",
        "tel:01438111111",
        "night@larkfield.example",
    )


def test_without_one_the_providers_contact_stands_in() -> None:
    provider = Provider.objects.create(name="Larkfield Nights", contact=line(text_number="07700 900123"))
    step = next_step(a_service(provider=provider))
    assert step.text_number == "07700 900123"
    assert "This is the contact of Larkfield Nights." in step.words


@pytest.mark.parametrize("where", ["service", "provider"])
def test_without_a_contact_the_website_is_the_way(where: str) -> None:
    site = "https://larkfield.example/"
    provider = Provider.objects.create(name="Larkfield Nights", website=site if where == "provider" else "")
    step = next_step(a_service(provider=provider, website=site if where == "service" else ""))
    assert step.website == site


@pytest.mark.parametrize("route", list(ROUTE_WORDS))
def test_without_any_of_these_the_referral_route_is_told_in_words(route: Referral) -> None:
    step = next_step(a_service(referral=[route]))
    assert step.words == ROUTE_WORDS[route]
    assert [link.label for link in step.links] == ["Find your local SEND team (DSPL)"]


def test_where_nothing_is_known_asking_is_always_allowed() -> None:
    step = next_step(a_service())
    assert step.words.startswith("How to ask is not known. Ask them, or one of the people below.")
    assert step.links


def test_a_draft_without_a_provider_has_a_next_step_for_its_preview() -> None:
    assert next_step(Service(name="Half filled")).words


def test_the_council_line_is_the_last_resort() -> None:
    details = site_details()
    details.council_phone, details.council_name = "0300 000 0000", "The council"
    details.save()
    last = people_to_ask()[-1]
    assert (last.label, last.phone, last.phone_href) == ("The council", "0300 000 0000", "tel:03000000000")


@pytest.mark.parametrize("facts", [{"someone_to_ask": ""}, {"live": False}])
def test_people_to_ask_are_those_whom_editors_marked(facts: dict[str, Any]) -> None:
    marked = Service.objects.filter(live=True, coverage__code="county").exclude(someone_to_ask="").first()
    assert marked is not None
    assert marked.name in [person.label for person in people_to_ask()]
    Service.objects.filter(pk=marked.pk).update(**facts)
    assert marked.name not in [person.label for person in people_to_ask()]
