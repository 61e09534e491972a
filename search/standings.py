"""Notes how every index stands, so that one command and one screen can tell, whichever machine keeps it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from search.changes import PAGE, SERVICE, Touched
from search.index_models import IndexStanding, RefusedEntry

# An index that nobody has kept for so long is forgotten; if it returns it is built anew.
FORGET_AFTER = timedelta(days=30)


@dataclass(frozen=True)
class Refused:
    """An entry that an index would not take, or could not be given. `kind` is service or page."""

    kind: str
    object_id: int
    reason: str
    was_given: bool = True


@dataclass(frozen=True)
class Size:
    """What an index holds: documents, and bytes."""

    documents: int
    bytes: int


def note_standing(
    name: str, engine: str, position: int, size: Size, refused: Iterable[Refused], touched: Touched | None
) -> None:
    """An index has come so far. `touched` is what it was just told of, or None when it was told everything."""
    with transaction.atomic():
        IndexStanding.objects.update_or_create(
            name=name,
            defaults={
                "engine": engine,
                "position": position,
                "documents": size.documents,
                "size_bytes": size.bytes,
                "last_error": "",
                "failed_at": None,
                "seen_at": timezone.now(),
            },
        )
        _forget_refusals(name, touched)
        for one in refused:
            RefusedEntry.objects.update_or_create(
                index=name, kind=one.kind, object_id=one.object_id, defaults={"reason": one.reason[:2000]}
            )


def _forget_refusals(name: str, touched: Touched | None) -> None:
    old = RefusedEntry.objects.filter(index=name)
    if touched is None:
        old.delete()
        return
    for kind, ids in ((SERVICE, touched.services), (PAGE, touched.pages)):
        mended = [pk for pk in old.filter(kind=kind).values_list("object_id", flat=True) if pk in ids]
        old.filter(kind=kind, object_id__in=mended).delete()


def note_trouble(name: str, error: Exception) -> None:
    """Keeping an index failed; it is tried again, and the reason shows meanwhile."""
    now = timezone.now()
    said = f"{type(error).__name__}: {error}"[:2000]
    IndexStanding.objects.update_or_create(
        name=name,
        defaults={"last_error": said, "failed_at": now},
        create_defaults={"last_error": said, "failed_at": now, "seen_at": now},
    )


def passed_by_all(newest: int) -> int:
    """The row that every index has passed which was kept lately."""
    IndexStanding.objects.filter(seen_at__lt=timezone.now() - FORGET_AFTER).delete()
    lowest = IndexStanding.objects.aggregate(lowest=Min("position"))["lowest"]
    return newest if lowest is None else min(newest, lowest)
