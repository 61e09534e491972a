"""Which local SEND team may a family ask? Answered for home and for school: either will do.

The lines between areas are not certain: every area a place may lie in is offered, and the family told so.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from local_offer.places.current import current_gazetteer
from local_offer.places.errors import NotAPostcode, OutsideHertfordshire, PlaceError, WayOn
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.locate import locate
from local_offer.places.place import Place
from local_offer.places.postcode import Postcode, parse_postcode
from local_offer.places.postcodes_in_words import find_postcodes

Card = Mapping[str, Any]
Asked = Mapping[str, str]

# The fields of the form, and what stands before the place in the answer.
FIELDS = {"home": "Home", "school": "School"}
# In places as wide as these, what we miss is where in them the family is, however certain the lines are.
WIDE = frozenset({"outcode", "district", "nhs", "county"})


def found_areas(
    home: str,
    school: str,
    cards: Sequence[Card],
    *,
    home_in: str = "",
    school_in: str = "",
    gazetteer: Gazetteer | None = None,
) -> dict[str, Any]:
    """What the finder's page shows: both fields, what is wrong with them, and the teams for each.

    `cards` are the area pages, each with its `number`. `home_in` and `school_in` ("6-5") are the areas that a
    whole postcode lies in, from `finder_redirect`: the others of its sector are left out.
    """
    asked = {"home": home.strip(), "school": school.strip()}
    trouble: dict[str, Any] = {}
    found: list[dict[str, Any]] = []
    for name, known in (("home", _numbers(home_in)), ("school", _numbers(school_in))):
        try:
            places = _places(asked[name], gazetteer or current_gazetteer()) if asked[name] else []
            found += [_answer(name, place, known, cards) for place in places]
            trouble[name] = None
        except PlaceError as error:
            trouble[name] = {"message": error.message, "ways": [_way(way, name, asked) for way in error.ways]}
    return {"form_home": asked["home"], "form_school": asked["school"], "trouble": trouble, "found": found}


def finder_redirect(home: str, school: str, gazetteer: Gazetteer | None = None) -> str | None:
    """Where to send a family who typed a whole postcode, so that it stays in no address; None if nobody did.

    Its sector takes its place, with the areas that the postcode lies in: they may be fewer than the sector's.
    """
    shortened = {name: _shortened(text, gazetteer) for name, text in (("home", home), ("school", school))}
    if not any(shortened.values()):
        return None
    kept: dict[str, str] = {}
    for name, text in (("home", home), ("school", school)):
        sector, areas = shortened[name] or (text.strip(), "")
        kept |= {name: sector, f"{name}_in": areas}
    return _address(kept)


def _places(text: str, book: Gazetteer) -> list[Place]:
    """The place that a text names, and others it may mean that lie in other areas.

    Raises a `PlaceError`; for a place without a team, outside the county, one that names its council.
    """
    first = locate(text, book)
    if not first.dspls:
        council = book.council(first.outside)
        raise OutsideHertfordshire(council.name, council.website)
    places = [first]
    for name in first.also:
        other = book.named(name)
        if other and set(other.dspls) - {dspl for place in places for dspl in place.dspls}:
            places.append(other)
    return places


def _answer(name: str, place: Place, known: Sequence[int], cards: Sequence[Card]) -> dict[str, Any]:
    """The teams for one place, likeliest first, and what a family should know of the answer."""
    numbers = [number for number in place.dspl_numbers if number in known] or place.dspl_numbers
    by_number = {card["number"]: card for card in cards}
    return {
        "label": f"{FIELDS[name]}: {place.label}",
        "areas": [by_number[number] for number in numbers if number in by_number],
        "note": " ".join(filter(None, (place.note, _several(place, len(numbers)), _mostly_outside(place)))),
    }


def _several(place: Place, teams: int) -> str:
    """Why more than one team is offered, and what to do about it."""
    if teams == 1:
        return ""
    which = "either team" if teams == 2 else "any of these teams"
    if place.kind in WIDE:
        return (
            f"More than one team works here. You can ask {which}. A town or a whole postcode tells us more."
        )
    return f"The line is not certain here: ask {which}."


def _mostly_outside(place: Place) -> str:
    return (
        f"Part of this place is outside Hertfordshire. If you live there, ask {place.outside}."
        if place.outside
        else ""
    )


def _way(way: WayOn, name: str, asked: Asked) -> dict[str, str]:
    """A way onward as a link: a website, the finder with another place in this field, or the search."""
    if way.near:
        return {"label": way.label, "url": _address({**asked, name: way.near})}
    return {"label": way.label, "url": way.url or reverse("search")}


def _shortened(text: str, gazetteer: Gazetteer | None) -> tuple[str, str] | None:
    """The sector of the whole postcode in a text and the areas it lies in ("6-5"); None if there is none."""
    postcode = _whole_postcode(text)
    if postcode is None:
        return None
    try:
        place = locate(str(postcode), gazetteer)
        sector, areas = place.near, "-".join(map(str, place.dspl_numbers))
    except PlaceError:
        sector, areas = postcode.sector or postcode.outcode, ""
    return _shortened(sector, gazetteer) or (sector, areas)


def _whole_postcode(text: str) -> Postcode | None:
    """The postcode if the text is one, however typed, or else the first one among its words."""
    try:
        found = [parse_postcode(text)]
    except NotAPostcode:
        found = [postcode for _, _, postcode in find_postcodes(text)]
    return next((postcode for postcode in found if postcode.unit), None)


def _numbers(text: str) -> list[int]:
    """
    >>> _numbers("6-5")
    [6, 5]
    """
    return [int(part) for part in text.split("-") if part.isdecimal() and len(part) < 3]


def _address(values: Asked) -> str:
    """The finder's own address with these values; empty ones are left out."""
    return "?" + urlencode({name: value for name, value in values.items() if value})
