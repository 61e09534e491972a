"""Phrases to look for in a sentence: the longest first, in any grammatical shape, also with words between.

A phrase is written as people write it, "won't sleep", and compared by stems, so that "never sleeps" fits too. A bar
stands for a choice, "drank|swallowed bleach", and "!" at the end forbids words between.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from search.understanding.small_words import SMALL_WORDS, word_set
from search.understanding.stems import NOT
from search.understanding.words import Sentence, Word, read_words

Meaning = TypeVar("Meaning")

WORDS_BETWEEN = 2
"""How many other words may stand inside a phrase, all together; little words ("to", "the") are not counted."""

REACH = 6
"""And how far apart two neighbours of a phrase may stand, little words counted."""

LITTLE_REACH = 3
"""The same where one of the two is a little word itself; then only little words may stand between."""

WALLS = word_set("but although though because no without")
"""A phrase does not stretch over these: "not autism but sleep" is not about sleeping."""

WORD_BY_WORD = "!"
"""Ends a line whose words must stand side by side, little words apart."""

Choice = frozenset[str]
"""Stems of which one must stand there."""


@dataclass(frozen=True, slots=True)
class Pattern(Generic[Meaning]):
    """The words of one phrase as stems, whether others may stand after each, and what the phrase means."""

    choices: tuple[Choice, ...]
    stretches: tuple[bool, ...]
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Match(Generic[Meaning]):
    """A phrase found, and the numbers of the words that make it up."""

    pattern: Pattern[Meaning]
    numbers: tuple[int, ...]

    @property
    def meaning(self) -> Meaning:
        return self.pattern.meaning


def pattern_of(line: str, meaning: Meaning) -> Pattern[Meaning]:
    """Read one line as a pattern. A line without words makes a pattern that fits nothing."""
    stretch = not line.rstrip().endswith(WORD_BY_WORD)
    choices: list[tuple[Word, ...]] = []
    for part in line.replace(" | ", "|").split():
        read = [read_words(one).words for one in part.split("|")]
        if len(read) == 1:
            choices += [(word,) for word in read[0]]
        elif words := tuple(words[0] for words in read if len(words) == 1):
            choices.append(words)
    stems = tuple(_any_of(tuple(word.stem for word in words)) for words in choices)
    return Pattern(stems, _stretches(choices) if stretch else (False,) * (len(stems) - 1), meaning)


@lru_cache(maxsize=100_000)
def _any_of(stems: tuple[str, ...]) -> frozenset[str]:
    """The same words stand in many names; each choice is kept once, which spares much of what names take."""
    return frozenset(stems)


def _stretches(choices: Sequence[Sequence[Word]]) -> tuple[bool, ...]:
    """Words may stand between two neighbours only where neither is a little word: "a break" is not "a long break"."""
    carries = [all(word.stem == NOT or word.form not in SMALL_WORDS for word in words) for words in choices]
    return tuple(here and after for here, after in zip(carries, carries[1:], strict=False))


@dataclass(frozen=True, slots=True)
class PatternBook(Generic[Meaning]):
    """Many patterns, found by the stems they may begin with."""

    by_first: dict[str, tuple[Pattern[Meaning], ...]]

    @classmethod
    def of(cls, patterns: Iterable[Pattern[Meaning]]) -> "PatternBook[Meaning]":
        """Bind patterns into a book."""
        pages: dict[str, list[Pattern[Meaning]]] = {}
        for pattern in patterns:
            for stem in pattern.choices[0] if pattern.choices else ():
                pages.setdefault(stem, []).append(pattern)
        return cls({first: tuple(page) for first, page in pages.items()})

    def all_in(self, sentence: Sentence) -> list[Match[Meaning]]:
        """Every phrase of the book in the sentence, overlapping or not."""
        found = []
        words = sentence.words
        stems = {word.stem for word in words}
        for start, word in enumerate(words):
            for pattern in self.by_first.get(word.stem, ()):
                if not any(map(stems.isdisjoint, pattern.choices)):
                    numbers = _fit(pattern, words, start)
                    if numbers is not None:
                        found.append(Match(pattern, numbers))
        return found

    def longest_in(self, sentence: Sentence) -> list[Match[Meaning]]:
        """The phrases that explain the sentence best."""
        return longest_of(self.all_in(sentence), sentence.explained)

    def single_words(self) -> frozenset[str]:
        """The stems that are a phrase by themselves."""
        return frozenset(
            stem for stem, page in self.by_first.items() if any(len(pattern.choices) == 1 for pattern in page)
        )


def longest_of(found: Iterable[Match[Meaning]], explained: frozenset[int]) -> list[Match[Meaning]]:
    """Of phrases found, the longest first, each word used by one phrase only.

    A phrase must explain at least one word that nobody has explained. Two phrases of the same words both count.
    """
    taken: dict[int, tuple[int, ...]] = {}
    chosen = []
    for match in sorted(found, key=_longest_first):
        if explained.issuperset(match.numbers):
            continue
        if all(taken.get(number, match.numbers) == match.numbers for number in match.numbers):
            taken.update(dict.fromkeys(match.numbers, match.numbers))
            chosen.append(match)
    return chosen


def stands_in(pattern: Pattern[Any], words: Sequence[Word]) -> bool:
    """Whether these words hold the pattern."""
    return any(
        word.stem in pattern.choices[0] and _fit(pattern, words, start) is not None
        for start, word in enumerate(words)
    )


def _longest_first(match: Match[Meaning]) -> tuple[int, int, int]:
    return -len(match.numbers), match.numbers[-1] - match.numbers[0], match.numbers[0]


def _fit(pattern: Pattern[Any], words: Sequence[Word], start: int) -> tuple[int, ...] | None:
    """The numbers of the words that make up the pattern from `start` on, or nothing."""
    numbers = [start]
    spare = WORDS_BETWEEN
    for choice, stretches in zip(pattern.choices[1:], pattern.stretches, strict=True):
        here = numbers[-1]
        at = _next(choice, words, here, spare if stretches else 0)
        if at is None:
            return None
        spare -= sum(not _is_little(word) for word in words[here + 1 : at])
        numbers.append(at)
    return tuple(numbers)


def _is_little(word: Word) -> bool:
    """Words that weigh nothing between others; numbers are among them: "not eaten for 4 days"."""
    return word.form in SMALL_WORDS or word.form.isdigit()


def _next(choice: Choice, words: Sequence[Word], here: int, spare: int) -> int | None:
    """Where the next word of a phrase stands, passing over `spare` words, never into another clause."""
    furthest = here + (REACH if spare else LITTLE_REACH)
    for at in range(here + 1, min(furthest + 1, len(words))):
        word = words[at]
        if word.opens_clause:
            return None
        if word.stem in choice:
            return at
        if word.stem == NOT or word.form in WALLS:
            return None
        spare -= not _is_little(word)
        if spare < 0:
            return None
    return None
