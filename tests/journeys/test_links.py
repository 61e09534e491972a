"""Wherever a family is on the site, it can go on."""

import sqlite3
from contextlib import closing

import pytest

from tests.journeys.crawling import crawl, pages
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")


def test_every_link_on_every_page_answers(served: ServedSite):
    dead = {
        path: answer.status
        for path, answer in crawl(served.address).items()
        if answer.status not in (200, 301, 302)
    }
    assert dead == {}


def test_every_page_has_a_next_step(served: ServedSite):
    assert [page.path for page in pages(served.address) if not page.outline.ways_on] == []


def test_every_published_page_can_be_reached_from_the_front_page(served: ServedSite):
    reached = crawl(served.address).keys()
    assert [path for path in published_pages(served) if path not in reached] == []


def test_every_public_service_can_be_reached_from_the_front_page(served: ServedSite):
    reached = crawl(served.address).keys()
    services = ask(served, "select slug from directory_service where live")
    assert len(services) > 100
    assert [slug for slug in services if f"/services/{slug}/" not in reached] == []


def test_no_public_address_gives_a_cookie(served: ServedSite):
    assert [path for path, answer in crawl(served.address).items() if "set-cookie" in answer.headers] == []


def published_pages(served: ServedSite) -> list[str]:
    """The addresses of all live pages: their path in the tree, without the front page's own part."""
    found = ask(served, "select url_path from wagtailcore_page where live and depth > 1 order by path")
    return [path.replace(found[0], "/", 1) for path in found]


def ask(served: ServedSite, question: str) -> list[str]:
    """The first column of an answer from the served site's database."""
    with closing(sqlite3.connect(served.folder / "local_offer.sqlite3")) as database:
        return [row[0] for row in database.execute(question)]
