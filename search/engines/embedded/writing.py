"""Facts into documents of the embedded index."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import tantivy

from local_offer.core.facts import PageFacts
from local_offer.directory.models.service import OLDEST
from search.changes import Standing
from search.document import Lists, ServiceFacts
from search.engines.embedded.bits import Bits
from search.engines.embedded.schema import LISTS, NO_VENUE, STATE_KEY, VENUES, page_key, service_key
from search.engines.points import packed
from search.indexed import options, page_text, service_text, shown_page, shown_service, year_bits, years
from search.text import folded

ALL_AGES = year_bits([(0, OLDEST)])


def age_bits(ages: tuple[int | None, int | None]) -> int:
    """One bit for each year from 0 to 25. Ages not known fit everybody, with bit 26 to say so."""
    if ages == (None, None):
        return ALL_AGES | 1 << OLDEST + 1
    return year_bits([years(ages)])


def service_document(facts: ServiceFacts, bits: Bits, written: int) -> tantivy.Document:
    """One service, true as of row `written` of the log."""
    lists: dict[str, Iterable[str]] = {
        "needs": facts.needs,
        "wide": facts.wide_needs,
        "refused": facts.refused_needs,
        "areas": facts.areas,
        "kind": facts.kind,
        "outcome": facts.outcome,
        "options": options(facts),
    }
    sizes = min(len(facts.venues), 1000) * 1000 + min(len(facts.needs), 999)
    columns = {
        "key": service_key(facts.id),
        "written": written,
        "ages": age_bits(facts.ages),
        "updated": _day(facts.updated),
        "sizes": sizes,
        **_list_columns(bits, lists),
    }
    for number in range(VENUES):
        columns[f"venue_{number}"] = packed(facts.venues[number]) if number < len(facts.venues) else NO_VENUE
    return _document(service_text(facts), columns, shown_service(facts))


def page_document(pk: int, facts: PageFacts, bits: Bits, written: int) -> tantivy.Document:
    """One page."""
    columns = {
        "key": page_key(pk),
        "written": written,
        "ages": ALL_AGES,
        "updated": 0,
        "sizes": len(facts.needs),
        **_list_columns(bits, {"needs": facts.needs, "areas": [facts.area] if facts.area else []}),
        **{f"venue_{number}": NO_VENUE for number in range(VENUES)},
    }
    return _document(page_text(facts), columns, shown_page(facts))


def state_document(standing: Standing, bits: Bits, lists: Lists) -> tantivy.Document:
    """How far the log has been applied, which bit is which slug, and what the lists are called."""
    columns = {
        "key": STATE_KEY,
        "written": standing.position,
        "ages": 0,
        "updated": 0,
        "sizes": 0,
        **_list_columns(bits, {}),
        **{f"venue_{number}": NO_VENUE for number in range(VENUES)},
    }
    state = {"standing": asdict(standing), "bits": bits.slugs, "towns": lists.towns, "labels": lists.labels}
    return _document("", columns, state)


def _list_columns(bits: Bits, lists: dict[str, Iterable[str]]) -> dict[str, int]:
    return {
        f"{name}_{number}": word
        for name in LISTS
        for number, word in enumerate(bits.write(name, lists.get(name, ())))
    }


def _day(value: date | None) -> int:
    return value.toordinal() if value else 0


def _document(text: str, columns: dict[str, int], shown: dict[str, Any]) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("text", folded(text))
    document.add_bytes("shown", json.dumps(shown, separators=(",", ":")).encode())
    for name, value in columns.items():
        document.add_integer(name, value)
    return document
