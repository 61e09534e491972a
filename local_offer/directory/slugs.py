"""Addresses of services: free of every address that another service has, had, or holds in a draft."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.utils.text import slugify

from local_offer.directory.identity import short_codes

LONGEST = 100
DRAFT = "latest_revision__content__slug"


def slug_taken_by(slug: str, pk: int | None) -> str | None:
    """The name of the other service that has, had or is about to have this address; None when it is free."""
    return _holders(Q(slug=slug), pk, drafts=Q(**{DRAFT: slug})).get(slug)


def free_slug(name: str, pk: int | None) -> str:
    """An address made from the name, with a number behind it if others were first."""
    base = _plain(name)
    return _first_free(base, set(_holders(_numbered(base), pk)))


def free_slugs(names: Sequence[str]) -> list[str]:
    """An address for each of several new services, none of them given twice."""
    plain = [_plain(name) for name in names]
    taken, looked_up, slugs = set(_holders(Q(slug__in=plain), None)), set[str](), list[str]()
    for base in plain:
        if base in taken and base not in looked_up:
            looked_up.add(base)
            taken |= _holders(_numbered(base), None).keys()
        slugs.append(_first_free(base, taken))
        taken.add(slugs[-1])
    return slugs


def free_codes(uuids: Iterable[UUID]) -> list[str]:
    """The short code of each of several new services: the first of its own that nobody has."""
    wished = [short_codes(uuid) for uuid in uuids]
    known = apps.get_model("directory", "Service").objects.filter(code__in=sum(wished, []))
    taken, codes = set(known.values_list("code", flat=True)), list[str]()
    for own in wished:
        codes.append(next(code for code in own if code not in taken))
        taken.add(codes[-1])
    return codes


def _plain(name: str) -> str:
    return slugify(name)[:LONGEST] or "service"


def _numbered(base: str) -> Q:
    """This address, and every one that goes on with a hyphen; the full stop is the next sign after it."""
    return Q(slug=base) | Q(slug__gt=f"{base}-", slug__lt=f"{base}.")


def _first_free(base: str, taken: set[str]) -> str:
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _holders(which: Q, pk: int | None, drafts: Q | None = None) -> dict[str, str]:
    """The addresses that are not free, of those asked for, each with the name of the service that has it.

    A live service has one address in public and perhaps another in its draft; without a look at the drafts, two of
    them with one address would both seem right until the second is published.
    """
    service, former = apps.get_model("directory", "Service"), apps.get_model("directory", "FormerAddress")
    others = service.objects.exclude(pk=pk or 0)
    with_draft = others.filter(drafts or Q(), live=True, has_unpublished_changes=True)
    return {
        **dict(with_draft.values_list(DRAFT, "name")),
        **dict(former.objects.filter(which).exclude(service_id=pk or 0).values_list("slug", "service__name")),
        **dict(others.filter(which).values_list("slug", "name")),
    }
