"""The two databases of a copy: opened beside the site's own, and told apart by words that hold no password."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.management.base import OutputWrapper
from django.db import connections
from psycopg import IsolationLevel

from home.copying.trouble import NotCopied
from local_offer.core.checks import file_troubles, server_troubles
from local_offer.databases import POSTGRESQL, SQLITE, database_at

SOURCE, TARGET = "copy_from", "copy_to"


def address_of(given: str | None) -> str:
    """An address, or the environment variable that holds it: no password need stand in a list of processes.

    If none is given, it is the site's own database.
    """
    if not given:
        return os.environ.get("DATABASE_URL") or f"sqlite:///{quote(settings.DATABASES['default']['NAME'])}"
    if "://" in given:
        return given
    if not os.environ.get(given):
        raise NotCopied(f"{given} is neither an address nor an environment variable that holds one.")
    return os.environ[given]


def open_both(source: str, target: str) -> None:
    """Have them as two more databases of this process; nothing is asked or written yet."""
    from_here, to_here = database_at(source), database_at(target)
    if _place(from_here) == _place(to_here):
        raise NotCopied("Both addresses name the same database.")
    if from_here["ENGINE"] == SQLITE and not Path(from_here["NAME"]).is_file():
        raise NotCopied(f"There is no file {from_here['NAME']} to copy from.")
    if from_here["ENGINE"] == POSTGRESQL:  # one moment of it, whatever is changed meanwhile
        from_here["OPTIONS"]["isolation_level"] = IsolationLevel.REPEATABLE_READ
    for alias, database in ((SOURCE, from_here), (TARGET, to_here)):
        database["OPTIONS"].pop("pool", None)
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: database})[alias]
        _must_be_usable(alias)


def close_both() -> None:
    """Leave no trace of them in this process."""
    for alias in (SOURCE, TARGET):
        if alias in connections.settings:
            connections[alias].close()
            del connections[alias], connections.settings[alias]


def described(alias: str) -> str:
    """Such as "PostgreSQL, local_offer at db.example.org"."""
    database = connections.settings[alias]
    if database["ENGINE"] == SQLITE:
        return f"SQLite, {database['NAME']}"
    return f"PostgreSQL, {database['NAME']} at {database['HOST'] or 'this machine'}"


def manage_target(address: str, out: OutputWrapper, *command: str) -> None:
    """Run a command of the site with the target as its database, in a process of its own.

    Wagtail decides when it is loaded, by the site's own database, how the tables of its search look.
    """
    script = Path(settings.BASE_DIR) / "manage.py"
    environment = {**os.environ, "DATABASE_URL": address, "LOG_LEVEL": "WARNING"}
    done = subprocess.run(
        [sys.executable, str(script), *command, "--verbosity", "0"],
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        out.write(done.stderr.replace(address, "..."))
        raise NotCopied(f"`manage.py {command[0]}` did not work with the target.")


def _place(database: dict[str, Any]) -> tuple[str, ...]:
    name = str(Path(database["NAME"]).resolve()) if database["ENGINE"] == SQLITE else database["NAME"]
    return (database["ENGINE"], name, database.get("HOST", ""), database.get("PORT", "") or "5432")


def _must_be_usable(alias: str) -> None:
    connection = connections[alias]
    if connection.vendor == "sqlite":
        troubles = file_troubles(Path(connection.settings_dict["NAME"]))
    else:
        troubles = server_troubles(connection)
    for trouble in troubles:
        raise NotCopied(f"{described(alias)}: {trouble.msg} {trouble.hint}")
