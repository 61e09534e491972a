"""What is written: sums, and a word only once five different days have brought it."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection

from search.unmet.gaps import Gap
from search.unmet.keeping import forget_old_counts
from search.unmet.marks import mark_of
from search.unmet.tally import Counts, Words
from search.unmet.writing import write_counts, write_words
from search.unmet_models import SearchTotal, UnknownWord, UnmetCount

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 23)
SLEEP = Gap("sleep", "0-4", "dspl-1")


def seen(word: str, *days: int) -> None:
    for day in days:
        write_words(Words({(MONDAY + timedelta(days=day), word)}))


def test_counts_of_several_processes_add_up() -> None:
    for _ in range(2):
        write_counts(
            Counts(Counter({(MONDAY, "none", SLEEP): 2}), Counter({(MONDAY, "none"): 2, (MONDAY, "some"): 5}))
        )
    assert UnmetCount.objects.get().searches == 4
    total = SearchTotal.objects.get()
    assert (total.searches, total.found_none, total.found_few) == (14, 4, 0)


def test_a_word_is_readable_from_the_fifth_different_day_on() -> None:
    seen("zorbulism", 0, 1, 2, 3)
    assert UnknownWord.objects.get().word == ""
    seen("zorbulism", 4)
    assert UnknownWord.objects.get().word == "zorbulism"


def test_many_searches_of_one_day_are_one_day() -> None:
    seen("zorbulism", *[0] * 20)
    row = UnknownWord.objects.get()
    assert (row.days, row.word) == (1, "")


def test_a_day_that_is_written_late_is_not_counted_twice() -> None:
    seen("zorbulism", 0, 1, 0, 1, 0, 1)
    assert UnknownWord.objects.get().days == 2


def everything_in_the_database() -> str:
    """Every row of every table, whatever it is for."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += [str(row) for row in cursor.fetchall()]
    return "\n".join(rows)


def test_before_the_fifth_day_the_word_is_nowhere_in_the_database() -> None:
    seen("zorbulism", 0, 1, 2, 3)
    dump = everything_in_the_database()
    assert mark_of("zorbulism") in dump
    assert "zorbulism" not in dump.lower()


def test_the_hash_cannot_be_made_without_the_key(settings: pytest.FixtureRequest) -> None:
    first = mark_of("zorbulism")
    settings.SECRET_KEY = "another key " * 5  # type: ignore[attr-defined]
    assert mark_of("zorbulism") != first


def test_a_word_that_comes_with_a_capital_is_withheld_for_good() -> None:
    seen("zorbulism", 0, 1, 2, 3, 4)
    write_words(Words(capitals={"zorbulism"}))
    seen("zorbulism", 5, 6, 7)
    row = UnknownWord.objects.get()
    assert (row.word, row.withheld) == ("", True)


def test_a_capital_alone_leaves_nothing_behind() -> None:
    write_words(Words(capitals={"zorbulina"}))
    assert not UnknownWord.objects.exists()


def test_nobody_can_fill_the_database_with_nonsense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.unmet.writing.MOST_ROWS", 3)
    write_words(Words({(MONDAY, f"zorb{letter}") for letter in "abcdefgh"}))
    assert UnknownWord.objects.count() == 3
    known = UnknownWord.objects.first()
    assert known is not None
    word = next(f"zorb{letter}" for letter in "abcdefgh" if mark_of(f"zorb{letter}") == known.mark)
    seen(word, 1)
    assert UnknownWord.objects.get(pk=known.pk).days == 2


def test_after_thirteen_months_all_is_gone() -> None:
    today = date.today()
    for days_ago, kept in ((400, False), (390, True)):
        day = today - timedelta(days=days_ago)
        write_counts(Counts(Counter({(day, "none", SLEEP): 1}), Counter({(day, "none"): 1})))
        write_words(Words({(day, f"zorb{'kept' if kept else 'gone'}")}))
    write_words(Words({(today, "zorbgone")}))  # still in use: it begins anew
    forget_old_counts()
    assert UnmetCount.objects.count() == SearchTotal.objects.count() == 1
    assert [row.mark for row in UnknownWord.objects.all()] == [mark_of("zorbkept")]
