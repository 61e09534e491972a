"""What the order looks at in every service, packed into one whole number; `script.py` takes it apart again."""

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
)
FLAG = {name: 1 << number for number, name in enumerate(FLAGS)}
# Where the small numbers begin, and how many bits they have.
SPAN, NEEDS, VENUES, UPDATED = (12, 5), (17, 10), (27, 10), (37, 21)


def packed_facts(facts: ServiceFacts) -> int:
    """One number for a service."""
    low, high = years(facts.ages)
    number = sum(FLAG[name] for name in FLAGS if _flags(facts)[name])
    number |= (
        _small(high - low + 1, SPAN) | _small(len(facts.needs), NEEDS) | _small(len(facts.venues), VENUES)
    )
    return number | _small(_day(facts.updated), UPDATED)


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
    }


def _small(number: int, place: tuple[int, int]) -> int:
    start, bits = place
    return min(number, (1 << bits) - 1) << start


def _day(value: date | None) -> int:
    return value.toordinal() if value else 0
