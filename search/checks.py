"""System checks that say what is wrong with the search's settings, and how to put it right."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from search.engines.address import SearchAddressError, read_address


@register()
def search_url_is_right(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """SEARCH_URL must name an engine that is there."""
    try:
        read_address(settings.SEARCH_URL)
    except SearchAddressError as error:
        return [Error(str(error), hint="For one machine: embedded:///var/search", id="search.E001")]
    return []
