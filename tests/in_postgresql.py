"""Databases of test processes in a PostgreSQL server: made from a template, and taken away at the end."""

from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql


def server_of(database: dict[str, Any]) -> str:
    """The number of a server's cluster: another server has other templates."""
    return str(_ask(database, "SELECT system_identifier FROM pg_control_system()")[0][0])


def exists(database: dict[str, Any], name: str) -> bool:
    """Whether the server has a database of this name."""
    return bool(_ask(database, "SELECT 1 FROM pg_database WHERE datname = %s", name))


def forget_templates(database: dict[str, Any]) -> None:
    """Drop the templates of older code."""
    for (name,) in _ask(database, "SELECT datname FROM pg_database WHERE datname LIKE 'prepared-%%'"):
        drop(database, name)


def made(database: dict[str, Any], name: str) -> str:
    """Make an empty database of this name; its address."""
    drop(database, name)
    _tell(database, "CREATE DATABASE {}", name)
    return address_of(database, name)


def address_of(database: dict[str, Any], name: str) -> str:
    """The address of another database in the same server."""
    user = f"{quote(database['USER'], safe='')}:{quote(database['PASSWORD'], safe='')}"
    if database["HOST"].startswith("/"):
        return f"postgres://{user}@/{quote(database['HOST'])}/{name}"
    port = f":{database['PORT']}" if database["PORT"] else ""
    return f"postgres://{user}@{database['HOST']}{port}/{name}"


def copy(database: dict[str, Any], template: str) -> None:
    """Make the database that Django's settings name, as a copy of another."""
    drop(database, database["NAME"])
    _tell(database, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", database["NAME"], template)


def drop(database: dict[str, Any], name: str) -> None:
    """Take a database away, and whoever is connected to it."""
    _tell(database, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _ask(database: dict[str, Any], question: str, *values: str) -> list[tuple[Any, ...]]:
    with _connected(database) as connection:
        return connection.execute(question.encode(), values).fetchall()


def _tell(database: dict[str, Any], order: str, *names: str) -> None:
    with _connected(database) as connection:
        connection.execute(sql.SQL(order).format(*map(sql.Identifier, names)))  # type: ignore[arg-type]


def _connected(database: dict[str, Any]) -> "psycopg.Connection[tuple[Any, ...]]":
    """Beside Django, in a database that every server has."""
    return psycopg.connect(
        dbname="postgres",
        user=database["USER"],
        password=database["PASSWORD"],
        host=database["HOST"],
        port=database["PORT"],
        autocommit=True,
    )
