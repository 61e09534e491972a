"""The site's own details, as an editor last saved them."""

from wagtail.models import Site

from local_offer.core.models import SiteDetails


def site_details() -> SiteDetails:
    """The details of the one site; the built-in ones before anybody has saved any."""
    site = Site.objects.filter(is_default_site=True).first()
    return SiteDetails.for_site(site) if site else SiteDetails()
