"""Writes a plan: the whole file or nothing, each service with a version in its history."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from local_offer.core.models import LoadedRow
from local_offer.directory.importing.planning import Change, Plan, changes, gone, memory_of
from local_offer.directory.importing.reading import read_rows
from local_offer.directory.importing.values import PLAIN
from local_offer.directory.identity import uuid_of_import
from local_offer.directory.models import Contact, Provider, Service, Venue
from local_offer.places.errors import PlaceError
from local_offer.places.locate import locate
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, ServiceKind

Progress = Callable[[int], None]


def no_progress(done: int) -> None:
    """For callers without a bar."""


def make_plan(path: Path, source: str, progress: Progress = no_progress) -> Plan:
    """What the file would do; nothing is written."""
    plan, seen = Plan(), set[str]()
    for done, change in enumerate(changes(read_rows(path), source, plan), start=1):
        seen.add(change.values["ref"])
        progress(done)
    plan.gone = [str(row.values.get("name", row.key)) for row in gone(source, seen)] if not plan.wrong else []
    return plan


def apply_file(path: Path, source: str, publish: bool, progress: Progress = no_progress) -> Plan:
    """Plan again and write, in one transaction: an editor's change between plan and writing is seen.

    Nothing is written if anything is wrong.
    """
    with transaction.atomic():
        plan = make_plan(path, source)
        if plan.wrong:
            return plan
        plan, seen = Plan(), set[str]()
        for done, change in enumerate(changes(read_rows(path), source, plan), start=1):
            seen.add(change.values["ref"])
            write_change(change, source, publish)
            progress(done)
        missing = gone(source, seen)
        plan.gone = [str(row.values.get("name", row.key)) for row in missing]
        for row in missing:
            _mark_gone(row, source)
    return plan


def write_change(change: Change, source: str, publish: bool) -> None:
    """One service, its version, and the memory of what the file said."""
    ref = change.values["ref"]
    if change.take:
        service = change.service or Service(uuid=uuid_of_import(source, ref), ref=ref, live=False)
        is_new = change.service is None
        _set_values(service, change.take)
        if is_new:
            service.save()
        revision = service.save_revision(log_action=True)
        if publish:
            revision.publish()
    LoadedRow.objects.update_or_create(table=memory_of(source), key=ref, defaults={"values": change.values})


def _set_values(service: Service, take: dict[str, Any]) -> None:
    for column, value in take.items():
        if column in PLAIN:
            setattr(service, PLAIN[column], value)
    if "provider" in take or "provider_kind" in take:
        service.provider = _provider(take.get("provider") or service.provider.name, take.get("provider_kind"))  # type: ignore[union-attr]
    for column, model, key in (("needs", Need, "slug"), ("kinds", ServiceKind, "slug"), ("coverage", Area, "code")):
        if column in take:
            getattr(service, column).set(list(model.objects.filter(**{f"{key}__in": take[column]})))
    if "venues" in take:
        service.venues.set([_venue(*parts) for parts in take["venues"]])
    if "phone" in take or "email" in take:
        _set_contact(service, take)


def _provider(name: str, kind: str | None) -> Provider:
    provider, made = Provider.objects.get_or_create(name=name, defaults={"kind": kind or ""})
    if not made and kind and provider.kind != kind:
        provider.kind = kind
        provider.save()
    return provider


def _venue(name: str, address: str, postcode: str) -> Venue:
    """The one record of this venue; its point comes from the postcode, else from the town in its address."""
    venue, made = Venue.objects.get_or_create(name=name, address=address, postcode=postcode)
    if made:
        for text in (postcode, address):
            try:
                point = locate(text).point
            except PlaceError:
                continue
            venue.lat, venue.lon = point.lat, point.lon
            venue.save()
            break
    return venue


def _set_contact(service: Service, take: dict[str, Any]) -> None:
    """The contact record with this number and mailbox; one that others use too stays theirs and is shared.

    A number of a service that is reached by text and not by phone is a number to text.
    """
    old = min(service.contacts.all(), key=lambda one: one.pk, default=None)
    phone = take.get("phone", (old.phone or old.text_number) if old else "")
    email = take.get("email", old.email if old else "")
    others = [one for one in service.contacts.all() if one != old]
    if not phone and not email:
        service.contacts.set(others)
        return
    by_text = "text" in service.delivery and "phone" not in service.delivery
    ways = {"phone": "" if by_text else phone, "text_number": phone if by_text else "", "email": email}
    contact = Contact.objects.filter(**ways).first() or Contact.objects.create(name=service.name[:150], **ways)
    service.contacts.set([contact, *others])


def _mark_gone(row: LoadedRow, source: str) -> None:
    """Nothing vanishes: the entry is due for review, and the memory says that the file has it no more."""
    Service.objects.filter(uuid=uuid_of_import(source, row.key)).update(review_due=date.today())
    row.values = {**row.values, "gone": True}
    row.save()


def lines_of(plan: Plan) -> Iterable[str]:
    """The plan in words."""
    yield f"New: {plan.new}. Changed: {plan.changed}. Unchanged: {plan.unchanged}. Gone: {len(plan.gone)}. Wrong: {plan.wrong_count}."
    yield from plan.kept
    yield from (f"Gone from the file: {name}. It is put on the list for review." for name in plan.gone)
    yield from (str(problem) for problem in plan.wrong)
    if plan.wrong_count > len(plan.wrong):
        yield f"... and {plan.wrong_count - len(plan.wrong)} more."
