"""What editors have scheduled happens at its time, and one broken item stops no other."""

import logging
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from local_offer.core.keys import page_with_key
from local_offer.core.scheduling import publish_due
from local_offer.directory.models import Service
from tests.directory.made import a_draft, a_provider, a_service

pytestmark = pytest.mark.usefixtures("site")
HOUR = timedelta(hours=1)


def scheduled(name: str, at: datetime, **facts: object) -> Service:
    """A draft that an editor has set to be published at this time."""
    draft = a_draft(name=name, **{"provider": a_provider(), "summary": "A club.", **facts})
    draft.go_live_at = at
    draft.save_revision(clean=False, approved_go_live_at=at)
    return draft


def is_public(service: Service) -> bool:
    """Whether families see it now."""
    return Service.objects.get(pk=service.pk).live


def test_nothing_is_due_on_a_quiet_day() -> None:
    assert publish_due() == 0


def test_what_is_due_is_published_and_what_is_not_waits() -> None:
    due, later = scheduled("Due", timezone.now() - HOUR), scheduled("Later", timezone.now() + HOUR)
    assert publish_due() == 1
    assert (is_public(due), is_public(later)) == (True, False)
    assert publish_due() == 0


def test_the_earlier_comes_first() -> None:
    second = scheduled("Second", timezone.now() - HOUR)
    first = scheduled("First", timezone.now() - 2 * HOUR)
    publish_due()
    when = [Service.objects.get(pk=one.pk).first_published_at for one in (first, second)]
    assert when[0] is not None
    assert when[1] is not None
    assert when[0] < when[1]


def test_one_broken_item_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    broken = scheduled("Broken", timezone.now() - 2 * HOUR, provider=None)
    good = scheduled("Good", timezone.now() - HOUR)
    with caplog.at_level(logging.ERROR):
        assert publish_due() == 1
    assert (is_public(broken), is_public(good)) == (False, True)
    assert "Could not publish Broken; the others go on." in caplog.text


def test_a_broken_item_is_published_once_it_is_mended() -> None:
    broken = scheduled("Broken", timezone.now() - HOUR, provider=None)
    publish_due()
    broken.provider = a_provider()
    broken.save_revision(approved_go_live_at=broken.go_live_at)
    publish_due()
    assert is_public(broken)


def test_what_expires_is_taken_down_and_says_so() -> None:
    service = a_service(expire_at=timezone.now() - timedelta(minutes=1))
    assert publish_due() == 1
    again = Service.objects.get(pk=service.pk)
    assert (again.live, again.expired) == (False, True)
    assert again.withdrawn_at is not None


def test_one_that_cannot_be_taken_down_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (
        a_service(name=name, expire_at=timezone.now() - timedelta(minutes=1)) for name in ("First", "Second")
    )
    unpublish = Service.unpublish

    def refuse_first(self: Service, *args: object, **kwargs: object) -> object:
        if self.name == "First":
            raise RuntimeError("Not today.")
        return unpublish(self, *args, **kwargs)

    monkeypatch.setattr(Service, "unpublish", refuse_first)
    assert publish_due() == 1
    assert (is_public(first), is_public(second)) == (True, False)


def test_pages_are_scheduled_too() -> None:
    page = page_with_key("plain:about")
    assert page is not None
    page = page.specific
    page.title, page.go_live_at = "About us, newer", timezone.now() - HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert publish_due() == 1
    page.refresh_from_db()
    assert page.title == "About us, newer"
