"""Typed text as words, each knowing where it stood.

Everything that understanding does is done on words, not on characters: they are lower-cased, without accents and
apostrophes, and stemmed, but keep their place in what was typed, so that a page can show which words led to what.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from search.understanding.stems import stem_of

LONGEST_READ = 1000
"""Characters read of one question. A pasted letter is read from its beginning; the rest is left unread."""

MOST_WORDS = 160
"""Words read of one question, for the same reason."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc\u2018`][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u02bc\u2018`")
_NEW_CLAUSE = re.compile(r"[.,;!?()\n]")


class Word(NamedTuple):
    """One word. `form` may be a corrected spelling; `typed`, `start` and `end` always tell what stood there."""

    typed: str
    form: str
    stem: str
    start: int
    end: int
    opens_clause: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was typed, and which of its words (by number) a recogniser has already explained."""

    typed: str
    text: str
    words: tuple[Word, ...]
    explained: frozenset[int] = field(default=frozenset())

    def explain(self, numbers: Iterable[int]) -> "Sentence":
        """The same sentence with more words explained."""
        return replace(self, explained=self.explained.union(numbers))

    def numbers_between(self, start: int, end: int) -> tuple[int, ...]:
        """The words that touch these character positions."""
        return tuple(n for n, word in enumerate(self.words) if word.start < end and word.end > start)

    def with_form(self, number: int, form: str) -> "Sentence":
        """The same sentence with one word read as another, or as several, for a corrected spelling."""
        typed = self.words[number]
        read = [typed._replace(form=part, stem=stem_of(part)) for part in form.split()]
        read[1:] = [word._replace(opens_clause=False) for word in read[1:]]
        return replace(self, words=(*self.words[:number], *read, *self.words[number + 1 :]))

    def as_read(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text with corrected spellings in place, and where each word stands in it."""
        parts: list[str] = []
        positions, here, done = [], 0, 0
        for word in self.words:
            between = self.typed[done : word.start] if word.start >= done else " "
            said = word.typed if form_of(word.typed) == word.form else word.form
            parts += [between, said]
            here += len(between)
            positions.append((here, here + len(said)))
            here += len(said)
            done = word.end
        return "".join(parts) + self.typed[done:], tuple(positions)


def read_words(typed: str) -> Sentence:
    """Split typed text into words. Any text at all will do: what is no word is passed over."""
    typed = typed[:LONGEST_READ]
    words: list[Word] = []
    last_end = 0
    for found in _WORD.finditer(typed):
        if len(words) == MOST_WORDS:
            break
        start, end = found.span()
        form = form_of(typed[start:end])
        if form:
            opens = bool(words) and opens_clause(typed[last_end:start])
            words.append(Word(typed[start:end], form, stem_of(form), start, end, opens))
            last_end = end
    return Sentence(typed, lowered(typed), tuple(words))


def opens_clause(between: str) -> bool:
    """Whether what stands between two words begins a new part of the sentence."""
    return between != " " and _NEW_CLAUSE.search(between) is not None


def form_of(typed: str) -> str:
    """Lower case, without apostrophes and accents: "Tourette's" is "tourettes", "fiancé" is "fiance"."""
    form = typed.lower()
    if form.isascii():
        return form.replace("'", "").replace("`", "")
    form = form.translate(_APOSTROPHES)
    parts = unicodedata.normalize("NFKD", form)
    return "".join(part for part in parts if not unicodedata.combining(part))


def lowered(typed: str) -> str:
    """Lower case letter by letter, so that positions stay those of the typed text; curly apostrophes straight."""
    if typed.isascii():
        return typed.lower()
    return "".join(_lower(letter) for letter in typed)


def _lower(letter: str) -> str:
    """Some letters grow when lowered (a dotted capital I becomes two); those stay as they are."""
    if letter in "\u2019\u02bc\u2018`":
        return "'"
    small = letter.lower()
    return small if len(small) == 1 else letter
