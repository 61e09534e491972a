"""A page as a file that a person can read and correct: facts between two lines of +++, then Markdown.

Pure: a file's text goes in, and a page comes out that knows nothing of the database. What is wrong is said
with its line.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Any

from home.starting.blocks import Block
from home.starting.markup import Link
from home.starting.page_body import read_body
from home.starting.wrong import WrongInFile, WrongInText

FENCE = "+++"
_FIELDS: dict[str, type] = {
    "key": str,
    "title": str,
    "slug": str,
    "summary": str,
    "needs": list,
    "words": list,
    "related": list,
    "sources": list,
    "written": date,
    "area": str,
}
_NEEDLESS = {"area"}
_LONGEST = {"key": 80, "title": 200, "slug": 80, "summary": 300}
_PATTERNS = {"key": r"(hub|guide|dspl|plain):[a-z0-9-]+|urgent-help", "slug": r"[a-z0-9-]+"}
_KINDS = {
    str: "words in quotation marks",
    list: "a list of words in quotation marks",
    date: "a day, such as 2026-11-24",
}


@dataclass(frozen=True)
class PageFile:
    """A page as its file says it. Lines count from 1; `lines` holds those of the fields in the head."""

    file: str
    key: str
    title: str
    slug: str
    summary: str
    needs: tuple[str, ...]
    words: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[str, ...]
    written: date
    area: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    lines: Mapping[str, int]

    @property
    def fingerprint(self) -> str:
        """Changes with anything that a page shows or the search reads, and not when lines are broken anew."""
        shown = [getattr(self, field) for field in _FIELDS] + [block.as_kept() for block in self.blocks]
        return sha256(json.dumps(shown, default=str).encode()).hexdigest()

    def wrong(self, where: str, what: str) -> WrongInFile:
        """What is wrong with one of the fields of the head."""
        return WrongInFile(self.file, self.lines.get(where, 0), f"{where}: {what}")


def page_files(folder: Path) -> list[Path]:
    """Every page file below the folder, in a fixed order."""
    return sorted(folder.glob("*/*.md"))


def read_page_file(path: Path) -> PageFile:
    """Read one file; `WrongInFile` says which line to mend, and how."""
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise WrongInFile(name, 0, "It holds letters that are not UTF-8. Save it again as UTF-8.") from None
    return parse_page(text, name)


def parse_page(text: str, name: str) -> PageFile:
    """The page in this text; `name` is the file's, for what has to be said of it."""
    head, body, body_line = _halves(text, name)
    facts = _facts(head, name)
    try:
        read = read_body(body)
    except WrongInText as wrong:
        raise WrongInFile(name, body_line + wrong.line, wrong.what) from None
    blocks = tuple(replace(block, line=body_line + block.line) for block in read.blocks)
    links = tuple(Link(link.target, body_line + link.line) for link in read.links)
    lines = {field: _line_of(field, head) for field in _FIELDS}
    return PageFile(file=name, **facts, blocks=blocks, links=links, lines=lines)


def _halves(text: str, name: str) -> tuple[str, str, int]:
    """The head, the words, and the line on which the words begin."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].strip() != FENCE:
        raise WrongInFile(
            name, 1, f"The file must begin with a line of {FENCE}, then key, title and the rest."
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    raise WrongInFile(name, len(lines), f"The head has no end. Put a line of {FENCE} above the page's words.")


def _facts(head: str, name: str) -> dict[str, Any]:
    try:
        values = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise WrongInFile(name, int(at[1]) + 1 if at else 1, f"The head cannot be read: {error}.") from None
    for field in values:
        if field not in _FIELDS:
            near = get_close_matches(field, _FIELDS, n=1)
            hint = f"Do you mean {near[0]}?" if near else f"Known are: {', '.join(_FIELDS)}."
            raise WrongInFile(name, _line_of(field, head), f"There is no “{field}” of a page. {hint}")
    return {field: _fact(field, values, head, name) for field in _FIELDS}


def _fact(field: str, values: Mapping[str, Any], head: str, name: str) -> Any:
    """The value of one field, as its type; what is wrong with it is raised with its line."""
    if field not in values and field not in _NEEDLESS:
        raise WrongInFile(name, 1, f"{field} is missing. Add a line: {field} = {_KINDS[_FIELDS[field]]}.")
    value = values.get(field, "")
    if fault := _fault(field, value):
        raise WrongInFile(name, _line_of(field, head), fault)
    return tuple(value) if isinstance(value, list) else value


def _fault(field: str, value: Any) -> str:
    """What is wrong with a value; empty when nothing is."""
    kind: Any = _FIELDS[field]
    if type(value) is not kind or (kind is list and not all(isinstance(one, str) for one in value)):
        return f"{field} must be {_KINDS[kind]}."
    if value == "" and field not in _NEEDLESS:
        return f"{field} is empty."
    if field in _LONGEST and len(value) > _LONGEST[field]:
        return f"{field} is too long: at most {_LONGEST[field]} letters."
    if field in _PATTERNS and not re.fullmatch(_PATTERNS[field], value):
        return f"“{value}” cannot be a {field}. Use small letters, digits and -."
    return ""


def _line_of(field: str, head: str) -> int:
    """The line of the file on which a field stands; the first when it does not."""
    for number, line in enumerate(head.splitlines(), start=2):
        if line.partition("=")[0].strip().strip('"') == field:
            return number
    return 1
