"""Which entries need an editor: due for a check, never checked, being changed, taken off the site."""

from datetime import date

from django.db.models import QuerySet

from local_offer.directory.models import Service


def due_for_review(today: date) -> QuerySet[Service]:
    """Live entries whose day has come, the longest overdue first."""
    return Service.objects.filter(live=True, review_due__lte=today).order_by("review_due")


def never_checked() -> QuerySet[Service]:
    """Live entries that nobody has checked with their providers; once the site is real, families do not see them."""
    return Service.objects.filter(live=True, last_checked=None)


def with_draft() -> QuerySet[Service]:
    """Entries on which somebody works; those taken off the site are a list of their own."""
    return Service.objects.filter(has_unpublished_changes=True, withdrawn_at=None)


def retired() -> QuerySet[Service]:
    """Entries that were public and are not now."""
    return Service.objects.filter(live=False, withdrawn_at__isnull=False)
