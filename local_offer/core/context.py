"""What every template knows: the site's name and menus, whom to ring, and whether the entries are only samples."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from local_offer.core.models import SiteDetails
from local_offer.core.phone import phone_href
from local_offer.core.site import site_details


def site(request: HttpRequest) -> dict[str, Any]:
    """Templates call what they show; pages that show none of it ask the database for none of it."""
    wide = _SiteWide(request.path)
    return {
        "site_is_real": settings.SITE_IS_REAL,
        "site_url": settings.SITE_URL,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "nav": wide.nav,
        "footer_links": wide.footer_links,
        "urgent_url": wide.urgent_url,
        "contact_url": wide.contact_url,
        "notice": wide.notice,
        "council_line": wide.council_line,
    }


class _SiteWide:
    """Menus and contacts, looked up once per request and only when shown."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._pages: list[Page] | None = None

    def _top_pages(self) -> list[Page]:
        if self._pages is None:
            root = Site.objects.select_related("root_page").filter(is_default_site=True).first()
            self._pages = list(root.root_page.get_children().live().specific()) if root else []
        return self._pages

    def _links(self, in_menu: bool) -> list[dict[str, Any]]:
        return [
            {
                "title": page.menu_title or page.title,
                "url": page.url,
                "current": self._path.startswith(page.url or "-"),
            }
            for page in self._top_pages()
            if page.show_in_menus is in_menu and page.page_key != "urgent-help"
        ]

    def nav(self) -> list[dict[str, Any]]:
        """The pages in the header."""
        return self._links(in_menu=True)

    def footer_links(self) -> list[dict[str, Any]]:
        """The pages in the footer."""
        return self._links(in_menu=False)

    def urgent_url(self) -> str:
        """The page of urgent help."""
        return next((page.url for page in self._top_pages() if page.page_key == "urgent-help"), "")

    def contact_url(self) -> str:
        """How to reach the people who run the site."""
        return next((page.url for page in self._top_pages() if page.page_key == "plain:contact"), "")

    @cached_property
    def _details(self) -> SiteDetails:
        return site_details()

    def notice(self) -> str:
        """A sentence for every page."""
        return self._details.notice

    def council_line(self) -> dict[str, str] | None:
        """A number that anybody can ring."""
        details = self._details
        if not details.council_phone:
            return None
        return {
            "label": details.council_name,
            "phone": details.council_phone,
            "phone_href": phone_href(details.council_phone),
            "url": details.council_website,
        }
