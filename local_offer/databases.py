"""DATABASE_URL: one address says where the site's data is, and everything else follows from it.

SQLite in a file, which is enough for one machine, or a PostgreSQL server, for several. A message never repeats the
password, nor any part of an address in which it may stand.
"""

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

POSTGRESQL, SQLITE = "django.db.backends.postgresql", "django.db.backends.sqlite3"
ENGINES = {"sqlite": SQLITE, "postgres": POSTGRESQL, "postgresql": POSTGRESQL}
EXAMPLES = "sqlite:////srv/local-offer/var/site.sqlite3 or postgres://user:password@host:5432/local_offer"
# How long a connection may take to be made, and how long a request waits for a free one, in seconds.
CONNECT_WITHIN, FREE_WITHIN = 5, 10


class WrongDatabaseAddress(ImproperlyConfigured):
    """DATABASE_URL cannot be read; the message says which part, and what to write instead."""


def database_at(url: str, most: int = 10) -> dict[str, Any]:
    """Django's settings for the database at an address; `most` is how many connections a process may hold.

    >>> database_at("postgres://ann:secret@db.example.org/local_offer")["HOST"]
    'db.example.org'
    """
    parts = _split(url)
    if parts.scheme not in ENGINES:
        named = f"begins with {parts.scheme}://" if parts.scheme else "is no whole address"
        raise WrongDatabaseAddress(f"DATABASE_URL {named}. Write {EXAMPLES}")
    return _sqlite(parts) if ENGINES[parts.scheme] == SQLITE else _postgresql(parts, most)


def _split(url: str) -> SplitResult:
    """The parts of an address. A password with strokes in it would end up in a port, a path or a question."""
    try:
        parts = urlsplit(url.strip())
        whole = parts.port != 0 and "@" not in parts.path + parts.query + parts.fragment
    except ValueError:
        whole = False
    if not whole:
        raise WrongDatabaseAddress(
            "DATABASE_URL cannot be read at its password or its port. A port is a number. In a password, write signs "
            "such as / # ? @ : as % and their number (/ is %2F, # is %23, ? is %3F, @ is %40, : is %3A)."
        )
    return parts


def _sqlite(parts: SplitResult) -> dict[str, Any]:
    path = unquote(parts.path[1:])
    if parts.netloc or path in ("", ":memory:") or parts.query or parts.fragment:
        raise WrongDatabaseAddress(
            "DATABASE_URL must name a file by its whole path, with four strokes: "
            "sqlite:////srv/local-offer/var/site.sqlite3"
        )
    # Readers never wait for a writer (WAL), and a writer takes its turn at once instead of failing half-way.
    options = {"init_command": "PRAGMA journal_mode=WAL;", "transaction_mode": "IMMEDIATE", "timeout": 20}
    return {"ENGINE": SQLITE, "NAME": path, "OPTIONS": options}


def _postgresql(parts: SplitResult, most: int) -> dict[str, Any]:
    """A pool lends each request a connection that works, so that none is made anew for a page."""
    socket, _, name = unquote(parts.path[1:]).rpartition("/")
    if not name:
        raise WrongDatabaseAddress(
            "DATABASE_URL names no database: its name stands after the last stroke, as local_offer does in "
            "postgres://user:password@host:5432/local_offer"
        )
    if most < 1:
        raise WrongDatabaseAddress(
            "DATABASE_POOL must be 1 or more: how many connections a process may hold."
        )
    pool = {"min_size": 1, "max_size": most, "timeout": FREE_WITHIN}
    return {
        "ENGINE": POSTGRESQL,
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": socket or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": CONNECT_WITHIN, **dict(parse_qsl(parts.query)), "pool": pool},
    }
