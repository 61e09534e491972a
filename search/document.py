"""A service or a page as plain facts, the same for every engine; built from what the database says now."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from local_offer.directory import words
from local_offer.directory.models import Service
from local_offer.directory.publicity import public_services
from local_offer.places.models import Area
from local_offer.places.place import Point
from local_offer.taxonomy.models import Need, Outcome, ServiceKind
from search.refusals import refused_needs
from search.results import Tag


@dataclass(frozen=True)
class ServiceFacts:
    """All that a search may filter, rank or show of one service. `updated` is the day it was last checked or seen."""

    id: int
    ref: str
    name: str
    provider: str
    url: str
    summary: str
    text: tuple[tuple[str, int], ...]
    needs: frozenset[str]
    wide_needs: frozenset[str]
    ages: tuple[int | None, int | None]
    diagnosis: str
    referral: frozenset[str]
    cost: str
    delivery: frozenset[str]
    kind: frozenset[str]
    audience: frozenset[str]
    outcome: frozenset[str]
    status: str
    areas: frozenset[str]
    towns: tuple[tuple[str, Point], ...]
    venues: tuple[Point, ...]
    updated: date | None
    is_checked: bool
    is_someone_to_ask: bool
    checked: str
    tags: tuple[Tag, ...]
    refused_needs: frozenset[str] = frozenset()
    area_names: tuple[tuple[str, str], ...] = ()
    need_labels: tuple[tuple[str, str], ...] = ()


def services_to_index(ids: Iterable[int] | None = None) -> QuerySet[Service]:
    """Published services with all that their facts are made of; those of `ids`, or all."""
    services = public_services() if ids is None else public_services().filter(pk__in=list(ids))
    return services.select_related("provider").prefetch_related(
        "needs__parent", "needs__children", "kinds", "outcomes", "coverage", "venues"
    )


def service_facts(service: Service) -> ServiceFacts:
    """What the search knows of a service."""
    needs = list(service.needs.all())
    areas = list(service.coverage.all())
    provider = service.provider.name if service.provider else ""
    return ServiceFacts(
        id=service.pk,
        ref=service.ref,
        name=service.name,
        provider=provider,
        url=service.get_absolute_url(),
        summary=service.summary,
        text=_weighted_text(service, provider, [need.label for need in needs]),
        needs=frozenset(need.slug for need in needs),
        wide_needs=_wide_needs(needs),
        ages=(service.min_age, service.max_age),
        diagnosis=service.diagnosis,
        referral=frozenset(service.referral),
        cost=service.cost,
        delivery=frozenset(service.delivery),
        kind=frozenset(kind.slug for kind in service.kinds.all()),
        audience=frozenset(service.audience),
        outcome=frozenset(outcome.slug for outcome in service.outcomes.all()),
        status=service.status,
        areas=frozenset(area.code for area in areas),
        towns=tuple(
            (area.code, Point(area.lat, area.lon)) for area in areas if area.kind == "town" and area.lat
        ),
        venues=tuple(Point(one.lat, one.lon) for one in service.venues.all() if one.lat is not None),
        updated=_updated(service),
        is_someone_to_ask=bool(service.someone_to_ask),
        is_checked=service.last_checked is not None,
        checked=words.checked(service),
        tags=tuple(Tag(label, opens) for label, opens in words.opening_tags(service)),
        refused_needs=refused_needs(service.not_for),
        need_labels=tuple(
            (need.slug, need.label) for need in [*needs, *(one.parent for one in needs if one.parent)]
        ),
        area_names=tuple((area.code, str(area)) for area in areas),
    )


def _wide_needs(needs: list[Need]) -> frozenset[str]:
    """Who helps with a whole topic helps with each need of it, and who helps with one need helps with its topic.

    But neither as surely as who names the very thing.
    """
    of_topics = {child.slug for need in needs if need.parent_id is None for child in need.children.all()}
    topics = {need.parent.slug for need in needs if need.parent}
    return frozenset((of_topics | topics) - {need.slug for need in needs})


def _weighted_text(service: Service, provider: str, need_labels: list[str]) -> tuple[tuple[str, int], ...]:
    """The words of a service, each part with how often it counts: a name says more than a remark."""
    return (
        (service.name, 3),
        (provider, 2),
        (service.summary, 2),
        (" ".join(need_labels), 2),
        (" ".join(kind.label for kind in service.kinds.all()), 1),
        (service.description, 1),
        (service.eligibility, 1),
        (" ".join(f"{venue.name} {venue.address}" for venue in service.venues.all()), 1),
    )


def _updated(service: Service) -> date | None:
    """The newest day on which somebody saw that it is so; None where what was noted is no date."""
    if service.last_checked:
        return service.last_checked
    seen = re.fullmatch(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?", service.source_seen, re.ASCII)
    return date(int(seen[1]), int(seen[2] or 6), 1) if seen else None


@dataclass(frozen=True)
class Lists:
    """What filters are called, and where the towns are that coverage names; an index keeps them with its documents."""

    labels: dict[str, list[tuple[str, str]]]
    towns: dict[str, tuple[float, float]]


def lists_of_the_directory() -> Lists:
    """The lists as they are now; needs by topic only, since a family cannot read a hundred tick boxes."""
    topics = Need.objects.filter(parent=None)
    named = {"need": topics, "kind": ServiceKind.objects.all(), "outcome": Outcome.objects.all()}
    towns = Area.objects.filter(kind="town", lat__isnull=False).values_list("code", "lat", "lon")
    return Lists(
        {field: list(rows.values_list("slug", "label")) for field, rows in named.items()},
        {code: (lat, lon) for code, lat, lon in towns if lat is not None and lon is not None},
    )
