"""No search can be read back: not from the disk, not from a log, not from a cache; and the privacy page says so."""

import base64
import re
import sqlite3
import time
import urllib.parse
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model

from search.unmet.keeping import MONTHS_KEPT
from search.unmet.writing import READABLE_AFTER
from search.unmet_models import SearchTotal, UnknownWord, UnmetCount
from tests.safety.loud_site import LoudSite, serve_loudly
from tests.safety.traces import traces_of
from tests.serving import ROOT

SENTENCE = "grumpletooth wibbles at breakfast"
UNKNOWN, MISSPELT, NAMED, MAILED = "zorbulismo", "dyspraxxiaq", "Thrupkina", "quirtlebee"
POSTCODE_UNITS = ("SG5 1QZ", "AL1 5QZ")
IN_FIELDS = ("snorfleplace", "wumpusneed", "glimmerkey", "jabbersort", "frobnicate")
BROKEN, ON_PAPER, ROBOT, LOST = "mimsyraw", "slithypaper", "borogrove", "tulgeylost"
REPORTED, SUGGESTED = "outgrabe", "manxomest"
WORDS = (UNKNOWN, MISSPELT, NAMED, MAILED, *IN_FIELDS, BROKEN, ON_PAPER, ROBOT, LOST, REPORTED, SUGGESTED)
MARKERS = (SENTENCE, "grumpletooth", *WORDS, *POSTCODE_UNITS, "01632 960123", "01632+960123")


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory) -> LoudSite:
    """A site in which families have searched in every way, stopped as it is stopped for an update."""
    site = serve_loudly(tmp_path_factory.mktemp("loud"))
    try:
        form = site.ask("/something-is-wrong/", page=f"/search/?q={REPORTED}")
        _search_in_every_way(site)
        _wait_until_counted(site)
        _report(site, form)
    finally:
        site.stop()
    return site


ASKED = 7
"""Pages of results that a person asks for below."""


