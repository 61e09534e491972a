"""Saved searches: what editors want of a search, checked on a screen and by a command."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from local_offer.directory.models import Service
from search.engines.chosen import engine
from search.models import SavedSearch
from search.saved import FIRST, find, outcome_of, query_of
from search.vocabulary import current_lexicon
from tests.search.words.filling import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_index(settings: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """A site that has not built its index yet."""
    settings.SEARCH_URL = f"embedded://{tmp_path / 'nothing'}"  # type: ignore[attr-defined]
    engine.cache_clear()
    yield
    engine.cache_clear()


def saved(words: str, *services: Service, pages: str = "", **asked: str) -> SavedSearch:
    search = SavedSearch.objects.create(words=words, wanted_pages=pages, **asked)
    search.wanted_services.set(services)
    return search


def services_for(words: str) -> tuple[list[Service], Service]:
    """The services that come first, and one that does not."""
    first = [hit.id for hit in find(query_of(words), current_lexicon()).services]
    assert len(first) == FIRST
    return list(Service.objects.filter(pk__in=first)), Service.objects.filter(live=True).exclude(
        pk__in=first
    ).first()


def test_one_wanted_service_among_the_first_three_is_enough(words: None):
    first, other = services_for("sleep")
    assert outcome_of(saved("sleep", first[2], other)).passed
    outcome = outcome_of(saved("sleep", other))
    assert not outcome.passed
    assert other.name in str(outcome)


def test_a_wanted_page_is_wanted_beside_a_wanted_service(words: None):
    first, _ = services_for("sleep")
    assert outcome_of(saved("sleep", first[0], pages="hub:sleep")).passed
    failed = outcome_of(saved("sleep", first[0], pages="dspl:finder"))
    assert failed.missing == ("dspl:finder",)


def test_the_age_and_the_place_are_asked_as_well(words: None):
    query = query_of("sleep", "4 and 9", "Hitchin")
    assert query.age == (4, 9)
    assert query.near == "Hitchin"


def test_the_screen_says_which_pass(keeper: Client):
    first, other = services_for("sleep")
    saved("sleep", first[0])
    screen = keeper.get(url(SavedSearch, "list")).content.decode()
    assert "Yes" in screen
    assert "Not among the first" not in screen
    saved("sleep at night", other)
    screen = keeper.get(url(SavedSearch, "list")).content.decode()
    assert f"Not among the first: {other.name}" in screen


class TestTheCommand:
    def test_it_is_content_when_all_pass(self, words: None):
        first, _ = services_for("sleep")
        saved("sleep", first[0])
        said = io.StringIO()
        call_command("check_searches", stdout=said)
        assert "All 1 saved searches find what they should." in said.getvalue()

    def test_it_ends_with_an_error_when_one_fails(self, words: None):
        first, other = services_for("sleep")
        saved("sleep", first[0])
        saved("sleep", other, near="Hitchin")
        said = io.StringIO()
        with pytest.raises(CommandError, match="1 of 2"):
            call_command("check_searches", stdout=said)
        assert "NOT FOUND  sleep, near Hitchin" in said.getvalue()
        assert other.name in said.getvalue()

    def test_it_says_what_to_do_when_there_is_no_index(self, words: None, no_index: None):
        saved("sleep", pages="hub:sleep")
        with pytest.raises(CommandError, match="rebuild_search"):
            call_command("check_searches")


def test_the_screen_is_shown_while_the_index_is_built(keeper: Client, no_index: None):
    saved("sleep", pages="hub:sleep")
    assert "The search is being prepared" in keeper.get(url(SavedSearch, "list")).content.decode()
