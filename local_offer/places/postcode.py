"""Postcodes as people type them: any spacing or case, O for 0, I or L for 1. A value, so that no string is
trusted.

The `unit` ("AL1 3JE") may name a handful of homes. It is for finding a place and nothing else: addresses and
pages hold the `sector` ("AL1 3") or `outcode` ("AL1").
"""

import re
from dataclasses import dataclass
from itertools import product

from local_offer.places.errors import NotAPostcode

_AREA_LETTERS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E "
    "EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS "
    "LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR "
    "SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
AREAS = frozenset(_AREA_LETTERS.split())
_LETTERS_FOR = {"0": "O", "1": "IL", "I": "IL", "L": "LI"}
_DIGIT_FOR = {"O": "0", "I": "1", "L": "1"}
_LETTERS_OF_UNITS = frozenset("ABDEFGHJLNPQRSTUWXYZ")
_LONGEST = 40

_WRITTEN = re.compile(r"[A-Z0-9][A-Z0-9\s.,'’_-]*")
# Slips are mended only where a letter and a digit are sure: "all" is not AL1, nor "1234" a postcode of
# Liverpool.
_MIXED = re.compile(r"(?=.*[A-Z])(?=.*[0-9])", re.DOTALL)
_SEPARATORS = re.compile(r"[\s.,'’_-]+")


@dataclass(frozen=True, slots=True)
class Postcode:
    """A whole postcode, or its first part: an outcode alone, or a sector (with the digit that follows it)."""

    outcode: str
    digit: str = ""
    letters: str = ""

    @classmethod
    def parse(cls, text: str) -> "Postcode":
        """
        >>> Postcode.parse("al13je").unit
        'AL1 3JE'
        """
        return parse_postcode(text)

    @property
    def unit(self) -> str | None:
        """ "AL1 3JE", or None if only the first part is known."""
        return f"{self.outcode} {self.digit}{self.letters}" if self.letters else None

    @property
    def sector(self) -> str | None:
        """ "AL1 3", or None for an outcode alone."""
        return f"{self.outcode} {self.digit}" if self.digit else None

    def __str__(self) -> str:
        return self.unit or self.sector or self.outcode


def parse_postcode(text: str) -> Postcode:
    """The likeliest reading of the whole text as a postcode, a sector or an outcode; `NotAPostcode` if it is
    none.
    """
    found = readings(text)
    if not found:
        raise NotAPostcode
    return found[0]


def readings(text: str) -> list[Postcode]:
    """Every way to read the whole text, likeliest first: "AL13" may be an outcode, or sector 3 of AL1.

    Only a table can tell which of them exists. Empty when the text is not written as postcodes are.
    """
    typed = text.strip().upper()
    if len(typed) > _LONGEST or not _WRITTEN.fullmatch(typed) or not _MIXED.match(typed):
        return []
    parts = [part for part in _SEPARATORS.split(typed) if part]
    joined = "".join(parts)
    units = [Postcode(out, *end) for out in _outcodes(joined[:-3]) for end in _unit_ends(joined[-3:])]
    outcodes = [Postcode(out) for out in _outcodes(joined)]
    sectors = [Postcode(out, _digit(joined[-1:])) for out in _outcodes(joined[:-1]) if _digit(joined[-1:])]
    apart = len(parts) == 2 and len(parts[1]) == 1
    whole = units + (sectors + outcodes if apart else outcodes + sectors)
    return list(dict.fromkeys(whole)) or _cut_short(parts)


def _cut_short(parts: list[str]) -> list[Postcode]:
    """ "AL1 3J" lacks its last letter: its sector is known all the same."""
    if len(parts) != 2 or len(parts[1]) != 2 or parts[1][1] not in _LETTERS_OF_UNITS:
        return []
    digit = _digit(parts[1][0])
    return [Postcode(out, digit) for out in _outcodes(parts[0])] if digit else []


def _outcodes(text: str) -> list[str]:
    """Outcodes that the letters and digits may stand for, those with the fewest slips mended first."""
    found: dict[str, int] = {}
    if 2 <= len(text) <= 4:
        for size in (1, 2):
            for area in map("".join, product(*(char + _LETTERS_FOR.get(char, "") for char in text[:size]))):
                number = _number_part(text[size:])
                if area in AREAS and number:
                    mended = sum(typed != read for typed, read in zip(text, area + number, strict=True))
                    found[area + number] = min(mended, found.get(area + number, mended))
    return sorted(found, key=lambda outcode: found[outcode])


def _number_part(text: str) -> str:
    """What follows the letters of an outcode: a digit, two, or a digit and a letter; "" if it is none."""
    first = _digit(text[:1])
    last = _digit(text[1:]) or text[1:]
    return first + last if first and len(text) <= 2 and text.isascii() else ""


def _unit_ends(text: str) -> list[tuple[str, str]]:
    """The digit and the two letters at the end of a whole postcode."""
    digit, letters = _digit(text[:1]), text[1:].replace("1", "L")
    return [(digit, letters)] if digit and len(letters) == 2 and set(letters) <= _LETTERS_OF_UNITS else []


def _digit(char: str) -> str:
    return char if char in set("0123456789") else _DIGIT_FOR.get(char, "")
