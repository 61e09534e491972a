"""Names of places in a form that spacing, case, accents, dots and apostrophes do not change, and an index of
them.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from local_offer.places.place import Place

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*|&")
_APOSTROPHES = str.maketrans("", "", "'’`")
_SAME_WORD = {"saint": "st", "&": "and"}
# What may stand between two words of one name: "Waltham-Cross", "St. Albans", but not the end of a sentence
# and a line.
_GAP = re.compile(r"[\s.,'’–-]{0,3}")
# A name of two or more words is known written as one ("potters bar" as "pottersbar") if that is long enough
# to be no other.
_SHORTEST_JOINED = 7


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: folded, as it stood, and where."""

    folded: str
    typed: str
    start: int
    end: int


def fold(word: str) -> str:
    """
    >>> fold("Bishop’s"), fold("Saint")
    ('bishops', 'st')
    """
    plain = word.translate(_APOSTROPHES).lower()
    if not plain.isascii():
        plain = "".join(
            char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char)
        )
    return _SAME_WORD.get(plain, plain)


def words_of(text: str) -> list[Word]:
    """The words of a text in order; other signs are left out."""
    return [Word(fold(match.group()), match.group(), *match.span()) for match in _WORD.finditer(text)]


def key_of(name: str) -> tuple[str, ...]:
    """The folded words of a name.

    >>> key_of("Watton-at-Stone")
    ('watton', 'at', 'stone')
    """
    return tuple(word.folded for word in words_of(name))


@dataclass(frozen=True)
class NameIndex:
    """Places by every name they go by. Built whole, and never changed after."""

    places: Mapping[tuple[str, ...], Place]
    _longest: dict[str, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for key in self.places:
            self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def match(self, words: list[Word], at: int, text: str) -> tuple[int, Place] | None:
        """The longest name that begins with the word at this position: how many words it takes, and its
        place.
        """
        for size in range(min(self._longest.get(words[at].folded, 0), len(words) - at), 0, -1):
            some = words[at : at + size]
            place = self.places.get(tuple(word.folded for word in some))
            if place and all(
                _GAP.fullmatch(text, a.end, b.start) for a, b in zip(some, some[1:], strict=False)
            ):
                return size, place
        return None

    @cached_property
    def spelt(self) -> Mapping[str, Place]:
        """Names as one line of words, for comparing letters. Names with numbers are left out: one digit off
        is another.
        """
        lines = ((" ".join(key), place) for key, place in self.places.items())
        return {line: place for line, place in lines if not any(char.isdigit() for char in line)}

    @cached_property
    def spelt_in_county(self) -> Mapping[str, Mapping[str, Place]]:
        """The same by first letter, for towns and areas in the county alone."""
        by_letter: dict[str, dict[str, Place]] = {}
        for line, place in self.spelt.items():
            if place.areas and place.kind in ("town", "district", "dspl"):
                by_letter.setdefault(line[0], {})[line] = place
        return by_letter


def joined_key(key: tuple[str, ...]) -> tuple[str, ...] | None:
    """The name written as one word, if it cannot be taken for another: ("st", "albans") as ("stalbans",)."""
    joined = "".join(key)
    return (joined,) if len(key) > 1 and len(joined) >= _SHORTEST_JOINED else None
