"""Misspelt words, read as what was meant.

A word is corrected only if nothing knows it: not the vocabulary, not the index, no place, not good English. Short
codes (OT, EHCP) are never corrected, and nothing is ever corrected into one; what editors list is corrected always.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.understanding.good_english import is_good_english
from search.understanding.sounds import heard, sound_of

SHORTEST = 4
"""Words of fewer letters are left alone: almost everything is one letter away from them."""

LONG = 8
"""From this length on two letters may be wrong, below only one."""

MOST_MISHEARD = 2
"""Letters that may still differ when words of the same sound are written as they are heard."""

LONGEST_CODE = 5
"""An unknown word of up to so many letters may be a code (CAMHS): nothing is corrected into it."""

_Key = TypeVar("_Key")
_LETTERS = re.compile(r"[a-z]+")
_PLURAL = re.compile(r"(?<=[^sy])s$")


@dataclass(frozen=True)
class Spelling:
    """What is known, and what unknown words may be corrected to."""

    listed: Mapping[str, str]
    often: Mapping[str, int]
    known: frozenset[str]
    by_length: Mapping[int, tuple[str, ...]]
    by_sound: Mapping[str, tuple[str, ...]]

    def knows(self, form: str) -> bool:
        """Whether a word is right as it stands, or no word of letters at all."""
        if len(form) < SHORTEST or not _LETTERS.fullmatch(form):
            return True
        return form in self.known or _PLURAL.sub("", form) in self.known or is_good_english(form)

    def correct(self, form: str) -> str | None:
        """The word that was meant, or nothing if that cannot be told."""
        listed = self.listed.get(form)
        if listed is not None:
            return listed
        return None if self.knows(form) else self._nearest(form)

    def _nearest(self, form: str) -> str | None:
        """The nearest word: of all that sound alike or differ by a slip, the likest, then the commonest."""
        slips = 2 if len(form) >= LONG else 1
        costs = {word: OSA.distance(heard(form), heard(word)) for word in self.by_sound.get(sound_of(form), ())}
        costs = {word: cost for word, cost in costs.items() if cost <= MOST_MISHEARD}
        lengths = range(len(form) - slips, len(form) + slips + 1)
        near = (word for length in lengths for word in self.by_length.get(length, ()))
        for word, distance, _ in process.extract(form, near, scorer=OSA.distance, score_cutoff=slips, limit=20):
            costs.setdefault(word, int(distance))
        return min(costs, key=lambda word: (costs[word], word[0] != form[0], -self.often[word]), default=None)


def spelling_of(words: Iterable[str], known: Iterable[str], listed: Mapping[str, str]) -> Spelling:
    """Make a spelling from all words that may be asked for, as often as they are said, and those of the index."""
    often = Counter(words)
    for word in known:
        often[word] += 1
    by_length: dict[int, list[str]] = {}
    by_sound: dict[str, list[str]] = {}
    for word in sorted(often):
        if word not in listed and _may_be_meant(word):
            by_length.setdefault(len(word), []).append(word)
            by_sound.setdefault(sound_of(word), []).append(word)
    return Spelling(listed, often, frozenset(often), _frozen(by_length), _frozen(by_sound))


def _may_be_meant(word: str) -> bool:
    """No short code, and nothing with figures in it."""
    if len(word) < SHORTEST or not _LETTERS.fullmatch(word):
        return False
    return len(word) > LONGEST_CODE or is_good_english(word)


def _frozen(lists: Mapping[_Key, list[str]]) -> dict[_Key, tuple[str, ...]]:
    return {key: tuple(words) for key, words in lists.items()}
