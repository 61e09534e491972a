"""A service can always be found again: by its address, by the ones it had, and by its short code."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from local_offer.directory.models import FormerAddress, Service
from tests.directory.made import a_draft, a_provider, a_service

pytestmark = pytest.mark.usefixtures("site")


def moved(service: Service, slug: str) -> Service:
    """The service after an editor has published it under another address."""
    service.slug = slug
    service.save_revision().publish()
    return Service.objects.get(pk=service.pk)


def test_the_address_is_made_from_the_name() -> None:
    assert a_service(name="Larkfield’s sleep club!").slug == "larkfields-sleep-club"


def test_services_of_one_name_have_numbers_behind_it() -> None:
    assert [a_draft().slug for _ in range(3)] == [
        "larkfield-sleep-club",
        "larkfield-sleep-club-2",
        "larkfield-sleep-club-3",
    ]


def test_a_name_without_letters_has_an_address_too() -> None:
    assert a_draft(name="???").slug == "service"


def test_a_changed_address_leads_to_the_new_one(client: Client) -> None:
    service = a_service()
    moved(service, "sleep-well")
    answer = client.get("/services/larkfield-sleep-club/")
    assert (answer.status_code, answer["Location"]) == (301, "/services/sleep-well/")
    assert client.get("/services/sleep-well/").status_code == 200


def test_an_address_changed_twice_leads_to_the_newest(client: Client) -> None:
    moved(moved(a_service(), "sleep-well"), "sleep-better")
    for former in ("larkfield-sleep-club", "sleep-well"):
        answer = client.get(f"/services/{former}/", follow=True)
        assert answer.redirect_chain == [("/services/sleep-better/", 301)]


def test_an_address_taken_up_again_leads_nowhere_else(client: Client) -> None:
    moved(moved(a_service(), "sleep-well"), "larkfield-sleep-club")
    assert client.get("/services/larkfield-sleep-club/").status_code == 200
    assert client.get("/services/sleep-well/")["Location"] == "/services/larkfield-sleep-club/"


def test_a_printed_page_of_a_former_address_is_still_reached(client: Client) -> None:
    moved(a_service(), "sleep-well")
    answer = client.get("/services/larkfield-sleep-club/print/")
    assert (answer.status_code, answer["Location"]) == (301, "/services/sleep-well/print/")


def test_an_address_that_was_never_public_is_not_remembered() -> None:
    draft = a_draft(provider=a_provider(), summary="A club.")
    draft.slug = "sleep-well"
    draft.save()
    draft.save_revision().publish()
    assert not FormerAddress.objects.exists()


def test_an_address_that_another_service_had_cannot_be_taken() -> None:
    moved(a_service(), "sleep-well")
    with pytest.raises(ValidationError, match="“Larkfield sleep club” has or had this address"):
        Service(name="Other", slug="larkfield-sleep-club").clean()


def test_a_new_service_does_not_get_an_address_that_another_had() -> None:
    moved(a_service(), "sleep-well")
    assert a_draft().slug == "larkfield-sleep-club-2"


def test_an_address_that_another_service_had_cannot_be_written_past_the_form_either() -> None:
    moved(a_service(), "sleep-well")
    with pytest.raises(ValidationError, match="has or had this address"):
        a_draft(name="Other", slug="larkfield-sleep-club")


def test_two_services_cannot_have_one_address() -> None:
    a_service()
    other = a_draft(name="Other")
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=other.pk).update(slug="larkfield-sleep-club")


def test_two_drafts_of_published_services_cannot_have_one_address() -> None:
    first, second = a_service(name="First"), a_service(name="Second")
    first.slug = second.slug = "the-same"
    first.save_revision()
    with pytest.raises(ValidationError, match="“First” has or had this address"):
        second.save_revision()


def test_the_address_of_a_draft_that_was_given_up_is_free_again() -> None:
    first, second = a_service(name="First"), a_service(name="Second")
    before = first.live_revision
    first.slug = "the-same"
    first.save_revision()
    first = Service.objects.get(pk=first.pk)
    first.save_revision(previous_revision=before).publish()
    second.slug = "the-same"
    second.save_revision().publish()
    assert Service.objects.get(slug="the-same").name == "Second"


def test_the_short_address_leads_to_the_service_for_ever(client: Client) -> None:
    service = a_service()
    for slug in ("sleep-well", "sleep-better"):
        moved(service, slug)
        for short in (f"/s/{service.code}", f"/s/{service.code}/", f"/s/{service.code.upper()}"):
            assert client.get(short)["Location"] == f"/services/{slug}/"


def test_the_short_code_never_changes() -> None:
    service = a_service()
    code, uuid = service.code, service.uuid
    service.name = "Another name"
    service.save_revision().publish()
    again = Service.objects.get(pk=service.pk)
    assert (again.code, again.uuid) == (code, uuid)


def test_two_services_cannot_have_one_short_code() -> None:
    first, second = a_draft(name="First"), a_draft(name="Second")
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=second.pk).update(code=first.code)


def test_a_short_code_that_is_taken_gives_way_to_the_next() -> None:
    first = a_draft(name="First")
    uuid = first.uuid
    Service.objects.filter(pk=first.pk).update(uuid="00000000-0000-4000-8000-000000000001")
    second = a_draft(name="Second", uuid=uuid)
    assert second.code != first.code
    assert len(second.code) == 6


def test_the_short_code_of_a_draft_leads_nowhere(client: Client) -> None:
    assert client.get(f"/s/{a_draft().code}").status_code == 404


def test_the_short_address_has_a_picture_for_phones(client: Client) -> None:
    answer = client.get(f"/s/{a_service().code}/qr.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")
