"""Page files made up for a test: a head that is right, and whatever words the test is about."""

from datetime import date
from typing import Any

from home.starting.page_files import PageFile, parse_page

HEAD = {
    "key": '"hub:naps"',
    "title": '"Naps"',
    "slug": '"naps"',
    "summary": '"Rest in the day."',
    "needs": '["sleep"]',
    "words": '["nap", "lie down"]',
    "related": '["hub:sleep"]',
    "sources": '["General public knowledge"]',
    "written": str(date(2026, 11, 24)),
}
LINES_OF_HEAD = len(HEAD) + 2


def page_text(body: str, **changed: str | None) -> str:
    """The text of a file. A field given as None is left out."""
    fields = {name: value for name, value in {**HEAD, **changed}.items() if value is not None}
    head = "\n".join(f"{name} = {value}" for name, value in fields.items())
    return f"+++\n{head}\n+++\n{body}"


def page(body: str = "Lie down.", **changed: str | None) -> PageFile:
    """The page that such a file holds."""
    return parse_page(page_text(body, **changed), "hub/naps.md")


def html_in(value: Any) -> list[str]:
    """Every piece of HTML in the values of blocks; headings, slugs and numbers are none."""
    if isinstance(value, str):
        return [value] if value.startswith("<") else []
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [html for one in inside for html in html_in(one)]
