"""Which words are counted: single ones that nothing knows, and none that may say who somebody is."""

import pytest

from search.understanding.understand import understand
from search.unmet.words import NewWords, new_words
from tests.search.understanding.starting_vocabulary import starting_vocabulary


def words_of(text: str) -> NewWords:
    vocabulary = starting_vocabulary()
    return new_words(understand(text, vocabulary), vocabulary)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("help with zorbulism", "zorbulism"),
        ("zorbulism", "zorbulism"),
        ("Is there a class for (zorbulism)?", "zorbulism"),
        ("clumsy child with zorbulism near Hitchin", "zorbulism"),
        ("child of 7 with zorbulism", "zorbulism"),
        ("help with xqz", "xqz"),
    ],
)
def test_a_word_that_nothing_knows_is_counted(text: str, word: str) -> None:
    assert words_of(text).word == word


@pytest.mark.parametrize(
    "text",
    [
        "my 4 year old wont sleep hitchin",
        "autism dyslexia ehcp camhs",
        "behaviour behavior",
        "help near Letchworth or baldock or al1 3je",
        "watford",
    ],
)
def test_what_the_site_knows_is_not_counted(text: str) -> None:
    assert words_of(text).word == ""


@pytest.mark.parametrize(
    "text",
    [
        "help with zorbulism7",
        "zorb1234",
        "01727555123",
        "write to zorbulina@example.org",
        "zorbulina.thrupkin@example.org",
        "www.zorbulism.example",
        "zorbulism_quirt",
        "help for SG5 1ZQX",
        "help for SG51ZQ",
        "zo",
        "z" * 25,
        "zorbulism's",
        "zorbulisme\u0301",
        "#zorbulism /zorbulism zorb-ulism",
    ],
)
def test_numbers_postcodes_and_addresses_are_never_counted(text: str) -> None:
    assert words_of(text) == NewWords()


@pytest.mark.parametrize(
    "text",
    [
        "my son zorbulin wont sleep",
        "my zorbulin",
        "our zorbulin needs help",
        "zorbulin wont sleep",
        "zorbulin is anxious",
        "he is called zorbulin",
        "mrs zorbulin",
        "zorbulin 7 autism",
        "help for zorbulin and thrupkin",
        "zorbulin thrupkin",
        "zorbulin primary school",
        "zorbulin close",
        "jayden autism",
        "help for kayleigh",
    ],
)
def test_what_may_be_a_name_is_never_counted(text: str) -> None:
    assert words_of(text) == NewWords()


def test_a_capital_inside_a_sentence_is_a_name_and_not_a_word() -> None:
    assert words_of("we like Zorbulism here") == NewWords("", frozenset(("zorbulism",)))


@pytest.mark.parametrize("text", ["Zorbulism help", "we are lost. Zorbulism help", "ZORBULISM HELP PLEASE"])
def test_a_capital_that_every_sentence_begins_with_says_nothing(text: str) -> None:
    assert words_of(text) == NewWords()


def test_two_words_of_one_search_are_never_both_counted() -> None:
    found = {words_of("zorbulism at night, but quirtling by day").word for _ in range(60)}
    assert found == {"zorbulism", "quirtling"}


def test_words_of_somebody_who_may_be_in_danger_are_not_counted() -> None:
    assert words_of("zorbulism").word
    assert words_of("i want to kill myself zorbulism") == NewWords()


@pytest.mark.parametrize("text", ["", " ", "\x00", "'", "?!", "🙂 " * 200, "a" * 5000, "zorbulism " * 400])
def test_any_text_at_all_is_read(text: str) -> None:
    assert words_of(text).word in ("", "zorbulism")
