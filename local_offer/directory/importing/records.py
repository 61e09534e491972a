"""The records that a batch of rows names, each found, or made once for all of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from django.db.models import Model

from local_offer.directory.importing.inserting import insert
from local_offer.directory.models import Contact, Provider, Venue
from local_offer.places.errors import PlaceError
from local_offer.places.locate import locate

Record = TypeVar("Record", bound=Model)


class Ways(NamedTuple):
    """How to reach somebody: what makes two contacts the same contact."""

    phone: str = ""
    text_number: str = ""
    email: str = ""


class Spot(NamedTuple):
    """What makes two venues the same venue."""

    name: str
    address: str
    postcode: str


def providers_by_name(kinds: Mapping[str, str]) -> dict[str, Provider]:
    """The providers of these names; a new one is of this kind."""
    found = _found_or_made(
        Provider,
        ("name",),
        [(name,) for name in kinds],
        lambda key: Provider(name=key[0], kind=kinds[key[0]]),
    )
    return {name: provider for (name,), provider in found.items()}


def venues_by_spot(spots: Iterable[Spot]) -> dict[Spot, Venue]:
    """The venues of these addresses; a new one gets its point from its postcode, else from its town."""
    found = _found_or_made(Venue, Spot._fields, spots, lambda key: _located(Spot(*key)))
    return {Spot(*key): venue for key, venue in found.items()}


def contacts_by_ways(names: Mapping[Ways, str]) -> dict[Ways, Contact]:
    """The contacts with these numbers and mailboxes, shared with all who have them; new ones get these names."""
    found = _found_or_made(
        Contact,
        Ways._fields,
        names,
        lambda key: Contact(name=names[Ways(*key)][:150], **Ways(*key)._asdict()),
    )
    return {Ways(*key): contact for key, contact in found.items()}


def _found_or_made(
    model: type[Record],
    fields: tuple[str, ...],
    keys: Iterable[tuple[str, ...]],
    make: Callable[[tuple[str, ...]], Record],
) -> dict[tuple[str, ...], Record]:
    """By what makes two records the same; of several that are alike the oldest."""
    wanted = set(map(tuple, keys))
    which: dict[str, Any] = {f"{field}__in": {key[i] for key in wanted} for i, field in enumerate(fields)}
    known = model._default_manager.filter(**which).order_by("-pk") if wanted else ()
    found = {tuple(getattr(one, field) for field in fields): one for one in known}
    new = {key: make(key) for key in sorted(wanted - found.keys())}
    insert(list(new.values()))
    return {**found, **new}


def _located(spot: Spot) -> Venue:
    venue = Venue(**spot._asdict())
    for text in (spot.postcode, spot.address):
        try:
            point = locate(text).point
        except PlaceError:
            continue
        venue.lat, venue.lon = point.lat, point.lon
        break
    return venue
