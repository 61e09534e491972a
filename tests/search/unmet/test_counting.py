"""A page of results counts once, never for a machine, and neither waits for counting nor fails with it."""

import logging
import threading
from datetime import date

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.unmet import counting as counting_module
from search.unmet.counting import TALLY, WRITER
from search.unmet.tally import MOST_WORDS, Tally
from search.unmet.words import NewWords
from search.unmet.writer import Writer
from search.unmet_models import SearchTotal, UnknownWord, UnmetCount
from tests.search.unmet.conftest import write_all

NOTHING_FITS = {
    "q": "zorbulism",
    "need": "sleep",
    "cost": "paid",
    "audience": "siblings",
    "age": "25",
    "within": "2",
}


def searches() -> int:
    return sum(SearchTotal.objects.values_list("searches", flat=True))


def test_a_search_that_finds_nothing_is_counted_by_need_age_and_area(family: Client) -> None:
    page = family.get("/search/", {**NOTHING_FITS, "near": "Hitchin"})
    assert page.context["results"].total == 0
    write_all()
    count = UnmetCount.objects.get()
    assert (count.topic, count.age_band, count.area, count.found, count.searches) == (
        "sleep",
        "19-25",
        "dspl-1",
        "none",
        1,
    )
    assert UnknownWord.objects.get().word == ""


def test_a_search_that_finds_plenty_adds_only_to_the_days_total(family: Client) -> None:
    assert family.get("/search/", {"q": "sleep"}).context["results"].total > 3
    write_all()
    assert (searches(), UnmetCount.objects.count()) == (1, 0)


def test_further_pages_paper_and_a_page_without_a_question_are_no_searches(family: Client) -> None:
    family.get("/search/", {"q": "autism", "page": "2"})
    family.get("/search/print/", {"q": "autism"})
    family.get("/search/")
    write_all()
    assert searches() == 0


def test_a_whole_postcode_counts_once_after_it_is_made_a_sector(family: Client) -> None:
    family.get("/search/", {"q": "sleep", "near": "SG5 1AA"}, follow=True)
    write_all()
    assert searches() == 1


@pytest.mark.parametrize("agent", ["", "Googlebot/2.1", "Mozilla/5.0 (compatible; Some Crawler)", "spider"])
def test_programs_do_not_count(family: Client, agent: str) -> None:
    family.get("/search/", {"q": "sleep"}, headers={"user-agent": agent})
    write_all()
    assert searches() == 0


def test_the_page_asks_the_database_for_nothing_more(family: Client) -> None:
    family.get("/search/", {"q": "sleep"})
    with CaptureQueriesContext(connection) as queries:
        family.get("/search/", NOTHING_FITS)
    assert not [one for one in queries if "unmet" in one["sql"] or "unknownword" in one["sql"]]


def test_a_page_is_shown_even_if_counting_fails(
    family: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: object) -> None:
        raise ValueError("zorbulism is what was typed")

    monkeypatch.setattr(counting_module, "_count", fail)
    with caplog.at_level(logging.DEBUG):
        assert family.get("/search/", {"q": "zorbulism"}).status_code == 200
    assert "ValueError" in caplog.text
    assert "zorbulism" not in caplog.text


def test_what_cannot_be_written_waits_and_is_not_lost(
    family: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: object) -> None:
        raise DatabaseError("zorbulism is locked")

    family.get("/search/", NOTHING_FITS)
    with monkeypatch.context() as broken, caplog.at_level(logging.DEBUG):
        broken.setattr("search.unmet.writer.write_counts", fail)
        broken.setattr("search.unmet.writer.write_words", fail)
        write_all()
    assert "DatabaseError" in caplog.text
    assert "zorbulism" not in caplog.text
    family.get("/search/", NOTHING_FITS)
    write_all()
    assert (searches(), UnmetCount.objects.get().searches, UnknownWord.objects.count()) == (2, 2, 1)


def test_the_thread_of_a_process_starts_with_its_first_search(family: Client) -> None:
    family.get("/search/", {"q": "sleep"})
    assert "counts of searches" in [thread.name for thread in threading.enumerate()]


def test_what_has_just_come_waits_for_its_batch(family: Client) -> None:
    family.get("/search/", NOTHING_FITS)
    WRITER.write(counts_wait=3600, words_wait=3600)
    assert searches() == 0
    assert TALLY.holds_something()


def test_words_are_not_written_together_with_counts(family: Client) -> None:
    family.get("/search/", NOTHING_FITS)
    WRITER.write(counts_wait=0, words_wait=3600)
    assert (searches(), UnknownWord.objects.count()) == (1, 0)


def test_memory_stays_small_however_many_searches_come() -> None:
    tally = Tally()
    for number in range(MOST_WORDS * 2):
        word = "z" + "".join(chr(97 + int(digit)) for digit in str(number))
        tally.add(date(2026, 11, 24), "some", (), NewWords(word))
    assert len(tally.take_words().seen) == MOST_WORDS
    assert Writer(tally).tally.take_counts().searches.total() == MOST_WORDS * 2
