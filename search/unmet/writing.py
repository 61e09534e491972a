"""Writes what was counted to the database, each batch in one transaction; several processes may write at once.

Rows are taken in one order everywhere, so that two processes never wait for each other, and nothing tells in which
order searches came.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Model

from search.unmet.marks import mark_of
from search.unmet.tally import Counts, Words
from search.unmet_models import FEW, NONE, SearchTotal, UnknownWord, UnmetCount

READABLE_AFTER = 5
"""Different days on which a word must have been searched for before anybody can read it."""

MOST_ROWS = 50_000
"""Unknown words that are kept at most: nobody can fill the database by typing nonsense."""


def write_counts(counts: Counts) -> None:
    """Add to the counts of each day."""
    days = sorted({day for day, _ in counts.searches})
    with transaction.atomic():
        _ready(
            UnmetCount, ({"day": day, "found": found, **vars(gap)} for day, found, gap in sorted(counts.gaps))
        )
        for (day, found, gap), times in sorted(counts.gaps.items()):
            rows = UnmetCount.objects.filter(day=day, found=found, **vars(gap))
            rows.update(searches=F("searches") + times)
        _ready(SearchTotal, ({"day": day} for day in days))
        for day in days:
            of_bucket = {bucket: times for (when, bucket), times in counts.searches.items() if when == day}
            SearchTotal.objects.filter(day=day).update(
                searches=F("searches") + sum(of_bucket.values()),
                found_none=F("found_none") + of_bucket.get(NONE, 0),
                found_few=F("found_few") + of_bucket.get(FEW, 0),
            )


def write_words(words: Words) -> None:
    """Note on which days each word was seen; write the word itself only if this is its fifth day or later.

    A word that came with a capital is never shown from then on. It gets no row for that alone: only what was counted
    before is withheld, since a list of hashes of names would be a list of names to whoever has the key.
    """
    overwrite_what_goes()
    with transaction.atomic():
        for day in sorted({day for day, _ in words.seen}):
            marks = {mark_of(word): word for when, word in words.seen if when == day}
            _note_day(day, sorted(marks))
            readable = UnknownWord.objects.filter(
                pk__in=marks, days__gte=READABLE_AFTER, withheld=False, word=""
            )
            for mark in sorted(readable.values_list("pk", flat=True)):
                UnknownWord.objects.filter(pk=mark, withheld=False).update(word=marks[mark])
        capitals = [mark_of(word) for word in words.capitals]
        UnknownWord.objects.filter(pk__in=capitals).update(withheld=True, word="")


def _note_day(day: date, marks: list[str]) -> None:
    """Count the day once for each word, however many searches and processes say so."""
    room = MOST_ROWS - UnknownWord.objects.count()
    known = set(UnknownWord.objects.filter(pk__in=marks).values_list("pk", flat=True))
    new = [mark for mark in marks if mark not in known][: max(room, 0)]
    _ready(UnknownWord, ({"mark": mark, "first_day": day, "last_day": day} for mark in new))
    UnknownWord.objects.filter(pk__in=marks, last_day__lt=day).update(days=F("days") + 1, last_day=day)


def _ready(model: type[Model], rows: Iterable[dict[str, Any]]) -> None:
    """Have a row for each, whoever makes it first."""
    made = [model(**row) for row in rows]
    model._default_manager.bulk_create(made, ignore_conflicts=True, batch_size=200)


def overwrite_what_goes() -> None:
    """Have SQLite overwrite what is deleted or withheld, and not only forget where it stands."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
