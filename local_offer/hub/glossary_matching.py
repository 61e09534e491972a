"""Finds words of the glossary in the HTML of a page, and explains each where it is used first.

Pure: a text and a list of words go in, a text comes out. The words of a page keep their place; a word that is
explained becomes a button, and what it means stands right behind it, where a screen reader meets it next. The
button needs no script (`popovertarget`). On paper, and in a browser too old to fold it away, the meaning stands
in brackets.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import escape

MOST_ON_A_PAGE = 12
_TAGS = re.compile(r"(<[^>]*>)")
_APOSTROPHE = re.compile("(?:'|’|&#x27;|&#39;)")
_POINT = re.compile(r"[,.;:!?)”’]+")
_TAG = re.compile(r"</?\s*([a-zA-Z0-9]+)")
_OPENS_WORDS = re.compile(r'<[a-z0-9]+\s(?:[^>]*\s)?class="(?:[^"]*\s)?lo-words[\s"]')
# A link leads somewhere already, a heading stands in other lists too, and words to copy are to be copied.
_LEFT_ALONE = frozenset("a button h1 h2 h3 h4 h5 h6 summary blockquote svg nav".split())


@dataclass(frozen=True)
class Entry:
    """A word of the glossary. `anchor` is its place in the list from A to Z, `see` the key of a page about it."""

    term: str
    short_forms: tuple[str, ...]
    plain: str
    anchor: str
    see: str = ""


@dataclass(frozen=True)
class Found:
    """A word in a page: which piece of the text, from where to where, and what it is a use of."""

    piece: int
    start: int
    end: int
    entry: Entry
    is_short: bool


@dataclass(frozen=True)
class Glossary:
    """The words, and one pattern that finds any of them."""

    entries: tuple[Entry, ...]

    @cached_property
    def named(self) -> dict[str, tuple[Entry, bool]]:
        """Every way to write a word: the word, and whether this is its short form."""
        known: dict[str, tuple[Entry, bool]] = {}
        for entry in self.entries:
            known.setdefault(_folded(entry.term), (entry, False))
            for short in entry.short_forms:
                known.setdefault(short, (entry, True))
        return known

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Whole words, the longest first, one or many of a thing."""
        ways = sorted(self.named, key=lambda way: (-len(way), way))
        written = "|".join(_as_written(way) for way in ways) or r"(?!)"
        return re.compile(rf"(?<![\w-])({written})s?(?![\w-])")

    def entry_for(self, words: str) -> tuple[Entry, bool]:
        """The word that was found, and whether it was its short form."""
        plain = _APOSTROPHE.sub("'", words)
        return self.named.get(plain) or self.named[_folded(plain)]


def explain(html: str, glossary: Glossary, list_url: str, about: str = "", most: int = MOST_ON_A_PAGE) -> str:
    """The same page with its words explained, each once, at most `most` of them; short forms come before others.

    Only what stands in something of the class `lo-words` is read. `about` is the key of the page: what the whole
    page is about is not explained in a line as well, unless a short form stands for it.
    """
    pieces = _TAGS.split(html)
    first_uses = _first_uses(_readable(pieces), glossary, about)
    chosen = sorted(first_uses, key=lambda found: not found.is_short)[:most]
    for found in sorted(chosen, key=lambda found: -found.start):
        text = pieces[found.piece]
        words, after = text[found.start : found.end], text[found.end :]
        explained = _explained(words, found, list_url, _stands_in_brackets(text, found))
        point = _POINT.match(after)
        if point:  # a button lets go of what follows it: a comma would begin the next line
            explained = f'<span class="lo-keep">{explained}{point[0]}</span>'
        pieces[found.piece] = text[: found.start] + explained + after[point.end() if point else 0 :]
    return "".join(pieces)


def _first_uses(pieces: Iterable[tuple[int, str]], glossary: Glossary, about: str) -> list[Found]:
    uses: dict[str, Found] = {}
    for number, text in pieces:
        for match in glossary.pattern.finditer(text):
            entry, is_short = glossary.entry_for(match[1])
            if is_short or not about or entry.see != about:
                uses.setdefault(entry.term, Found(number, *match.span(), entry, is_short))
    return list(uses.values())


def _readable(pieces: list[str]) -> Iterator[tuple[int, str]]:
    """The pieces that are a reader's words: inside the page's own text, and not in what is left alone."""
    opener, depth, closed_to = "", 0, 0
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            if opener and not closed_to and piece.strip():
                yield number, piece
            continue
        name, step = _step(piece)
        if name == opener:
            depth += step
            opener = opener if depth else ""
        elif not opener and step > 0 and _OPENS_WORDS.match(piece):
            opener, depth = name, 1
        if name in _LEFT_ALONE:
            closed_to = max(0, closed_to + step)


def _step(tag: str) -> tuple[str, int]:
    """The name of a tag, and whether it goes one deeper (1) or one back (-1)."""
    named = _TAG.match(tag)
    return (named[1].lower() if named else "", -1 if tag.startswith("</") else 1)


def _folded(term: str) -> str:
    """The way a term is looked up: with a small letter first, unless it is a name with capitals inside.

    >>> _folded("Early help"), _folded("Blue Badge"), _folded("PALMS")
    ('early help', 'Blue Badge', 'PALMS')
    """
    return term if term[1:] != term[1:].lower() else term.lower()


def _as_written(way: str) -> str:
    """The pattern of one way: a term may begin with a capital, a name or short form stays as it is."""
    pattern = re.escape(way).replace("'", _APOSTROPHE.pattern)
    if way[0].islower():
        return f"[{way[0]}{way[0].upper()}]{pattern[1:]}"
    return pattern


def _stands_in_brackets(text: str, found: Found) -> bool:
    """Whether the page itself has said it in full before: "the teacher in charge of extra help (SENCO)"."""
    return text[: found.start].endswith("(") and text[found.end :].startswith(")")


def _explained(words: str, found: Found, list_url: str, was_said: bool) -> str:
    entry = found.entry
    place = f"means-{entry.anchor}"
    name = f"<b>{escape(entry.term)}.</b> " if found.is_short else ""
    more = f'<a href="{escape(list_url)}#{entry.anchor}">All words from A to Z</a>' if list_url else ""
    said = " lo-means--said" if was_said else ""
    return (
        f'<button type="button" class="lo-word" popovertarget="{place}">{words}</button>'
        f'<span class="lo-means{said}" id="{place}" popover>{name}{escape(entry.plain)}{more}</span>'
    )
