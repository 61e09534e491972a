"""How hard the published texts are to read: every page, and every word explained, measured with one engine."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bs4 import BeautifulSoup

from local_offer.core.keys import keyed_models
from local_offer.core.models import BasePage
from local_offer.core.reading import Reading, measure
from local_offer.hub.glossary import GlossaryTerm

WORDS = "words-explained"
SUMMARY_LIMIT = 25  # words
# What families read of a block; the rest of its values are choices, such as its look.
_READ = ("heading", "intro", "title", "when", "words", "text", "steps")
_BLOCKS = ("p", "li", "h3", "blockquote")
_STREAMS = ("body", "tiles")
_LINES = ("title", "heading", "summary", "lead")


@dataclass(frozen=True)
class Measured:
    """A text with its name and how it reads."""

    key: str
    reading: Reading


def measured_texts(key: str = "") -> Iterator[Measured]:
    """Every published page by its key, then the words explained; or the one that is named."""
    for page in published_pages():
        if key in ("", page.page_key):
            yield Measured(page.page_key, reading_of(page))
    if key in ("", WORDS):
        yield Measured(WORDS, measure("\n".join(GlossaryTerm.objects.values_list("plain", flat=True))))


def published_pages() -> list[BasePage]:
    """All pages with a key that families can read."""
    found = [
        page for model in keyed_models() for page in model.objects.live().exclude(page_key="") if page.url
    ]
    return sorted(found, key=lambda page: page.page_key)


def reading_of(page: Any) -> Reading:
    """How the page reads as a whole. Its summary is one sentence for cards, and may be a little longer."""
    reading = measure("\n".join(lines_of_page(page)))
    summary = (page.summary or "").strip()
    if measure(summary).words > SUMMARY_LIMIT:
        return reading
    return replace(reading, hard=tuple(advice for advice in reading.hard if advice.passage != summary))


def lines_of_page(page: Any) -> Iterator[str]:
    """What a reader reads of a page, a block a line: its title, its summary, and all of its body."""
    yield from (getattr(page, name, "") or "" for name in _LINES)
    for name in _STREAMS:
        for block in getattr(page, name, None) or []:
            yield from lines_of_value(block.get_prep_value()["value"])


def lines_of_value(value: Any) -> Iterator[str]:
    """The lines of a block as the database keeps it; HTML gives a line for each paragraph and item.

    >>> list(lines_of_value({"heading": "Sleep", "kind": "try", "text": "<p>Rest. <b>Now.</b></p>"}))
    ['Sleep', 'Rest. Now.']
    """
    if isinstance(value, str):
        yield from lines_of_html(value) if value.startswith("<") else [value]
    elif isinstance(value, dict):
        if "value" in value and "type" in value:  # an item of a list, in its wrapping
            yield from lines_of_value(value["value"])
        yield from _lines_of_all(value[name] for name in _READ if name in value)
    elif isinstance(value, list):
        yield from _lines_of_all(value)


def _lines_of_all(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield from lines_of_value(value)


def lines_of_html(html: str) -> Iterator[str]:
    """Each paragraph, item, heading or quotation as a line; an item's own words come before the list inside it."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(_BLOCKS):
        for inside in tag(("ul", "ol")):
            inside.extract()
            tag.insert_after(inside)
        yield " ".join(tag.get_text().split())
