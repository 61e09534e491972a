"""SEARCH_URL: which engine answers, and where its index is."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


class SearchAddressError(ValueError):
    """The address names no engine; the message says what an address looks like."""


@dataclass(frozen=True)
class EmbeddedAddress:
    """An index in a folder of this machine."""

    folder: Path


def read_address(url: str) -> EmbeddedAddress:
    """Read an address such as embedded:///srv/local-offer/search."""
    parts = urlsplit(url)
    if parts.scheme != "embedded":
        raise SearchAddressError(f"SEARCH_URL names no engine that we have: {parts.scheme or url!r}.")
    if parts.netloc or not parts.path.strip("/"):
        raise SearchAddressError(
            "SEARCH_URL must name a folder by its whole path: embedded:///srv/local-offer/search."
        )
    return EmbeddedAddress(Path(parts.path))
