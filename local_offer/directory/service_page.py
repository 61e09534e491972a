"""Everything that a service's page shows: the public page, the printed one and the editors' preview use it."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from local_offer.directory import words
from local_offer.directory.answers import answers
from local_offer.directory.choices import ProviderKind
from local_offer.directory.next_step import next_step, people_to_ask

if TYPE_CHECKING:
    from local_offer.directory.models import Service


def service_context(service: "Service") -> dict[str, Any]:
    """The answers, the next step and the ways to pass it on; works for drafts that lack a provider."""
    report_url = report_address(f"/s/{service.code}")
    provider = service.provider
    return {
        "service": service,
        "provider_name": provider.name if provider else "",
        "provider_kind_label": ProviderKind(provider.kind).label if provider and provider.kind else "",
        "tags": [{"label": label, "opens_door": opens} for label, opens in words.opening_tags(service)],
        "summary": service.summary,
        "answers": answers(service, report_url),
        "next_step": next_step(service),
        "fallbacks": [person for person in people_to_ask() if person.label != service.name],
        "short_url": short_address(service),
        "qr_url": f"{service.get_short_url()}/qr.svg",
        "print_url": reverse("service-print", args=[service.slug]) if service.slug else "",
        "report_url": report_url,
        "picture": service.picture,
        "picture_alt": service.picture_alt,
        "checked": words.checked(service),
        "is_checked": service.last_checked is not None,
    }


def short_address(service: "Service") -> str:
    """The whole short address, for paper and messages."""
    return str(settings.SITE_URL).rstrip("/") + service.get_short_url()


def report_address(page: str) -> str:
    """The form where anybody can say that something on this page is wrong."""
    return reverse("report") + "?" + urlencode({"page": page})
