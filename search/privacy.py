"""No full postcode stays in an address: it would say, with the rest of a search, whose child it is about."""

from dataclasses import replace

from local_offer.places.errors import NotAPostcode, PlaceError
from local_offer.places.locate import locate
from local_offer.places.postcode import parse_postcode
from local_offer.places.postcodes_in_words import find_postcodes
from search.query import ServiceQuery


def without_full_postcodes(query: ServiceQuery) -> ServiceQuery | None:
    """The same question with each full postcode made into its sector; None when there was none.

    A postcode in the field also says which of its sector's areas it lies in, so that knowledge is kept.
    """
    safer = query
    if _is_full(query.near):
        try:
            place = locate(query.near)
            areas = tuple(sorted(code for code in place.areas if code != "county"))
            safer = replace(safer, near=place.near, area=areas)
        except PlaceError:
            safer = replace(safer, near=parse_postcode(query.near).sector or "")
    text = sector_for_postcode(query.text)
    if text != query.text:
        safer = replace(safer, text=text)
    return None if safer == query else safer


def sector_for_postcode(text: str) -> str:
    """The text with each full postcode made into its sector.

    >>> sector_for_postcode("sleep help AL1 3JE please")
    'sleep help AL1 3 please'
    """
    for start, end, postcode in reversed(find_postcodes(text)):
        if postcode.unit:
            text = text[:start] + (postcode.sector or postcode.outcode) + text[end:]
    return text


def _is_full(text: str) -> bool:
    try:
        return parse_postcode(text).unit is not None
    except NotAPostcode:
        return False
