"""From a question to its answer: work out the place, read the words, ask the engine."""

from dataclasses import dataclass, replace

from django.utils import timezone

from local_offer.places.current import current_gazetteer
from local_offer.places.errors import OutsideHertfordshire, PlaceError
from local_offer.places.locate import locate
from local_offer.places.place import Place
from search.engines.chosen import engine
from search.pinned import pinned_for
from search.query import Assumed, ServiceQuery
from search.related import spread
from search.results import SearchResults
from search.understanding.reading import Understanding
from search.understanding.understand import understand
from search.vocabulary import Lexicon, current_lexicon

# Every entry of a Local Offer is about these.
EVERYWHERE_WORDS = frozenset(
    "help support service services send sen near nearby local area around here child children childs kid kids "
    "son daughter boy girl family families hertfordshire herts county information info find get need needs".split()
)


@dataclass(frozen=True)
class Reading:
    """A question with everything worked out that its words say: what was understood, and what of a place went wrong."""

    query: ServiceQuery
    understanding: Understanding
    place_trouble: PlaceError | None = None


def answer(query: ServiceQuery) -> SearchResults:
    """The answer to a question as a form or an address gives it."""
    return engine().search(read(query).query)


def read(query: ServiceQuery) -> Reading:
    """Work out what the words mean, as editors have published them."""
    return read_with(query, current_lexicon())


def read_with(query: ServiceQuery, lexicon: Lexicon) -> Reading:
    """The same with words of one's choice; what was chosen in a field always wins over what was understood."""
    understanding = understand(query.text, lexicon.vocabulary, frozenset(query.dropped))
    trouble, place = _place_in_words(understanding)
    if query.near:
        try:
            place = locate(query.near)
        except PlaceError as error:
            trouble, place = error, None
    if place is not None and query.area:
        place = _narrowed(place, query.area)
    parents = {row.slug: row.parent for row in lexicon.vocabulary.needs.values()}
    asked = [*((slug, 1.0) for slug in query.need), *((slug, sure) for slug, sure, _ in understanding.needs)]
    pinned = pinned_for(understanding.said, lexicon.pinned, timezone.localdate())
    assumed = Assumed(
        words=telling_words(understanding.words),
        needs=tuple((slug, sure) for slug, sure, _ in understanding.needs),
        leads=spread(asked, parents, lexicon.related),
        without_needs=understanding.without_needs,
        ages=understanding.ages,
        stages=understanding.stages,
        status=frozenset(understanding.status),
        cost=understanding.costs,
        delivery=understanding.deliveries,
        audience=understanding.audiences,
        kind=understanding.kinds,
        named=tuple(int(pk) for pk in understanding.refs),
        meant=tuple(int(pk) for pk in understanding.concept_refs),
        pinned=pinned.services,
        pinned_pages=pinned.pages,
    )
    return Reading(replace(query, place=place, assumed=assumed), understanding, trouble)


def _place_in_words(understanding: Understanding) -> tuple[PlaceError | None, Place | None]:
    """The place that the words name; one too far away to search near is trouble, not a place."""
    place = understanding.place
    if place is not None and place.far:
        council = current_gazetteer().council(place.outside)
        return OutsideHertfordshire(council.name, council.website), None
    return None, place


def telling_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words worth looking for; those that stand in every entry tell nothing, unless there are no others.

    >>> telling_words(("help", "send", "dyslexia")), telling_words(("help",))
    (('dyslexia',), ())
    """
    return tuple(word for word in words if word not in EVERYWHERE_WORDS)


def _narrowed(place: Place, areas: tuple[str, ...]) -> Place:
    """After a whole postcode the address holds its sector and the areas it lies in: fewer than the sector may."""
    kept = place.areas & {*areas, "county"}
    return replace(place, areas=kept) if kept - {"county"} else place
