"""Authors write and submit; editors publish."""

import pytest
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Service
from tests.directory.admin.desk import add, change, errors, url
from tests.directory.made import a_provider, a_service

HOME = reverse("wagtailadmin_home")


@pytest.fixture
def submitted(author: Client) -> Service:
    """A service that an author has written and submitted."""
    draft = add(author, name="Larkfield night line", summary="Ring at night.", provider=a_provider().pk)
    assert change(author, draft, "submit").status_code == 302
    return Service.objects.get(pk=draft.pk)


def approve(client: Client, service: Service, choice: str = "approve") -> None:
    """What an editor presses under "Awaiting your review"."""
    state = service.current_workflow_task_state
    client.post(url(Service, "workflow_action", service.pk, choice, state.pk), {"comment": "Which nights?"})


def test_what_an_author_submits_waits_for_an_editor(submitted: Service, editor: Client) -> None:
    assert submitted.workflow_in_progress
    assert not submitted.live
    assert submitted.name in editor.get(HOME).content.decode()


def test_an_editor_approves_and_it_is_public(submitted: Service, editor: Client) -> None:
    approve(editor, submitted)
    assert Client().get("/services/larkfield-night-line/").status_code == 200


def test_an_editor_sends_it_back_and_it_is_not_public(
    submitted: Service, editor: Client, author: Client
) -> None:
    approve(editor, submitted, "reject")
    again = Service.objects.get(pk=submitted.pk)
    assert not again.live
    assert again.current_workflow_state.status == "needs_changes"
    assert submitted.name in author.get(HOME).content.decode()


def test_a_half_filled_draft_cannot_be_submitted(author: Client) -> None:
    draft = add(author, name="Half filled")
    assert set(errors(change(author, draft, "submit"))) == {"provider", "summary"}


def test_authors_have_no_button_to_publish(author: Client) -> None:
    page = author.get(url(Service, "edit", a_service().pk)).content.decode()
    assert "action-publish" not in page
    assert "action-submit" in page


def test_authors_cannot_publish_by_pressing_a_button_that_is_not_there(author: Client) -> None:
    draft = add(author, name="Larkfield night line", summary="Ring at night.", provider=a_provider().pk)
    change(author, draft, "publish")
    assert not Service.objects.get(pk=draft.pk).live


@pytest.mark.parametrize("page", ["unpublish", "delete"])
def test_authors_cannot_take_a_service_off_the_site(author: Client, page: str) -> None:
    service = a_service()
    assert author.post(url(Service, page, service.pk))["Location"] == HOME
    assert Service.objects.get(pk=service.pk).live


def test_authors_cannot_retire(author: Client) -> None:
    service = a_service()
    answer = author.post(reverse("retire-service", args=[service.pk]), {"reason": "I say so."})
    assert (answer.status_code, answer["Location"]) == (302, HOME)
    assert Service.objects.get(pk=service.pk).live


def test_authors_cannot_approve_what_they_submitted(submitted: Service, author: Client) -> None:
    approve(author, submitted)
    assert not Service.objects.get(pk=submitted.pk).live
