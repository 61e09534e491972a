"""An old version brings back its words, never another identity."""

import pytest

from local_offer.directory.models import Contact, Service
from local_offer.taxonomy.models import Need
from tests.directory.made import a_service

pytestmark = pytest.mark.usefixtures("site")


def restored(service: Service, version: int) -> Service:
    """The service after its numbered version was published again, as the editors' history does it."""
    old = service.revisions.order_by("pk")[version]
    old.as_object().save_revision(previous_revision=old).publish(previous_revision=old)
    return Service.objects.get(pk=service.pk)


def changed(service: Service, **facts: object) -> Service:
    """The service after an editor has published other facts."""
    for field, value in facts.items():
        setattr(service, field, value)
    service.save_revision().publish()
    return Service.objects.get(pk=service.pk)


def test_an_old_version_brings_back_its_words() -> None:
    service = changed(a_service(summary="First words."), summary="Second words.")
    assert restored(service, 0).summary == "First words."


def test_an_old_version_keeps_the_names_of_today() -> None:
    service = a_service()
    old = service.revisions.first()
    old.content = {
        **old.content,
        "uuid": "00000000-0000-4000-8000-000000000001",
        "code": "zzzzzz",
        "ref": "9",
    }
    old.save()
    again = restored(service, 0)
    assert (again.uuid, again.code, again.ref) == (service.uuid, service.code, service.ref)


def test_an_old_version_with_an_old_address_leaves_the_newer_one_leading_back(client: object) -> None:
    service = changed(a_service(), slug="sleep-well")
    again = restored(service, 0)
    assert again.slug == "larkfield-sleep-club"
    assert [former.slug for former in again.former_addresses.all()] == ["sleep-well"]


def test_an_old_version_of_a_retired_service_does_not_bring_it_back_by_itself() -> None:
    service = a_service()
    service.retire("It closed.")
    service.revisions.first().as_object().save_revision()
    again = Service.objects.get(pk=service.pk)
    assert not again.live
    assert again.withdrawn_reason == "It closed."


def test_needs_and_contacts_belong_to_a_version() -> None:
    sleep, line = (
        Need.objects.get(slug="sleep"),
        Contact.objects.create(name="Night line", phone="01438 000000"),
    )
    service = a_service(needs=[sleep], contacts=[line])
    draft = service.get_latest_revision_as_object()
    draft.needs, draft.contacts = [], []
    draft.save_revision()
    assert list(Service.objects.get(pk=service.pk).needs.all()) == [sleep]
    draft.latest_revision.publish()
    assert list(Service.objects.get(pk=service.pk).needs.all()) == []
    assert list(restored(service, 0).contacts.all()) == [line]
