"""The vocabulary of understanding in use: made from what editors have published, and made anew when they publish.

It takes about half a second to make, so a newer one is made beside the searches, and the older answers until then.
"""

import logging
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import close_old_connections
from django.db.models import Count, Max

from local_offer.directory.publicity import public_services
from local_offer.places.current import current_gazetteer
from local_offer.taxonomy.models import (
    Concept,
    EverydaySentence,
    Need,
    Phrase,
    RelatedNeed,
    ServiceKind,
    Spelling,
    UrgentPhrase,
)
from search.changed_refusals import note_changed_refusals
from search.changes import last_change
from search.models import PinnedAnswer
from search.pinned import NOTHING_PINNED, Pinned, PinnedBook
from search.published_pages import pages_to_index
from search.related import Related
from search.understanding.patterns import PatternBook, pattern_of
from search.understanding.rows import (
    ConceptRow,
    EverydayRow,
    KindRow,
    NeedRow,
    PhraseRow,
    Rows,
    ServiceNameRow,
    SpellingRow,
    UrgentRow,
)
from search.understanding.vocabulary import Vocabulary, vocabulary_of

logger = logging.getLogger(__name__)
# How often a process asks whether words have changed, and how soon names of services follow a change, in seconds.
ASK_AFTER, NAMES_AFTER = 0.3, 20.0
WORDING = (Concept, EverydaySentence, Phrase, PinnedAnswer, RelatedNeed, Spelling, UrgentPhrase)
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Version:
    """What a vocabulary was made from: the editors' words, and how far the log of changes had come."""

    words: tuple[object, ...]
    changes: int


@dataclass(frozen=True)
class Lexicon:
    """What words mean, which needs lead to which others, and what editors put first for which words."""

    vocabulary: Vocabulary
    related: Related
    pinned: PinnedBook = NOTHING_PINNED


def current_lexicon() -> Lexicon:
    """The lexicon in use, at most about a second behind what editors publish."""
    return _KEPT.get()


def current_words() -> Vocabulary:
    """What words mean, maybe without the names of services: enough to read an entry, and all a builder should hold.

    Of 200,000 services the names alone take more memory than all the rest.
    """
    return _KEPT.words()


def forget_vocabulary() -> None:
    """Have the next caller make it anew at once: after loading words, and between tests."""
    _KEPT.forget()


def version_now() -> Version:
    """What a vocabulary made now would be made from."""
    counts = tuple(
        model.objects.aggregate(rows=Count("pk"), newest=Max("updated_at")).values() for model in WORDING
    )
    return Version(tuple(tuple(one) for one in counts), last_change())


def make_lexicon() -> Lexicon:
    """Make it from the database as it is now."""
    vocabulary = vocabulary_of(rows_from_database(), current_gazetteer(), index_words())
    return Lexicon(vocabulary, related_needs(), pinned_answers())


def make_words() -> Vocabulary:
    """The vocabulary without names of services, made from the database as it is now."""
    return vocabulary_of(rows_from_database(names=False), current_gazetteer(), index_words())


def related_needs() -> Related:
    """Which needs lead to which others, and how much."""
    related: dict[str, list[tuple[str, float]]] = {}
    for need, other, weight in RelatedNeed.objects.values_list("need__slug", "related__slug", "weight"):
        related.setdefault(need, []).append((other, weight))
    return related


def pinned_answers() -> PinnedBook:
    """What editors put first for which words; what has ended is left to whoever knows the day."""
    patterns = []
    for one in PinnedAnswer.objects.prefetch_related("services"):
        services = tuple(pinned.service_id for pinned in one.services.all())
        meaning = Pinned(services, _parts(one.pages), one.until)
        patterns += [pattern_of(phrase, meaning) for phrase in _parts(one.phrases)]
    return PatternBook.of(patterns)


