"""Whether the starting files fit together: every need, page, service and area that one names is in another.

Pure: it looks at the files alone, so that a slip is found before anything is written, and by a test.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from home.starting.links import Leads, asked_of_search, leads_to, service_number
from home.starting.markup import Link
from home.starting.page_files import PageFile
from home.starting.reading import PEOPLE, SERVICES, StartingData
from home.starting.tables import Rows, Table
from home.starting.tree import shelf_of
from home.starting.wrong import WrongInFile
from local_offer.core.models import BasePage, LoadedRow
from local_offer.directory.choices import Audience, Cost, Delivery, Diagnosis, Referral
from local_offer.directory.importing.parsing import KnownWords, parse_row
from local_offer.directory.models import Service
from local_offer.dspl.models import AreaPage
from local_offer.hub.models import HelpPage

_FIXED = {
    "diagnosis": Diagnosis,
    "referral": Referral,
    "cost": Cost,
    "delivery": Delivery,
    "audience": Audience,
}
_ANYTHING = {"q", "near"}
_LONGEST_KEY = LoadedRow._meta.get_field("key").max_length or 0


@dataclass(frozen=True)
class Known:
    """What the files hold, for those that name it."""

    needs: frozenset[str]
    kinds: frozenset[str]
    outcomes: frozenset[str]
    areas: frozenset[str]
    services: frozenset[str]
    pages: frozenset[str]


def known_from(data: StartingData) -> Known:
    """What there is to name."""
    return Known(
        needs=data.keys_of("Needs"),
        kinds=data.keys_of("Kinds of service"),
        outcomes=data.keys_of("Outcomes"),
        areas=data.keys_of("Areas"),
        services=frozenset(cells.get("ref", "") for _, cells in data.services),
        pages=frozenset(page.key for page in data.pages),
    )


def problems(data: StartingData) -> list[str]:
    """Everything that does not fit, each with its file and what to do."""
    known = known_from(data)
    found = [line for table, rows in data.tables for line in _in_table(table, rows, data)]
    found += _in_services(data, known)
    found += _in_people(data, known)
    found += _in_menus(data, known)
    found += _in_tiles(data, known)
    return found + page_problems(data.pages, known)


def page_problems(pages: Sequence[PageFile], known: Known) -> list[str]:
    """Everything that does not fit in these pages."""
    return [*_twice(pages), *(str(wrong) for page in pages for wrong in _in_page(page, known))]


def _in_table(table: Table, rows: Rows, data: StartingData) -> Iterator[str]:
    times = Counter(row[table.key] for row in rows)
    named = {**table.one, **table.many}
    others = {name: _keys_named_by(table, name, data) for name in named}
    for row in rows:
        where = f"{table.file}, “{row[table.key]}”"
        if times[row[table.key]] > 1:
            yield f"{where}: it is there twice. Take one out."
        if len(str(row[table.key])) > _LONGEST_KEY:
            yield f"{where}: {table.key} is too long: at most {_LONGEST_KEY} letters."
        for name in named:
            values = row[name] if name in table.many else [row[name]] if row[name] else []
            yield from (
                f"{where}: there is no {name} “{one}”. Mend it." for one in values if one not in others[name]
            )
        try:
            table.model(**{name: value for name, value in row.items() if name not in named}).clean_fields(
                exclude=named
            )
        except ValidationError as error:
            yield from (f"{where}, {name}: {' '.join(said)}" for name, said in error.message_dict.items())


def _keys_named_by(table: Table, name: str, data: StartingData) -> frozenset[str]:
    related = table.model._meta.get_field(name).related_model
    (label,) = (other.label for other, _ in data.tables if other.model is related)
    return data.keys_of(label)


def _in_services(data: StartingData, known: Known) -> Iterator[str]:
    words = KnownWords(known.needs, known.kinds, known.areas)
    for number, cells in data.services:
        yield from (f"{SERVICES}: {problem}" for problem in parse_row(number, cells, words).problems)


def _in_people(data: StartingData, known: Known) -> Iterator[str]:
    most = Service._meta.get_field("someone_to_ask").max_length or 0
    for ref, said in data.people.items():
        if ref not in known.services:
            yield f"{PEOPLE}: there is no service {ref} in {SERVICES}. Mend the number."
        if not 0 < len(said) <= most:
            yield f"{PEOPLE}, service {ref}: say in 1 to {most} letters what they do."


def _in_tiles(data: StartingData, known: Known) -> Iterator[str]:
    for tile in data.home.tiles:
        yield from (str(data.home.wrong("tiles", fault)) for fault in _unknown(tile.value["needs"], known))


def _in_menus(data: StartingData, known: Known) -> Iterator[str]:
    most = BasePage._meta.get_field("menu_title").max_length or 0
    for key in sorted({*data.menus.order, *data.menus.header} - known.pages):
        yield f"order.toml: there is no page “{key}”. Take it out."
    for key, title in data.menus.header.items():
        if not 0 < len(title) <= most:
            yield f"order.toml, menu, {key}: a name in the header has 1 to {most} letters."


def _twice(pages: Iterable[PageFile]) -> Iterator[str]:
    """Keys that two files have, and addresses that two pages side by side have."""
    seen: dict[tuple[str, ...], str] = {}
    for page in pages:
        for name in (("key", page.key), ("slug", str(shelf_of(page.key).above), page.slug)):
            other = seen.setdefault(name, page.file)
            if other != page.file:
                yield str(page.wrong(name[0], f"{other} has it too. Choose another."))


def _in_page(page: PageFile, known: Known) -> Iterator[WrongInFile]:
    model = shelf_of(page.key).model
    for one in _unknown(page.needs, known):
        yield page.wrong("needs", one)
    if page.needs and not issubclass(model, HelpPage):
        yield page.wrong("needs", "only pages of the hub and guides have needs. Leave it empty: needs = [].")
    for key in page.related:
        if key not in known.pages:
            yield page.wrong("related", f"there is no page “{key}”. Mend it, or take it out.")
    if issubclass(model, AreaPage) and page.area not in known.areas:
        yield page.wrong("area", f"“{page.area}” is not in areas.csv.")
    if page.area and not issubclass(model, AreaPage):
        yield page.wrong("area", "only the page of an area has one. Take it out.")
    yield from _in_blocks(page, known)
    for link in page.links:
        if fault := link_fault(link, known):
            yield WrongInFile(page.file, link.line, fault)


def _in_blocks(page: PageFile, known: Known) -> Iterator[WrongInFile]:
    model: Any = shelf_of(page.key).model
    allowed = set(model._meta.get_field("body").stream_block.child_blocks)
    for block in page.blocks:
        if block.kind not in allowed:
            yield WrongInFile(
                page.file, block.line, "Live lists stand only on pages of the hub and guides. Take it out."
            )
        elif block.kind in ("live_services", "helplines"):
            faults = [
                *_unknown(block.value["needs"], known),
                *_unknown_kinds(block.value.get("kinds", []), known),
            ]
            yield from (WrongInFile(page.file, block.line, fault) for fault in faults)


def link_fault(link: Link, known: Known) -> str:
    """Why a link leads nowhere; empty when it leads somewhere."""
    leads = leads_to(link.target)
    if leads is Leads.PAGE and link.target not in known.pages:
        return f"there is no page “{link.target}”. Mend the link, or write that page."
    if leads is Leads.SERVICE and service_number(link.target) not in known.services:
        return f"there is no service {service_number(link.target)} in {SERVICES}. Mend the number."
    if leads is Leads.SEARCH:
        return next(_search_faults(link.target, known), "")
    if leads is Leads.NOWHERE:
        return (
            f"“{link.target}” leads nowhere. Use hub:..., guide:..., service:..., /search/?... or https://..."
        )
    return ""


def _search_faults(target: str, known: Known) -> Iterator[str]:
    lists = {
        "need": known.needs,
        "kind": known.kinds,
        "outcome": known.outcomes,
        "age": {str(n) for n in range(26)},
    }
    lists |= {name: set(choices.values) for name, choices in _FIXED.items()}
    for name, value in asked_of_search(target):
        if name not in lists and name not in _ANYTHING:
            yield f"a search has no field “{name}”. Use one of: {', '.join(sorted({*lists, *_ANYTHING}))}."
        elif name in lists and value not in lists[name]:
            yield f"a search knows no {name} “{value}”. Mend it."


def _unknown(needs: Iterable[str], known: Known) -> Iterator[str]:
    yield from (
        f"there is no need “{need}” in needs.csv. Mend it." for need in needs if need not in known.needs
    )


def _unknown_kinds(kinds: Iterable[str], known: Known) -> Iterator[str]:
    yield from (
        f"there is no kind “{kind}” in kinds.csv. Mend it." for kind in kinds if kind not in known.kinds
    )