def _search_in_every_way(site: LoudSite) -> None:
    near, need, dropped, sort, within = IN_FIELDS
    site.ask("/search/", q=SENTENCE)
    site.ask(
        "/search/",
        q=f"help with {UNKNOWN}",
        age="7",
        near="Hitchin",
        need="sleep",
        cost="paid",
        within="2",
    )
    site.ask("/search/", q=f"{MISSPELT} club", near=POSTCODE_UNITS[0])
    site.ask("/search/", q=f"we like {NAMED} here, {POSTCODE_UNITS[1]}")
    site.ask("/search/", q=f"write to {MAILED}@example.org or 01632 960123")
    site.ask(
        "/search/",
        q="sleep",
        near=near,
        need=need,
        sort=sort,
        within=within,
        **{"not": f"need:{dropped}"},
    )
    site.ask("/search/print/", q=f"{ON_PAPER} autism")
    site.ask("/search/qr.svg", q=ON_PAPER)
    site.ask("/search/", agent="Somebot/1.0 (crawler)", q=f"sleep {ROBOT}")
    site.ask("/search", q=LOST)
    site.ask("/nowhere/", q=LOST)
    site.ask("/search/suggest", q=SUGGESTED)
    site.say(f"GET /search/?q={BROKEN} and {BROKEN} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    site.say(f"GET /search/?q={BROKEN} HTTP/1.1\r\nHost: evil.example\r\n\r\n".encode())
    site.say(f"GET /search/?q={BROKEN} HTTP/1.1\r\n{BROKEN}\r\n\r\n".encode())
    site.say(f"{BROKEN}\r\n\r\n".encode())
    site.say(f"GET /search/?q={BROKEN} HTTP/9.9\r\nHost: localhost\r\n\r\n".encode())
    site.say(f"GET /search/?q={BROKEN}{'x' * 9000} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())


def _wait_until_counted(site: LoudSite) -> None:
    """The processes write while they run, not only at their end; how soon depends on the machine."""
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and rows(site, TOTAL) != [(ASKED,)]:
        time.sleep(0.5)
    assert rows(site, TOTAL) == [(ASKED,)]


def _report(site: LoudSite, form: str) -> None:
    """Somebody says on a page of results that something is wrong."""
    made = re.search(r'name="made" value="([^"]+)"', form)
    assert made
    fields = {"what": "The phone number is wrong.", "page": f"/search/?q={REPORTED}", "made": made[1]}
    site.send("/something-is-wrong/", **fields)


TOTAL = "SELECT sum(searches) FROM search_searchtotal"


def rows(site: LoudSite, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(site.folder / "local_offer.sqlite3")) as database:
        return database.execute(question).fetchall()


@pytest.mark.parametrize("marker", MARKERS)
def test_no_search_can_be_read_back(left_behind: LoudSite, marker: str) -> None:
    assert traces_of(marker, left_behind.folder) == []


def test_they_were_searches_all_the_same_and_counted(left_behind: LoudSite) -> None:
    """Were nothing counted or logged, nothing to find would prove nothing."""
    assert rows(left_behind, TOTAL)[0][0] >= 5
    counted = rows(left_behind, "SELECT topic, age_band, area, found FROM search_unmetcount")
    assert ("sleep", "5-10", "dspl-1", "none") in counted
    assert rows(left_behind, "SELECT page, what FROM feedback_report") == [
        ("/search/", "The phone number is wrong.")
    ]
    words = rows(left_behind, "SELECT days, word FROM search_unknownword")
    assert len(words) >= 2
    assert set(words) == {(1, "")}
    log = left_behind.log()
    assert '"GET /search/" 200' in log
    assert "DEBUG" in log


def test_a_search_by_a_program_is_not_counted(left_behind: LoudSite) -> None:
    total = rows(left_behind, TOTAL)[0][0]
    assert total == ASKED


def test_no_address_of_a_machine_is_logged(left_behind: LoudSite) -> None:
    """Its own address stands in the log, with its port; that of a visitor would stand there without."""
    own = f"127.0.0.1:{left_behind.port}"
    said = [
        line for line in left_behind.log().splitlines() if not line.startswith("  ")
    ]  # those say its settings
    assert [line for line in said if "127.0.0.1" in line.replace(own, "")] == []


@pytest.mark.parametrize("marker", ["grumpletooth wibbles", "Thrupkina"])
def test_a_trace_would_be_found_in_any_shape(tmp_path: Path, marker: str) -> None:
    shapes = [
        marker.encode(),
        marker.upper().encode(),
        urllib.parse.quote(marker).encode(),
        urllib.parse.quote_plus(marker).encode(),
        *(base64.b64encode(b"abc"[:before] + marker.encode() + b"after") for before in range(3)),
    ]
    for number, shape in enumerate(shapes):
        (tmp_path / "deep").mkdir(exist_ok=True)
        (tmp_path / "deep" / f"{number}.bin").write_bytes(b"\x00\xff before " + shape + b" after \x00")
    assert {line.split(" ")[0] for line in traces_of(marker, tmp_path)} == {
        f"deep/{number}.bin" for number in range(len(shapes))
    }


def test_a_trace_in_the_database_would_be_found(left_behind: LoudSite) -> None:
    """The same look finds what the site does hold: a town of its tables."""
    assert "local_offer.sqlite3" in " ".join(traces_of("Letchworth", left_behind.folder))


PAGE = ROOT / "local_offer" / "starting_data" / "pages" / "plain" / "privacy.md"
# What the page says of each column that holds what a search brought. A new column needs a new sentence.
SAID = {
    UnmetCount: {
        "day": "The count has a day",
        "topic": "a topic",
        "age_band": "an age group",
        "area": "a part of the county",
        "found": "find nothing, or only one to three services",
        "searches": "we add one to a count",
    },
    SearchTotal: {
        "day": "each day",
        "searches": "how many searches there are each day",
        "found_none": "find nothing",
        "found_few": "only one to three services",
    },
    UnknownWord: {
        "mark": "we keep a code in its place",
        "first_day": "the days on which it is searched for",
        "last_day": "the days on which it is searched for",
        "days": "count the days",
        "word": "cannot read the word until it has come up on five different days",
        "withheld": "leave out numbers, postcodes, emails and any word that looks like a name",
    },
}


@pytest.mark.parametrize("model", SAID, ids=lambda model: model.__name__)
def test_the_privacy_page_names_everything_that_is_kept(model: type[Model]) -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    kept = {field.name for field in model._meta.get_fields()} - {"id"}
    assert kept == set(SAID[model])
    assert [words for words in SAID[model].values() if words not in page] == []


def test_the_privacy_page_promises_the_numbers_that_hold() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert READABLE_AFTER == 5
    assert "five different days" in page
    assert f"delete all counts after {MONTHS_KEPT} months" in page
    assert "never keep two words of one search" in page


def test_the_page_for_developers_names_every_column_too() -> None:
    text = (ROOT / "docs" / "privacy-of-searches.md").read_text(encoding="utf-8")
    for model in SAID:
        assert f"`{model.__name__}`" in text
