"""What may be suggested: searches in families' words, pages, services and places; made anew with the vocabulary."""

import threading
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from local_offer.core.keys import keyed_models
from local_offer.directory.publicity import public_services
from local_offer.places.current import current_gazetteer
from local_offer.taxonomy.models import Phrase
from search.privacy import sector_for_postcode
from search.suggest import MOST_SHOWN, Shelf, Suggestion, Suggestions, folded_words
from search.understanding.urgency import DANGER_NEEDS, recognise_urgency
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import read_words
from search.vocabulary import Lexicon, current_lexicon

SEARCH, SERVICE, PAGE, PLACE = "Search", "Service", "Page", "Place"
URGENT_HELP = "urgent-help"


class Suggester:
    """Suggestions of one lexicon, with the page that comes first when somebody may be in danger."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Read everything that may be suggested from the database; it takes some tenths of a second."""
        self.lexicon = lexicon
        pages = dict(_pages())
        self._urgent = pages.get(URGENT_HELP)
        self._suggestions = Suggestions(
            (
                Shelf.of(4, _searches(lexicon.vocabulary)),
                Shelf.of(2, _places()),
                Shelf.of(2, pages.values()),
                Shelf.of(3, _services()),
            )
        )

    def suggest(self, typed: str) -> list[Suggestion]:
        """What to offer; nothing once a whole postcode was typed, which is nobody's business."""
        if sector_for_postcode(typed) != typed:
            return []
        found = self._suggestions.matching(typed)
        if self._urgent and recognise_urgency(read_words(typed), self.lexicon.vocabulary):
            return [self._urgent, *(one for one in found if one != self._urgent)][:MOST_SHOWN]
        return found


def current_suggester() -> Suggester:
    """The suggester of the lexicon in use. While one caller makes a newer one, others are answered from the older."""
    return _KEPT.get()


class _Kept:
    """The suggester of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: Suggester | None = None

    def get(self) -> Suggester:
        lexicon, held = current_lexicon(), self._held
        if held is not None and (held.lexicon is lexicon or not self._lock.acquire(blocking=False)):
            return held
        if held is None:
            self._lock.acquire()
        try:
            if self._held is None or self._held.lexicon is not lexicon:
                self._held = Suggester(lexicon)
            return self._held
        finally:
            self._lock.release()


_KEPT = _Kept()


def search_url(**fields: str) -> str:
    """The address of a search on this site."""
    return f"{reverse('search')}?{urlencode(fields)}"


def _searches(vocabulary: Vocabulary) -> Iterator[Suggestion]:
    """Needs, topics before the rest; then things asked for by name, kinds of service, and what families say."""
    needs = sorted(vocabulary.needs.values(), key=lambda need: (bool(need.parent), len(need.label)))
    named = [need.label for need in needs] + [one.label for one in vocabulary.concepts.values()]
    said = sorted(_phrases(vocabulary), key=len)
    once: dict[tuple[str, ...], str] = {}
    for label in (*named, *vocabulary.kinds.values(), *said):
        once.setdefault(folded_words(label), label)
    return (Suggestion(label, SEARCH, search_url(q=label)) for label in once.values())


def _phrases(vocabulary: Vocabulary) -> Iterator[str]:
    """What families say, but for words of danger: those are put in nobody's mouth."""
    for row in Phrase.objects.all():
        if any(target.strip() in DANGER_NEEDS for target in row.targets.split(";")):
            continue
        for phrase in filter(None, (part.strip() for part in row.phrases.split(";"))):
            alarms = vocabulary.alarms.all_in(read_words(phrase))
            if not any(match.meaning.urgent for match in alarms) and not set("|!") & set(phrase):
                yield phrase


def _pages() -> Iterator[tuple[str, Suggestion]]:
    """Published pages with a key, found by the other words that families use for them as well."""
    for model in keyed_models():
        for page in model.objects.live().public():
            if page.page_key and page.url:
                words = tuple(filter(None, map(str.strip, page.search_words.splitlines())))
                yield page.page_key, Suggestion(page.title, model.section_name or PAGE, page.url, words)


def _services() -> Iterator[Suggestion]:
    """Public services; where two have one name, it is said whose each is."""
    services = list(public_services().order_by("name").values_list("name", "provider__name", "slug"))
    times = Counter(name for name, _, _ in services)
    for name, provider, slug in sorted(services, key=lambda one: len(one[0])):
        label = f"{name} ({provider})" if times[name] > 1 and provider else name
        yield Suggestion(label, SERVICE, reverse("service", args=[slug]), (provider or "",))


def _places() -> Iterator[Suggestion]:
    """Towns and postcode districts that lie in the county, with their nicknames."""
    gazetteer = current_gazetteer()
    called: dict[str, list[str]] = {place.near: [] for place in gazetteer.outcodes.values() if place.areas}
    for key, place in gazetteer.names.places.items():
        if place.kind == "town" and place.areas and not place.also:
            called.setdefault(place.near, []).append(" ".join(key))
    for near in sorted(called, key=lambda near: (len(near), near)):
        yield Suggestion(near, PLACE, search_url(near=near), tuple(called[near]))
