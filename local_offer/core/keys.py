"""Pages by their key: a key stays when a page is renamed or moved."""

from django.apps import apps
from wagtail.models import Page

from local_offer.core.models import BasePage


def keyed_models() -> list[type[BasePage]]:
    """Every kind of page that has a key."""
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def page_with_key(key: str) -> Page | None:
    """The page of this key, published or not; None when there is none."""
    for model in keyed_models():
        page = model.objects.filter(page_key=key).first()
        if page is not None:
            return page
    return None


def page_url(key: str) -> str:
    """Where the published page of this key is; empty when it is not published."""
    page = page_with_key(key)
    return (page.url or "") if page is not None and page.live else ""
