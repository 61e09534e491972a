"""The part of the order that Elasticsearch works out for each service by a script: `ranking.py` in its language.

What needs an inverted index (words, needs, areas) comes in as `_score`; what is a number of the service is added here.
The weights are written into the script, which is compiled once; what a question brings comes as parameters, most of it
packed into one number (`packing.py`), because each look-up by name costs as much as all of these sums.
"""

from functools import cache
from math import radians

from local_offer.directory.models.service import OLDEST
from search.engines.elastic.packing import ASKED_FLAG, FLAG, NEEDS, SPAN, STAGES, TODAY, UPDATED, YOUNGEST
from search.engines.points import EARTH_MILES
from search.ranking import FRESH_HALF_DAYS, NEAR_HALF_MILES, Weights
from search.serving import NO_VENUE_MILES

# A score is never below nothing in Elasticsearch: this is added to each, more than all that can be taken away.
BASE = 8.0

# One venue, unpacked as `points.py` packs it, and its distance by the same formula.
_MILES = f"""
double lat = Math.toRadians((venue / 10000000L) / 20000.0 - 90.0);
double lon = Math.toRadians((venue % 10000000L) / 20000.0 - 180.0);
double north = Math.sin((lat - here) / 2.0);
double east = Math.sin((lon - params.lon) / 2.0);
double chord = north * north + Math.cos(here) * Math.cos(lat) * east * east;
double miles = {2 * EARTH_MILES} * Math.asin(Math.sqrt(chord));
"""

WITHIN = f"""
double here = params.lat;
double most = params.miles;
for (long venue : doc['venues']) {{
  {_MILES}
  if (miles <= most) return true;
}}
return false;
"""

# Nearest venue first; then what covers the place, the narrowest first; then the rest.
NEARNESS = f"""
double here = params.lat;
double nearest = -1.0;
for (long venue : doc['venues']) {{
  {_MILES}
  if (nearest < 0.0 || miles < nearest) nearest = miles;
}}
if (nearest >= 0.0) return nearest;
double width = params.widest;
for (String area : doc['areas']) {{
  def found = params.widths.get(area);
  if (found != null && found < width) width = found;
}}
return {NO_VENUE_MILES} + width;
"""

# How near the nearest venue is, for a sum in which the fourth digit says nothing: on a flat map whose degrees of
# longitude are as long as half-way between the two. In a county that differs by less than a foot in a mile.
_MILES_A_UNIT = radians(1 / 20_000) * EARTH_MILES
_ROUGHLY_NEAREST = f"""
double here = params.lat;
double lat0 = (Math.toDegrees(here) + 90.0) * 20000.0;
double lon0 = (Math.toDegrees(params.lon) + 180.0) * 20000.0;
double wide = Math.cos(here);
double narrower = Math.sin(here) * {radians(1 / 40_000)};
double least = -1.0;
for (long venue : doc['venues']) {{
  long row = venue / 10000000L;
  double north = row - lat0;
  double east = (venue - row * 10000000L - lon0) * (wide - narrower * north);
  double far = north * north + east * east;
  if (least < 0.0 || far < least) least = far;
}}
score += {{near}} / (1.0 + Math.sqrt(least) * {_MILES_A_UNIT / NEAR_HALF_MILES});
"""


def saturated(weight: float, half: float) -> str:
    """A text score that grows ever more slowly towards its weight, so that it can be added to the rest."""
    return f"{weight} * _score / (_score + {half})"


def of_all_it_is_about() -> str:
    """The score of a page shared out among its needs: less so than for services, as pages are about many."""
    needs = _number("doc['packed'].value", NEEDS)
    return f"_score / Math.sqrt(Math.max((double) {needs}, 1.0))"


@cache
def scoring(weights: Weights) -> str:
    """The script for these weights."""
    lines = [
        "long facts = doc['packed'].value;",
        "long asked = params.asked;",
        f"double score = {BASE} + _score;",
        *(
            _if(_has(name), getattr(weights, name))
            for name in (
                "no_diagnosis",
                "ask_yourself",
                "open_now",
                "needs_diagnosis",
                "only_points",
                "talk_first",
            )
        ),
        _if(f"{_has('assessment')} && {_is('no_assessment')}", weights.assessment),
        _if(f"{_has('activity')} && {_is('not_to_do')}", weights.activity),
        f"if {_has('professional_only')}"
        f" score += {_is('for_families')} ? {weights.professional_only} : {-0.5 * weights.professional_only};",
        f"if {_has('ask_yourself')} {{",
        _if(f"{_has('no_diagnosis')} && {_is('waits')}", weights.while_waiting),
        _if(_is("asks_herself"), weights.wish),
        "}",
        f"long day = {_number('facts', UPDATED)};",
        f"double old = day > 0L ? {_number('asked', TODAY)} - day : 3650.0;",
        f"score += {weights.fresh} / (1.0 + old / {FRESH_HALF_DAYS});",
        *_of_age(weights),
        _if(f"{_has('names_condition')} && {_is('has_needs')}", weights.other_condition),
        f"if ({_has('refuses')} && {_is('is_sure')}) {{",
        "for (String need : doc['refused']) if (params.sure.contains(need)) {",
        f"score += {weights.refused}; break;",
        "} }",
        *_of_place(weights),
        "return Math.max(score, 0.0);",
    ]
    return "\n".join(lines)


def _of_age(weights: Weights) -> list[str]:
    """Made for the age, or for the stage that the words told; without either, for most ages."""
    years = f"((1L << {_number('facts', SPAN)}) - 1L) << {_number('facts', YOUNGEST)}"
    return [
        f"long stages = {_number('asked', STAGES)};",
        f"boolean known = {_has('ages_known')};",
        f"boolean fits = stages == 0L || (({years}) & stages) != 0L;",
        f"double span = Math.max((double) {_number('facts', SPAN)}, 1.0);",
        f"if (!fits) score += {weights.other_stage};",
        f"if ({_is('has_age')} || {_is('has_close_stage')}) {{",
        f"if (known && fits) score += {weights.age_known} + {weights.age_close} / Math.sqrt(span);",
        f"}} else score += {weights.any_age} * (known ? span / {OLDEST + 1}.0 : 0.5);",
    ]


def _of_place(weights: Weights) -> list[str]:
    """Near before far, known before not known; without a place, what is for one corner of the county comes later."""
    return [
        f"if {_is('has_place')} {{",
        f"if {_has('has_venue')} {{",
        _ROUGHLY_NEAREST.replace("{near}", repr(weights.near)),
        f"}} else score += {weights.near / (1 + 1e9 / NEAR_HALF_MILES)};",
        f"if (!{_has('has_areas')}) score += {_has('has_venue')} ? {weights.local} : {weights.unknown_area};",
        f"}} else if {_has('somewhere')} score += {weights.elsewhere};",
    ]


def _has(flag: str) -> str:
    """Whether a service is so."""
    return f"((facts & {FLAG[flag]}L) != 0L)"


def _is(flag: str) -> str:
    """Whether a question is so."""
    return f"((asked & {ASKED_FLAG[flag]}L) != 0L)"


def _if(holds: str, worth: float) -> str:
    return f"if ({holds}) score += {worth};"


def _number(packed: str, place: tuple[int, int]) -> str:
    start, bits = place
    return f"(({packed} >> {start}) & {(1 << bits) - 1}L)"
