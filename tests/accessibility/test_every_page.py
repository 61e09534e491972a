"""What a screen reader says first of any page: its language, its title, its heading."""

from collections import Counter

import pytest

from tests.journeys.crawling import pages
from tests.serving import ServedSite

pytestmark = pytest.mark.xdist_group("browser")


def test_every_page_says_its_language(served: ServedSite):
    assert {page.outline.language for page in pages(served.address)} == {"en-GB"}


def test_every_page_has_a_title_of_its_own(served: ServedSite):
    titles = Counter(page.outline.title.strip() for page in pages(served.address))
    assert "" not in titles
    assert [title for title, times in titles.items() if times > 1] == []


def test_every_page_has_one_main_heading(served: ServedSite):
    assert [page.path for page in pages(served.address) if page.outline.headings != 1] == []


def test_no_page_names_two_things_alike(served: ServedSite):
    twice = {
        page.path: [one for one, times in Counter(page.outline.ids).items() if times > 1]
        for page in pages(served.address)
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}
