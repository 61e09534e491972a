"""After signing in, an editor sees what is to be done, and each count leads to its list."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from local_offer.directory.models import Service
from tests.directory.admin.desk import url
from tests.directory.made import a_draft, a_service

HOME = reverse("wagtailadmin_home")


@pytest.fixture
def work(site: None) -> dict[str, Service]:
    """One service of each sort."""
    today = timezone.localdate()
    due = a_service(name="Overdue club", review_due=today - timedelta(days=3), last_checked=today)
    draft = a_service(name="Changing club", last_checked=today)
    draft.summary = "Newer words."
    draft.save_revision()
    retired = a_service(name="Former club")
    retired.retire("It closed.")
    new = a_draft(name="New club")
    new.save_revision(clean=False)
    return {"due": due, "drafts": draft, "retired": retired, "new": new}


def listed(editor: Client, todo: str) -> list[str]:
    """The names in one of the lists, all pages of it."""
    answer = editor.get(url(Service, "list"), {"todo": todo})
    return [service.name for service in answer.context["page_obj"].paginator.object_list]


def counts(editor: Client) -> dict[str, int]:
    """The panel's counts, each by the list its link leads to."""
    page = editor.get(HOME).content.decode()
    address = re.escape(url(Service, "list"))
    return {todo: int(number) for todo, number in re.findall(rf'href="{address}\?todo=(\w+)">(\d+) ', page)}


def test_each_list_holds_what_its_name_says(editor: Client, work: dict[str, Service]) -> None:
    assert listed(editor, "due") == ["Overdue club"]
    assert listed(editor, "drafts") == ["Changing club", "New club"]
    assert listed(editor, "retired") == ["Former club"]
    assert len(listed(editor, "never")) == 102


def test_the_first_page_counts_what_the_lists_hold(editor: Client, work: dict[str, Service]) -> None:
    assert counts(editor) == {todo: len(listed(editor, todo)) for todo in ("drafts", "due", "never")}


def test_the_first_page_names_what_is_longest_overdue(editor: Client, work: dict[str, Service]) -> None:
    page = editor.get(HOME).content.decode()
    assert url(Service, "edit", work["due"].pk) in page
    assert "Overdue club" in page


@pytest.mark.parametrize(
    ("real", "words"),
    [
        (False, "Once the site is made real, families no longer see the 102"),
        (True, "Families do not see the 102"),
    ],
)
def test_the_first_page_says_what_is_left_to_check(
    editor: Client, settings: Any, real: bool, words: str
) -> None:
    settings.SITE_IS_REAL = real
    assert words in editor.get(HOME).content.decode()


def test_lists_are_narrowed_by_the_facts(editor: Client) -> None:
    answer = editor.get(url(Service, "list"), {"diagnosis": "needed"})
    found = answer.context["page_obj"].paginator.object_list
    assert {service.diagnosis for service in found} == {"needed"}


def test_somebody_who_may_not_see_services_sees_no_counts(author: Client) -> None:
    assert counts(author)
    Group.objects.get(name="Authors").permissions.remove(Permission.objects.get(codename="view_service"))
    assert counts(author) == {}
