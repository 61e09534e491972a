"""The words of a search that nothing knows: no phrase, no entry, no place, no good English.

They are how editors learn what families say that the site has no word for. Each stands alone, and only one of a search
is ever handed on: with two, one could be read beside the other.
"""

import random
import re
from dataclasses import dataclass

from search.understanding.good_english import is_good_english
from search.understanding.reading import Understanding
from search.understanding.vocabulary import Vocabulary
from search.unmet.names import may_be_a_name

SHORTEST, LONGEST = 3, 24
"""Letters of a word that may be counted."""

_PUNCTUATION = ".,;:!?()[]\"'\u2018\u2019\u201c\u201d\u2026"
_LETTERS = re.compile(rf"[a-z]{{{SHORTEST},{LONGEST}}}")


@dataclass(frozen=True)
class NewWords:
    """What one search brought: a word to count, if it had any, and words that came with a capital, as names do."""

    word: str = ""
    capitals: frozenset[str] = frozenset()


def new_words(understanding: Understanding, vocabulary: Vocabulary) -> NewWords:
    """At most one unknown word, drawn by lot. Whoever may be in danger is not counted word by word."""
    if understanding.urgent:
        return NewWords()
    typed = understanding.text.split()
    tokens = [token.strip(_PUNCTUATION) for token in typed]
    small = [token.lower() for token in tokens]
    unknown = _unknown(small, understanding, vocabulary)
    if not unknown:
        return NewWords()
    to_count = [
        small[n] for n in sorted(unknown) if tokens[n] == small[n] and not may_be_a_name(n, small, unknown)
    ]
    capitals = frozenset(small[n] for n in unknown if _is_capital_of_a_name(n, typed, tokens))
    return NewWords(random.choice(to_count) if to_count else "", capitals)


def _is_capital_of_a_name(number: int, typed: list[str], tokens: list[str]) -> bool:
    """A capital that neither the beginning of a sentence nor a text in capitals explains."""
    if number == 0 or typed[number - 1][-1] in ".!?:" or not tokens[number][:1].isupper():
        return False
    return not all(token[:1].isupper() for token in tokens if token)


def _unknown(small: list[str], understanding: Understanding, vocabulary: Vocabulary) -> frozenset[int]:
    """The places of the words of plain letters that nobody knows and nothing has explained.

    What holds a figure, a dot or an @ is part of a number, a postcode or an address, and no word.
    """
    open_words = {*understanding.unexplained, *(one.typed.lower() for one in understanding.corrections)}
    doubtful = [
        n
        for n, form in enumerate(small)
        if form in open_words and _LETTERS.fullmatch(form) and not is_known(form, vocabulary)
    ]
    if not doubtful:
        return frozenset()
    named = {
        part.strip(_PUNCTUATION).lower()
        for start, end, _ in vocabulary.gazetteer.find_in_words(understanding.text)
        for part in understanding.text[start:end].split()
    }
    return frozenset(n for n in doubtful if small[n] not in named)


def is_known(form: str, vocabulary: Vocabulary) -> bool:
    """Whether the vocabulary, the index or good English has a word of small letters, or editors list its spelling."""
    spelling = vocabulary.spelling
    if form in spelling.known or form in spelling.listed or is_good_english(form):
        return True
    return len(form) > SHORTEST and spelling.knows(form)
