"""The text of a page file into the blocks that a page is made of.

Words before the first heading open the page. `## Heading {kind}` begins a section, and with the kind "steps"
a road of steps, each `### Title | when`. Lines in double brackets become live lists where they stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from markdown_it.tree import SyntaxTreeNode as Node

from home.starting.blocks import Block
from home.starting.directives import blocks_called_for, is_directive, lists_the_area
from home.starting.markup import Link, html_of, line_of, links_in, plain_words, read_markdown
from home.starting.wrong import WrongInText
from local_offer.core.blocks import KINDS

LONGEST_HEADING = 120
LONGEST_WHEN = 80
STEPS = "steps"
_KINDS = {kind for kind, _ in KINDS}
_HEADING = re.compile(r"(?P<words>[^{}]*[^{}\s])\s*(?:\{(?P<kind>[a-z-]+)\})?")


@dataclass(frozen=True)
class Body:
    """All blocks of a page and all its links, their lines counted from 0."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


@dataclass
class _Section:
    """A heading and what stands below it; the first has no heading."""

    heading: str = ""
    kind: str = ""
    line: int = 0
    parts: list[Node] = field(default_factory=list)


def read_body(text: str) -> Body:
    """Every block of the text; WrongInText says which line cannot be taken, and why."""
    parts = read_markdown(text)
    blocks = [block for section in _sections(parts) for block in _blocks(section)]
    return Body(tuple(blocks), tuple(links_in(parts)))


def _sections(parts: Iterable[Node]) -> list[_Section]:
    sections = [_Section()]
    for part in parts:
        if part.type == "heading" and part.tag == "h2":
            sections.append(_section(part))
        else:
            sections[-1].parts.append(part)
    return sections


def _section(part: Node) -> _Section:
    written = _HEADING.fullmatch(plain_words(part))
    if not written:
        raise WrongInText(line_of(part), "A heading is ## and plain words, then its kind in braces: {try}.")
    kind = written["kind"] or ""
    if kind not in _KINDS | {STEPS}:
        known = ", ".join(sorted(_KINDS - {""} | {STEPS}))
        raise WrongInText(line_of(part), f"There is no kind of section “{kind}”. Use one of: {known}.")
    return _Section(_short(written["words"], LONGEST_HEADING, part), kind, line_of(part))


def _blocks(section: _Section) -> Iterator[Block]:
    """The blocks of one section. Words below a live list go on in a block of their own."""
    if any(map(lists_the_area, section.parts)):
        return  # the page of an area has this list, and a heading for it, without being told
    if section.kind == STEPS:
        yield _steps(section)
        return
    heading = section.heading
    if heading and (not section.parts or is_directive(section.parts[0])):
        yield _headed(section, [])
        heading = ""
    for alive, group in groupby(section.parts, is_directive):
        nodes = list(group)
        if alive:
            yield from (block for node in nodes for block in blocks_called_for(node))
        elif heading:
            yield _headed(section, nodes)
            heading = ""
        else:
            yield Block("intro", html_of(nodes), line_of(nodes[0]))


def _headed(section: _Section, nodes: list[Node]) -> Block:
    value = {"heading": section.heading, "kind": section.kind, "text": html_of(nodes)}
    return Block("section", value, section.line)


def _steps(section: _Section) -> Block:
    intro: list[Node] = []
    steps: list[tuple[Node, list[Node]]] = []
    for part in section.parts:
        if is_directive(part):
            raise WrongInText(
                line_of(part), "A live list cannot stand among steps. Give it a heading of its own."
            )
        if part.type == "heading" and part.tag == "h3":
            steps.append((part, []))
        else:
            (steps[-1][1] if steps else intro).append(part)
    if not steps:
        raise WrongInText(section.line, "There is no step below. Begin each with ### and its title.")
    value = {"heading": section.heading, "intro": html_of(intro), "steps": [_step(*step) for step in steps]}
    return Block("steps", value, section.line)


def _step(heading: Node, below: list[Node]) -> dict[str, str]:
    title, _, when = (part.strip() for part in plain_words(heading).partition("|"))
    return {
        "title": _short(title, LONGEST_HEADING, heading),
        "when": _short(when, LONGEST_WHEN, heading),
        "text": html_of(below),
    }


def _short(words: str, most: int, part: Node) -> str:
    if len(words) > most:
        raise WrongInText(line_of(part), f"This is too long: at most {most} letters.")
    return words
