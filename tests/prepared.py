"""A site as a fresh machine has it, made once by the commands of `make setup` and copied by every test process.

It is kept under `var/` for the next run, under a name that changes with the code and the starting data. On PostgreSQL
its database is a template in the server, and only the index is kept under `var/`.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import in_postgresql

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "prepared-sites"
COMMANDS = (["migrate"], ["load_starting_data"], ["sync_groups"], ["rebuild_search"])


def copy_to(folder: Path) -> None:
    """Put a copy of the prepared site into a folder: its database in SQLite, and its index."""
    site = prepared_site()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(site / "local_offer.sqlite3", folder / "local_offer.sqlite3")
    _copy_index(site, folder)


def copy_to_postgresql(folder: Path, database: dict[str, Any]) -> None:
    """Put a copy of the prepared site into a database of this name, and its index into a folder."""
    template = f"prepared-{_digest()}"
    with _one_at_a_time():
        site = KEPT / f"postgresql-{_digest()}-{in_postgresql.server_of(database)}"
        if not (site / "ready").exists() or not in_postgresql.exists(database, template):
            in_postgresql.forget_templates(database)
            address = in_postgresql.made(database, template)
            _make(site, "postgresql", DATABASE_URL=address)
        in_postgresql.copy(database, template)
    _copy_index(site, folder)


def prepared_site() -> Path:
    """The prepared site in SQLite; the first process to ask makes it, the others wait."""
    site = KEPT / f"site-{_digest()}"
    with _one_at_a_time():
        if not (site / "ready").exists():
            _make(site, "site")
    return site


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with open(KEPT / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _copy_index(site: Path, folder: Path) -> None:
    shutil.copytree(site / "search", folder / "search", dirs_exist_ok=True)


def _make(site: Path, kind: str, **more: str) -> None:
    for old in KEPT.glob(f"{kind}-*"):
        shutil.rmtree(old, ignore_errors=True)
    site.mkdir()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "local_offer.settings",
        "VAR_DIR": str(site),
        "LOG_LEVEL": "WARNING",
        **more,
    }
    for command in COMMANDS:
        subprocess.run(
            [sys.executable, "manage.py", *command, "--verbosity", "0"], cwd=ROOT, env=environment, check=True
        )
    (site / "ready").touch()


def _digest() -> str:
    """Another for other code or other starting data."""
    digest = hashlib.sha256()
    for package in ("local_offer", "search", "home"):
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and path.suffix in (".py", ".csv", ".md", ".toml"):
                digest.update(f"{path.relative_to(ROOT)}".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
