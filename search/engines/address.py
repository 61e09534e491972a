"""SEARCH_URL: which engine answers, and where its index is."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

EMBEDDED_EXAMPLE = "embedded:///srv/local-offer/search"
ELASTIC_EXAMPLE = (
    "elasticsearch+https://name:password@search.example.org:9200/local-offer?ca=/etc/ssl/search.pem"
)
_PREFIX = re.compile(r"[a-z0-9][a-z0-9_.-]{0,80}")
_OPTIONS = ("api_key", "ca", "standby")


class SearchAddressError(ValueError):
    """The address names no engine; the message says which part is wrong and what it should look like."""


@dataclass(frozen=True)
class EmbeddedAddress:
    """An index in a folder of this machine."""

    folder: Path


@dataclass(frozen=True)
class ElasticAddress:
    """An Elasticsearch, and what our indexes in it are called.

    `standby` is the folder of this machine's own index, which answers while Elasticsearch does not.
    """

    host: str
    prefix: str
    standby: Path | None = None
    user: str = ""
    password: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    ca: Path | None = None


def read_address(url: str) -> EmbeddedAddress | ElasticAddress:
    """Read an address; SearchAddressError says what is wrong with it, and never repeats a password.

    >>> read_address("embedded:///srv/local-offer/search").folder.name
    'search'
    >>> read_address("elasticsearch://localhost:9200/herts").host
    'http://localhost:9200'
    """
    scheme = urlsplit(url).scheme
    if scheme == "embedded":
        return _embedded(url)
    if scheme in ("elasticsearch", "elasticsearch+https"):
        return _elastic(url)
    raise SearchAddressError(
        f"SEARCH_URL names no engine that we have: {scheme or 'it has no part before ://'}. "
        f"It looks like {EMBEDDED_EXAMPLE} or {ELASTIC_EXAMPLE}."
    )


def _embedded(url: str) -> EmbeddedAddress:
    parts = urlsplit(url)
    if parts.netloc or not parts.path.strip("/"):
        raise SearchAddressError(f"SEARCH_URL must name a folder by its whole path: {EMBEDDED_EXAMPLE}.")
    return EmbeddedAddress(Path(parts.path))


def _elastic(url: str) -> ElasticAddress:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    prefix = parts.path.strip("/") or "local-offer"
    for wrong, said in (
        (not parts.hostname, "has no host"),
        (_bad_port(url), "has a port that is no number"),
        (not _PREFIX.fullmatch(prefix), "has a prefix that is not of small letters, digits, - and _"),
        (bool(set(options) - set(_OPTIONS)), f"has options that we do not know: it takes {', '.join(_OPTIONS)}"),
        (bool(parts.username) and not parts.password, "has a user without a password"),
        (bool(parts.username) and "api_key" in options, "has both a user and an API key: one of them"),
        ("ca" in options and not Path(options["ca"]).is_file(), "names a CA file that cannot be read"),
        ("ca" in options and parts.scheme != "elasticsearch+https", "has a CA file but is not elasticsearch+https"),
    ):  # fmt: skip
        if wrong:
            raise SearchAddressError(f"SEARCH_URL {said}. It looks like {ELASTIC_EXAMPLE}.")
    scheme = "https" if parts.scheme.endswith("+https") else "http"
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    return ElasticAddress(
        host=f"{scheme}://{host}:{parts.port or 9200}",
        prefix=prefix,
        standby=Path(options["standby"]) if "standby" in options else None,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        api_key=options.get("api_key", ""),
        ca=Path(options["ca"]) if "ca" in options else None,
    )


def _bad_port(url: str) -> bool:
    try:
        return urlsplit(url).port == 0
    except ValueError:
        return True
