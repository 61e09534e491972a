"""Counts of searches in the memory of one process, until they are written.

Words are kept apart from counts and wait longer: if a word were written together with the topic and area of its
search, the one would say more about the other than either says alone.
"""

import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from search.unmet.gaps import Gap
from search.unmet.words import NewWords

COUNTS_WAIT, WORDS_WAIT = 10.0, 600.0
"""How long what is counted stays in memory at most, in seconds."""

MOST_COUNTS, MOST_WORDS = 20_000, 500
"""Different counts and words held at once: however many searches come, memory stays small."""


@dataclass
class Counts:
    """How often each gap was met on a day and in which bucket, and how many searches there were of each bucket."""

    gaps: Counter[tuple[date, str, Gap]] = field(default_factory=Counter)
    searches: Counter[tuple[date, str]] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return bool(self.searches)


@dataclass
class Words:
    """Words to count, each with the day, and words that came with a capital."""

    seen: set[tuple[date, str]] = field(default_factory=set)
    capitals: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.seen or self.capitals)


class Tally:
    """Adding takes some microseconds and asks nobody. Taking empties; what could not be written is put back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts, self._words = Counts(), Words()
        self._counts_since = self._words_since = 0.0

    def add(self, day: date, bucket: str, gaps: Iterable[Gap], words: NewWords) -> None:
        """One search: `gaps` only if it found none or few."""
        with self._lock:
            if not self._counts:
                self._counts_since = time.monotonic()
            self._counts.searches[day, bucket] += 1
            if len(self._counts.gaps) < MOST_COUNTS:
                self._counts.gaps.update((day, bucket, gap) for gap in gaps)
            if (words.word or words.capitals) and len(self._words.seen) + len(
                self._words.capitals
            ) < MOST_WORDS:
                self._add_words({(day, words.word)} if words.word else set(), words.capitals)

    def holds_something(self) -> bool:
        """Whether anything waits to be written."""
        return bool(self._counts or self._words)

    def take_counts(self, older_than: float = 0.0) -> Counts:
        """All counts, if the first of them has waited so many seconds; else none."""
        with self._lock:
            if not self._counts or time.monotonic() - self._counts_since < older_than:
                return Counts()
            taken, self._counts = self._counts, Counts()
            return taken

    def take_words(self, older_than: float = 0.0) -> Words:
        """All words, if the first of them has waited so many seconds; else none."""
        with self._lock:
            if not self._words or time.monotonic() - self._words_since < older_than:
                return Words()
            taken, self._words = self._words, Words()
            return taken

    def put_back_counts(self, counts: Counts) -> None:
        """They could not be written, and wait again with those that have come meanwhile."""
        with self._lock:
            self._counts_since = time.monotonic()
            self._counts.searches.update(counts.searches)
            if len(self._counts.gaps) < MOST_COUNTS:
                self._counts.gaps.update(counts.gaps)

    def put_back_words(self, words: Words) -> None:
        """The same for words."""
        with self._lock:
            if len(self._words.seen) < MOST_WORDS:
                self._add_words(words.seen, words.capitals)

    def _add_words(self, seen: set[tuple[date, str]], capitals: Iterable[str]) -> None:
        if not self._words:
            self._words_since = time.monotonic()
        self._words.seen |= seen
        self._words.capitals |= set(capitals)
