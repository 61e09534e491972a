"""Where each starting page stands in the tree of pages, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from home.models import HomePage, PlainPage
from home.starting.front_files import HOME_KEY, HomeFile
from home.starting.page_files import PageFile
from local_offer.core.models import BasePage
from local_offer.dspl.models import AreaFinderPage, AreaPage
from local_offer.hub.models import GuideIndexPage, GuidePage, HubHomePage, TopicPage

Text = PageFile | HomeFile
SomeText = TypeVar("SomeText", bound=Text)


@dataclass(frozen=True)
class Shelf:
    """What sort of page it is, and the key of the page above it."""

    model: type[BasePage]
    above: str | None


_PAGES = {
    HOME_KEY: Shelf(HomePage, None),
    "hub:home": Shelf(HubHomePage, HOME_KEY),
    "dspl:finder": Shelf(AreaFinderPage, HOME_KEY),
    "guide:home": Shelf(GuideIndexPage, HOME_KEY),
    "urgent-help": Shelf(GuidePage, HOME_KEY),
}
_GROUPS = {
    "hub": Shelf(TopicPage, "hub:home"),
    "dspl": Shelf(AreaPage, "dspl:finder"),
    "guide": Shelf(GuidePage, "guide:home"),
    "plain": Shelf(PlainPage, HOME_KEY),
}


def shelf_of(key: str) -> Shelf:
    """The place of the page with this key."""
    return _PAGES.get(key) or _GROUPS[key.partition(":")[0]]


def in_order(texts: Iterable[SomeText], order: Sequence[str]) -> list[SomeText]:
    """Every page after the one above it; beside each other as `order` has them, then by key."""
    places = {key: place for place, key in enumerate(order)}
    return sorted(texts, key=lambda text: (_depth(text.key), places.get(text.key, len(places)), text.key))


def _depth(key: str) -> int:
    above = shelf_of(key).above
    return 0 if above is None else 1 + _depth(above)
