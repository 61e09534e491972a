"""Puts the report of what families did not find among the reports of the admin."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks

from search.unmet_admin import NotFoundMenuItem, not_found, not_found_csv, not_found_hide


@hooks.register("register_admin_urls")
def not_found_urls() -> list[URLPattern]:
    """The report, and the same for a spreadsheet."""
    return [
        path("reports/not-found/", not_found, name="not-found"),
        path("reports/not-found/not-found.csv", not_found_csv, name="not-found-csv"),
        path("reports/not-found/hide/", not_found_hide, name="not-found-hide"),
    ]


@hooks.register("register_reports_menu_item")
def not_found_menu_item() -> NotFoundMenuItem:
    """First of the reports."""
    return NotFoundMenuItem(
        "Not found by families", reverse("not-found"), name="not-found", icon_name="search", order=100
    )
