"""Facts of a service in a parent's words; every page, card and list says them alike."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from local_offer.directory.choices import ASK_YOURSELF, Audience, Cost, Delivery, Diagnosis, Referral, Status

if TYPE_CHECKING:
    from local_offer.directory.models import Service

MONTHS = ("January February March April May June July August September October November December").split()


def ages(low: int | None, high: int | None) -> str:
    """Ages as people say them; 25 is open-ended.

    >>> ages(5, 18), ages(0, 25), ages(None, None), ages(13, 25), ages(0, 5)
    ('Ages 5 to 18', 'Ages 0 to 25', 'Ages not known: ask', 'Ages 13 to 25', 'Up to age 5')
    """
    if low is None and high is None:
        return "Ages not known: ask"
    if low is None or (low == 0 and high is not None and high < 25):
        return f"Up to age {high}"
    if high is None:
        return f"Age {low} and over"
    return f"Age {low}" if low == high else f"Ages {low} to {high}"


def seen(source_seen: str) -> str:
    """When a fact was last seen in public: "2025-06" gives "June 2025"; nothing gives nothing."""
    year, _, month = source_seen.partition("-")
    if month.isdigit() and 1 <= int(month) <= 12:
        return f"{MONTHS[int(month) - 1]} {year}"
    return year


def day(value: date) -> str:
    """A date in words: 12 October 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def checked(service: "Service") -> str:
    """How sure a family can be today."""
    if service.last_checked:
        return f"Checked {day(service.last_checked)}"
    when = seen(service.source_seen)
    return f"Last seen {when}, to be checked" if when else "Not checked yet"


def can_ask_yourself(service: "Service") -> bool:
    """Whether a family can walk in without anybody's letter."""
    return bool(ASK_YOURSELF & set(service.referral))


def opening_tags(service: "Service") -> list[tuple[str, bool]]:
    """Short facts for a card, doors first: (words, whether it opens a door)."""
    tags: list[tuple[str, bool]] = []
    if service.diagnosis in (Diagnosis.NOT_NEEDED, Diagnosis.SUSPECTED_OK):
        tags.append((Diagnosis(service.diagnosis).label, True))
    elif service.diagnosis != Diagnosis.UNKNOWN:
        tags.append((Diagnosis(service.diagnosis).label, False))
    if can_ask_yourself(service):
        tags.append(("Ask yourself", True))
    elif known := [route for route in service.referral if route != Referral.UNKNOWN]:
        tags.append((Referral(known[0]).label, False))
    if service.cost != Cost.UNKNOWN:
        tags.append((Cost(service.cost).label, False))
    if ways := [way for way in service.delivery if way != Delivery.UNKNOWN]:
        tags.append((_joined(Delivery(way).label for way in ways), False))
    tags.append((ages(service.min_age, service.max_age), False))
    if service.status in (Status.PAUSED, Status.FULL, Status.CLOSED):
        tags.insert(0, (Status(service.status).label, False))
    return tags


def audience_words(audience: list[str]) -> str:
    """For whom, in one phrase: "Parents and carers, and young people"."""
    return _joined(Audience(value).label for value in audience)


def _joined(words: Iterable[str]) -> str:
    parts = [str(word) for word in words]
    parts = parts[:1] + [part[0].lower() + part[1:] for part in parts[1:]]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
