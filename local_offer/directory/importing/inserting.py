"""Inserts many rows at a time: one by one, with versions, logs and links, fifty thousand would take an hour.

What saving one record does, this does for many: whoever listens for saved records is told of each, the admin's
own search and its lists of uses know them, and a new service has its first version and its lines in the history.
"""

from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, OuterRef, Subquery
from django.db.models.functions import Cast
from django.db.models.signals import post_save
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends_with_name

from local_offer.directory.models import Service
from local_offer.directory.slugs import free_codes, free_slugs

MADE, PUBLISHED = "wagtail.create", "wagtail.publish"


def insert(records: Sequence[Model]) -> None:
    """Insert records of one kind, and tell those who listen."""
    if records:
        type(records[0])._default_manager.bulk_create(records)
        _tell(records)


def insert_services(services: Sequence[Service], publish: bool) -> None:
    """Insert new services with their links, first versions and history, as drafts or published."""
    if not services:
        return
    _prepare(services, publish)
    Service.objects.bulk_create(services)
    for field in Service.linked_fields():
        _insert_links(services, field)
    _insert_versions(services, publish)
    for service in services:
        ReferenceIndex.create_or_update_for_object(service)
    _tell(services)


def _prepare(services: Sequence[Service], publish: bool) -> None:
    """Addresses that nobody else has, and what publishing sets."""
    names = zip(
        services,
        free_slugs([service.name for service in services]),
        free_codes(service.uuid for service in services),
        strict=True,
    )
    now = timezone.now() if publish else None
    for service, slug, code in names:
        service.slug, service.code = slug, code
        service.live, service.has_unpublished_changes = publish, not publish
        service.first_published_at = service.last_published_at = now


def _insert_links(services: Iterable[Service], field: ParentalManyToManyField) -> None:
    """The rows between a service and its needs, areas, venues."""
    through, here, there = field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()
    through._default_manager.bulk_create(
        [
            through(**{f"{here}_id": service.pk, f"{there}_id": linked.pk})
            for service in services
            for linked in field.value_from_object(service)
        ]
    )


def _insert_versions(services: Sequence[Service], publish: bool) -> None:
    kind, now = ContentType.objects.get_for_model(Service), timezone.now()
    versions = Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=kind,
            object_id=str(service.pk),
            created_at=now,
            object_str=str(service),
            content=service.serializable_data(),
        )
        for service in services
    )
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(service.pk),
            label=str(service),
            action=action,
            timestamp=now,
            revision=version,
            content_changed=True,
        )
        for service, version in zip(services, versions, strict=True)
        for action in ((MADE, PUBLISHED) if publish else (MADE,))
    )
    _name_versions(services, kind, publish)


def _name_versions(services: Sequence[Service], kind: ContentType, publish: bool) -> None:
    """Each service knows its newest version, and which one is public."""
    text = Revision._meta.get_field("object_id")
    own = Revision.objects.filter(base_content_type=kind, object_id=Cast(OuterRef("pk"), text))
    version = Subquery(own.values("pk")[:1])
    which = {"latest_revision": version, **({"live_revision": version} if publish else {})}
    Service.objects.filter(pk__in=[service.pk for service in services]).update(**which)


def _tell(records: Sequence[Model]) -> None:
    """`raw` says that what hangs on a record was written apart; the admin's own search takes all at once."""
    model = type(records[0])
    for _, backend in get_search_backends_with_name(with_auto_update=True):
        backend.add_bulk(model, records)
    for record in records:
        post_save.send(
            sender=model, instance=record, created=True, raw=True, update_fields=None, using=record._state.db
        )
