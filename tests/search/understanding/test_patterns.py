"""Phrases: by stems, with words between, longest first."""

import pytest

from search.understanding.patterns import PatternBook, pattern_of
from search.understanding.words import read_words


def book_of(*lines: str) -> PatternBook[str]:
    return PatternBook.of(pattern_of(line, line) for line in lines)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("won't sleep", "never sleeps"),
        ("won't sleep", "she doesn’t ever really sleep"),
        ("hates himself", "they hate themselves"),
        ("drank|swallowed bleach", "he swallowed some bleach"),
        ("goes from 0 to 100", "went from 0 to 100"),
        ("1:1", "needs 1:1"),
        ("nail cutting", "nail-cutting"),
    ],
)
def test_a_phrase_fits(line: str, text: str) -> None:
    assert [match.meaning for match in book_of(line).all_in(read_words(text))] == [line]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("won't sleep", "sleep wont"),
        ("won't sleep", "wont eat his tea or play or sleep"),
        ("won't sleep", "not autistic, sleep is bad"),
        ("won't sleep", "not well but sleep is fine"),
        ("a break", "a very long break"),
        ("hear voices !", "hear loud voices"),
        ("no diagnosis", "no, the diagnosis came"),
        ("", "anything"),
        ("!", "anything"),
    ],
)
def test_a_phrase_does_not_fit(line: str, text: str) -> None:
    assert book_of(line).all_in(read_words(text)) == []


def test_the_longest_phrase_explains_its_words() -> None:
    book = book_of("explodes", "fine at school explodes at home", "school")
    found = book.longest_in(read_words("fine at school explodes at home"))
    assert [match.meaning for match in found] == ["fine at school explodes at home"]


def test_two_phrases_of_the_same_words_both_count() -> None:
    book = PatternBook.of([pattern_of("spins", "autism"), pattern_of("spins", "senses")])
    assert {match.meaning for match in book.longest_in(read_words("spins"))} == {"autism", "senses"}


def test_words_already_explained_are_not_read_again() -> None:
    sentence = read_words("year 7").explain([0, 1])
    assert book_of("year 7").longest_in(sentence) == []
