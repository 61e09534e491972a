"""From what a family types where we ask "where?" to a place, or to an error that says how to go on."""

import re
from dataclasses import replace

from local_offer.places.current import current_gazetteer
from local_offer.places.errors import WHOLE_COUNTY, NotAPostcode, OutsideHertfordshire, UnknownPlace, WayOn
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.names import words_of
from local_offer.places.ordinary_words import AROUND_A_NAME
from local_offer.places.place import Place
from local_offer.places.postcode import readings

# More than this is no place: nobody's address is longer, and work per request stays small.
LONGEST = 200
# One or two letters and a number, or only numbers, and no longer than a postcode.
_LIKE_A_POSTCODE = re.compile(r"(?=.{1,9}$)[a-z]{0,2}\s?[0-9][a-z0-9\s]*", re.IGNORECASE)


def locate(text: str, gazetteer: Gazetteer | None = None) -> Place:
    """The place meant by a postcode, a sector, an outcode, a town, village, nickname or area, however it is
    typed.

    Raises `NotAPostcode`, `UnknownPlace` or `OutsideHertfordshire`, each with ways onward.
    """
    book = current_gazetteer() if gazetteer is None else gazetteer
    place = _read(text[:LONGEST], book)
    if place.far:
        council = book.council(place.outside)
        raise OutsideHertfordshire(council.name, council.website)
    return place


def _read(text: str, book: Gazetteer) -> Place:
    core = _without_words_around(text)
    if place := book.named(text) or book.named(core) or _by_postcode(text, book):
        return place
    if misread := book.misread(core):
        return replace(misread, note=f"We read that as {misread.label}.")
    if mentioned := _mentioned(text, book):
        return mentioned
    ways = (*(WayOn(f"Did you mean {name}?", name) for name in book.names_like(core)), WHOLE_COUNTY)
    if _LIKE_A_POSTCODE.fullmatch(text.strip()):
        raise NotAPostcode(ways)
    raise UnknownPlace(ways)


def _by_postcode(text: str, book: Gazetteer) -> Place | None:
    """The place of a text that is a postcode or part of one; None if it is written as none."""
    found = readings(text)
    for held in (True, False):
        for postcode in found:
            if (book.holds(postcode) or not held) and (place := book.postcode_place(postcode)):
                return place
    if found:
        raise OutsideHertfordshire
    return None


def _mentioned(text: str, book: Gazetteer) -> Place | None:
    """The place named inside an address or a sentence: its postcode if it has one, else the first name near enough
    to search near.
    """
    found = [mention.place for mention in book.mentions(text)]
    if not found:
        return None
    near_enough = [place for place in found if not place.far] or found
    place = next((place for place in found if place.kind in ("postcode", "sector")), near_enough[0])
    if place.note or place.kind in ("postcode", "sector"):
        return place
    others = tuple(dict.fromkeys(other.near for other in found if other.near != place.near))
    return replace(place, also=(*place.also, *others), note=f"We looked for {place.label} in what you typed.")


def _without_words_around(text: str) -> str:
    """ "near Hitchin, Herts" names Hitchin; a text of nothing but such words stays as it is."""
    words = words_of(text)
    first = next((at for at, word in enumerate(words) if word.folded not in AROUND_A_NAME), None)
    if first is None:
        return text
    last = max(at for at, word in enumerate(words) if word.folded not in AROUND_A_NAME)
    return text[words[first].start : words[last].end]
