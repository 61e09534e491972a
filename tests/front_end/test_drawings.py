"""Icons are single lines in the colour of the words beside them, and each is there when a template asks."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from home.models import ICONS
from local_offer.core.templatetags.site_tags import NoSuchIcon, icon

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
DRAWINGS = sorted((TEMPLATES / "icons").glob("*.svg"))
SHAPES = {"path", "circle", "rect"}
ICON_TAG = re.compile(r'{% icon "([a-z-]+)" %}')


def asked_for() -> set[str]:
    """Every icon that a template names, and those an editor may choose."""
    named = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in ICON_TAG.findall(path.read_text(encoding="utf-8"))
    }
    return named | {name for name, _ in ICONS}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_an_icon_is_a_line_in_the_colour_of_its_words(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    assert (root.tag, root.get("viewBox")) == ("svg", "0 0 24 24")
    assert (root.get("fill"), root.get("stroke")) == ("none", "currentColor")
    assert (root.get("aria-hidden"), root.get("focusable")) == ("true", "false")
    for shape in root.iter():
        assert shape is root or shape.tag in SHAPES
        assert shape is root or not {"fill", "stroke", "id", "style", "class", "onload"} & set(shape.keys())
        assert not (shape.text or "").strip()


def test_every_icon_asked_for_is_drawn_and_every_drawing_is_used() -> None:
    assert {path.stem for path in DRAWINGS} == asked_for()


def test_an_icon_stands_in_the_page_itself() -> None:
    assert icon("moon").startswith("<svg")
    assert icon("moon").endswith("</svg>")


def test_a_card_may_go_without_an_icon() -> None:
    assert icon("") == ""


@pytest.mark.parametrize("name", ["no-such-drawing", "../base", "moon.svg", "Moon"])
def test_a_wrong_icon_is_named(name: str) -> None:
    with pytest.raises(NoSuchIcon, match=re.escape(name)):
        icon(name)
