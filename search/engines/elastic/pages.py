"""The pages beside the services, and with them which state of the index answers."""

from typing import Any

from elasticsearch.dsl.query import Bool, ConstantScore, Ids, MatchNone, Query, Terms

from search.engines.elastic import mapping, script
from search.engines.elastic.clauses import FIRST, STEP, either, scripted, term, words, worth
from search.query import ServiceQuery
from search.ranking import PAGE_AREA, PAGE_NEED, PAGE_TEXT, PAGES_SHOWN, Weights

# More than any page is worth.
STATE_FIRST = 1_000_000.0


def pages_body(query: ServiceQuery, weights: Weights) -> dict[str, Any]:
    """The state of the index, then the best pages for the same question; what is about nothing asked is left out."""
    pages = Bool(must=[_about(query, weights)], filter=[term("what", mapping.PAGE)])
    state = ConstantScore(filter=Ids(values=[mapping.STATE_ID]), boost=STATE_FIRST)
    return {
        "size": 1 + PAGES_SHOWN,
        "query": either(state, pages).to_dict(),
        "sort": [{"_score": "desc"}, {"pk": "asc"}],
        "track_total_hits": False,
        "_source": False,
        "stored_fields": ["shown"],
        "docvalue_fields": ["version"],
    }


def _about(query: ServiceQuery, weights: Weights) -> Query:
    assumed = query.assumed
    any_of: list[Query] = [words(query, PAGE_TEXT, weights)] if assumed.words else []
    if assumed.leads:
        needs = [worth(term("needs", slug), PAGE_NEED * sure) for slug, sure in assumed.leads]
        any_of.append(scripted(either(*needs), script.of_all_it_is_about()))
    areas = [code for code in query.place.areas if code.startswith("dspl")] if query.place else []
    if areas:
        any_of.append(worth(Terms("areas", sorted(areas)), PAGE_AREA))
    any_of += [
        worth(term("page", key), FIRST - STEP * number) for number, key in enumerate(assumed.pinned_pages)
    ]
    return either(*any_of) if any_of else MatchNone()
