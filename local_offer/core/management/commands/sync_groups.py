"""Make the groups of editors as `core/groups.py` says."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.images.models import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from local_offer.core.groups import GROUPS, REPLACED, GroupRights


class Command(BaseCommand):
    help = "Make the groups of editors and their rights as core/groups.py says. May be run again."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        Group.objects.filter(name__in=REPLACED).delete()
        for rights in GROUPS:
            group, _ = Group.objects.get_or_create(name=rights.name)
            group.permissions.set([_admin_access(), *_record_permissions(rights)])
            _set_page_permissions(group, rights)
            _set_image_permissions(group, rights)
            self.stdout.write(f"{rights.name}: {group.permissions.count()} rights")


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


def _set_image_permissions(group: Group, rights: GroupRights) -> None:
    root = Collection.get_first_root_node()
    content_type = ContentType.objects.get_for_model(Image)
    GroupCollectionPermission.objects.filter(group=group, permission__content_type=content_type).delete()
    for verb in rights.images:
        permission = Permission.objects.get(content_type=content_type, codename=f"{verb}_image")
        GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)
