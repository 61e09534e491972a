"""The report of how the search indexes stand, and of entries that one of them would not take."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from local_offer.directory.models import Service
from search.changes import SERVICE
from search.models import IndexChange, IndexStanding, RefusedEntry

MAY_SEE = "directory.change_service"


class IndexesMenuItem(MenuItem):
    """Shown to those who may mend an entry."""

    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(MAY_SEE)
        return allowed


@permission_required(MAY_SEE)
def indexes(request: HttpRequest) -> HttpResponse:
    """One row for each index, and one for each entry that is missing in it."""
    return render(
        request,
        "search/admin/indexes.html",
        {
            "header_title": "Search indexes",
            "standings": [
                {"index": one, "behind": IndexChange.objects.filter(id__gt=one.position).count()}
                for one in IndexStanding.objects.all()
            ],
            "refused": [_shown(one) for one in RefusedEntry.objects.all()],
        },
    )


def _shown(one: RefusedEntry) -> dict[str, Any]:
    """The entry by its name, with the way to its form."""
    if one.kind == SERVICE:
        thing: Service | Page | None = Service.objects.filter(pk=one.object_id).first()
        url = reverse("wagtailsnippets_directory_service:edit", args=[one.object_id])
    else:
        thing = Page.objects.filter(pk=one.object_id).first()
        url = reverse("wagtailadmin_pages:edit", args=[one.object_id])
    return {
        "entry": one,
        "name": str(thing) if thing else "an entry that is gone",
        "url": url if thing else "",
    }


@hooks.register("register_admin_urls")
def index_urls() -> list[URLPattern]:
    """The report."""
    return [path("reports/search-indexes/", indexes, name="search-indexes")]


@hooks.register("register_reports_menu_item")
def indexes_menu_item() -> IndexesMenuItem:
    """After what families did not find."""
    return IndexesMenuItem(
        "Search indexes", reverse("search-indexes"), name="search-indexes", icon_name="list-ul", order=110
    )
