"""The part of the order that Elasticsearch works out for each service by a script: `ranking.py` in its language.

What needs an inverted index (words, needs, areas) comes in as `_score`; what is a number of the service is added here.
The weights are written into the script, which is compiled once; what a question brings comes as parameters.
"""

from functools import cache

from search.engines.elastic.packing import FLAG, NEEDS, SPAN, UPDATED, VENUES
from search.engines.points import EARTH_MILES
from search.ranking import FRESH_HALF_DAYS, NEAR_HALF_MILES, Weights
from search.serving import NO_VENUE_MILES

# The nearest venue, unpacked as `points.py` packs it, by the same formula.
_NEAREST = f"""
double nearest = -1.0;
for (long venue : doc['venues']) {{
  double lat = Math.toRadians((venue / 10000000L) / 20000.0 - 90.0);
  double lon = Math.toRadians((venue % 10000000L) / 20000.0 - 180.0);
  double north = Math.sin((lat - params.lat) / 2.0);
  double east = Math.sin((lon - params.lon) / 2.0);
  double chord = north * north + Math.cos(params.lat) * Math.cos(lat) * east * east;
  double miles = {2 * EARTH_MILES} * Math.asin(Math.sqrt(chord));
  if (nearest < 0.0 || miles < nearest) nearest = miles;
}}
"""

WITHIN = f"{_NEAREST} return nearest >= 0.0 && nearest <= params.miles;"

# Nearest venue first; then what covers the place, the narrowest first; then the rest.
NEARNESS = f"""
{_NEAREST}
if (nearest >= 0.0) return nearest;
double width = params.widest;
for (String area : doc['areas']) {{
  def found = params.widths.get(area);
  if (found != null && found < width) width = found;
}}
return {NO_VENUE_MILES} + width;
"""

# A text score that grows ever more slowly towards its weight, so that it can be added to the rest.
SATURATED = "params.weight * _score / (_score + params.half)"

FOCUS = f"_score / Math.max((double) ((doc['packed'].value >> {NEEDS[0]}) & {(1 << NEEDS[1]) - 1}L), 1.0)"
FOCUS_OF_PAGE = FOCUS.replace("Math.max(", "Math.sqrt(Math.max(") + ")"


@cache
def scoring(weights: Weights) -> str:
    """The script for these weights. A score is never negative there, so `params.base` is added and taken off again."""
    lines = [
        "long facts = doc['packed'].value;",
        "double score = params.base + _score;",
        *(
            _if(name, repr(getattr(weights, name)))
            for name in (
                "no_diagnosis",
                "ask_yourself",
                "open_now",
                "needs_diagnosis",
                "only_points",
                "talk_first",
            )
        ),
        *(_if(name, f"params.{name}") for name in ("assessment", "activity", "professional_only")),
        f"if ((facts & {FLAG['no_diagnosis']}L) != 0L && (facts & {FLAG['ask_yourself']}L) != 0L)"
        " score += params.waiting;",
        _if("ask_yourself", "params.wish_ask"),
        f"long day = {_number(UPDATED)};",
        "double old = day > 0L ? params.today - day : 3650.0;",
        f"score += {weights.fresh} / (1.0 + old / {FRESH_HALF_DAYS});",
        f"boolean known = (facts & {FLAG['ages_known']}L) != 0L;",
        f"double span = Math.max((double) {_number(SPAN)}, 1.0);",
        f"if (params.ages) {{ if (known) score += {weights.age_known} + {weights.age_close} / Math.sqrt(span); }}",
        f"else score += {weights.any_age} * (known ? span / 26.0 : 0.5);",
        "if (params.given) {",
        _NEAREST,
        f"if (nearest >= 0.0) score += {weights.near} / (1.0 + nearest / {NEAR_HALF_MILES});",
        f"else score += {weights.near} / (1.0 + 1.0E9 / {NEAR_HALF_MILES});",
        f"if ((facts & {FLAG['has_areas']}L) == 0L && {_number(VENUES)} == 0L) score += {weights.unknown_area};",
        f"}} else if ((facts & {FLAG['somewhere']}L) != 0L) score += {weights.elsewhere};",
        "return Math.max(score, 0.0);",
    ]
    return "\n".join(lines)


def _if(flag: str, worth: str) -> str:
    return f"if ((facts & {FLAG[flag]}L) != 0L) score += {worth};"


def _number(place: tuple[int, int]) -> str:
    start, bits = place
    return f"((facts >> {start}) & {(1 << bits) - 1}L)"
