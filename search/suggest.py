"""What to offer while somebody types: labels found by the beginnings of their words, from sorted lists in memory.

Nothing here asks a database, and nothing that was typed is kept.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from search.understanding.small_words import SAYS_LITTLE, SMALL_WORDS
from search.understanding.words import form_of

MOST_SHOWN = 8
LONGEST_TYPED = 60
"""Letters that are read; whoever writes more writes a sentence, which no label begins with."""

FEWEST_LETTERS = 2
MOST_WORDS = 6
_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc\u2018`][^\W_]+)*")
_AFTER_EVERY_WORD = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to choose. `kind` is a word for what it is; `also` holds other names that it is found by."""

    label: str
    kind: str
    url: str
    also: tuple[str, ...] = ()


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without accents and apostrophes.

    >>> folded_words("Won’t sleep, café")
    ('wont', 'sleep', 'cafe')
    """
    return tuple(filter(None, map(form_of, _WORD.findall(text))))


@dataclass(frozen=True)
class PrefixList:
    """Sorted texts, each with the number of what it stands for."""

    texts: Sequence[str]
    numbers: Sequence[int]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> "PrefixList":
        texts, numbers = zip(*sorted(set(pairs)), strict=True) if (pairs := list(pairs)) else ((), ())
        return cls(texts, numbers)

    def beginning_with(self, prefix: str) -> set[int]:
        """The numbers of all texts that begin so."""
        start = bisect_left(self.texts, prefix)
        return set(self.numbers[start : bisect_left(self.texts, prefix + _AFTER_EVERY_WORD, start)])


@dataclass(frozen=True)
class Shelf:
    """Suggestions of one sort, the best first. Of each, `share` are shown before other shelves have had theirs."""

    share: int
    suggestions: tuple[Suggestion, ...]
    labels: PrefixList
    words: PrefixList

    @classmethod
    def of(cls, share: int, suggestions: Iterable[Suggestion]) -> "Shelf":
        """Put suggestions on a shelf, in the order in which they should be offered."""
        kept = tuple(suggestions)
        names = [(number, (one.label, *one.also)) for number, one in enumerate(kept)]
        return cls(
            share,
            kept,
            PrefixList.of((" ".join(folded_words(texts[0])), number) for number, texts in names),
            PrefixList.of(
                (word, number) for number, texts in names for text in texts for word in folded_words(text)
            ),
        )

    def find(self, typed: Sequence[str]) -> list[tuple[bool, int]]:
        """The best that hold words beginning with each of these, as (label begins otherwise, number)."""
        fitting = self.words.beginning_with(max(typed, key=len))
        for word in typed:
            fitting &= self.words.beginning_with(word)
        begins = self.labels.beginning_with(" ".join(typed)) & fitting
        best = [(False, number) for number in nsmallest(MOST_SHOWN, begins)]
        return best + [(True, number) for number in nsmallest(MOST_SHOWN - len(best), fitting - begins)]


@dataclass(frozen=True)
class Suggestions:
    """Every shelf, in the order in which their suggestions stand when nothing else tells them apart."""

    shelves: tuple[Shelf, ...]

    def matching(self, typed: str) -> list[Suggestion]:
        """At most eight suggestions for what has been typed so far; if need be, words that say little are left out."""
        words = folded_words(typed[:LONGEST_TYPED])
        if not (words and sum(map(len, words)) >= FEWEST_LETTERS and len(words) <= MOST_WORDS):
            return []
        return self._with_all(words) or self._with_all(_telling(words))

    def _with_all(self, words: Sequence[str]) -> list[Suggestion]:
        if not words:
            return []
        found = [shelf.find(words) for shelf in self.shelves]
        ranked = [
            (place >= shelf.share, begins_otherwise, on, number)
            for on, (shelf, hits) in enumerate(zip(self.shelves, found, strict=True))
            for place, (begins_otherwise, number) in enumerate(hits)
        ]
        shown = sorted(ranked)[:MOST_SHOWN]
        return [
            self.shelves[on].suggestions[number]
            for _, _, on, number in sorted(shown, key=lambda one: one[1:])
        ]


def _telling(words: Sequence[str]) -> tuple[str, ...]:
    """Without those that stand beside any need; the last is not finished, and stays if it says anything yet.

    >>> _telling(("help", "with", "sle"))
    ('sle',)
    """
    if len(words[-1]) <= FEWEST_LETTERS or words[-1] in SMALL_WORDS:
        return ()
    first = [word for word in words[:-1] if word not in SMALL_WORDS and word not in SAYS_LITTLE]
    return (*first, words[-1]) if len(first) < len(words) - 1 else ()
