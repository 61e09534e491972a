"""Lists of slugs as words of bits, and the dictionary that says which bit is which slug."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from search.engines.embedded.schema import BITS, LISTS

Words = NDArray[np.int64]
# Lists that share one dictionary: a need is the same need in each of them.
SHARED = {"wide": "needs", "refused": "needs"}


class TooManySlugs(Exception):
    """A list has more different slugs than its words of bits can hold."""


class Bits:
    """Which bit stands for which slug. It only grows, so that documents written earlier stay true."""

    def __init__(self, slugs: dict[str, list[str]] | None = None) -> None:
        self.slugs = slugs or {}
        self._place = {name: {slug: n for n, slug in enumerate(found)} for name, found in self.slugs.items()}

    def write(self, name: str, slugs: Iterable[str]) -> list[int]:
        """The words for these slugs; slugs not met before are given the next bits."""
        words = [0] * LISTS[name]
        for slug in sorted(slugs):
            word, bit = divmod(self._bit(SHARED.get(name, name), slug, LISTS[name]), BITS)
            words[word] |= 1 << bit
        return words

    def _bit(self, dictionary: str, slug: str, size: int) -> int:
        places = self._place.setdefault(dictionary, {})
        if slug not in places:
            if len(places) >= size * BITS:
                raise TooManySlugs(
                    f"More than {size * BITS} different {dictionary}: raise its size in schema.py."
                )
            places[slug] = len(places)
            self.slugs.setdefault(dictionary, []).append(slug)
        return places[slug]

    def mask(self, name: str, slugs: Iterable[str]) -> Words:
        """The words in which the bits of these slugs are set; slugs that no document has are no bits."""
        places = self._place.get(SHARED.get(name, name), {})
        words = np.zeros(LISTS[name], dtype=np.int64)
        for slug in slugs:
            if slug in places:
                word, bit = divmod(places[slug], BITS)
                words[word] |= np.int64(1 << bit)
        return words

    def known(self, name: str) -> list[str]:
        """Every slug that any document has had in this list, in the order of their bits."""
        return self.slugs.get(SHARED.get(name, name), [])
