"""How long a report is kept."""

from datetime import timedelta

from django.utils import timezone

from local_offer.feedback.models import Report

MONTHS_KEPT = 6


def forget_old_reports() -> int:
    """Delete reports of more than six months ago, as the privacy page promises; how many went."""
    deleted, _ = Report.objects.filter(
        made_at__lt=timezone.now() - timedelta(days=MONTHS_KEPT * 30.5)
    ).delete()
    return deleted
