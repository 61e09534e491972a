"""The results page and the page for paper, put together: headings, chips, filters, ways onward."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from local_offer.core.keys import page_url, page_with_key
from local_offer.core.qr import qr_svg
from local_offer.directory.coverage import DISTANCES
from local_offer.directory.models import Helpline
from local_offer.directory.next_step import people_to_ask, someone_to_ring
from local_offer.directory.words import day
from local_offer.taxonomy.models import Need, Outcome, ServiceKind
from search.answering import Reading, read
from search.engines.chosen import engine
from search.facets import FACETS
from search.forms import SearchForm
from search.query import BEST, FILTERS, NEAREST, ServiceQuery
from search.results import Hit, SearchResults

FEW = 4
WAYS_SHOWN = 4
# What a search is without one of its filters, as a family would ask it.
WITHOUT = {
    "need": "Help with other things as well",
    "diagnosis": "With or without a diagnosis",
    "referral": "However you get it: ask yourself, or be sent",
    "cost": "Free or paid",
    "delivery": "Online, by phone, at home or in person",
    "kind": "Any sort of help",
    "audience": "For anybody in the family",
    "outcome": "Whatever you hope for",
}


@dataclass(frozen=True)
class Chip:
    """Something that was asked for, or understood; its link asks the same without it."""

    label: str
    remove_url: str
    assumed: bool = False


def address(query: ServiceQuery) -> str:
    """The address of a question on this site."""
    text = query.to_address()
    return f"{reverse('search')}?{text}" if text else reverse("search")


def share_address(query: ServiceQuery) -> str:
    """The whole address, to send to somebody; it begins at the first page."""
    return str(settings.SITE_URL).rstrip("/") + address(query.at_page(1))


def results_context(form: SearchForm, reading: Reading, found: SearchResults) -> dict[str, Any]:
    """All that `search/results.html` shows."""
    query = reading.query
    made = chips(reading)
    heading = _heading(query, found)
    few = found.total < FEW
    return {
        "form": form,
        "results": found,
        "facets": found.facets,
        "chips": made,
        "heading": heading,
        "title": _title(heading, made, found),
        "chosen_count": sum(len(query.chosen(name)) for name in FILTERS) + (query.within is not None),
        "hidden": _hidden(query, found),
        "within_choices": _within_choices(query),
        "sort_choices": _sort_choices(query),
        "corrections": _corrections(reading),
        "urgent": _urgent(reading),
        "place_trouble": _place_trouble(reading),
        "place_note": _place_note(query),
        "area_pages": _area_pages(query),
        "page_number": found.page,
        "page_count": found.page_count,
        "previous_url": address(query.at_page(found.page - 1)) if found.page > 1 else None,
        "next_url": address(query.at_page(found.page + 1)) if found.page < found.page_count else None,
        **_to_pass_on(query),
        "ways_on": ways_on(query) if few else [],
        "wider": wider(query, found) if few else (),
        "someone_to_ring": someone_to_ring() if few else None,
    }


def print_context(reading: Reading, found: SearchResults) -> dict[str, Any]:
    """All that `search/print.html` shows."""
    query = reading.query
    return {
        "heading": _heading(query, found),
        "chips": chips(reading),
        "results": found,
        "qr_svg": qr_svg(share_address(query)),
        "printed_on": day(timezone.localdate()),
        "people": people_to_ask(),
        **_to_pass_on(query),
    }


def _to_pass_on(query: ServiceQuery) -> dict[str, str]:
    text = query.at_page(1).to_address()
    return {
        "share_url": share_address(query),
        "qr_url": f"{reverse('search-qr')}?{text}",
        "print_url": f"{reverse('search-print')}?{text}",
    }


def _heading(query: ServiceQuery, found: SearchResults) -> str:
    if found.total == 0:
        return "We found nothing that fits all of this"
    things = "1 place that can help" if found.total == 1 else f"{found.total} places that can help"
    return f"{things} near {query.place.label}" if query.place and query.near else things


def _title(heading: str, made: list[Chip], found: SearchResults) -> str:
    about = ", ".join(chip.label for chip in made[:4])
    page = f" (page {found.page} of {found.page_count})" if found.page > 1 else ""
    return f"{heading}: {about}{page}" if about else f"{heading}{page}"


def chips(reading: Reading) -> list[Chip]:
    """What was asked for in fields, then what was understood from the words."""
    query = reading.query
    made = [Chip(f"Age {years}", address(query.without("age", years))) for years in query.age]
    if query.near and query.place is not None:
        made.append(Chip(f"Near {query.place.label}", address(query.without("near"))))
    if query.within is not None:
        made.append(Chip(f"Within {query.within} miles", address(query.without("within"))))
    labels = _filter_labels(query)
    for name in FILTERS:
        made += [
            Chip(labels.get((name, one), one), address(query.without(name, one)))
            for one in query.chosen(name)
        ]
    for fact in reading.understanding.chips:
        if (fact.kind == "age" and query.age) or (fact.kind == "place" and query.near):
            continue
        made.append(Chip(fact.label, address(query.drop(fact.key)), assumed=True))
    return made


def _filter_labels(query: ServiceQuery) -> dict[tuple[str, str], str]:
    labels = {(spec.field, str(value)): str(label) for spec in FACETS for value, label in spec.fixed}
    for name, model in (("need", Need), ("kind", ServiceKind), ("outcome", Outcome)):
        if chosen := query.chosen(name):
            for slug, label in model.objects.filter(slug__in=chosen).values_list("slug", "label"):
                labels[name, slug] = label
    return labels


def _hidden(query: ServiceQuery, found: SearchResults) -> list[tuple[str, str]]:
    """What the filter form must send along: everything that is not one of its own boxes."""
    boxes = {(facet.field, value.value) for facet in found.facets for value in facet.values}
    chosen = [(name, one) for name in FILTERS for one in query.chosen(name) if (name, one) not in boxes]
    kept = query.having(within=None, **dict.fromkeys(FILTERS, ()))
    return [*parse_qsl(kept.to_address()), *chosen]


def _within_choices(query: ServiceQuery) -> list[dict[str, Any]]:
    if query.place is None:
        return []
    choices = [{"value": "", "label": "The whole county", "chosen": query.within is None}]
    return choices + [
        {"value": miles, "label": f"Within {miles} miles", "chosen": query.within == miles}
        for miles in DISTANCES
    ]


def _sort_choices(query: ServiceQuery) -> list[dict[str, Any]]:
    if query.place is None:
        return []
    named = ((BEST, "Best match"), (NEAREST, "Nearest first"))
    return [
        {"label": label, "url": address(replace(query, sort=value, page=1)), "chosen": query.sort == value}
        for value, label in named
    ]


def _corrections(reading: Reading) -> list[dict[str, str]]:
    return [
        {"typed": one.typed, "used": one.used, "instead_url": address(reading.query.drop(one.key))}
        for one in reading.understanding.corrections
    ]


def _urgent(reading: Reading) -> dict[str, Any] | None:
    """Who to ring now, above everything else."""
    if not reading.understanding.urgent:
        return None
    return {"helplines": Helpline.objects.filter(urgent=True), "more_url": page_url("urgent-help")}


def _place_trouble(reading: Reading) -> dict[str, Any] | None:
    trouble = reading.place_trouble
    if trouble is None:
        return None
    query = reading.query
    ways = [
        {"label": way.label, "url": way.url or address(replace(query, near=way.near, area=(), page=1))}
        for way in trouble.ways
    ]
    return {"message": trouble.message, "ways": ways}


def _place_note(query: ServiceQuery) -> str:
    place = query.place
    if place is None:
        return ""
    told = [place.note] if place.note else []
    if place.outside:
        told.append(
            f"{place.label} is outside Hertfordshire. {place.outside} runs the Local Offer for families there."
        )
    if len(place.dspls) > 1:
        told.append("This place may lie in more than one local area, so we show help from each.")
    return " ".join(told)


def _area_pages(query: ServiceQuery) -> list[dict[str, str]]:
    """The pages of the local areas that the place may lie in."""
    if query.place is None:
        return []
    pages = [page_with_key(f"dspl:{number}") for number in query.place.dspl_numbers]
    return [{"title": page.title, "url": page.url or ""} for page in pages if page is not None and page.live]


def ways_on(query: ServiceQuery) -> list[dict[str, Any]]:
    """Which single thing to leave out, and how many services that gives; the most first.

    Where no single thing is in the way, several are left out at once, down to what serves this child here.
    """
    found = _counted(_looser(query)) or _counted(_loosest(query))
    return sorted(found, key=lambda way: -int(way["count"]))[:WAYS_SHOWN]


def _counted(ways: list[tuple[str, ServiceQuery]]) -> list[dict[str, Any]]:
    """The ways that lead to something, each with how much."""
    found: list[dict[str, Any]] = []
    for label, looser in ways:
        count = engine().search(read(looser.having(per_page=1)).query).total
        if count:
            found.append({"label": label, "url": address(looser), "count": count})
    return found


def _loosest(query: ServiceQuery) -> list[tuple[str, ServiceQuery]]:
    """The words without any filter, and the filters' child and place without the words."""
    unfiltered = query.having(within=None, **dict.fromkeys(FILTERS, ()))
    return [
        ("Leave out all filters", unfiltered),
        ("Everything for this child here", unfiltered.having(text="")),
    ]


def _looser(query: ServiceQuery) -> list[tuple[str, ServiceQuery]]:
    looser = [(WITHOUT[name], query.without(name)) for name in FILTERS if query.chosen(name)]
    if query.age:
        looser.append(("Any age", query.without("age")))
    if query.within is not None:
        looser.append(("Further away", query.without("within")))
    if query.near:
        looser.append(("The whole county", query.without("near")))
    return looser


def wider(query: ServiceQuery, found: SearchResults) -> tuple[Hit, ...]:
    """Help that any family in the county can use, for the same child, when little fits everything."""
    open_to_all = ServiceQuery(
        age=query.age,
        assumed=replace(query.assumed, words=()),
        place=query.place,
        diagnosis=("not_needed", "suspected_ok"),
        need=query.need,
        per_page=6,
    )
    if not (query.need or query.assumed.needs):
        open_to_all = replace(open_to_all, kind=("helpline", "family-support"))
    shown = {hit.id for hit in found.hits}
    return tuple(hit for hit in engine().search(open_to_all).hits if hit.id not in shown)[:4]
