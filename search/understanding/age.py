"""How old: one span of years for each child, from numbers and from words; numbers that are no ages stay out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.understanding.age_forms import FORMS
from search.understanding.age_readings import OLDEST
from search.understanding.age_words import ages_in_words
from search.understanding.facts import fact
from search.understanding.not_ages import BLANK, blank_out
from search.understanding.numbers_in_words import DIGITS, WORD
from search.understanding.reading import Recognised, Years
from search.understanding.small_words import SMALL_WORDS, word_set
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence, lowered

_ANY_NUMBER = re.compile(rf"\d|½|\b(?:{WORD})s?\b")
_BARE = re.compile(rf"{DIGITS}(?![a-z]|\s*[%x/])")
_COUNTS = word_set("of to in at by per x on or times more")
"""A number before one of these counts something."""

_PARTICLES = word_set("out off up down too again now still here there")
"""Little words that end a thought, so that a number may follow: "feels left out 7"."""

_VERBS = word_set(
    "hits bites kicks screams cries hates wets needs has is was refuses runs wakes eats gets does says wants likes "
    "thinks sleeps always struggles loves keeps plays talks walks reads behaves masks stims lies steals shouts worries"
)
"""Words that end like a plural and are none: "8 hits" is a child, "8 hats" are not."""


@dataclass(frozen=True, slots=True)
class SaidAge:
    """Years, and the letters that said so."""

    years: Years
    start: int
    end: int


def recognise_ages(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """The ages of the children, in the order they were said."""
    ages = [*_in_numbers(sentence), *ages_in_words(sentence.words)]
    kept = [
        (years, numbers)
        for years, numbers in ages
        if numbers and not _says_less(years, [other for other, _ in ages])
    ]
    kept.sort(key=lambda age: age[1])
    found: dict[str, Recognised] = {}
    for years, numbers in kept:
        one = fact(sentence, numbers, "age", years, label_of(years), key_of(years))
        found.setdefault(one.key, one)
    return list(found.values())


def label_of(years: Years) -> str:
    """The words on the chip.

    >>> label_of((4, 4)), label_of((11, 12)), label_of((0, 0)), label_of((18, 25))
    ('Age 4', 'Age 11 to 12', 'Under 1', 'Age 18 and over')
    """
    low, high = years
    if high == 0:
        return "Under 1"
    if low == high:
        return f"Age {low}"
    if high == OLDEST:
        return f"Age {low} and over"
    return f"Age {low} to {high}" if low else f"Under {high + 1}"


def key_of(years: Years) -> str:
    """
    >>> key_of((4, 4)), key_of((11, 12))
    ('age:4', 'age:11-12')
    """
    low, high = years
    return f"age:{low}" if low == high else f"age:{low}-{high}"


def _says_less(years: Years, others: Iterable[Years]) -> bool:
    """Whether a narrower age says the same: "teenager, 14" is 14."""
    return any(other != years and years[0] <= other[0] and other[1] <= years[1] for other in others)


def _in_numbers(sentence: Sentence) -> Iterator[tuple[Years, tuple[int, ...]]]:
    text, positions = _unexplained_text(sentence)
    if not _ANY_NUMBER.search(text):
        return
    text = blank_out(text)
    for age in list(said_ages(text)) or list(_bare_ages(text)):
        yield (
            age.years,
            tuple(n for n, (start, end) in enumerate(positions) if start < age.end and end > age.start),
        )


def _unexplained_text(sentence: Sentence) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text as read, in small letters, with explained words blanked ("SG5" holds no age), and where words stand."""
    read, positions = sentence.as_read()
    text = lowered(read)
    for number in sentence.explained:
        start, end = positions[number]
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text, positions


def said_ages(text: str) -> Iterator[SaidAge]:
    """Ages in one of the known forms, in a lower-case text from which other numbers have been blanked."""
    for pattern, reading in FORMS:
        matches = list(pattern.finditer(text))
        for found in matches:
            spans = (SaidAge(years, found.start(), found.end()) for years in reading(found))
            yield from (age for age in spans if age.years[0] <= OLDEST)
        if matches:
            text = pattern.sub(lambda found: " " * len(found.group()), text)


def _bare_ages(text: str) -> Iterator[SaidAge]:
    """A number that stands alone, "fussy eater 6 autistic": an age unless it seems to count something."""
    for found in _BARE.finditer(text):
        years = int(found.group())
        before = re.findall(rf"[\w'{BLANK}]+", text[: found.start()])[-1:]
        after = re.findall(r"[\w']+", text[found.end() :])[:1]
        if years <= OLDEST and _may_follow(before) and _may_precede(after):
            yield SaidAge((years, years), found.start(), found.end())


def _may_follow(before: list[str]) -> bool:
    return not before or before[0] not in SMALL_WORDS or before[0] in _PARTICLES


def _may_precede(after: list[str]) -> bool:
    if not after or after[0] in _VERBS:
        return True
    return after[0] not in _COUNTS and not re.search(r"[^aiusy]s$", after[0])
