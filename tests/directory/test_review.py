"""Editors see what is due for a check; families see only what is public."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from local_offer.directory.models import Service
from local_offer.directory.publicity import public_services
from local_offer.directory.review import due_for_review, never_checked
from tests.directory.made import a_draft, a_service

pytestmark = pytest.mark.usefixtures("site")
TODAY = date(2026, 11, 24)


def test_an_entry_is_due_on_its_day_and_not_before() -> None:
    service = a_service(review_due=TODAY)
    assert service in due_for_review(TODAY)
    assert service not in due_for_review(TODAY - timedelta(days=1))
    assert service.is_due(TODAY)
    assert not service.is_due(TODAY - timedelta(days=1))


def test_the_longest_overdue_comes_first() -> None:
    late = a_service(name="Late", review_due=TODAY - timedelta(days=40))
    later = a_service(name="Later", review_due=TODAY - timedelta(days=400))
    assert list(due_for_review(TODAY)) == [later, late]


def test_drafts_and_retired_entries_are_nobodys_work() -> None:
    a_draft(name="A draft", review_due=TODAY)
    service = a_service(review_due=TODAY)
    service.retire("It closed.")
    assert not due_for_review(TODAY).exists()
    assert service not in never_checked()


def test_an_entry_that_was_checked_leaves_the_list_of_those_never_checked() -> None:
    service = a_service()
    assert service in never_checked()
    service.last_checked = TODAY
    service.save()
    assert service not in never_checked()


def test_a_real_site_shows_only_what_was_checked(settings: Any, client: Client) -> None:
    checked, unchecked = a_service(name="Checked", last_checked=TODAY), a_service(name="Unchecked")
    settings.SITE_IS_REAL = True
    assert list(public_services()) == [checked]
    assert client.get(checked.get_absolute_url()).status_code == 200
    for address in ("", "print/"):
        assert client.get(f"{unchecked.get_absolute_url()}{address}").status_code == 410
    assert client.get(f"/s/{unchecked.code}/qr.svg").status_code == 404


def test_a_site_of_samples_shows_all_that_is_published() -> None:
    a_draft()
    assert set(public_services()) == set(Service.objects.filter(live=True))
