"""Retiring asks what families should know; what was public can be retired and not deleted."""

import pytest
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Service
from tests.directory.admin.desk import url
from tests.directory.made import a_draft, a_service


def retire_address(service: Service) -> str:
    """The page that asks."""
    return reverse("retire-service", args=[service.pk])


def test_an_editor_retires_and_the_address_says_what_was_typed(editor: Client) -> None:
    follower, service = a_service(name="Larkfield night line"), a_service()
    answer = editor.post(
        retire_address(service),
        {"reason": "It closed in March.", "try_instead": "Ring the night line.", "replaced_by": follower.pk},
    )
    assert (answer.status_code, answer["Location"]) == (302, url(Service, "list"))
    page = Client().get(service.get_absolute_url())
    assert page.status_code == 410
    for words in ("It closed in March.", "Ring the night line.", follower.get_absolute_url()):
        assert words in page.content.decode()


def test_retiring_without_a_reason_is_refused_in_words(editor: Client) -> None:
    service = a_service()
    answer = editor.post(retire_address(service), {"reason": " "})
    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()
    assert Service.objects.get(pk=service.pk).live


def test_a_service_does_not_take_its_own_place(editor: Client) -> None:
    service = a_service()
    answer = editor.post(retire_address(service), {"reason": "It closed.", "replaced_by": service.pk})
    assert "replaced_by" in answer.context["form"].errors


def test_the_page_says_what_will_happen(editor: Client) -> None:
    page = editor.get(retire_address(a_service())).content.decode()
    assert "leaves the site and the search. Its address stays" in page
    assert "Keep it" in page


def test_the_words_of_a_retired_service_can_be_put_right(editor: Client) -> None:
    service = a_service()
    service.retire("It closd.")
    form = editor.get(retire_address(service)).context["form"]
    assert form["reason"].value() == "It closd."
    editor.post(retire_address(service), {"reason": "It closed."})
    assert Service.objects.get(pk=service.pk).withdrawn_reason == "It closed."


def test_a_draft_that_was_never_public_cannot_be_retired(editor: Client) -> None:
    assert editor.get(retire_address(a_draft())).status_code == 404


def test_the_list_offers_to_retire_what_was_public_and_nothing_else(editor: Client) -> None:
    service, draft = a_service(name="Larkfield one"), a_draft(name="Larkfield two")
    page = editor.get(url(Service, "list"), {"q": "Larkfield"}).content.decode()
    assert retire_address(service) in page
    assert retire_address(draft) not in page


def test_deleting_what_was_public_leads_to_retiring_it(editor: Client) -> None:
    service = a_service()
    for method in (editor.get, editor.post):
        answer = method(url(Service, "delete", service.pk), follow=True)
        assert answer.redirect_chain == [(retire_address(service), 302)]
        assert "can be retired but not deleted" in answer.content.decode()
    assert Service.objects.filter(pk=service.pk).exists()


@pytest.mark.parametrize("ticked", [["public"], ["draft", "public"]])
def test_deleting_many_at_once_spares_all_if_one_was_public(editor: Client, ticked: list[str]) -> None:
    there = {"public": a_service(), "draft": a_draft(name="A draft")}
    address = reverse("wagtail_bulk_action", args=["directory", "service", "delete"])
    query = "&".join(f"id={there[one].pk}" for one in ticked)
    answer = editor.post(f"{address}?{query}&next=/admin/")
    assert (answer.status_code, answer["Location"]) == (302, retire_address(there["public"]))
    assert Service.objects.filter(pk__in=[one.pk for one in there.values()]).count() == 2


def test_a_draft_that_was_never_public_can_be_deleted(editor: Client) -> None:
    draft = a_draft()
    editor.post(url(Service, "delete", draft.pk))
    assert not Service.objects.filter(pk=draft.pk).exists()
