"""System checks that say what is wrong with the search's settings, and how to put it right."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from search.engines.address import SearchAddressError
from search.engines.chosen import server_trouble


@register()
def search_url_is_right(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """SEARCH_URL must name an engine; a server that does not answer is no reason not to start."""
    try:
        trouble = server_trouble()
    except SearchAddressError as error:
        return [
            Error(str(error), hint="For one machine: embedded:///srv/local-offer/search", id="search.E001")
        ]
    if trouble and not settings.DEBUG:
        hint = "Until it does, this machine's own index answers. manage.py search_status says more."
        return [Warning(trouble, hint=hint, id="search.W001")]
    return []
