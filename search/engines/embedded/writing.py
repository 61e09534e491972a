"""Facts into documents of the embedded index."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import tantivy

from local_offer.core.facts import PageFacts
from search.changes import Standing
from search.document import Lists, ServiceFacts
from search.engines.embedded.bits import Bits
from search.engines.embedded.points import packed
from search.engines.embedded.schema import LISTS, NO_VENUE, STATE_KEY, VENUES, page_key, service_key
from search.text import folded

ALL_AGES = (1 << 26) - 1


def age_bits(ages: tuple[int | None, int | None]) -> int:
    """One bit for each year from 0 to 25. Ages not known fit everybody, with bit 26 to say so."""
    low, high = ages
    if low is None and high is None:
        return ALL_AGES | 1 << 26
    return sum(1 << year for year in range(low or 0, (25 if high is None else high) + 1))


def options(facts: ServiceFacts) -> set[str]:
    """All the short fixed facts in one list, each with the name of its filter before it."""
    return {
        f"diagnosis:{facts.diagnosis}",
        f"cost:{facts.cost}",
        f"status:{facts.status}",
        *(f"referral:{one}" for one in facts.referral),
        *(f"delivery:{one}" for one in facts.delivery),
        *(f"audience:{one}" for one in facts.audience),
        *(["checked"] if facts.is_checked else []),
        *(["someone-to-ask"] if facts.is_someone_to_ask else []),
    }


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
    text = " ".join(" ".join([part] * weight) for part, weight in facts.text)
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
    return _document(text, columns, shown_service(facts))


def shown_service(facts: ServiceFacts) -> dict[str, Any]:
    """What a card shows, kept beside the columns so that showing asks no database."""
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


def page_document(pk: int, facts: PageFacts, bits: Bits, written: int) -> tantivy.Document:
    """One page: its title and words count more than its body."""
    text = " ".join(
        [facts.title] * 4 + [facts.summary] * 2 + [*facts.words] * 2 + [*facts.headings] + [facts.text]
    )
    columns = {
        "key": page_key(pk),
        "written": written,
        "ages": ALL_AGES,
        "updated": 0,
        "sizes": len(facts.needs),
        **_list_columns(bits, {"needs": facts.needs, "areas": [facts.area] if facts.area else []}),
        **{f"venue_{number}": NO_VENUE for number in range(VENUES)},
    }
    shown = {name: getattr(facts, name) for name in ("key", "title", "url", "summary", "section")}
    return _document(
        text, columns, {**shown, "words": [facts.title.lower(), *(word.lower() for word in facts.words)]}
    )


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
