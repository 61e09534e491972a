"""Public pages of a service: its page, its page on paper, its permanent short address, and where it was."""

from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from local_offer.core.qr import qr_svg
from local_offer.directory.models import FormerAddress, Service
from local_offer.directory.next_step import people_to_ask
from local_offer.directory.publicity import public_services
from local_offer.directory.service_page import service_context, short_address

Answer = TypeVar("Answer", bound=HttpResponse)


def service_page(
    request: HttpRequest, slug: str, template: str = "directory/service_page.html"
) -> HttpResponse:
    """The page; an address it once had redirects, and one that was withdrawn says so."""
    service = _complete(Service.objects.filter(slug=slug)).first()
    if service is None:
        return _moved(slug, "service")
    if not public_services().filter(pk=service.pk).exists():
        return _gone(request, service)
    return render(request, template, {**service_context(service), "back_url": _came_from_results(request)})


def _came_from_results(request: HttpRequest) -> str | None:
    """The results page that the family came from; it is only shown back, never kept."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc == request.get_host() and came_from.path == reverse("search"):
        return f"{came_from.path}?{came_from.query}"
    return None


def service_print(request: HttpRequest, slug: str) -> HttpResponse:
    """The page for paper, with its short address as a QR code."""
    service = _complete(Service.objects.filter(slug=slug)).first()
    if service is None:
        return _moved(slug, "service-print")
    if not public_services().filter(pk=service.pk).exists():
        return _gone(request, service)
    context = {**service_context(service), "qr_svg": qr_svg(short_address(service))}
    return render(request, "directory/service_print.html", context)


def service_by_code(request: HttpRequest, code: str) -> HttpResponse:
    """For ever: wherever the service is now."""
    return redirect(get_object_or_404(Service.objects.exclude(first_published_at=None), code=code.lower()))


def service_qr(request: HttpRequest, code: str) -> HttpResponse:
    """The short address as a picture for a phone's camera."""
    service = get_object_or_404(public_services(), code=code.lower())
    return HttpResponse(qr_svg(short_address(service)), content_type="image/svg+xml")


def _moved(slug: str, page: str) -> HttpResponse:
    """An address that a service once had leads to where it is now; one that nobody had is not found."""
    former = get_object_or_404(FormerAddress.objects.select_related("service"), slug=slug)
    return _not_for_ever(HttpResponsePermanentRedirect(reverse(page, args=[former.service.slug])))


def _complete(services: QuerySet[Service]) -> QuerySet[Service]:
    """With all that a page shows, in a handful of queries."""
    return services.select_related("provider__contact", "picture").prefetch_related(
        "contacts", "coverage", "venues"
    )


def _gone(request: HttpRequest, service: Service) -> HttpResponse:
    """An address that was public says since when it is not, and what to try instead; a draft was never there."""
    if service.first_published_at is None:
        return render(request, "404.html", status=404)
    follower = public_services().filter(replaces=service).first()
    context: dict[str, Any] = {
        "name": service.name,
        "since": service.withdrawn_at,
        "reason": service.withdrawn_reason,
        "replaced_by": follower and {"name": follower.name, "url": follower.get_absolute_url()},
        "try_instead": service.try_instead,
        "similar": _similar(service),
        "people": people_to_ask(),
    }
    return _not_for_ever(render(request, "directory/service_gone.html", context, status=410))


def _not_for_ever(response: Answer) -> Answer:
    """Browsers keep "gone" and "moved" without end; what was retired may come back, and a name may too."""
    response.headers["Cache-Control"] = "no-cache"
    return response


def _similar(service: Service) -> list[dict[str, str]]:
    """Public services for the same needs."""
    near = public_services().filter(needs__in=service.needs.all()).exclude(pk=service.pk).distinct()[:4]
    return [{"name": one.name, "url": one.get_absolute_url(), "summary": one.summary} for one in near]
