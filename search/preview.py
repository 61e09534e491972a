"""What a change of words would do, before anybody else sees it: each saved search with the words of now and with it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from django.db import transaction

from local_offer.places.current import current_gazetteer
from local_offer.taxonomy.models import Phrase, Spelling, UrgentPhrase
from local_offer.taxonomy.wording import EverydaySentence, Wording
from search.models import PinnedAnswer, SavedSearch
from search.saved import Found, find, outcome_of, query_of
from search.understanding.patterns import WORD_BY_WORD
from search.understanding.vocabulary import vocabulary_of
from search.vocabulary import (
    Lexicon,
    current_lexicon,
    index_words,
    pinned_answers,
    related_needs,
    rows_from_database,
)
from search.word_lists import parts


@dataclass(frozen=True)
class Comparison:
    """One search, what comes first now, and what would; for a saved one, whether it passes."""

    asked: str
    before: Found
    after: Found
    passed: bool | None = None
    would_pass: bool | None = None

    @property
    def changes(self) -> bool:
        return self.before.names != self.after.names

    @property
    def spoilt(self) -> bool:
        """It finds what is wanted, and would not any more."""
        return self.passed is True and self.would_pass is False

    @property
    def mended(self) -> bool:
        return self.passed is False and self.would_pass is True


def lexicon_as_if_saved(record: Wording) -> Lexicon:
    """The words as they would be with this record; the database stays as it is. It takes about a second."""
    with transaction.atomic():
        deepcopy(record).save()
        rows, related, pinned = rows_from_database(), related_needs(), pinned_answers()
        transaction.set_rollback(True)
    return Lexicon(vocabulary_of(rows, current_gazetteer(), index_words()), related, pinned)


def compare(record: Wording) -> list[Comparison]:
    """The words themselves as a search, then every saved search."""
    before, after = current_lexicon(), lexicon_as_if_saved(record)
    return [*_own_words(record, before, after), *_saved_searches(before, after)]


def _own_words(record: Wording, before: Lexicon, after: Lexicon) -> Iterator[Comparison]:
    for words in words_of(record):
        query = query_of(words)
        yield Comparison(words, find(query, before), find(query, after))


def words_of(record: Wording) -> tuple[str, ...]:
    """What a family would type to meet these words."""
    if isinstance(record, (Phrase, PinnedAnswer)):
        return tuple(typed(phrase) for phrase in parts(record.phrases))
    if isinstance(record, EverydaySentence):
        return (record.text,)
    if isinstance(record, Spelling):
        return (record.wrong,)
    return (typed(record.phrase),) if isinstance(record, UrgentPhrase) else ()


def typed(phrase: str) -> str:
    """A phrase as somebody types it: of words of which any will do, the first.

    >>> typed("wants|wishes to be in heaven !")
    'wants to be in heaven'
    """
    return " ".join(word.split("|")[0] for word in phrase.replace(" | ", "|").split() if word != WORD_BY_WORD)


def _saved_searches(before: Lexicon, after: Lexicon) -> Iterator[Comparison]:
    for saved in SavedSearch.objects.prefetch_related("wanted_services"):
        now, then = outcome_of(saved, before), outcome_of(saved, after)
        yield Comparison(str(saved), now.found, then.found, now.passed, then.passed)
