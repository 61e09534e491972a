"""What the order looks at in every service and in a question, each packed into one whole number.

`script.py` takes them apart again: looking something up by its name takes it longer than all of its sums.
"""

from collections.abc import Iterable
from datetime import date

from local_offer.directory.models.service import OLDEST
from search.document import ServiceFacts
from search.engines.elastic import mapping
from search.indexed import ASK, NO_DIAGNOSIS, PROFESSIONAL, TALK, options, year_bits, years
from search.query import Span
from search.related import CONDITIONS
from search.serving import EVERYWHERE

# Bits for what is or is not so.
FLAGS = (
    "no_diagnosis",
    "ask_yourself",
    "open_now",
    "needs_diagnosis",
    "only_points",
    "talk_first",
    "assessment",
    "activity",
    "professional_only",
    "ages_known",
    "has_areas",
    "somewhere",
    "has_venue",
    "refuses",
    "names_condition",
)
FLAG = {name: 1 << number for number, name in enumerate(FLAGS)}
# Where the small numbers begin, and how many bits they have.
SPAN, YOUNGEST, NEEDS, UPDATED = (15, 5), (20, 5), (25, 10), (35, 21)
# The same of a question; above the bits, the years of the stages that were told, and the day it is asked.
ASKED = (
    "waits",
    "asks_herself",
    "no_assessment",
    "not_to_do",
    "for_families",
    "has_age",
    "has_place",
    "is_sure",
    "has_needs",
    "has_close_stage",
)
ASKED_FLAG = {name: 1 << number for number, name in enumerate(ASKED)}
STAGES, TODAY = (len(ASKED), OLDEST + 1), (len(ASKED) + OLDEST + 1, 21)


def packed_facts(facts: ServiceFacts) -> int:
    """One number for a service."""
    low, high = years(facts.ages)
    flags = _flags(facts)
    number = sum(FLAG[name] for name in FLAGS if flags[name])
    number |= _small(high - low + 1, SPAN) | _small(low, YOUNGEST) | _small(len(facts.needs), NEEDS)
    return number | _small(_day(facts.updated), UPDATED)


def reach(facts: ServiceFacts) -> str:
    """By what it says whom it serves."""
    if facts.areas:
        return mapping.SOMEWHERE if facts.areas.isdisjoint(EVERYWHERE) else mapping.EVERYWHERE
    return mapping.BY_VENUE if facts.venues else mapping.NOT_SAID


def packed_question(day: date, stages: Iterable[Span], **is_so: bool) -> int:
    """One number for a question.

    >>> packed_question(date.min, [(0, 1)], waits=True) == 1 | 0b11 << STAGES[0] | 1 << TODAY[0]
    True
    """
    number = sum(ASKED_FLAG[name] for name, holds in is_so.items() if holds)
    return number | _small(year_bits(stages), STAGES) | _small(_day(day), TODAY)


def packed_page(needs: int) -> int:
    """One number for a page: how many needs it is about."""
    return _small(needs, NEEDS)


def _flags(facts: ServiceFacts) -> dict[str, bool]:
    has = options(facts)
    return {
        "no_diagnosis": not has.isdisjoint(NO_DIAGNOSIS),
        "ask_yourself": not has.isdisjoint(ASK),
        "open_now": "status:open" in has,
        "needs_diagnosis": "diagnosis:needed" in has,
        "only_points": facts.kind == {"information"},
        "talk_first": not facts.kind.isdisjoint(TALK),
        "assessment": "assessment" in facts.kind,
        "activity": "activity" in facts.kind,
        "professional_only": PROFESSIONAL in facts.kind,
        "ages_known": facts.ages != (None, None),
        "has_areas": bool(facts.areas),
        "somewhere": reach(facts) == mapping.SOMEWHERE,
        "has_venue": bool(facts.venues),
        "refuses": bool(facts.refused_needs),
        "names_condition": not facts.needs.isdisjoint(CONDITIONS),
    }


def _small(number: int, place: tuple[int, int]) -> int:
    start, bits = place
    return min(number, (1 << bits) - 1) << start


def _day(value: date | None) -> int:
    return value.toordinal() if value else 0
