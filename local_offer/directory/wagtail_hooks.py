"""The Directory section of the admin: every record an editor keeps, under one menu."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin import widgets
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from local_offer.directory.admin_export import SafeExport
from local_offer.directory.admin_filters import ServiceFilterSet
from local_offer.directory.admin_retire import retire
from local_offer.directory.dashboard import DirectoryPanel
from local_offer.directory.models import Contact, Helpline, Provider, Service, Venue
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, Outcome, ServiceKind


class ServiceIndexView(SafeExport, IndexView):
    """The list of services, and its export."""


class ServiceViewSet(SnippetViewSet):
    """Services: found by name, provider or number; sorted by what needs an editor."""

    model = Service
    icon = "list-ul"
    menu_label = "Services"
    list_display = ["name", "provider", "status", "last_checked", "review_due"]
    list_per_page = 50
    index_view_class = ServiceIndexView
    filterset_class = ServiceFilterSet
    search_fields = ["name", "summary", "provider__name", "ref", "code"]
    search_backend_name = None
    export_filename = "services"
    list_export = [
        "ref",
        "code",
        "name",
        "provider",
        "status",
        "last_checked",
        "review_due",
        "owner_email",
        "live",
    ]
    inspect_view_enabled = True
    ordering = "name"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Service]:
        return Service.objects.select_related("provider")


class ProviderViewSet(SnippetViewSet):
    model = Provider
    icon = "group"
    list_display = ["name", "kind", "website"]
    search_backend_name = None
    search_fields = ["name"]


class VenueViewSet(SnippetViewSet):
    model = Venue
    icon = "home"
    list_display = ["name", "address", "postcode"]
    search_backend_name = None
    search_fields = ["name", "address", "postcode"]


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "mail"
    list_display = ["name", "phone", "email", "website"]
    search_backend_name = None
    search_fields = ["name", "phone", "email"]


class HelplineViewSet(SnippetViewSet):
    model = Helpline
    icon = "comment"
    list_display = ["name", "phone", "urgent"]
    search_backend_name = None
    search_fields = ["name", "topic"]


class NeedViewSet(SnippetViewSet):
    model = Need
    icon = "tag"
    list_display = ["label", "parent", "slug"]
    list_filter = ["parent"]
    search_backend_name = None
    search_fields = ["label", "slug"]


class KindViewSet(SnippetViewSet):
    model = ServiceKind
    icon = "tag"
    list_display = ["label", "slug"]
    search_backend_name = None
    search_fields = ["label"]


class OutcomeViewSet(SnippetViewSet):
    model = Outcome
    icon = "tag"
    list_display = ["label", "slug"]
    search_backend_name = None
    search_fields = ["label"]


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "site"
    list_display = ["name", "kind", "code"]
    list_filter = ["kind"]
    search_backend_name = None
    search_fields = ["name", "code"]


class DirectoryGroup(SnippetViewSetGroup):
    """One menu; what editors open most stands first."""

    items = (
        ServiceViewSet,
        ProviderViewSet,
        VenueViewSet,
        ContactViewSet,
        HelplineViewSet,
        NeedViewSet,
        KindViewSet,
        OutcomeViewSet,
        AreaViewSet,
    )
    menu_icon = "folder-open-inverse"
    menu_label = "Directory"
    menu_name = "directory"
    menu_order = 150


register_snippet(DirectoryGroup)


@hooks.register("register_admin_urls")
def directory_urls() -> list[URLPattern]:
    """Retiring is not deleting: it has a page of its own, which asks what families should try instead."""
    return [path("directory/services/<int:pk>/retire/", retire, name="retire-service")]


@hooks.register("register_snippet_listing_buttons")
def retire_button(snippet: Any, user: Any, next_url: str | None = None) -> Any:
    """Beside each service that is or was public; one that is off already gets other words for its address."""
    if (
        isinstance(snippet, Service)
        and snippet.first_published_at
        and user.has_perm("directory.publish_service")
    ):
        yield widgets.ListingButton(
            "Retire" if snippet.live else "Change what its address says",
            reverse("retire-service", args=[snippet.pk]),
            icon_name="bin",
            priority=60,
        )


@hooks.register("before_delete_snippet")
def never_delete_what_was_public(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Somebody may hold the address: retire it, so that the address says what to try instead."""
    was_public = [one for one in instances if isinstance(one, Service) and one.first_published_at]
    if not was_public:
        return None
    messages.error(
        request,
        f"“{was_public[0]}” was public, so it can be retired but not deleted: people may hold its address.",
    )
    return redirect(reverse("retire-service", args=[was_public[0].pk]))


@hooks.register("construct_homepage_panels")
def add_directory_panel(request: HttpRequest, panels: list[Any]) -> None:
    """What is due, first thing after signing in."""
    if request.user.has_perm("directory.view_service"):
        panels.insert(0, DirectoryPanel())
