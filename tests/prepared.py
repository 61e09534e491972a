"""A site as a fresh machine has it, made once by the commands of `make setup` and copied by every test process.

It is kept under `var/` for the next run, under a name that changes with the code and the starting data.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "prepared-sites"
COMMANDS = (["migrate"], ["load_starting_data"], ["sync_groups"], ["rebuild_search"])


def copy_to(folder: Path) -> None:
    """Put a copy of the prepared site into a folder: its database and its index."""
    site = prepared_site()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(site / "local_offer.sqlite3", folder / "local_offer.sqlite3")
    shutil.copytree(site / "search", folder / "search", dirs_exist_ok=True)


def prepared_site() -> Path:
    """The prepared site; the first process to ask makes it, the others wait."""
    site = KEPT / _name()
    KEPT.mkdir(parents=True, exist_ok=True)
    with open(KEPT / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (site / "ready").exists():
            _make(site)
    return site


def _make(site: Path) -> None:
    for old in KEPT.glob("site-*"):
        shutil.rmtree(old, ignore_errors=True)
    site.mkdir()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "local_offer.settings",
        "VAR_DIR": str(site),
        "LOG_LEVEL": "WARNING",
    }
    for command in COMMANDS:
        subprocess.run(
            [sys.executable, "manage.py", *command, "--verbosity", "0"], cwd=ROOT, env=environment, check=True
        )
    (site / "ready").touch()


def _name() -> str:
    """Another name for other code or other starting data."""
    digest = hashlib.sha256()
    for package in ("local_offer", "search", "home"):
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and path.suffix in (".py", ".csv", ".md", ".toml"):
                digest.update(f"{path.relative_to(ROOT)}".encode() + path.read_bytes())
    return f"site-{digest.hexdigest()[:16]}"
