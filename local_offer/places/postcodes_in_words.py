"""Finds whole postcodes in a sentence, so that the place is understood and none stays in an address."""

import re

from local_offer.places.postcode import Postcode, readings

_EDGE_BEFORE, _EDGE_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_END_LETTERS = "[abd-hjlnp-uw-z]{2}"
_EXACT = re.compile(
    rf"{_EDGE_BEFORE}[a-z]{{1,2}}[0-9][a-z0-9]?[\s.,_-]{{0,3}}[0-9]{_END_LETTERS}{_EDGE_AFTER}", re.IGNORECASE
)
# Letters where digits belong, or the other way round. Short words look like that too, so more is asked of
# these.
_WITH_SLIPS = re.compile(
    rf"{_EDGE_BEFORE}([a-z][a-z1][a-z0-9]{{1,2}}|[a-z][0-9][a-z0-9]?)([\s.,_-]{{0,3}})"
    rf"([0-9OI]{_END_LETTERS}){_EDGE_AFTER}",
    re.IGNORECASE,
)
_WORDS_LIKE_AN_END = frozenset(
    {"ill", "inn", "its", "off", "old", "ots", "our", "out", "own", "odd", "owe", "owl", "ore"}
)
_ORDINAL_OR_AGE = re.compile(r"\d(st|nd|rd|th|yr)", re.IGNORECASE)
_AN_AGE_FOLLOWS = re.compile(r"[\s-]{0,2}(old|olds|olde)\b", re.IGNORECASE)


def find_postcodes(text: str) -> list[tuple[int, int, Postcode]]:
    """Start, end and postcode of each whole postcode in the text, in order, never overlapping.

    >>> [(start, end, str(found)) for start, end, found in find_postcodes("help AL1 3JE please")]
    [(5, 12, 'AL1 3JE')]
    """
    found: list[tuple[int, int, Postcode]] = []
    taken = bytearray(len(text))
    for match in (*_EXACT.finditer(text), *filter(_is_no_word, _WITH_SLIPS.finditer(text))):
        start, end = match.span()
        postcode = _read(match.group())
        if postcode and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            if not _is_an_age(match.group(), text[end : end + 8]):
                found.append((start, end, postcode))
    return sorted(found, key=lambda item: item[0])


def _read(text: str) -> Postcode | None:
    return next((reading for reading in readings(text) if reading.unit), None)


def _is_an_age(typed: str, after: str) -> bool:
    """ "sg5 4yr old" holds an age, not the postcode SG5 4YR."""
    return typed[-2:].lower() == "yr" and bool(_AN_AGE_FOLLOWS.match(after))


def _is_no_word(match: re.Match[str]) -> bool:
    """Whether a postcode with slips cannot be two words: "al4 oje" and "ALI 3JE" are read, "sg5 old", "all
    3rd" not.
    """
    start, gap, end = match.groups()
    if not any(char.isdigit() for char in start + end):
        return False
    if gap and end.lower() in _WORDS_LIKE_AN_END:
        return False
    if not gap or any(char.isdigit() for char in start):
        return True
    return match.group().isupper() and len(start) >= 3 and not _ORDINAL_OR_AGE.fullmatch(end)
