"""How to reach each service of a list: a leaflet that names a service also says where to ring or write."""

from collections.abc import Iterable
from dataclasses import dataclass

from local_offer.directory.next_step import NextStep, way_in
from local_offer.directory.publicity import public_services
from local_offer.directory.service_page import short_address


@dataclass(frozen=True)
class WayIn:
    """What to do to reach one service, and the address of its page that fits on paper."""

    step: NextStep
    short_url: str


def ways_in(ids: Iterable[int]) -> dict[int, WayIn]:
    """The way in to each of these services, by its id; those that are no longer public are left out."""
    services = public_services().filter(pk__in=list(ids)).select_related("provider__contact")
    return {
        service.pk: WayIn(way_in(service), short_address(service))
        for service in services.prefetch_related("contacts")
    }
