"""Facts into documents of Elasticsearch."""

import json
from typing import Any

from local_offer.core.facts import PageFacts
from search.document import ServiceFacts
from search.engines.elastic import mapping
from search.engines.elastic.packing import packed_facts, packed_page, reach
from search.engines.points import packed
from search.facets import FACETS, option
from search.indexed import options, page_text, service_text, shown_page, shown_service, years
from search.text import all_terms

Document = dict[str, Any]


def document_id(what: str, pk: int) -> str:
    """The same for ever, so that a later document replaces an earlier one."""
    return f"{what}-{pk}"


def service_document(facts: ServiceFacts) -> Document:
    """One service."""
    low, high = years(facts.ages)
    return {
        "what": mapping.SERVICE,
        "pk": facts.id,
        "text": " ".join(all_terms(service_text(facts))),
        "needs": sorted(facts.needs),
        "wide": sorted(facts.wide_needs),
        "topics": sorted(facts.needs | facts.wide_needs),
        "refused": sorted(facts.refused_needs),
        "areas": sorted(facts.areas),
        "kind": sorted(facts.kind),
        "outcome": sorted(facts.outcome),
        "options": sorted(options(facts)),
        "choices": _choices(facts),
        "reach": reach(facts),
        "ages": {"gte": low, "lte": high},
        "points": [{"lat": point.lat, "lon": point.lon} for point in facts.venues],
        "venues": [packed(point) for point in facts.venues],
        "packed": packed_facts(facts),
        "about": max(len(facts.needs), 1),
        "shown": _written(shown_service(facts)),
    }


def page_document(pk: int, facts: PageFacts) -> Document:
    """One page."""
    return {
        "what": mapping.PAGE,
        "pk": pk,
        "page": facts.key,
        "text": " ".join(all_terms(page_text(facts))),
        "needs": sorted(facts.needs),
        "areas": [facts.area] if facts.area else [],
        "packed": packed_page(len(facts.needs)),
        "shown": _written(shown_page(facts)),
    }


def gone_document(pk: int) -> Document:
    """What is public no more leaves its number, so that a slow writer cannot bring an older state of it back."""
    return {"what": mapping.GONE, "pk": pk}


def _choices(facts: ServiceFacts) -> list[str]:
    """The choices of all filters that it fits."""
    fixed = {spec.field for spec in FACETS if spec.fixed}
    return sorted(
        {one for one in options(facts) if one.partition(":")[0] in fixed}
        | {option("need", slug) for slug in facts.needs | facts.wide_needs}
        | {option("kind", slug) for slug in facts.kind}
        | {option("outcome", slug) for slug in facts.outcome}
    )


def _written(shown: dict[str, Any]) -> str:
    return json.dumps(shown, separators=(",", ":"))
