"""Before there is any index the search says so, and every way that does not need it stays open."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from search.engines.chosen import engine


@pytest.fixture
def no_index(site: None, settings: Any, tmp_path: Path) -> Any:
    """A site whose index has yet to be built."""
    settings.SEARCH_URL = f"embedded://{tmp_path / 'nothing-yet'}"
    engine.cache_clear()
    yield
    engine.cache_clear()


@pytest.mark.usefixtures("no_index")
@pytest.mark.parametrize(
    "address", ["/search/?q=sleep&age=7&near=Hitchin", "/search/", "/search/print/?q=sleep"]
)
def test_the_results_page_says_that_search_is_being_prepared(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "Search is getting ready" in answer.content.decode()


@pytest.mark.usefixtures("no_index")
def test_urgent_help_is_still_there(client: Client) -> None:
    page = client.get("/search/?q=he+wants+to+die").content.decode()
    urgent = Page.objects.get(slug="urgent-help").url
    assert f'href="{urgent}"' in page
    help_page = client.get(urgent)
    assert help_page.status_code == 200
    assert "999" in help_page.content.decode()


@pytest.mark.usefixtures("no_index")
def test_every_kind_of_page_answers(client: Client) -> None:
    kinds = {page.specific_class: page for page in Page.objects.live().filter(depth__gt=1)}
    assert len(kinds) > 6
    for page in kinds.values():
        assert client.get(page.url).status_code == 200, page.url


@pytest.mark.usefixtures("no_index")
def test_the_short_link_and_the_picture_of_a_search_answer(client: Client) -> None:
    assert client.get("/search/qr.svg?q=sleep").status_code == 200
