"""From a question to its answer: work out the place, read the words, ask the engine."""

from dataclasses import dataclass, replace
from functools import cache

from django.conf import settings

from local_offer.places.errors import PlaceError
from local_offer.places.locate import locate
from local_offer.places.place import Place
from search.engines.address import read_address
from search.engines.base import Engine
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.storage import Folder, Reader
from search.query import Assumed, ServiceQuery
from search.results import SearchResults
from search.understanding.reading import Understanding
from search.understanding.understand import understand
from search.vocabulary import current_vocabulary


@dataclass(frozen=True)
class Reading:
    """A question with everything worked out that its words say: what was understood, and what of a place went wrong."""

    query: ServiceQuery
    understanding: Understanding
    place_trouble: PlaceError | None = None


@cache
def engine() -> Engine:
    """The engine that the settings name, one for each process."""
    return EmbeddedEngine(Reader(Folder(read_address(settings.SEARCH_URL).folder)))


def answer(query: ServiceQuery) -> SearchResults:
    """The answer to a question as a form or an address gives it."""
    return engine().search(read(query).query)


def read(query: ServiceQuery) -> Reading:
    """Work out what the words mean; what was chosen in a field always wins over what was understood."""
    understanding = understand(query.text, current_vocabulary(), frozenset(query.dropped))
    trouble, place = None, understanding.place
    if query.near:
        try:
            place = locate(query.near)
        except PlaceError as error:
            trouble, place = error, None
    if place is not None and query.area:
        place = _narrowed(place, query.area)
    assumed = Assumed(
        words=understanding.words,
        needs=tuple((slug, weight) for slug, weight, _ in understanding.needs),
        without_needs=understanding.without_needs,
        ages=understanding.ages,
        status=frozenset(understanding.status),
        cost=understanding.costs,
        delivery=understanding.deliveries,
        audience=understanding.audiences,
        kind=understanding.kinds,
        named=tuple(int(pk) for pk in understanding.refs),
        meant=tuple(int(pk) for pk in understanding.concept_refs),
    )
    return Reading(replace(query, place=place, assumed=assumed), understanding, trouble)


def _narrowed(place: Place, areas: tuple[str, ...]) -> Place:
    """After a whole postcode the address holds its sector and the areas it lies in: fewer than the sector may."""
    kept = place.areas & {*areas, "county"}
    return replace(place, areas=kept) if kept - {"county"} else place
