"""Every place we know by every name it goes by, held in memory and never changed: a new one is drawn up
instead.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from local_offer.places.likely_areas import SectorFacts, areas_round, dspls_of_unit
from local_offer.places.mentions import Mention, mentions
from local_offer.places.misspelt import alike, nearest_names
from local_offer.places.names import NameIndex, joined_key, key_of
from local_offer.places.ordinary_words import EVERYDAY_WORDS, NAMES_OF_PEOPLE, NOT_MISSPELT
from local_offer.places.place import Place, Point
from local_offer.places.postcode import Postcode

# Places are looked for in this much of a text: more than anybody writes, so that no text can keep us busy.
LONGEST_READ = 3000
# Where we cannot be sure which council it is.
SOME_COUNCIL = "another council"


@dataclass(frozen=True)
class Council:
    """Whose Local Offer serves the families of a place outside the county."""

    name: str = ""
    website: str = ""


@dataclass(frozen=True)
class UnitFacts:
    """What the postcode table says of one whole postcode."""

    point: Point
    district_code: str
    dspl_approx: int | None
    in_herts: bool


def no_units(unit: str) -> UnitFacts | None:
    """For a gazetteer without a table of whole postcodes: they are read as their sectors."""
    return None


@dataclass(frozen=True)
class Gazetteer:
    """Places by name and postcode. `towns` and `area_names` are by area code; `councils` by the name of a
    district.
    """

    outcodes: Mapping[str, Place]
    sectors: Mapping[str, Place]
    names: NameIndex
    towns: Mapping[str, Point]
    area_names: Mapping[str, str]
    sector_facts: Mapping[str, SectorFacts]
    districts_by_ons: Mapping[str, str]
    councils_by_ons: Mapping[str, Council]
    councils_by_name: Mapping[str, Council]
    in_reach: Callable[[Point], bool]
    units: Callable[[str], UnitFacts | None] = no_units

    def named(self, text: str) -> Place | None:
        """The place whose whole name this is, in any spacing, case or punctuation."""
        key = key_of(text)
        place = self.names.places.get(key) or self.names.places.get(joined_key(key) or ())
        return place if key else None

    def council(self, name: str | None) -> Council:
        """The council of that name, with its website; without a name if we cannot be sure which it is."""
        return self.councils_by_name.get(name or "", Council())

    def postcode_place(self, postcode: Postcode) -> Place | None:
        """Its own point if the table holds it, else its sector, else its outcode; None if none is ours."""
        outcode = self.outcodes.get(postcode.outcode)
        if outcode and postcode.unit and (facts := self.units(postcode.unit)):
            return self._unit_place(postcode, facts)
        if postcode.sector and (sector := self.sectors.get(postcode.sector)):
            return sector
        if outcode and postcode.sector:
            return replace(
                outcode, note=f"We do not know {postcode.sector}, so we looked around {outcode.near}."
            )
        return outcode

    def holds(self, postcode: Postcode) -> bool:
        """Whether we know this outcode, or this sector if the postcode says one."""
        return postcode.sector in self.sectors if postcode.sector else postcode.outcode in self.outcodes

    def find_in_words(self, text: str) -> list[tuple[int, int, Place]]:
        """Start, end and place of each postcode, town, nickname or area named in a sentence, in order.

        Of two names the longer is read. Places outside the county are among them (`outside`, `far`). A name
        that is also a word of every day or of a person counts only where a place is plainly meant.
        """
        return [(found.start, found.end, found.place) for found in self.mentions(text)]

    def mentions(self, text: str) -> list[Mention]:
        """The same as `find_in_words`, with names."""
        return mentions(text[:LONGEST_READ], self.names, self.outcodes, self.sectors, self.postcode_place)

    def misspelt_place(self, word: str) -> Place | None:
        """The one town in the county whose name is a slip away from a word that nothing else explains.

        One letter wrong in a name of five or more, two in eight or more; the first letter must be right, and
        words of every day that lie so near a name are left alone.
        """
        key = key_of(word)
        spelt = " ".join(key)
        if not key or spelt in NOT_MISSPELT or key in self.names.places:
            return None
        found = nearest_names(spelt, self.names.spelt_in_county.get(spelt[0], {}))
        return self._only_one([name for name in found if name not in EVERYDAY_WORDS | NAMES_OF_PEOPLE])

    def misread(self, text: str) -> Place | None:
        """The one place whose name is a slip away from a text typed where a place was asked for."""
        words = " ".join(key_of(text))
        return self._only_one(nearest_names(words, self.names.spelt)) if words else None

    def names_like(self, text: str) -> tuple[str, ...]:
        """Up to three names that look like this text and are near enough to search near, for "did you mean"."""
        near_enough = [name for name, place in self.names.spelt.items() if not place.far]
        found = alike(" ".join(key_of(text)), near_enough)
        return tuple(dict.fromkeys(self.names.spelt[name].near for name in found))[:3]

    def _only_one(self, names: list[str]) -> Place | None:
        """The place they all name; one in the county before one outside it."""
        found = list(dict.fromkeys(self.names.spelt[name] for name in names))
        inside = [place for place in found if place.areas]
        only = inside if len(inside) == 1 else found
        return only[0] if len(only) == 1 else None

    def _unit_place(self, postcode: Postcode, facts: UnitFacts) -> Place:
        sector = postcode.sector or postcode.outcode
        district = self.districts_by_ons.get(facts.district_code, "")
        dspls = dspls_of_unit(facts.dspl_approx, district, self.sector_facts.get(sector)) if district else ()
        return Place(
            label=sector,
            kind="postcode",
            point=facts.point,
            areas=areas_round(dspls, [district] if district else []),
            near=sector if sector in self.sectors else postcode.outcode,
            dspls=dspls,
            outside=None
            if district
            else self.councils_by_ons.get(facts.district_code, Council(SOME_COUNCIL)).name,
            far=not district and not self.in_reach(facts.point),
        )
