"""Groups and rights are as one table says, however often they are made, and whatever was changed by hand."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page, Workflow, WorkflowContentType

from home.models import HomePage
from local_offer.core.groups import GROUPS
from local_offer.directory.models import Service
from tests.directory.made import somebody_in

pytestmark = pytest.mark.usefixtures("site")


def rights() -> dict[str, set[str]]:
    """Every right of every group."""
    return {
        group.name: {f"{one.content_type.app_label}.{one.codename}" for one in group.permissions.all()}
        | {f"page:{one.permission.codename}" for one in GroupPagePermission.objects.filter(group=group)}
        | {f"file:{one.permission.codename}" for one in GroupCollectionPermission.objects.filter(group=group)}
        for group in Group.objects.all()
    }


def sync() -> None:
    """Run the command."""
    call_command("sync_groups", verbosity=0)


def test_there_are_just_the_groups_of_the_table() -> None:
    assert set(rights()) == {group.name for group in GROUPS}


def test_a_second_run_changes_nothing() -> None:
    before = rights()
    sync()
    assert rights() == before


def test_what_was_changed_by_hand_is_put_right() -> None:
    before, authors = rights(), Group.objects.get(name="Authors")
    authors.permissions.add(Permission.objects.get(codename="publish_service"))
    authors.permissions.remove(Permission.objects.get(codename="add_service"))
    GroupPagePermission.objects.filter(group=authors).delete()
    sync()
    assert rights() == before


def test_people_stay_in_their_groups() -> None:
    person = somebody_in("Authors")
    sync()
    assert person.groups.filter(name="Authors").exists()


def test_authors_write_and_do_not_publish() -> None:
    author = somebody_in("Authors")
    assert author.has_perm("directory.add_service")
    assert author.has_perm("directory.change_service")
    for verb in ("publish", "delete", "lock"):
        assert not author.has_perm(f"directory.{verb}_service")
    assert not author.has_perm("taxonomy.change_need")
    assert not author.has_perm("feedback.change_report")


def test_editors_publish_and_keep_the_lists_and_the_reports() -> None:
    editor = somebody_in("Editors")
    for right in ("directory.publish_service", "taxonomy.change_phrase", "places.change_area"):
        assert editor.has_perm(right)
    assert editor.has_perm("feedback.change_report")
    assert editor.has_perm("core.change_sitedetails")


def test_nobody_manages_accounts_or_settings_of_the_machine() -> None:
    for held in rights().values():
        assert not [right for right in held if right.startswith(("auth.", "wagtailcore.", "wagtailusers."))]


def test_authors_write_pages_below_the_front_page_and_editors_publish_them() -> None:
    home = HomePage.objects.get()
    author, editor = somebody_in("Authors"), somebody_in("Editors")
    child = home.get_children().first()
    assert child is not None
    assert child.permissions_for_user(author).can_edit()
    assert not child.permissions_for_user(author).can_publish()
    assert child.permissions_for_user(editor).can_publish()


@pytest.mark.parametrize("kind", [Image, Document])
def test_both_put_in_pictures_and_documents(kind: type[Image | Document]) -> None:
    for group in GROUPS:
        held = GroupCollectionPermission.objects.filter(
            group__name=group.name, permission__content_type__model=kind._meta.model_name
        )
        assert held.filter(permission__codename=f"add_{kind._meta.model_name}").exists()


def test_what_authors_submit_goes_to_the_editors() -> None:
    service, page = Service.objects.first(), HomePage.objects.get()
    assert service is not None
    for road in (service.get_workflow(), page.get_workflow()):
        assert road is not None
        task = road.tasks.get().specific
        assert [group.name for group in task.groups.all()] == ["Editors"]


def test_the_road_that_led_to_nobody_is_closed() -> None:
    assert not Workflow.objects.filter(name="Moderators approval", active=True).exists()


def test_another_road_that_somebody_chose_stays() -> None:
    own = Workflow.objects.create(name="Two pairs of eyes")
    WorkflowContentType.objects.update(workflow=own)
    sync()
    assert WorkflowContentType.objects.get().workflow == own
    assert Page.get_first_root_node().workflowpage.workflow.name == "Checked by an editor"


def test_it_says_what_it_did_and_is_quiet_when_asked() -> None:
    loud, quiet = StringIO(), StringIO()
    call_command("sync_groups", stdout=loud)
    call_command("sync_groups", stdout=quiet, verbosity=0)
    assert loud.getvalue().startswith("Authors: ")
    assert quiet.getvalue() == ""
