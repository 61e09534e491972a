"""A thing, its parts and what is logged of it are kept together or not at all."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models.signals import post_delete, post_save

from local_offer.core.keys import page_with_key
from local_offer.directory.models import Service
from local_offer.taxonomy.models import Need
from search.changes import last_change
from tests.directory.made import a_draft, a_provider, a_service

pytestmark = pytest.mark.usefixtures("site")


class PowerCut(Exception):
    """The process stops just after the row was written."""


@pytest.fixture
def power_cut() -> Iterator[None]:
    """Whatever saves or deletes a service fails at the last moment, after the row and the log."""

    def cut(**kwargs: Any) -> None:
        raise PowerCut

    for signal in (post_save, post_delete):
        signal.connect(cut, sender=Service)
    yield
    for signal in (post_save, post_delete):
        signal.disconnect(cut, sender=Service)


def state(service: Service) -> tuple[Any, ...]:
    """All that must stay together."""
    now = (
        Service.objects.filter(pk=service.pk)
        .values_list("live", "name", "latest_revision", "live_revision")
        .first()
    )
    needs = sorted(Need.objects.filter(services=service.pk).values_list("slug", flat=True))
    return (now, needs, service.revisions.count(), last_change())


@pytest.fixture
def service(site: None) -> Service:
    """A published service with a draft of other needs."""
    service = a_service(needs=[Need.objects.get(slug="sleep")])
    service.needs = [Need.objects.get(slug="anxiety")]
    service.name = "Another name"
    return service


def test_saving_is_whole_or_nothing(service: Service, power_cut: None) -> None:
    before = state(service)
    with pytest.raises(PowerCut):
        service.save()
    assert state(service) == before


def test_saving_a_version_is_whole_or_nothing(service: Service, power_cut: None) -> None:
    before = state(service)
    with pytest.raises(PowerCut):
        service.save_revision()
    assert state(service) == before


def test_publishing_is_whole_or_nothing(site: None, request: pytest.FixtureRequest) -> None:
    draft = a_draft(provider=a_provider(), summary="A club.", needs=[Need.objects.get(slug="sleep")])
    version = draft.save_revision()
    before = state(draft)
    request.getfixturevalue("power_cut")
    with pytest.raises(PowerCut):
        version.publish()
    assert state(draft) == before


def test_unpublishing_is_whole_or_nothing(service: Service, power_cut: None) -> None:
    before = state(service)
    with pytest.raises(PowerCut):
        Service.objects.get(pk=service.pk).unpublish()
    assert state(service) == before


def test_deleting_is_whole_or_nothing(site: None, request: pytest.FixtureRequest) -> None:
    draft = a_draft(needs=[Need.objects.get(slug="sleep")])
    before = state(draft)
    request.getfixturevalue("power_cut")
    with pytest.raises(PowerCut):
        draft.delete()
    assert state(draft) == before


def test_every_change_is_in_the_log_of_changes(service: Service) -> None:
    for change in (
        service.save,
        service.save_revision().publish,
        Service.objects.get(pk=service.pk).unpublish,
    ):
        before = last_change()
        change()
        assert last_change() > before


def test_pages_are_whole_or_nothing_too() -> None:
    page = page_with_key("plain:about")
    assert page is not None
    kind = type(page)

    def cut(**kwargs: Any) -> None:
        raise PowerCut

    post_save.connect(cut, sender=kind)
    before = (page.title, page.revisions.count(), last_change())
    try:
        page.title = "Another title"
        with pytest.raises(PowerCut):
            page.save_revision().publish()
    finally:
        post_save.disconnect(cut, sender=kind)
    page = kind.objects.get(pk=page.pk)
    assert (page.title, page.revisions.count(), last_change()) == before
