"""What lists of services show besides the cards that the search gives: how to reach each of them."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from django import template

from local_offer.directory.reaching import WayIn, ways_in

register = template.Library()


class Card(Protocol):
    """A service in a list, known by its id."""

    @property
    def id(self) -> int: ...


AnyCard = TypeVar("AnyCard", bound=Card)


@register.filter
def with_way_in(cards: Iterable[AnyCard]) -> list[tuple[AnyCard, WayIn | None]]:
    """Each card with the way in to its service, in the same order; all are looked up at once."""
    listed = list(cards)
    found = ways_in(card.id for card in listed)
    return [(card, found.get(card.id)) for card in listed]
