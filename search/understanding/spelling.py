"""Misspelt words, read as what was meant.

A word is corrected only if nothing knows it: not the vocabulary, not the index, no place, not good English. Short
codes (OT, EHCP) are never corrected, and nothing is ever corrected into one; what editors list is corrected always.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

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

_SLIPS: dict[str, Any] = {"scorer": OSA.distance, "limit": 20}

FAR = 99
"""Letters amiss where no word is near."""

_Key = TypeVar("_Key")
_LETTERS = re.compile(r"[a-z]+")
_PLURAL = re.compile(r"(?<=[^sy])s$")


@dataclass(frozen=True)
class Spelling:
    """What is known, and what unknown words may be corrected to."""

    listed: Mapping[str, str]
    often: Mapping[str, int]
    known: frozenset[str]
    by_shape: Mapping[tuple[str, int], tuple[str, ...]]
    by_sound: Mapping[str, tuple[str, ...]]

    def knows(self, form: str) -> bool:
        """Whether a word is right as it stands, or no word of letters at all."""
        if len(form) < SHORTEST or not _LETTERS.fullmatch(form):
            return True
        return form in self.known or _PLURAL.sub("", form) in self.known or is_good_english(form)

    def nearest(self, form: str) -> tuple[str | None, int]:
        """The nearest word to one that is not known, and how many letters are amiss; no word if that cannot be told.

        Of all that sound alike or differ by a slip it is the likest, then the commonest.
        """
        slips = 2 if len(form) >= LONG else 1
        costs = {
            word: OSA.distance(heard(form), heard(word)) for word in self.by_sound.get(sound_of(form), ())
        }
        costs = {word: cost for word, cost in costs.items() if cost <= MOST_MISHEARD}
        for word, distance, _ in process.extract(form, self._like(form, slips), **_SLIPS, score_cutoff=slips):
            costs.setdefault(word, int(distance))
        if not costs:
            return self._run_together(form), FAR
        best = min(costs, key=lambda word: (costs[word], word[0] != form[0], -self.often[word]))
        return best, costs[best]

    def _run_together(self, form: str) -> str | None:
        """Two words of the vocabulary written as one: "speechtherapy"."""
        cuts = ((form[:cut], form[cut:]) for cut in range(SHORTEST, len(form) - SHORTEST + 1))
        pairs = [pair for pair in cuts if pair[0] in self.often and pair[1] in self.often]
        best = max(pairs, key=lambda pair: min(self.often[pair[0]], self.often[pair[1]]), default=None)
        return " ".join(best) if best else None

    def _like(self, form: str, slips: int) -> list[str]:
        """Words about as long that begin with its first letter, or with its second, should the two be swapped."""
        lengths = range(len(form) - slips, len(form) + slips + 1)
        keys = ((first, length) for first in {form[0], form[1]} for length in lengths)
        return [word for key in keys for word in self.by_shape.get(key, ())]


def spelling_of(words: Iterable[str], known: Iterable[str], listed: Mapping[str, str]) -> Spelling:
    """Make a spelling from all words that may be asked for, as often as they are said, and those of the index."""
    often = Counter(words)
    for word in known:
        often[word] += 1
    by_shape: dict[tuple[str, int], list[str]] = {}
    by_sound: dict[str, list[str]] = {}
    for word in sorted(often):
        if word not in listed and _may_be_meant(word):
            by_shape.setdefault((word[0], len(word)), []).append(word)
            by_sound.setdefault(sound_of(word), []).append(word)
    return Spelling(listed, often, frozenset(often), _frozen(by_shape), _frozen(by_sound))


def _may_be_meant(word: str) -> bool:
    """No short code, and nothing with figures in it."""
    if len(word) < SHORTEST or not _LETTERS.fullmatch(word):
        return False
    return len(word) > LONGEST_CODE or is_good_english(word)


def _frozen(lists: Mapping[_Key, list[str]]) -> dict[_Key, tuple[str, ...]]:
    return {key: tuple(words) for key, words in lists.items()}
