"""What the order looks at in every service and in a question, each packed into one whole number.

`script.py` takes them apart again: looking something up by its name takes it longer than all of its sums.
"""

from datetime import date

from search.document import ServiceFacts
from search.indexed import ASK, NO_DIAGNOSIS, TALK, options, years
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
    "refuses",
)
FLAG = {name: 1 << number for number, name in enumerate(FLAGS)}
# Where the small numbers begin, and how many bits they have.
SPAN, NEEDS, VENUES, UPDATED = (13, 5), (18, 10), (28, 10), (38, 21)
# The same of a question; above the bits, the day it is asked.
ASKED = (
    "waits",
    "asks_herself",
    "no_assessment",
    "not_to_do",
    "for_families",
    "has_age",
    "has_place",
    "is_sure",
)
ASKED_FLAG = {name: 1 << number for number, name in enumerate(ASKED)}
TODAY = (len(ASKED), 21)


def packed_facts(facts: ServiceFacts) -> int:
    """One number for a service."""
    low, high = years(facts.ages)
    flags = _flags(facts)
    number = sum(FLAG[name] for name in FLAGS if flags[name])
    number |= (
        _small(high - low + 1, SPAN) | _small(len(facts.needs), NEEDS) | _small(len(facts.venues), VENUES)
    )
    return number | _small(_day(facts.updated), UPDATED)


def packed_question(day: date, **is_so: bool) -> int:
    """One number for a question.

    >>> packed_question(date(1, 1, 2), waits=True)
    513
    """
    return sum(ASKED_FLAG[name] for name, holds in is_so.items() if holds) | _small(_day(day), TODAY)


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
        "professional_only": "professional-only" in facts.kind,
        "ages_known": facts.ages != (None, None),
        "has_areas": bool(facts.areas),
        "somewhere": bool(facts.areas) and facts.areas.isdisjoint(EVERYWHERE),
        "refuses": bool(facts.refused_needs),
    }


def _small(number: int, place: tuple[int, int]) -> int:
    start, bits = place
    return min(number, (1 << bits) - 1) << start


def _day(value: date | None) -> int:
    return value.toordinal() if value else 0
