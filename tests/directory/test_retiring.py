"""What was public is never simply gone: its address says since when, why, and what to try instead."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone

from local_offer.directory.models import FormerAddress, Provider, Service
from local_offer.directory.models.service import WasPublic
from local_offer.taxonomy.models import Need
from tests.directory.made import a_draft, a_service, words_on

pytestmark = pytest.mark.usefixtures("site")


def test_a_retired_service_says_since_when_why_and_what_to_try_instead(client: Client) -> None:
    follower = a_service(name="Larkfield night line")
    service = a_service(try_instead="Ask your health visitor.", replaced_by=follower)
    service.retire("It closed in October 2026.")
    answer = client.get(service.get_absolute_url())
    page = words_on(answer.content)
    today = timezone.localdate()
    assert answer.status_code == 410
    assert f"It was taken off this site on {today.day} {today:%B %Y}" in page
    assert "It closed in October 2026." in page
    assert "Ask your health visitor." in page
    assert follower.get_absolute_url() in answer.content.decode()
    assert 'name="q"' in answer.content.decode()


def test_a_retired_service_offers_others_for_the_same_needs_and_people_to_ask(client: Client) -> None:
    sleep = Need.objects.get(slug="sleep")
    service = a_service(needs=[sleep])
    service.retire("It closed.")
    page = client.get(service.get_absolute_url()).content.decode()
    similar = Service.objects.filter(live=True, needs=sleep)
    assert any(one.get_absolute_url() in page for one in similar)
    assert "Rather talk to someone?" in page


def test_a_follower_that_is_retired_too_is_not_offered(client: Client) -> None:
    follower = a_service(name="Larkfield night line")
    service = a_service(replaced_by=follower)
    follower.retire("It closed too.")
    service.retire("It closed.")
    assert "What took its place" not in client.get(service.get_absolute_url()).content.decode()


def test_the_short_address_and_the_printed_page_of_a_retired_service_say_so_too(client: Client) -> None:
    service = a_service()
    service.retire("It closed.")
    assert client.get(f"/s/{service.code}", follow=True).status_code == 410
    assert client.get(f"{service.get_absolute_url()}print/").status_code == 410


def test_a_former_address_of_a_retired_service_leads_to_what_took_its_place(client: Client) -> None:
    service = a_service()
    service.slug = "sleep-well"
    service.save_revision().publish()
    Service.objects.get(pk=service.pk).retire("It closed.")
    answer = client.get("/services/larkfield-sleep-club/", follow=True)
    assert answer.redirect_chain[-1][0] == "/services/sleep-well/"
    assert answer.status_code == 410


def test_a_draft_has_no_address_yet(client: Client) -> None:
    draft = a_draft()
    answer = client.get(draft.get_absolute_url())
    assert answer.status_code == 404
    assert draft.name not in answer.content.decode()


def test_the_reason_can_be_put_right_afterwards() -> None:
    service = a_service()
    service.retire("It closd.")
    since = service.withdrawn_at
    service.retire("It closed.")
    again = Service.objects.get(pk=service.pk)
    assert (again.withdrawn_reason, again.withdrawn_at) == ("It closed.", since)


def test_a_service_published_again_is_back_and_forgets_that_it_was_away(client: Client) -> None:
    service = a_service()
    service.retire("It closed.")
    Service.objects.get(pk=service.pk).save_revision().publish()
    again = Service.objects.get(pk=service.pk)
    assert (again.live, again.withdrawn_at, again.withdrawn_reason) == (True, None, "")
    assert client.get(again.get_absolute_url()).status_code == 200


def test_an_unpublished_service_knows_since_when() -> None:
    service = a_service()
    service.unpublish()
    assert Service.objects.get(pk=service.pk).withdrawn_at is not None


@pytest.mark.parametrize("state", ["public", "retired"])
def test_what_was_public_cannot_be_deleted(state: str) -> None:
    service = a_service()
    if state == "retired":
        service.retire("It closed.")
    with pytest.raises(WasPublic, match="retire it"), transaction.atomic():
        service.delete()
    with pytest.raises(WasPublic), transaction.atomic():
        Service.objects.filter(pk=service.pk).delete()
    assert Service.objects.filter(pk=service.pk).exists()


def test_deleting_several_deletes_none_if_one_was_public() -> None:
    draft, service = a_draft(name="A draft"), a_service()
    with pytest.raises(WasPublic), transaction.atomic():
        Service.objects.filter(pk__in=[draft.pk, service.pk]).delete()
    assert Service.objects.filter(pk=draft.pk).exists()


def test_the_provider_of_a_service_cannot_be_deleted_under_it() -> None:
    service = a_service()
    with pytest.raises(ProtectedError):
        Provider.objects.filter(pk=service.provider_id).delete()


def test_a_draft_that_was_never_public_can_be_deleted() -> None:
    draft = a_draft()
    draft.save_revision(clean=False)
    draft.delete()
    assert not Service.objects.filter(pk=draft.pk).exists()
    assert not FormerAddress.objects.exists()
