"""Lines in double brackets, which call for something alive: services from the search, helplines, kept lists.

[[services need=sleep,toilet age=0-5 access=no-diagnosis kind=helpline limit=6]]
[[helplines urgent]]    [[helplines need=sleep]]    [[helplines all]]
[[figures]]    [[outcomes]]    [[glossary]]    what editors keep: published figures, ways in, words from A to Z
[[area-services]]       on the page of an area, which lists its services by itself
"""

import re
from typing import Any

from markdown_it.tree import SyntaxTreeNode as Node

from home.starting.blocks import Block
from home.starting.markup import line_of
from home.starting.wrong import WrongInText
from local_offer.hub.blocks import MOST

USUAL_LIMIT = 6
_LINE = re.compile(r"\[\[\s*([a-z-]+)\s*(.*?)\s*\]\]")
_AGES = re.compile(r"(\d{1,2})(?:-(\d{1,2}))?")
_KEPT: dict[str, Any] = {"figures": {"series": []}, "outcomes": None, "glossary": None}
_KNOWN = "Known are services, helplines, area-services, figures, outcomes and glossary, such as [[glossary]]."


def is_directive(node: Node) -> bool:
    """Whether a part of the text is made of such lines alone."""
    return node.type == "paragraph" and all(line.startswith("[[") for line in _lines(node))


def blocks_called_for(node: Node) -> list[Block]:
    """The blocks that a part calls for; WrongInText names the line that cannot be read."""
    first = line_of(node)
    found = [_block(line, first + number) for number, line in enumerate(_lines(node))]
    return [block for block in found if block is not None]


def lists_the_area(node: Node) -> bool:
    """Whether a part only marks where an area's services come."""
    return is_directive(node) and any("area-services" in line for line in _lines(node))


def _lines(node: Node) -> list[str]:
    return str(node.children[0].content).split("\n")


def _block(text: str, line: int) -> Block | None:
    written = _LINE.fullmatch(text.strip())
    if not written:
        raise WrongInText(line, f"{text[:60]} cannot be read. {_KNOWN}")
    name, rest = written.groups()
    if name == "services":
        return _services(_options(rest, ("need", "kind", "age", "access", "limit"), line), line)
    if name == "helplines":
        return _helplines(rest, line)
    if name in _KEPT and not rest:
        return Block(name, _KEPT[name], line)
    if name == "area-services":
        return None
    raise WrongInText(line, f"“{name}” is not known. {_KNOWN}")


def _options(text: str, known: tuple[str, ...], line: int) -> dict[str, str]:
    """`need=sleep limit=6` as a dictionary."""
    found = {}
    for part in text.split():
        name, _, value = part.partition("=")
        if name not in known or not value:
            raise WrongInText(
                line, f"“{part}” is not known. Known are: {', '.join(f'{one}=' for one in known)}."
            )
        found[name] = value
    return found


def _services(options: dict[str, str], line: int) -> Block:
    if not {"need", "kind"} & set(options):
        raise WrongInText(line, "Say need= or kind=, or the list holds every service there is.")
    if options.get("access", "no-diagnosis") != "no-diagnosis":
        raise WrongInText(line, "The only access= is no-diagnosis.")
    limit = options.get("limit", str(USUAL_LIMIT))
    if not limit.isdigit() or not 1 <= int(limit) <= MOST:
        raise WrongInText(line, f"limit= is a number from 1 to {MOST}.")
    youngest, oldest = _ages(options.get("age"), line)
    value = {
        "needs": _slugs(options.get("need")),
        "kinds": _slugs(options.get("kind")),
        "from_age": youngest,
        "to_age": oldest,
        "no_diagnosis": "access" in options,
        "limit": int(limit),
    }
    return Block("live_services", value, line)


def _helplines(rest: str, line: int) -> Block:
    if rest in ("urgent", "all"):
        return Block("helplines", {"which": rest, "needs": []}, line)
    needs = _slugs(_options(rest, ("need",), line).get("need"))
    if not needs:
        raise WrongInText(line, "Say which helplines: urgent, all, or need= and a need.")
    return Block("helplines", {"which": "needs", "needs": needs}, line)


def _ages(text: str | None, line: int) -> tuple[int | None, int | None]:
    if text is None:
        return None, None
    written = _AGES.fullmatch(text)
    youngest, oldest = (int(written[1]), int(written[2] or written[1])) if written else (26, 0)
    if not 0 <= youngest <= oldest <= 25:
        raise WrongInText(line, "age= is a whole number from 0 to 25, or two of them such as 0-5.")
    return youngest, oldest


def _slugs(text: str | None) -> list[str]:
    return [slug for slug in (text or "").split(",") if slug]
