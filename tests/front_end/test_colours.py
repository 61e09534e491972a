"""Everyone can read every word and see every edge: the colours, pair by pair, as they are used."""

import re
from pathlib import Path

import pytest

SCSS = Path(__file__).resolve().parents[2] / "static" / "scss"
TEXT, EDGE = 4.5, 3.0  # WCAG 2.2 AA: words, and the edges of what can be pressed or must be told apart

# Words on what they stand on. Links turn darker on a tint, so `link` stands on the palest grounds alone.
WORDS = {
    "ink": ["paper", "mint", "cream", "honey-soft", "leaf-soft", "mist", "red-soft", "honey"],
    "ink-soft": ["paper", "mint", "cream", "honey-soft", "red-soft"],
    "link": ["paper", "cream", "red-soft"],
    "link-hover": ["paper", "mint", "cream", "honey-soft", "red-soft"],
    "link-visited": ["paper", "cream", "red-soft"],
    "pine": ["paper", "mint"],
    "pine-deep": ["mint"],
    "paper": ["pine", "pine-deep"],
    "leaf-deep": ["leaf-soft"],
    "red": ["paper", "red-soft"],
    "amber": ["paper", "cream"],
    "focus-ink": ["focus"],
    "print": ["paper"],
}
# Edges, icons and marks on what they must be told from.
EDGES = {
    "field": ["paper", "cream"],
    "leaf": ["paper", "mint", "leaf-soft"],
    "pine": ["paper", "mint", "leaf-soft", "honey", "cream"],
    "honey": ["pine"],
    "amber": ["paper"],
    "red": ["paper", "red-soft"],
    "focus-ink": ["focus", "paper"],
}
# Thin lines that only part one thing from the next: nobody needs to see them to know what is what.
DECORATION = {"line", "sand"}


def brand() -> dict[str, str]:
    """The colours of `_brand.scss`: name to "#rrggbb"."""
    text = (SCSS / "_brand.scss").read_text(encoding="utf-8")
    return dict(re.findall(r"^\$([a-z-]+): (#[0-9a-f]{6});$", text, re.MULTILINE))


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(front, back) for front, backs in table.items() for back in backs]


def test_contrast_is_measured_as_the_guidelines_measure_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("words", "ground"), pairs(WORDS))
def test_words_can_be_read(words: str, ground: str) -> None:
    assert contrast(brand()[words], brand()[ground]) >= TEXT


@pytest.mark.parametrize(("edge", "ground"), pairs(EDGES))
def test_edges_can_be_seen(edge: str, ground: str) -> None:
    assert contrast(brand()[edge], brand()[ground]) >= EDGE


def test_every_colour_of_the_brand_has_been_judged() -> None:
    judged = {name for table in (WORDS, EDGES) for pair in pairs(table) for name in pair} | DECORATION
    assert set(brand()) == judged


def test_colours_are_written_in_one_place() -> None:
    for path in SCSS.glob("*.scss"):
        if path.name != "_brand.scss":
            code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(\d|\bhsla?\(", code), path.name


def test_red_is_kept_for_urgent_help() -> None:
    using = {
        path.name for path in SCSS.glob("*.scss") if re.search(r"\$red\b", path.read_text(encoding="utf-8"))
    }
    assert using == {"_brand.scss", "_page.scss", "_panels.scss"}
    panels = (SCSS / "_panels.scss").read_text(encoding="utf-8")
    page = (SCSS / "_page.scss").read_text(encoding="utf-8")
    assert panels.count("$red;") == blocks_of(panels, ".lo-danger").count("$red;") > 0
    assert page.count("$red;") == blocks_of(page, ".lo-urgent").count("$red;") > 0


def blocks_of(text: str, selector: str) -> str:
    """The rules of one top-level selector."""
    return "".join(re.findall(rf"^{re.escape(selector)} {{.*?^}}", text, re.MULTILINE | re.DOTALL))
