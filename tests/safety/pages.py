"""One address of each kind of public page."""

from local_offer.directory.models import Service

PUBLIC = (
    "/",
    "/search/",
    "/search/?q=sleep&near=Hitchin",
    "/search/print/?q=sleep",
    "/search/qr.svg?q=sleep",
    "/neurodiversity/",
    "/neurodiversity/sleep/",
    "/guides/",
    "/guides/ehcp/",
    "/areas/",
    "/areas/north-herts/",
    "/urgent-help/",
    "/contact/",
    "/about/",
    "/accessibility/",
    "/privacy/",
    "/something-is-wrong/",
    "/something-is-wrong/thank-you/",
    "/no-such-page/",
    "/services/no-such-service/",
    "/s/zzzzzz",
)


def public_addresses() -> list[str]:
    """Those, and the addresses of a service."""
    service = Service.objects.filter(live=True).order_by("pk")[0]
    own = service.get_absolute_url()
    return [*PUBLIC, own, f"{own}print/", service.get_short_url(), f"{service.get_short_url()}/qr.svg"]
