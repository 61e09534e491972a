"""Puts what a file says into the fields of its page; nothing is saved here."""

import json
from collections.abc import Iterable
from typing import Any

from home.models import HomePage
from home.starting.blocks import Block
from home.starting.front_files import HomeFile
from home.starting.links import AddressBook
from home.starting.page_files import PageFile
from home.starting.tree import Text
from local_offer.core.models import BasePage
from local_offer.dspl.models import AreaPage
from local_offer.hub.models import HelpPage, RelatedPage
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need


def fill(page: BasePage, text: Text, book: AddressBook) -> None:
    """Everything that the file says of the page."""
    page.title, page.slug, page.summary, page.written_on = text.title, text.slug, text.summary, text.written
    if isinstance(text, HomeFile):
        _fill_home(page, text)
    else:
        _fill_page(page, text, book)


def new_page(model: type[BasePage], text: Text, menu_title: str = "") -> BasePage:
    """A page that has its place and its name, and waits for its words: links may lead to it already."""
    in_menu = bool(menu_title)
    page = model(title=text.title, slug=text.slug, page_key=text.key, show_in_menus=in_menu, live=False)
    page.menu_title = menu_title
    if isinstance(page, AreaPage) and isinstance(text, PageFile):
        page.area = Area.objects.get(code=text.area)
    return page


def _fill_home(page: Any, text: HomeFile) -> None:
    if isinstance(page, HomePage):
        page.lead, page.tiles = text.lead, _stream(text.tiles)


def _fill_page(page: Any, text: PageFile, book: AddressBook) -> None:
    is_about_needs = isinstance(page, HelpPage)
    page.search_words, page.sources = "\n".join(text.words), "\n".join(text.sources)
    page.body = _stream(_linked(block, book) for block in text.blocks)
    if isinstance(page, AreaPage):
        page.area = Area.objects.get(code=text.area)
    if is_about_needs:
        page.needs.set(Need.objects.filter(slug__in=text.needs))
        pages = [book.pages[key] for key in text.related if key in book.pages]
        page.related_links = [
            RelatedPage(page_id=number, sort_order=place) for place, number in enumerate(pages)
        ]


def _stream(blocks: Iterable[Block]) -> str:
    return json.dumps([block.as_kept() for block in blocks])


def _linked(block: Block, book: AddressBook) -> Block:
    return Block(block.kind, _with_links(block.value, book))


def _with_links(value: Any, book: AddressBook) -> Any:
    """The same value with the links of every text in it as the database keeps them."""
    if isinstance(value, str):
        return book.with_links(value)
    if isinstance(value, list):
        return [_with_links(one, book) for one in value]
    if isinstance(value, dict):
        return {name: _with_links(one, book) for name, one in value.items()}
    return value
