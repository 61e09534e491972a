"""Whether the database that DATABASE_URL names can be used: what is wrong, and how to put it right, in plain words."""

import os
import re
from pathlib import Path
from typing import Any

import psycopg
from django.core.checks import CheckMessage, Error, register
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

# A pattern of what a server or the network says, what that means, and what to do about it.
TROUBLES = (
    (
        "password authentication failed",
        "The server does not take the user {user} with this password.",
        "Put the right user and password into DATABASE_URL: postgres://user:password@host:5432/{name}",
    ),
    (
        "no password supplied",
        "The server wants a password for the user {user}.",
        "Put it into DATABASE_URL after the user: postgres://{user}:password@host:5432/{name}",
    ),
    (
        "authentication failed",
        "The server does not take the user {user}.",
        "Name a user that the server knows, with its password, in DATABASE_URL.",
    ),
    (
        'role ".*" does not exist',
        "The server knows no user {user}.",
        "Name another user in DATABASE_URL, or make this one: createuser --pwprompt {user}",
    ),
    (
        'database ".*" does not exist',
        "The server has no database {name}.",
        "Name another one in DATABASE_URL, or make this one: createdb --owner={user} --encoding=UTF8 {name}",
    ),
    (
        "pg_hba\\.conf",
        "The server lets nobody in from this machine as {user}.",
        "Let this machine in, in the server's pg_hba.conf.",
    ),
    ("resolve host", "No machine has the name in {place}.", "Put the right host into DATABASE_URL."),
    (
        "refused",
        "No PostgreSQL server answers at {place}.",
        "Start it, or put the right host and port into DATABASE_URL.",
    ),
    (
        "timeout",
        "Nothing answered at {place} in time.",
        "Look at the host and port in DATABASE_URL, and at what stands between the machines.",
    ),
    (
        "SSL",
        "The server at {place} and DATABASE_URL do not agree on an encrypted connection.",
        "Look at what DATABASE_URL says after its question mark, such as ?sslmode=require",
    ),
    (
        "connection option",
        "DATABASE_URL says something after its question mark that PostgreSQL does not know.",
        "Take it away, or spell it as PostgreSQL does, such as ?sslmode=require",
    ),
    (
        "starting up|shutting down|in recovery",
        "The server at {place} is just starting or stopping.",
        "Try again in a moment.",
    ),
    (
        "too many clients|connection slots",
        "The server at {place} has no free connection.",
        "Make DATABASE_POOL smaller, or the server's max_connections larger.",
    ),
)


@register()
def database_can_be_used(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Look at the file's folder, or knock at the server."""
    if connection.vendor == "sqlite":
        return file_troubles(Path(connection.settings_dict["NAME"]))
    return server_troubles(connection)


def file_troubles(path: Path) -> list[CheckMessage]:
    """What keeps SQLite from its file."""
    if not path.parent.is_dir():
        return [_error("E001", f"The folder {path.parent} is not there.", "Make it, or change DATABASE_URL.")]
    if path.is_dir():
        return [_error("E001", f"{path} is a folder.", "Name a file in it in DATABASE_URL.")]
    shut = [one for one in (path.parent, path) if one.exists() and not os.access(one, os.R_OK | os.W_OK)]
    hint = "Give it to the user who runs the site. SQLite writes beside its file too."
    return [_error("E002", f"{shut[0]} cannot be written to.", hint)] if shut else []


def server_troubles(database: BaseDatabaseWrapper) -> list[CheckMessage]:
    """What keeps the site from its PostgreSQL database, asked over a connection outside the pool."""
    try:
        with psycopg.connect(**database.get_connection_params(), autocommit=True) as server:
            return _inside_troubles(server, database.settings_dict)
    except psycopg.Error as trouble:
        return [connection_error(str(trouble), database.settings_dict)]


def connection_error(said: str, settings: dict[str, Any]) -> CheckMessage:
    """A server's own words, made plain. The password is in neither.

    >>> connection_error('FATAL: database "x" does not exist', {"NAME": "x"}).msg
    'The server has no database x.'
    """
    place = f"{settings.get('HOST') or 'this machine'}:{settings.get('PORT') or 5432}"
    words = {"name": settings.get("NAME"), "user": settings.get("USER") or "of this process", "place": place}
    for sign, message, hint in TROUBLES:
        if re.search(sign, said):
            return _error("E003", message.format(**words), hint.format(**words))
    own = said.replace(settings.get("PASSWORD") or "\0", "...").strip()
    return _error("E003", f"The database at {place} cannot be used: {own}", "Look at DATABASE_URL.")


def _inside_troubles(
    server: "psycopg.Connection[tuple[Any, ...]]", settings: dict[str, Any]
) -> list[CheckMessage]:
    row = server.execute(
        "SELECT current_setting('server_encoding'), has_schema_privilege(current_schema(), 'CREATE')"
    ).fetchone()
    encoding, may_create = row or ("", False)
    name, user = settings["NAME"], settings["USER"]
    if encoding != "UTF8":
        hint = f"Make it anew: createdb --encoding=UTF8 --template=template0 --owner={user} {name}"
        return [
            _error("E004", f"The database {name} cannot hold every letter: it is kept in {encoding}.", hint)
        ]
    if not may_create:
        hint = f'Make the user its owner: ALTER DATABASE "{name}" OWNER TO "{user}"'
        return [_error("E005", f"The user {user} may make no tables in the database {name}.", hint)]
    return []


def _error(number: str, message: str, hint: str) -> CheckMessage:
    return Error(message, hint=hint, id=f"local_offer.{number}")
