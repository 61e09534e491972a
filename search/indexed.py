"""What every index keeps of the facts, alike in each: the words to search, the short facts, and what a card shows."""

from collections.abc import Collection, Iterable
from typing import Any

from local_offer.core.facts import PageFacts
from local_offer.directory.choices import ASK_YOURSELF
from local_offer.directory.models.service import OLDEST
from search.document import ServiceFacts
from search.facets import option
from search.query import ServiceQuery, Span
from search.ranking import Weights

# Short facts and kinds that the order looks at together; `ranking.py` says what they are worth.
NO_DIAGNOSIS = ("diagnosis:not_needed", "diagnosis:suspected_ok")
ASK = tuple(f"referral:{route}" for route in sorted(ASK_YOURSELF))
SOMEONE_TO_ASK = "someone-to-ask"
PROFESSIONAL = "professional-only"
# A stage of childhood of at most so many years says nearly as much as an age.
CLOSE_STAGE = 9
# From this on a need is plainly asked.
PLAINLY = 0.5
# Kinds of service where somebody listens.
TALK = ("family-support", "helpline", "clinic", "live-chat")
THINGS_TO_DO = frozenset(
    {"things-to-do", "clubs", "days-out", "sports", "holiday-activities", "relaxed-sessions"}
)


def options(facts: ServiceFacts) -> set[str]:
    """All the short fixed facts in one list, each with the name of its filter before it."""
    return {
        option("diagnosis", facts.diagnosis),
        option("cost", facts.cost),
        option("status", facts.status),
        *(option("referral", one) for one in facts.referral),
        *(option("delivery", one) for one in facts.delivery),
        *(option("audience", one) for one in facts.audience),
        *(["checked"] if facts.is_checked else []),
        *([SOMEONE_TO_ASK] if facts.is_someone_to_ask else []),
    }


def years(ages: tuple[int | None, int | None]) -> tuple[int, int]:
    """The years from which and to which it is for; an open end is open.

    >>> years((None, 5)), years((16, None))
    ((0, 5), (16, 25))
    """
    low, high = ages
    return low or 0, OLDEST if high is None else high


def year_bits(spans: Iterable[Span]) -> int:
    """One bit for each year of these; who is older than the oldest counts as the oldest.

    >>> bin(year_bits([(0, 1), (25, 30)]))
    '0b10000000000000000000000011'
    """
    bits = 0
    for low, high in spans:
        bits |= sum(1 << year for year in range(min(max(low, 0), OLDEST), min(high, OLDEST) + 1))
    return bits


def service_text(facts: ServiceFacts) -> str:
    """The words of a service; what says more stands there more often."""
    return " ".join(" ".join([part] * weight) for part, weight in facts.text)


def page_text(facts: PageFacts) -> str:
    """The words of a page: its title and what families type for it count more than its body."""
    return " ".join(
        [facts.title] * 4 + [facts.summary] * 2 + [*facts.words] * 2 + [*facts.headings] + [facts.text]
    )


def shown_service(facts: ServiceFacts) -> dict[str, Any]:
    """What a card shows, kept in the index so that showing asks no database."""
    return {
        "id": facts.id,
        "ref": facts.ref,
        "name": facts.name,
        "provider": facts.provider,
        "url": facts.url,
        "summary": facts.summary,
        "checked": facts.checked,
        "is_checked": facts.is_checked,
        "tags": [[tag.label, tag.opens_door] for tag in facts.tags],
        "ages": list(facts.ages),
        "areas": [list(pair) for pair in facts.area_names],
        "needs": dict(facts.need_labels),
        "venues": [[point.lat, point.lon] for point in facts.venues],
    }


def shown_page(facts: PageFacts) -> dict[str, Any]:
    """What a card of a page shows, and the words that stand for it."""
    shown = {name: getattr(facts, name) for name in ("key", "title", "url", "summary", "section")}
    return {**shown, "words": [facts.title.lower(), *(word.lower() for word in facts.words)]}


def team_worth(query: ServiceQuery, weights: Weights) -> float:
    """What it is worth to be the team of the place: named by its number, or asked "what serves me here?"."""
    if asks_for_team(query):
        return weights.team_named
    return 0.0 if query.assumed.leads or query.assumed.words else weights.local_team


def asks_for_team(query: ServiceQuery) -> bool:
    """Whether an area team was named by its number: "dspl 5 courses"."""
    return query.place is not None and query.place.kind == "dspl"


def asks_as_professional(query: ServiceQuery) -> bool:
    """Whether somebody asks for the families they work with."""
    return "professionals" in (*query.audience, *query.assumed.audience)


def plainly_asked(query: ServiceQuery) -> tuple[str, ...]:
    """The needs that are so plain that a service which refuses them goes behind the others."""
    return tuple(slug for slug, sure in query.assumed.needs if sure >= PLAINLY) if query.assumed.leads else ()


def is_close(stages: Collection[Span]) -> bool:
    """Whether there are stages of childhood, all narrow enough to say what is made for them.

    >>> is_close([(0, 4)]), is_close([(0, 17)])
    (True, False)
    """
    return bool(stages) and all(high - low <= CLOSE_STAGE for low, high in stages)
