"""Places named inside a sentence: whole postcodes first, then parts of postcodes, then names, each letter
used once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from local_offer.places.names import NameIndex, Word, words_of
from local_offer.places.ordinary_words import (
    AROUND_A_NAME,
    BEFORE_A_PLACE,
    BEFORE_A_PLACE_OR_THING,
    EVERYDAY_WORDS,
    NAMED_AFTER_A_PLACE,
    NAMES_OF_PEOPLE,
    WHERE_COMES_AFTER,
    WHERE_FOLLOWS,
)
from local_offer.places.place import Place
from local_offer.places.postcode import Postcode
from local_offer.places.postcodes_in_words import find_postcodes

_PART = re.compile(r"(?<![^\W_])([a-z]{1,2}\d[a-z\d]?)(?: (\d))?(?![^\W_])", re.IGNORECASE | re.ASCII)
# After "SG5 2" these say that the 2 counts something.
_COUNTED = re.compile(
    r"\s*([-+/x]|to\b|and\b|or\b|y(ea)?rs?\b|yo\b|months?\b|weeks?\b|days?\b|hours?\b|kids?\b|child|boys?\b|girls?\b|sons?\b"
    r"|daughters?\b|times?\b|times?\b|adults?\b|young|little|autistic|of\b)",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = ".!?\n:;"
# How far back to look for the word before, and how many words a text of nothing but a name may have.
_NEAR_BEFORE, _FEW_WORDS = 40, 12


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text, and where."""

    start: int
    end: int
    place: Place


def mentions(
    text: str,
    names: NameIndex,
    outcodes: Mapping[str, Place],
    sectors: Mapping[str, Place],
    postcode_place: Callable[[Postcode], Place | None],
) -> list[Mention]:
    """Every mention, in the order of the text, never overlapping."""
    reading = _Reading(text)
    for start, end, postcode in find_postcodes(text):
        reading.take(start, end, postcode_place(postcode))
    _take_parts(reading, outcodes, sectors)
    _take_names(reading, names)
    return sorted(reading.found, key=lambda mention: mention.start)


class _Reading:
    """A text while it is read: what was found in it, and which of its letters are used up."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self.shouted = text.isupper()
        self.found: list[Mention] = []
        self._used = bytearray(len(text))

    def take(self, start: int, end: int, place: Place | None) -> None:
        """Use these letters up; without a place they explain nothing, but name no other place either."""
        self._used[start:end] = b"\1" * (end - start)
        if place:
            self.found.append(Mention(start, end, place))

    def is_free(self, start: int, end: int) -> bool:
        return not any(self._used[start:end])

    def before(self, start: int) -> str:
        """The text just before this letter, without the space between."""
        return self.text[max(0, start - _NEAR_BEFORE) : start].rstrip()


def _take_parts(reading: _Reading, outcodes: Mapping[str, Place], sectors: Mapping[str, Place]) -> None:
    for match in _PART.finditer(reading.text):
        outcode, digit = match.group(1).upper(), match.group(2)
        if (
            outcode in outcodes
            and reading.is_free(*match.span())
            and _is_meant(match.group(1), reading.before(match.start()))
        ):
            counts = digit and _COUNTED.match(reading.text, match.end())
            sector = None if counts or not digit else sectors.get(f"{outcode} {digit}")
            reading.take(match.start(), match.end() if sector else match.end(1), sector or outcodes[outcode])


def _is_meant(outcode: str, before: str) -> bool:
    """Two letters and a number name a postcode; one letter ("e4") only in capitals or after "in"."""
    last = (before.split() or [""])[-1]
    return outcode[1].isalpha() or outcode.isupper() or last.lower() in BEFORE_A_PLACE_OR_THING


def _take_names(reading: _Reading, names: NameIndex) -> None:
    words, at = reading.words, 0
    while at < len(words):
        match = names.match(words, at, reading.text)
        if match and _is_free_and_meant(reading, at, match[0], match[1].far):
            size, place = match
            reading.take(words[at].start, words[at + size - 1].end, None if place.kind == "county" else place)
            at += size
        else:
            at += 1


def _is_free_and_meant(reading: _Reading, at: int, size: int, is_far: bool) -> bool:
    """Whether the words from here are a place: names that are also ordinary words or people ask for more, and those
    of places far away must not be the name of a road.
    """
    words = reading.words
    if not reading.is_free(words[at].start, words[at + size - 1].end):
        return False
    name = " ".join(word.folded for word in words[at : at + size])
    before = words[at - 1].folded if at else ""
    after = words[at + size].folded if at + size < len(words) else ""
    if is_far and after in NAMED_AFTER_A_PLACE:
        return False
    if name == "ware":
        return before in BEFORE_A_PLACE_OR_THING or not (
            before in WHERE_COMES_AFTER or after in WHERE_FOLLOWS
        )
    if name not in EVERYDAY_WORDS and name not in NAMES_OF_PEOPLE:
        return True
    if before in BEFORE_A_PLACE or after in ("herts", "hertfordshire") or _is_all(words, at, size):
        return True
    if name in NAMES_OF_PEOPLE:
        return False
    return before in BEFORE_A_PLACE_OR_THING or _is_capital_inside(reading, at, size)


def _is_all(words: list[Word], at: int, size: int) -> bool:
    """Whether nothing else of weight was typed."""
    others = (*words[:at], *words[at + size :]) if len(words) <= _FEW_WORDS else words
    return all(word.folded in AROUND_A_NAME for word in others)


def _is_capital_inside(reading: _Reading, at: int, size: int) -> bool:
    """Whether the name has capitals that no beginning of a sentence, and no line in capitals, explains."""
    before = reading.before(reading.words[at].start)
    begins = not before or before[-1] in _ENDS_A_SENTENCE
    return (
        not begins
        and not reading.shouted
        and all(word.typed[0].isupper() for word in reading.words[at : at + size])
    )
