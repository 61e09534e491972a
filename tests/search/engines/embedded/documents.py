"""What an index holds and what it should hold, document by document, in plain words that can be compared."""

from typing import Any

from search.document import service_facts, services_to_index
from search.engines.embedded.columns import Columns
from search.engines.embedded.schema import COLUMN, LISTS, NO_VENUE, STATE_KEY, VENUES, page_key, service_key
from search.engines.embedded.writing import age_bits
from search.engines.points import packed
from search.indexed import options, shown_service
from search.published_pages import pages_to_index

Documents = dict[int, dict[str, Any]]
OF_A_PAGE = ("key", "title", "url", "summary", "section")


def in_index(columns: Columns) -> Documents:
    """Every document by its key; two of one key would be one too many."""
    found: Documents = {}
    for row, key in enumerate(columns.table[COLUMN["key"]].tolist()):
        if key == STATE_KEY:
            continue
        assert key not in found, f"{key} is in the index twice"
        shown = columns.shown(row)
        found[key] = {
            "ages": int(columns.table[COLUMN["ages"], row]),
            "updated": int(columns.table[COLUMN["updated"], row]),
            "venues": _venues(columns, row),
            "shown": {name: shown[name] for name in shown if name != "words"},
            **{name: _slugs(columns, name, row) for name in LISTS},
        }
    return found


def in_database() -> Documents:
    """Every document as the database now says it should be."""
    return {**services_in_database(), **pages_in_database()}


def services_in_database() -> Documents:
    """The services among them."""
    found: Documents = {}
    for service in services_to_index():
        facts = service_facts(service)
        found[service_key(service.pk)] = {
            "ages": age_bits(facts.ages),
            "updated": facts.updated.toordinal() if facts.updated else 0,
            "venues": [packed(point) for point in facts.venues],
            "shown": shown_service(facts),
            "needs": facts.needs,
            "wide": facts.wide_needs,
            "refused": facts.refused_needs,
            "areas": facts.areas,
            "kind": facts.kind,
            "outcome": facts.outcome,
            "options": frozenset(options(facts)),
        }
    return found


def pages_in_database() -> Documents:
    """The pages among them."""
    found: Documents = {}
    for pk, page in pages_to_index():
        found[page_key(pk)] = {
            "ages": age_bits((0, None)),
            "updated": 0,
            "venues": [],
            "shown": {name: getattr(page, name) for name in OF_A_PAGE},
            **dict.fromkeys(LISTS, frozenset()),
            "needs": frozenset(page.needs),
            "areas": frozenset([page.area] if page.area else []),
        }
    return found


def _venues(columns: Columns, row: int) -> list[int]:
    start = COLUMN["venue_0"]
    near = [int(one) for one in columns.table[start : start + VENUES, row] if one != NO_VENUE]
    return near + [packed(point) for point in columns.extra_venues.get(row, [])]


def _slugs(columns: Columns, name: str, row: int) -> frozenset[str]:
    words = columns.lists(name)[:, row]
    known = columns.bits.known(name)
    return frozenset(slug for slug in known if (columns.bits.mask(name, [slug]) & words).any())
