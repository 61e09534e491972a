"""The rules of the house, kept by tools: style, types, layers, templates, migrations."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PACKAGES = ["local_offer", "search", "home", "tests", "scripts"]
# Spelt so that this file does not name what it looks for.
REGISTRIES = [
    "py" + "pi.org",
    "python" + "hosted",
    "registry." + "npmjs",
    "crates" + ".io",
    "deb." + "debian",
]


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def test_style_is_as_ruff_wants_it():
    run(str(BIN / "ruff"), "check", *PACKAGES)


def test_code_is_laid_out_as_ruff_lays_it_out():
    run(str(BIN / "ruff"), "format", "--check", *PACKAGES)


@pytest.mark.xdist_group("mypy")
def test_types_hold():
    run(str(BIN / "mypy"), "local_offer", "search", "home")


def test_no_file_imports_from_a_room_above_it():
    run(str(BIN / "lint-imports"))


def test_templates_are_well_formed():
    run(str(BIN / "djlint"), "--lint", "templates", "--quiet")


def test_templates_are_indented():
    run(str(BIN / "djhtml"), "--check", "--tabwidth", "2", "templates")


def test_every_change_of_a_model_has_its_migration():
    run(sys.executable, "manage.py", "makemigrations", "--check", "--dry-run")


def test_no_package_registry_is_named():
    files = run("git", "ls-files").split("\n")
    for name in filter(None, files):
        path = ROOT / name
        if path.is_file() and path.suffix not in (".png", ".woff2", ".gz"):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [host for host in REGISTRIES if host in text], name


def test_code_is_small_enough_to_read():
    """No file over 330 lines, outside migrations; long tables are data, not code."""
    for package in ("local_offer", "search", "home"):
        for path in (ROOT / package).rglob("*.py"):
            if "migrations" not in path.parts:
                assert len(path.read_text().splitlines()) <= 330, path


def test_every_module_says_why_it_is_there():
    for package in ("local_offer", "search", "home"):
        for path in (ROOT / package).rglob("*.py"):
            text = path.read_text()
            if text.strip() and path.name not in ("apps.py",) and "migrations" not in path.parts:
                assert re.match(r'\s*(#.*\n)*"""', text), path
