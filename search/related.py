"""From the needs that were understood to those that lead on: the help that comes after the exact."""

from collections.abc import Iterable, Mapping, Sequence

from search.query import ServiceQuery

Related = Mapping[str, Sequence[tuple[str, float]]]
Weighted = tuple[tuple[str, float], ...]
# What a service for the same whole topic is worth beside one for the need itself.
SAME_TOPIC = 0.45
# What a family asks for decides before the name of a condition: "swimming for an autistic child" is about swimming.
CONDITIONS = (
    "autism-and-social-differences",
    "autism",
    "attention-energy-and-adhd",
    "adhd",
    "learning-disability",
    "developmental-delay",
    "hearing-and-sight",
    "hearing",
    "sight",
    "physical-disability-and-health",
    "physical-disability",
    "epilepsy",
    "tics",
    "healthy-weight",
)
BESIDE, SURE = 0.6, 0.6
# Below this a need says too little to look further.
FAINT = 0.08


def spread(needs: Iterable[tuple[str, float]], parents: Mapping[str, str], related: Related) -> Weighted:
    """The needs with those they lead to, each once with its best weight, the surest first.

    >>> spread([("sleep", 1.0)], {}, {"sleep": [("adhd", 0.35)]})
    (('sleep', 1.0), ('adhd', 0.35))
    """
    best: dict[str, float] = {}
    asked = list(needs)
    topics = {parents.get(slug) for slug, _ in asked if slug in CONDITIONS}
    beside = any(slug not in CONDITIONS and slug not in topics and sure > SURE for slug, sure in asked)
    for slug, sure in asked:
        if beside and slug in CONDITIONS:
            sure *= BESIDE
        topic = parents.get(slug) or ""
        leads = [(slug, 1.0), *related.get(slug, ())]
        if topic:
            leads += [
                (topic, SAME_TOPIC),
                *((other, weight * 0.8) for other, weight in related.get(topic, ())),
            ]
        for other, weight in leads:
            if sure * weight > max(FAINT, best.get(other, 0.0)):
                best[other] = sure * weight
    return tuple(sorted(best.items(), key=lambda pair: -pair[1]))


def asked_conditions(query: ServiceQuery) -> tuple[str, ...]:
    """The conditions that were asked for, or that what was asked for leads to."""
    leads = {slug for slug, _ in query.assumed.leads}
    return tuple(slug for slug in CONDITIONS if slug in leads)
