"""What was understood, in the conventions of the judged searches: topics, years, a place, areas, standing."""

from typing import Any

from local_offer.taxonomy.models import Need
from search.answering import Reading

# A need counts as understood from this weight on.
SURE = 0.5


def slots_of(reading: Reading) -> dict[str, Any]:
    """`age` is whole years or a span; `place` a name, sector or outcode; `dspl` numbers of areas."""
    query = reading.query
    wanted = [*query.need, *(slug for slug, weight in query.assumed.needs if weight >= SURE)]
    place = query.place
    return {
        "needs": topics_of(wanted),
        "age": _age(query.ages),
        "place": place.near if place else None,
        "dspl": list(place.dspl_numbers) if place and place.dspl_numbers else None,
        "status": sorted(query.assumed.status),
    }


def topics_of(slugs: list[str]) -> list[str]:
    """The topics that these needs belong to, each once, in their order."""
    parents = dict(Need.objects.filter(slug__in=slugs).values_list("slug", "parent__slug"))
    return list(dict.fromkeys(parents[slug] or slug for slug in slugs if slug in parents))


def _age(ages: tuple[tuple[int, int], ...]) -> int | list[int] | None:
    """One year, or the span from the youngest to the oldest."""
    if not ages:
        return None
    low, high = min(low for low, _ in ages), max(high for _, high in ages)
    return low if low == high else [low, high]
