"""What a family's phone is sent: light, our own, and nothing that a council's site may not show."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "static" / "build"
KB = 1024

pytestmark = pytest.mark.skipif(not BUILD.is_dir(), reason="styles are not built: make assets")


def gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


@pytest.fixture
def css() -> str:
    return (BUILD / "site.css").read_text(encoding="utf-8")


def test_neither_the_typeface_nor_the_crown_of_gov_uk_is_shown(css: str) -> None:
    assert not re.search(r"gds.?transport|crown|crest|govuk-logotype", css, re.IGNORECASE)
    assert not list(BUILD.rglob("*crown*")) + list(BUILD.rglob("*crest*"))
    assert sorted(path.name for path in (BUILD / "fonts").iterdir()) == [
        "atkinson-400.woff2",
        "atkinson-700.woff2",
    ]


def test_the_prebuilt_stylesheet_is_not_used(css: str) -> None:
    for part in ("govuk-header", "govuk-footer", "govuk-cookie-banner", "govuk-tabs", "govuk-accordion"):
        assert part not in css


def test_words_show_before_their_typeface_has_come(css: str) -> None:
    assert css.count("@font-face") == css.count("font-display:swap") == 2


def test_everything_is_asked_of_this_site_alone(css: str) -> None:
    addresses = re.findall(r"url\(([^)]*)\)", css)
    assert sorted(address.strip("\"'") for address in addresses) == [
        "fonts/atkinson-400.woff2",
        "fonts/atkinson-700.woff2",
        "hills.svg",
    ]
    assert "@import" not in css


def test_every_file_that_the_styles_ask_for_is_there() -> None:
    assert (ROOT / "static" / "files" / "hills.svg").is_file()
    assert all((BUILD / "fonts" / f"atkinson-{weight}.woff2").is_file() for weight in (400, 700))


def test_a_first_visit_is_light() -> None:
    fonts = sum(path.stat().st_size for path in (BUILD / "fonts").iterdir())
    drawings = sum(gzipped(path) for path in (ROOT / "static" / "files").glob("*.svg"))
    styles, script = gzipped(BUILD / "site.css"), gzipped(BUILD / "site.js")
    page = 20 * KB  # the heaviest page that is allowed
    assert styles <= 10 * KB
    assert script <= 5 * KB
    assert fonts + drawings + styles + script + page <= 75 * KB


def test_the_script_brings_no_words_or_styles_of_its_own() -> None:
    script = (BUILD / "site.js").read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|insertAdjacentHTML|document\.write|\beval\(|\.style\b|setAttribute\(.style", script
    )
    assert not re.search(r"localStorage|sessionStorage|\.cookie|XMLHttpRequest|sendBeacon", script)
    assert len(re.findall(r"fetch\(", script)) == 1  # suggestions, from our own address
    assert re.search(r"fetch\(.{0,60}dataset\.suggest", script) or "dataset.suggest" in script
