"""What templates say often and Django has no word for: drawings, numbers to press, choices worth offering."""

import re
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from local_offer.core import phone

register = template.Library()
dialable = register.filter("dialable", phone.dialable)

ICON_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Choice(Protocol):
    """One value of a filter, as the search gives it."""

    @property
    def count(self) -> int: ...

    @property
    def chosen(self) -> bool: ...


AnyChoice = TypeVar("AnyChoice", bound=Choice)


class NoSuchIcon(LookupError):
    """A template asked for a drawing that is not in `templates/icons/`."""


@register.simple_tag
def icon(name: str) -> SafeString:
    """The drawing `templates/icons/NAME.svg`, inside the page; beside words, so hidden from screen readers.

    An empty name draws nothing, so that a card may go without; a wrong one is a NoSuchIcon.
    """
    if not name:
        return SafeString("")
    if not ICON_NAME.fullmatch(name):
        raise NoSuchIcon(name)
    try:
        drawing = get_template(f"icons/{name}.svg")
    except template.TemplateDoesNotExist as missing:
        raise NoSuchIcon(name) from missing
    return mark_safe(drawing.render().strip())


@register.filter
def worth_offering(values: Iterable[AnyChoice]) -> list[AnyChoice]:
    """The choices of a filter that lead somewhere, and those already made: they can be undone."""
    return [value for value in values if value.count or value.chosen]


@register.filter
def any_chosen(values: Iterable[Choice]) -> bool:
    """Whether a fold holds a choice that was made: such a fold stands open."""
    return any(value.chosen for value in values)


@register.filter
def not_among(pages: Iterable[Any] | None, shown: Iterable[Any] | None) -> list[Any]:
    """The pages whose address is not shown already: a family reads a link once."""
    addresses = {address_of(page) for page in shown or ()}
    return [page for page in pages or () if address_of(page) not in addresses]


def address_of(page: Any) -> str:
    """The address of a page, whether it is an object or a row of facts."""
    return str(page["url"] if isinstance(page, dict) else page.url)


@register.filter
def bare_address(address: str) -> str:
    """An address as people write it on paper.

    >>> bare_address("https://www.example.org/s/abc"), bare_address("http://localhost:8000/")
    ('example.org/s/abc', 'localhost:8000')
    """
    return re.sub(r"^https?://(www\.)?", "", str(address)).rstrip("/")
