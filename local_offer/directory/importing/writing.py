"""Writes what a batch of rows changes, and remembers what the file said.

Each service that changes has a new version in its history.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from local_offer.core.models import LoadedRow
from local_offer.directory.identity import uuid_of_import
from local_offer.directory.importing.inserting import insert_services
from local_offer.directory.importing.planning import Change, memory_of
from local_offer.directory.importing.records import (
    Spot,
    Ways,
    contacts_by_ways,
    providers_by_name,
    venues_by_spot,
)
from local_offer.directory.importing.values import PLAIN, first_contact
from local_offer.directory.models import Service
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, ServiceKind

LISTS = (("needs", Need, "slug"), ("kinds", ServiceKind, "slug"), ("coverage", Area, "code"))


@dataclass
class Writing:
    """A service, and the columns to write in it."""

    service: Service
    take: dict[str, Any]
    is_new: bool


def write_changes(batch: Sequence[Change], source: str, publish: bool) -> None:
    """New services are inserted together; changed ones are written one by one, as an editor would."""
    writes = [_writing(change, source) for change in batch if change.take]
    for one in writes:
        for column in PLAIN.keys() & one.take.keys():
            setattr(one.service, PLAIN[column], one.take[column])
    _set_lists(writes)
    _set_providers([one for one in writes if {"provider", "provider_kind"} & one.take.keys()])
    _set_venues([one for one in writes if "venues" in one.take])
    _set_contacts([one for one in writes if {"phone", "email"} & one.take.keys()])
    insert_services([one.service for one in writes if one.is_new], publish)
    for one in writes:
        if not one.is_new:
            _write_version(one.service, publish)
    _remember([change for change in batch if not change.held], source)


def _writing(change: Change, source: str) -> Writing:
    if change.service is not None:
        return Writing(change.service, change.take, is_new=False)
    ref = change.values["ref"]
    new = Service(uuid=uuid_of_import(source, ref), ref=ref, live=False)
    for field in Service.linked_fields():
        getattr(new, field.name).set([])  # known to be empty, so the database need not be asked
    return Writing(new, change.take, is_new=True)


def _write_version(service: Service, publish: bool) -> None:
    """What is not published is kept in the record itself too, as the editors' form keeps it.

    The words were checked when they were read, and the database checks what is published.
    """
    if not service.live:
        service.save()
    version = service.save_revision(log_action=True, clean=False)
    if publish:
        version.publish()


def _set_lists(writes: Sequence[Writing]) -> None:
    for column, model, key in LISTS:
        known = {getattr(one, key): one for one in model._default_manager.all()}
        for one in writes:
            if column in one.take:
                getattr(one.service, column).set([known[word] for word in one.take[column]])


def _set_providers(writes: Sequence[Writing]) -> None:
    """The kind of a provider is written when the file changes it; a new service does not undo an editor's."""
    names = [one.take.get("provider") or str(one.service.provider) for one in writes]
    kinds = [one.take.get("provider_kind", "") for one in writes]
    providers = providers_by_name(dict(zip(reversed(names), reversed(kinds), strict=True)))
    for one, name, kind in zip(writes, names, kinds, strict=True):
        one.service.provider = provider = providers[name]
        if kind and not one.is_new and provider.kind != kind:
            provider.kind = kind
            provider.save()


def _set_venues(writes: Sequence[Writing]) -> None:
    spots = [[Spot(*parts) for parts in one.take["venues"]] for one in writes]
    venues = venues_by_spot(spot for own in spots for spot in own)
    for own, one in zip(spots, writes, strict=True):
        one.service.venues.set([venues[spot] for spot in dict.fromkeys(own)])


def _set_contacts(writes: Sequence[Writing]) -> None:
    """A contact that an editor put beside the file's own stays."""
    ways = [_ways(one.service, one.take) for one in writes]
    contacts = contacts_by_ways(
        {own: one.service.name for own, one in zip(ways, writes, strict=True) if any(own)}
    )
    for own, one in zip(ways, writes, strict=True):
        old = first_contact(one.service)
        others = [contact for contact in one.service.contacts.all() if contact != old]
        one.service.contacts.set([contacts[own], *others] if any(own) else others)


def _ways(service: Service, take: dict[str, Any]) -> Ways:
    """A number of a service that is reached by text and not by phone is a number to text."""
    old = first_contact(service)
    phone = take.get("phone", (old.phone or old.text_number) if old else "")
    email = take.get("email", old.email if old else "")
    by_text = "text" in service.delivery and "phone" not in service.delivery
    return Ways(text_number=phone, email=email) if by_text else Ways(phone=phone, email=email)


def _remember(batch: Sequence[Change], source: str) -> None:
    rows = [LoadedRow(table=memory_of(source), key=one.values["ref"], values=one.memory) for one in batch]
    LoadedRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["table", "key"], update_fields=["values", "loaded_at"]
    )
