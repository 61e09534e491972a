"""Which services the public may see: one rule for pages, lists and the index."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet

if TYPE_CHECKING:
    from local_offer.directory.models import Service


def public_services() -> "QuerySet[Service]":
    """Published ones; once the site is real, only those that somebody has checked."""
    services = apps.get_model("directory", "Service").objects.filter(live=True)
    return services.filter(last_checked__isnull=False) if settings.SITE_IS_REAL else services
