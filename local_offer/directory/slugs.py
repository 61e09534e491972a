"""Addresses of services: free of every address that another service has, had, or holds in a draft."""

from collections.abc import Sequence
from uuid import UUID

from django.apps import apps
from django.utils.text import slugify

from local_offer.directory.identity import short_codes

LONGEST = 100


def slug_taken_by(slug: str, pk: int | None) -> str | None:
    """The name of the other service that has, had or is about to have this address; None when it is free."""
    return _holders(pk, in_=[slug]).get(slug)


def free_slug(name: str, pk: int | None) -> str:
    """An address made from the name, with a number behind it if others were first."""
    base = _plain(name)
    return _first_free(base, {base, *_numbered(base, pk)} if slug_taken_by(base, pk) else set())


def free_slugs(names: Sequence[str]) -> list[str]:
    """An address for each of several new services, none of them given twice."""
    plain = [_plain(name) for name in names]
    taken, looked_up, slugs = set(_holders(None, in_=plain)), set[str](), []
    for base in plain:
        if base in taken and base not in looked_up:
            looked_up.add(base)
            taken |= _numbered(base, None)
        slugs.append(_first_free(base, taken))
        taken.add(slugs[-1])
    return slugs


def free_codes(uuids: Sequence[UUID]) -> list[str]:
    """The short code of each of several new services: the first of its own that nobody has."""
    service = apps.get_model("directory", "Service")
    wished = [short_codes(uuid) for uuid in uuids]
    taken = set(service.objects.filter(code__in=sum(wished, [])).values_list("code", flat=True))
    codes = []
    for own in wished:
        codes.append(next(code for code in own if code not in taken))
        taken.add(codes[-1])
    return codes


def _plain(name: str) -> str:
    return slugify(name)[:LONGEST] or "service"


def _first_free(base: str, taken: set[str]) -> str:
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _numbered(base: str, pk: int | None) -> set[str]:
    """Every address that begins like this one and goes on with a hyphen; the full stop comes next after it."""
    return set(_holders(pk, gt=f"{base}-", lt=f"{base}."))


def _holders(pk: int | None, **which: object) -> dict[str, str]:
    """The addresses that are not free, of those asked for, each with the name of the service that has it.

    A live service may hold one address in public and another in its draft; without that, two drafts with one
    address would both look right until the second is published.
    """
    service, former = apps.get_model("directory", "Service"), apps.get_model("directory", "FormerAddress")
    asked = {f"slug__{how.rstrip('_')}": value for how, value in which.items()}
    others, in_draft = service.objects.exclude(pk=pk), "latest_revision__content__"
    drafts = others.filter(live=True, has_unpublished_changes=True)
    return {
        **dict(drafts.filter(**{in_draft + key: value for key, value in asked.items()}).values_list(f"{in_draft}slug", "name")),
        **dict(former.objects.filter(**asked).exclude(service_id=pk).values_list("slug", "service__name")),
        **dict(others.filter(**asked).values_list("slug", "name")),
    }
