"""A service as the columns of a file would say it, so that file, memory and database can be compared."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from local_offer.directory.identity import uuid_of_import
from local_offer.directory.models import Contact, Service

# Columns that are fields of the same meaning; the rest is put together below.
PLAIN = {
    "name": "name",
    "summary": "summary",
    "description": "description",
    "min_age": "min_age",
    "max_age": "max_age",
    "audience": "audience",
    "diagnosis": "diagnosis",
    "referral": "referral",
    "eligibility": "eligibility",
    "not_for": "not_for",
    "try_instead": "try_instead",
    "cost": "cost",
    "cost_note": "cost_note",
    "delivery": "delivery",
    "website": "website",
    "languages": "languages",
    "waiting": "waiting_note",
    "status": "status",
    "source_url": "source_url",
    "source_seen": "source_seen",
    "confidence": "confidence",
}


def services_of_source(source: str, refs: Iterable[str]) -> QuerySet[Service]:
    """The services that came from this source under these references, whatever else an editor has changed."""
    uuids = [uuid_of_import(source, ref) for ref in refs]
    return (
        Service.objects.filter(uuid__in=uuids)
        .select_related("provider")
        .prefetch_related("needs", "kinds", "coverage", "venues", "contacts")
    )


def first_contact(service: Service) -> Contact | None:
    """The contact that a file's phone and e-mail speak of: the oldest."""
    return min(service.contacts.all(), key=lambda one: one.pk, default=None)


def values_of(service: Service) -> dict[str, Any]:
    """What the database says now, in the shape of a parsed row."""
    contact = first_contact(service)
    return {
        **{column: getattr(service, field) for column, field in PLAIN.items()},
        "ref": service.ref,
        "provider": service.provider.name if service.provider else "",
        "provider_kind": service.provider.kind if service.provider else "",
        "needs": sorted(need.slug for need in service.needs.all()),
        "kinds": sorted(kind.slug for kind in service.kinds.all()),
        "coverage": sorted(area.code for area in service.coverage.all()),
        "venues": sorted([venue.name, venue.address, venue.postcode] for venue in service.venues.all()),
        "phone": (contact.phone or contact.text_number) if contact else "",
        "email": contact.email if contact else "",
    }
