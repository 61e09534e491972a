"""Every public template keeps what holds for all pages: nothing inline, one language, clear links."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
# Editors' own pages stand in Wagtail's admin and keep its ways.
ALL = sorted(path for path in TEMPLATES.rglob("*.html") if not {"admin", "wagtailadmin"} & set(path.parts))
# Pages to read have the title that `page.html` gives them.
PAGES = [path for path in ALL if '{% extends "base' in path.read_text(encoding="utf-8")]
VAGUE = re.compile(r">\s*(click here|here|more|read more|website|link)\s*</a>", re.IGNORECASE)


def name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ALL, ids=name)
def test_a_template_is_well_formed(path: Path) -> None:
    assert get_template(name(path)) is not None


@pytest.mark.parametrize("path", ALL, ids=name)
def test_nothing_runs_or_is_styled_inside_a_page(path: Path) -> None:
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\bsrc=)", text(path))


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_page_asks_another_site_for_anything(path: Path) -> None:
    assert not re.search(r"(src|srcset|action)=\"(https?:)?//", text(path))


@pytest.mark.parametrize("path", ALL, ids=name)
def test_a_link_says_where_it_leads(path: Path) -> None:
    assert not VAGUE.search(text(path))


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_has_a_title_of_its_own(path: Path) -> None:
    words = text(path)
    assert ("{% block titletag %}" if "wagtailadmin/base.html" in words else "{% block title %}") in words


def test_pages_are_written_in_british_english_and_say_so() -> None:
    for path in ALL:
        for language in re.findall(r"<html[^>]*>", text(path)):
            assert language == '<html lang="en-GB">', name(path)


def test_the_page_for_when_all_fails_needs_nothing_to_be_shown() -> None:
    page = get_template("500.html").render()
    assert "{%" not in page
    assert "<h1" in page
    assert 'href="/"' in page
