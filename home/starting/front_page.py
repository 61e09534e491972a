"""The front page's place: the root of the site, instead of the page that greets whoever installs Wagtail."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from home.models import HomePage
from home.starting.filling import new_page
from home.starting.front_files import HomeFile
from local_offer.core.models import SiteDetails

_GREETING = {
    "depth": 2,
    "slug": "home",
    "content_type__model": "page",
    "title__startswith": "Welcome to your new Wagtail",
}
_PORTS = {"http": 80, "https": 443}


def make_front_page(text: HomeFile) -> HomePage:
    """A front page that waits for its words, with the site's address leading to it."""
    with transaction.atomic():
        greeting = Page.objects.filter(**_GREETING).first()
        if greeting:
            greeting.slug = "greeting"  # two pages side by side cannot have one address
            greeting.save()
        home = new_page(HomePage, text)
        Page.get_first_root_node().add_child(instance=home)
        _lead_here(home, greeting)
        if greeting:
            Page.objects.get(pk=greeting.pk).delete()
    return home


def _lead_here(home: HomePage, greeting: Page | None) -> None:
    """The default site leads to the front page, unless somebody has made it lead elsewhere on purpose."""
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True, hostname="localhost"
    )
    if site.root_page_id is None or (greeting and site.root_page_id == greeting.pk):
        site.root_page = home
        site.save()


def set_address() -> bool:
    """Give the default site the address of the settings; whether it had another."""
    address = urlsplit(settings.SITE_URL)
    host, port = address.hostname or "localhost", address.port or _PORTS[address.scheme]
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) == (host, port):
        return False
    site.hostname, site.port = host, port
    site.save()
    return True


def note_contact(contact: dict[str, str]) -> bool:
    """Whom a family can ring, as long as nobody has saved anything about it; whether it was written."""
    if SiteDetails.objects.exists():
        return False
    SiteDetails.objects.create(site=Site.objects.get(is_default_site=True), **contact)
    return True
