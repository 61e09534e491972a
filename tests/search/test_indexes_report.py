"""Whoever runs the site, and editors, see how each index stands and what it would not take."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from local_offer.directory.models import Service
from search.models import IndexStanding, RefusedEntry
from search.standings import Size, note_standing, note_trouble, passed_by_all
from tests.search.conftest import EmbeddedKept


def status() -> str:
    said = StringIO()
    call_command("search_status", stdout=said)
    return said.getvalue()


@pytest.fixture
def editor(site: None) -> Client:
    user = User.objects.create_user("editor")
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(user)
    return client


def test_the_command_tells_of_every_index(kept: EmbeddedKept) -> None:
    kept.keeper.rebuild()
    said = status()
    assert kept.keeper.store.name in said
    assert "tantivy 0.27" in said
    assert f"documents  {kept.count():,}" in said
    assert "up to date" in said
    Service.objects.filter(live=True)[0].unpublish()
    assert "1 change behind" in status()
    kept.keeper.keep_up()
    assert "up to date" in status()


def test_trouble_shows_until_it_is_over(kept: EmbeddedKept) -> None:
    name = kept.keeper.store.name
    note_trouble(name, OSError("the disk is full"))
    assert "the disk is full" in status()
    kept.keeper.rebuild()
    assert "the disk is full" not in status()


def test_an_editor_finds_the_entry_that_was_refused_and_the_reason(editor: Client) -> None:
    service = Service.objects.filter(live=True)[0]
    RefusedEntry.objects.create(index="x", kind="service", object_id=service.pk, reason="illegal latitude")
    page = editor.get("/admin/reports/search-indexes/").content.decode()
    assert "illegal latitude" in page
    assert f"/directory/service/edit/{service.pk}/" in page


def test_with_nothing_refused_the_report_says_so(editor: Client) -> None:
    assert (
        "Everything that is published can be found"
        in editor.get("/admin/reports/search-indexes/").content.decode()
    )


def test_rows_stay_until_every_index_that_is_still_kept_has_passed_them(db: Any) -> None:
    IndexStanding.objects.all().delete()
    assert passed_by_all(90) == 90
    for name, position in (("here", 80), ("there", 40), ("long gone", 5)):
        note_standing(name, "tantivy", position, Size(1, 1), [], None)
    IndexStanding.objects.filter(name="long gone").update(seen_at=timezone.now() - timedelta(days=31))
    assert passed_by_all(90) == 40
    assert not IndexStanding.objects.filter(name="long gone").exists()
