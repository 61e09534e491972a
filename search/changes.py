"""From the log of changes to what must be indexed anew.

A row says only what changed. What a change touches is worked out when it is applied, from what the database says then,
so applying a row twice does no harm.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, Min, Model
from django.utils import timezone
from wagtail.models import Page

from local_offer.directory.models import Service
from search.models import IndexChange

SERVICE, PAGE = "service", "page"
# The lock of PostgreSQL that those share who write to the log: a number for this site's locks, and one for this.
LOG_LOCK = (20_250, 1)
# What shows in a service, and by which of its relations.
SHOWN_IN_SERVICES = {
    "provider": "provider_id",
    "venue": "venues",
    "need": "needs",
    "servicekind": "kinds",
    "outcome": "outcomes",
    "area": "coverage",
}
EVERYTHING = "everything"
# Pages of areas say which places they cover; there are few pages, so all are looked at.
SHOWN_IN_PAGES = ("area",)


@dataclass(frozen=True)
class Standing:
    """How far an index has come in which log, and by which rule of what is public.

    `mark` is when the row at `position` was written: it tells a log from another one with the same numbers. Every row
    up to `reached` that could be seen is in the index too; earlier ones may still appear.
    """

    position: int = 0
    mark: str = ""
    only_checked: bool = False
    reached: int = 0


@dataclass
class Touched:
    """What some rows of the log say must be indexed anew, and the place in the log that is reached with them."""

    position: int
    reached: int = 0
    rows: int = 0
    services: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    everything: bool = False


def note_change(kind: str, object_id: int) -> None:
    """Add a row to the log, in the transaction of the change itself.

    On PostgreSQL the transaction first takes a share of a lock, so that followers of the log know that rows are on
    their way (`following.py`). Writers never wait for each other, nor for an index.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", LOG_LOCK)
        IndexChange.objects.create(kind=kind, object_id=object_id)


def last_change() -> int:
    """The number of the newest row; 0 when the log is empty."""
    return IndexChange.objects.aggregate(last=Max("id"))["last"] or 0


def fresh_version() -> int:
    """A number for the documents that are read from the database after this call: never lower than an earlier one.

    Taken from the numbers of the log itself. Where only one process writes at a time, the newest row will do.
    """
    if connection.vendor != "postgresql":
        return last_change()
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [IndexChange._meta.db_table])
        return int(cursor.fetchone()[0])


def touched_by(rows: Iterable[IndexChange], position: int, reached: int) -> Touched:
    """What these rows touch."""
    touched = Touched(position, reached)
    for row in rows:
        touched.rows += 1
        if row.kind == SERVICE:
            touched.services.add(row.object_id)
        elif row.kind == PAGE:
            touched.pages.add(row.object_id)
        elif row.kind == EVERYTHING:
            touched.everything = True
        else:
            touched.services |= services_showing(row.kind, [row.object_id])
        if row.kind in SHOWN_IN_PAGES:
            touched.pages |= set(Page.objects.values_list("pk", flat=True))
    return touched


def services_showing(kind: str, ids: Iterable[int]) -> set[int]:
    """The services in which a thing of this kind shows."""
    relation = SHOWN_IN_SERVICES[kind]
    lookup = {f"{relation}__in": list(ids)}
    found = set(Service.objects.filter(**lookup).values_list("pk", flat=True))
    if kind == "need":  # a topic's name shows in the services of its needs, and the other way round
        found |= set(Service.objects.filter(needs__parent__in=ids).values_list("pk", flat=True))
        found |= set(Service.objects.filter(needs__children__in=ids).values_list("pk", flat=True))
    return found


def standing_at(position: int, reached: int = 0) -> Standing:
    """Where an index stands that has applied every row up to this one, and those to be seen up to `reached`."""
    return Standing(position, _mark(position), settings.SITE_IS_REAL, max(position, reached))


def is_late(standing: Standing, seconds: float) -> bool:
    """Whether a change that was made so long ago is still to be applied."""
    before = timezone.now() - timedelta(seconds=seconds)
    return IndexChange.objects.filter(id__gt=standing.reached, at__lt=before).exists()


def can_go_on_from(standing: Standing) -> bool:
    """Whether an index can follow the log from where it stands; if it cannot, it is rebuilt.

    It cannot when rows that it has not seen are gone, when the database was put back from a copy or is another one,
    or when other services are public now because the site has become real.
    """
    if standing.only_checked != settings.SITE_IS_REAL:
        return False
    ends = IndexChange.objects.aggregate(first=Min("id"), last=Max("id"))
    if (ends["last"] or 0) < standing.position or (ends["first"] or 0) > standing.position + 1:
        return False
    return _mark(standing.position) in ("", standing.mark)


def _mark(position: int) -> str:
    written = IndexChange.objects.filter(id=position).values_list("at", flat=True).first()
    return written.isoformat() if written else ""


def prune(position: int, keep: int = 1000) -> None:
    """Take away rows that every known index has passed; the newest always stay."""
    with transaction.atomic():
        IndexChange.objects.filter(id__lt=position - keep).delete()


def label_of(model: type[Model]) -> str:
    """The kind under which changes of this model are logged."""
    return model._meta.model_name or ""
