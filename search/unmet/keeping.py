"""How long counts of searches are kept."""

from calendar import monthrange
from datetime import date

from django.db import transaction
from django.utils import timezone

from search.unmet.writing import overwrite_what_goes
from search.unmet_models import SearchTotal, UnknownWord, UnmetCount

MONTHS_KEPT = 13
"""A year, and a month to compare it with."""


def forget_old_counts() -> int:
    """Delete what was counted more than thirteen months ago, as the privacy page promises; how many rows went.

    A word goes thirteen months after it was first seen, whether anybody can read it by then or not: one that is still
    in use is soon counted anew, and one that five days bring together only over years never becomes readable.
    """
    oldest = months_before(timezone.localdate(), MONTHS_KEPT)
    overwrite_what_goes()
    with transaction.atomic():
        gone = [
            UnmetCount.objects.filter(day__lt=oldest).delete(),
            SearchTotal.objects.filter(day__lt=oldest).delete(),
            UnknownWord.objects.filter(first_day__lt=oldest).delete(),
        ]
    return sum(rows for rows, _ in gone)


def months_before(day: date, months: int) -> date:
    """
    >>> months_before(date(2026, 3, 31), 13)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