def rows_from_database(names: bool = True) -> Rows:
    """Everything that editors keep of words; with the names of all services, or without."""
    services = public_services()
    concepts = list(Concept.objects.all())
    answers = {ref for one in concepts for ref in _parts(one.service_refs)}
    pk_of = {ref: str(pk) for ref, pk in services.filter(ref__in=answers).values_list("ref", "pk")}
    named = (services if names else services.none()).values_list("pk", "name", "provider__name")
    return Rows(
        needs=tuple(
            NeedRow(slug, label, parent or "", description)
            for slug, label, parent, description in Need.objects.values_list(
                "slug", "label", "parent__slug", "description"
            )
        ),
        phrases=tuple(
            PhraseRow(_parts(one.targets), _parts(one.phrases), one.direction == Phrase.TWO_WAY)
            for one in Phrase.objects.all()
        ),
        concepts=tuple(
            ConceptRow(
                one.slug, one.label, tuple(pk_of[ref] for ref in _parts(one.service_refs) if ref in pk_of)
            )
            for one in concepts
        ),
        kinds=tuple(KindRow(*pair) for pair in ServiceKind.objects.values_list("slug", "label")),
        everyday=tuple(
            EverydayRow(tuple(slug for slug in _parts(needs) if slug != "none"), text)
            for needs, text in EverydaySentence.objects.values_list("needs", "text")
        ),
        urgent=tuple(UrgentRow(one.phrase, one.means == "urgent") for one in UrgentPhrase.objects.all()),
        spellings=tuple(SpellingRow(*pair) for pair in Spelling.objects.values_list("wrong", "right")),
        names=tuple(ServiceNameRow(str(pk), name, provider or "") for pk, name, provider in named),
    )


def index_words() -> set[str]:
    """Every word of the services and pages that can be found: right as they stand, however odd."""
    return {word for text in _texts() for word in _WORD.findall(text.lower())}


def _texts() -> Iterator[str]:
    fields = ("name", "summary", "description", "provider__name")
    for values in public_services().values_list(*fields).iterator(chunk_size=2000):
        yield " ".join(value or "" for value in values)
    for _, facts in pages_to_index():
        yield f"{facts.title} {facts.text}"


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


class _Kept:
    """The vocabulary of this process. One thread at a time makes a newer one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: Lexicon | None = None
        self._words: tuple[object, Vocabulary] | None = None
        self._version: Version | None = None
        self._asked_at = self._made_at = 0.0

    def get(self) -> Lexicon:
        held = self._held
        if held is None:
            with self._lock:
                return self._held or self._make(version_now())
        version = self._news()
        if version and self._is_newer(version) and self._lock.acquire(blocking=False):
            threading.Thread(target=self._make_beside, args=(version,), daemon=True).start()
        return held

    def words(self) -> Vocabulary:
        """The vocabulary in use where searches are answered; else one without names, as new as the editors' words."""
        if self._held is not None:
            return self.get().vocabulary
        with self._lock:  # whoever makes the whole one at this moment makes this one, too
            if self._held is not None:
                return self._held.vocabulary
            version = self._news()
            if self._words is None or (version and version.words != self._words[0]):
                self._words = (version or version_now()).words, make_words()
            return self._words[1]

    def _news(self) -> Version | None:
        """What there is now, unless that was asked a moment ago."""
        if time.monotonic() - self._asked_at <= ASK_AFTER:
            return None
        self._asked_at = time.monotonic()
        return version_now()

    def forget(self) -> None:
        with self._lock:
            self._held = self._version = self._words = None

    def _is_newer(self, version: Version) -> bool:
        """New words count at once; names of services, which change all day, after a while."""
        if self._version is None or version.words != self._version.words:
            return True
        waited = time.monotonic() - self._made_at > NAMES_AFTER
        return waited and version.changes != self._version.changes

    def _make(self, version: Version) -> Lexicon:
        held = make_lexicon()
        self._held, self._version, self._made_at = held, version, time.monotonic()
        self._words = None
        return held

    def _make_beside(self, version: Version) -> None:
        """In a thread of its own, with its own connection to the database."""
        try:
            self.renew(version)
        finally:
            close_old_connections()

    def renew(self, version: Version) -> None:
        """Make it anew and say what that changes; the lock was taken by the caller, and is given back."""
        before, words_before = self._held, self._version.words if self._version else ()
        after = before
        try:
            after = self._make(version)
        except Exception:
            logger.exception("The vocabulary could not be made anew; the older one answers.")
        finally:
            self._lock.release()
        if before is not None and after is not None and version.words != words_before:
            _follow(before, after)


def _follow(before: Lexicon, after: Lexicon) -> None:
    """Have indexed anew what is indexed by words; searches go on meanwhile."""
    try:
        note_changed_refusals(before.vocabulary, after.vocabulary)
    except Exception:
        logger.exception("What the new words change in the index could not be logged.")


_KEPT = _Kept()
