"""Markdown into the few marks that a page may hold: the very ones that an editor has in the admin.

Anything else is refused with its line, so that nothing is lost when an editor opens and saves the page.
Quotations hold plain paragraphs, and list items one paragraph each: the admin's text editor knows no others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node

from home.starting.wrong import WrongInText

_LISTS = {"bullet_list": "ul", "ordered_list": "ol"}
_MARKS = {"strong": "strong", "em": "em"}
_INSTEAD = {
    "hr": "A line across the page is not used. Begin a new section with ##.",
    "code_block": "This is set in by four spaces or more. Take the spaces out.",
    "fence": "``` is not used. Put > before words to copy.",
    "code_inline": "` is not used. Use quotation marks.",
    "html_block": "HTML is not used. Write Markdown.",
    "html_inline": "HTML is not used. Write Markdown.",
    "image": "A picture cannot stand in a file. Add it in the admin, and say there what it shows.",
    "hardbreak": "This line ends in two spaces or in \\. Take them out, or leave an empty line below it.",
}


@dataclass(frozen=True)
class Link:
    """Where a link leads, as it was written, and its line."""

    target: str
    line: int


def read_markdown(text: str) -> list[Node]:
    """The parts of a text, one below the other: headings, paragraphs, lists, quotations."""
    return list(Node(MarkdownIt("commonmark").disable("reference").parse(text)).children)


def line_of(node: Node) -> int:
    """The line on which a part begins, from 0."""
    while node.map is None and node.parent is not None:
        node = node.parent
    return node.map[0] if node.map else 0


def html_of(nodes: Iterable[Node]) -> str:
    """These parts as the HTML that the database keeps; WrongInText for what a page may not hold.

    >>> html_of(read_markdown("**One** thing"))
    '<p><strong>One</strong> thing</p>'
    """
    return "".join(map(_part, nodes))


def plain_words(node: Node) -> str:
    """The words of a heading that stands in a list of contents: no links, nothing bold."""
    (inline,) = node.children
    if any(child.type != "text" for child in inline.children):
        raise WrongInText(line_of(node), "A heading is plain words: no link, nothing bold.")
    return inline.content.strip()


def links_in(nodes: Iterable[Node]) -> Iterator[Link]:
    """Every link of these parts, in order."""
    for node in nodes:
        for inside in node.walk():
            if inside.type == "link":
                yield Link(str(inside.attrs["href"]), line_of(inside))


def _part(node: Node) -> str:
    if node.type == "paragraph":
        return f"<p>{_words(node)}</p>"
    if node.type == "heading" and node.tag == "h3":
        return f"<h3>{_words(node)}</h3>"
    if node.type == "heading":
        raise WrongInText(line_of(node), "Use ## for a section and ### for a heading inside it.")
    if node.type in _LISTS:
        return _list(node)
    if node.type == "blockquote":
        return "".join(f"<blockquote>{_words(child)}</blockquote>" for child in _paragraphs(node))
    raise WrongInText(
        line_of(node), _INSTEAD.get(node.type, f"A {node.type} is not used. Write a paragraph or a list.")
    )


def _list(node: Node) -> str:
    tag = _LISTS[node.type]
    return f"<{tag}>{''.join(map(_item, node.children))}</{tag}>"


def _item(node: Node) -> str:
    first, below = node.children[:1], node.children[1:]
    if [one.type for one in first] != ["paragraph"] or any(one.type not in _LISTS for one in below):
        raise WrongInText(line_of(node), "An item of a list is one paragraph. Put more words below the list.")
    return f"<li>{_words(first[0])}{''.join(map(_list, below))}</li>"


def _paragraphs(node: Node) -> list[Node]:
    for child in node.children:
        if child.type != "paragraph":
            raise WrongInText(line_of(child), "Words to copy (>) are plain paragraphs: no list, no heading.")
    return node.children


def _words(node: Node) -> str:
    """The words of a paragraph, heading or item, with their links and what is bold."""
    (inline,) = node.children
    return "".join(_mark(child, line_of(node)) for child in inline.children)


def _mark(node: Node, line: int) -> str:
    if node.type == "text":
        _refuse_what_looks_unread(node.content, line)
        return escape(node.content, quote=False)
    if node.type == "softbreak":
        return " "
    inside = "".join(_mark(child, line) for child in node.children)
    if node.type in _MARKS:
        return f"<{_MARKS[node.type]}>{inside}</{_MARKS[node.type]}>"
    if node.type == "link":
        return f'<a href="{escape(str(node.attrs["href"]))}">{inside}</a>'
    raise WrongInText(line, _INSTEAD.get(node.type, f"A {node.type} is not used. Write plain words."))


def _refuse_what_looks_unread(words: str, line: int) -> None:
    """Marks that were meant as a link or a live list and were not understood as one must not reach a page."""
    if "](" in words:
        raise WrongInText(
            line, "A link here cannot be read. Write [words](hub:sleep), with no space inside the ()."
        )
    if "[[" in words:
        raise WrongInText(line, "[[...]] stands on a line of its own, with an empty line above and below.")
