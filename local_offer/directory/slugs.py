"""Addresses of services: free of every address that another service has, had, or holds in a draft."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify
from wagtail.models import Revision


def slug_taken_by(slug: str, pk: int | None) -> str | None:
    """The name of the other service that has, had or is about to have this address; None when it is free."""
    service, former = apps.get_model("directory", "Service"), apps.get_model("directory", "FormerAddress")
    holder = service.objects.filter(slug=slug).exclude(pk=pk).first()
    if holder is None:
        past = former.objects.filter(slug=slug).exclude(service_id=pk).select_related("service").first()
        holder = past and past.service
    return holder.name if holder else _draft_with(slug, pk)


def _draft_with(slug: str, pk: int | None) -> str | None:
    """Two drafts with one address would both look right until the second is published."""
    service = apps.get_model("directory", "Service")
    drafts = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(service), content__slug=slug
    ).exclude(object_id=str(pk))
    for draft in drafts.only("id", "object_id"):
        if service.objects.filter(pk=draft.object_id, latest_revision_id=draft.pk).exists():
            return str(service.objects.get(pk=draft.object_id))
    return None


def free_slug(name: str, pk: int | None) -> str:
    """An address made from the name, with a number behind it if others were first."""
    base = slugify(name)[:100] or "service"
    slug, number = base, 1
    while slug_taken_by(slug, pk):
        number += 1
        slug = f"{base}-{number}"
    return slug
