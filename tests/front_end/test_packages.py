"""The packages that build the styles: pinned, checked by fingerprint, and never tied to one host."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {"@fontsource/atkinson-hyperlegible-next", "esbuild", "govuk-frontend", "sass", "axe-core"}


def lock() -> dict[str, dict[str, object]]:
    packages: dict[str, dict[str, object]] = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    return packages


def test_the_lock_names_no_host() -> None:
    assert not [name for name, package in lock().items() if "resolved" in package]
    assert not re.findall(r"https?://[^\"]+\.tgz", (ROOT / "package-lock.json").read_text())
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text().splitlines()


def test_every_locked_package_has_a_fingerprint() -> None:
    assert not [name for name, package in lock().items() if name and not package.get("integrity")]


def test_only_the_packages_we_chose_are_asked_for_each_in_one_version() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    asked = {**package["dependencies"], **package["devDependencies"]}
    assert set(asked) == ALLOWED
    assert not [name for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]


def test_no_package_runs_anything_while_it_is_installed() -> None:
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text().splitlines()
