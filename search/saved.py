"""What a saved search finds with given words, and whether what is wanted is among the first three."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from search.answering import read_with
from search.engines.chosen import engine
from search.forms import SearchForm
from search.models import SavedSearch
from search.query import ServiceQuery
from search.results import Hit, PageHit
from search.vocabulary import Lexicon, current_lexicon
from search.word_lists import parts

FIRST = 3


@dataclass(frozen=True)
class Found:
    """What stands first: at most three services and three pages, and whether urgent help stands above them."""

    services: tuple[Hit, ...]
    pages: tuple[PageHit, ...]
    urgent: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All of it in words, in order."""
        above = ("Urgent help",) if self.urgent else ()
        return (*above, *(hit.name for hit in self.services), *(f"Page: {page.title}" for page in self.pages))


@dataclass(frozen=True)
class Outcome:
    """How a saved search fares; `missing` says what should be among the first and is not."""

    saved: SavedSearch
    found: Found
    missing: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.missing

    def __str__(self) -> str:
        """For the list of saved searches."""
        if self.passed:
            return "Yes"
        first = "; ".join(self.found.names) or "nothing"
        return f"No. Not among the first: {'; '.join(self.missing)}. First now: {first}."


def query_of(words: str, age: str = "", near: str = "") -> ServiceQuery:
    """The question that a family asks who types this into the box."""
    return SearchForm({"q": words, "age": age, "near": near}).to_query()


def find(query: ServiceQuery, lexicon: Lexicon) -> Found:
    """What comes first; IndexNotReady while there is no index."""
    reading = read_with(query, lexicon)
    results = engine().search(reading.query)
    return Found(results.hits[:FIRST], results.pages[:FIRST], reading.understanding.urgent)


def outcome_of(saved: SavedSearch, lexicon: Lexicon | None = None) -> Outcome:
    """How one saved search fares, with the words that are published or with others."""
    found = find(query_of(saved.words, saved.age, saved.near), lexicon or current_lexicon())
    services = {service.pk: service.name for service in saved.wanted_services.all()}
    keys = parts(saved.wanted_pages)
    missing = (
        *_missing(services.values(), bool(services.keys() & {hit.id for hit in found.services})),
        *_missing(keys, bool(set(keys) & {page.key for page in found.pages})),
    )
    return Outcome(saved, found, missing)


def outcomes() -> Sequence[Outcome]:
    """How every saved search fares now."""
    lexicon = current_lexicon()
    return [outcome_of(saved, lexicon) for saved in SavedSearch.objects.prefetch_related("wanted_services")]


def _missing(wanted: Collection[str], is_there: bool) -> tuple[str, ...]:
    """One of several is enough; if none is there, all are named."""
    return () if is_there or not wanted else (" or ".join(wanted),)
