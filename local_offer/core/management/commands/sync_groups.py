"""Make the groups of editors, and the road from an author to an editor, as `core/groups.py` says."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from local_offer.core.groups import CHECKED, CHECKED_BY, GROUPS, REPLACED, REPLACED_ROADS, GroupRights


class Command(BaseCommand):
    help = "Make the groups of editors and their rights as core/groups.py says. May be run again."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        Group.objects.filter(name__in=REPLACED).delete()
        for rights in GROUPS:
            group, _ = Group.objects.get_or_create(name=rights.name)
            group.permissions.set([_admin_access(), *_record_permissions(rights)])
            _set_page_permissions(group, rights)
            for kind in (Image, Document):
                _set_file_permissions(group, rights, kind)
            if options["verbosity"]:
                self.stdout.write(f"{rights.name}: {group.permissions.count()} rights")
        _set_road()


def _admin_access() -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")


def _record_permissions(rights: GroupRights) -> list[Permission]:
    """Rights that a model does not have (nobody publishes a venue) are passed over."""
    found = []
    for label, verbs in rights.may.items():
        model = apps.get_model(label)
        names = [f"{verb}_{model._meta.model_name}" for verb in verbs]
        content_type = ContentType.objects.get_for_model(model)
        found += list(Permission.objects.filter(content_type=content_type, codename__in=names))
    return found


def _set_page_permissions(group: Group, rights: GroupRights) -> None:
    site = Site.objects.filter(is_default_site=True).first()
    root = site.root_page if site else Page.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).delete()
    for verb in rights.pages:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def _set_file_permissions(group: Group, rights: GroupRights, kind: type[Image | Document]) -> None:
    root = Collection.get_first_root_node()
    content_type = ContentType.objects.get_for_model(kind)
    GroupCollectionPermission.objects.filter(group=group, permission__content_type=content_type).delete()
    for verb in rights.files:
        codename = f"{verb}_{kind._meta.model_name}"
        permission = Permission.objects.get(content_type=content_type, codename=codename)
        GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)


def _set_road() -> None:
    """What authors submit, an editor checks; a road that somebody has chosen instead stays."""
    for replaced in Workflow.objects.filter(name__in=REPLACED_ROADS, active=True):
        replaced.deactivate()
    task, _ = GroupApprovalTask.objects.get_or_create(name="An editor checks it")
    task.groups.add(Group.objects.get(name=CHECKED_BY))
    road, _ = Workflow.objects.get_or_create(name="Checked by an editor")
    WorkflowTask.objects.get_or_create(workflow=road, task=task)
    WorkflowPage.objects.get_or_create(page=Page.get_first_root_node(), defaults={"workflow": road})
    for label in CHECKED:
        content_type = ContentType.objects.get_for_model(apps.get_model(label))
        WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": road})
