"""Misspelt words are read as they were meant, and said so; right words are left alone."""

import pytest

from search.understanding.rows import Rows, SpellingRow
from search.understanding.understand import understand
from search.understanding.vocabulary import vocabulary_of
from tests.search.understanding.conftest import Read
from tests.search.understanding.starting_vocabulary import HERE, starting_gazetteer, table

MISSPELT = [(row["typed"], row["meant"]) for row in table(HERE / "misspellings.csv")]
LEFT = [row["typed"] for row in table(HERE / "left_as_typed.csv")]


@pytest.mark.parametrize(("typed", "meant"), MISSPELT)
def test_a_word_spelt_by_ear_or_by_a_slip_is_understood(typed: str, meant: str, read: Read) -> None:
    assert [correction.used for correction in read(typed).corrections] == [meant]


@pytest.mark.parametrize("typed", LEFT)
def test_codes_names_places_and_good_english_are_left_as_typed(typed: str, read: Read) -> None:
    assert read(f"help for {typed}").corrections == ()


@pytest.mark.parametrize(
    ("typed", "place"),
    [("hitchen", "Hitchin"), ("watfrod", "Watford"), ("letchwerth", "Letchworth Garden City")],
)
def test_a_misspelt_town_is_a_town(typed: str, place: str, read: Read) -> None:
    understood = read(f"autism {typed}")
    assert understood.place is not None
    assert understood.place.near == place
    assert understood.corrections[0].typed == typed


def test_a_correction_shows_where_the_word_stood(read: Read) -> None:
    understood = read("help with autisum please")
    (correction,) = understood.corrections
    assert understood.text[correction.span.start : correction.span.end] == "autisum"
    assert "autism" in understood.words


def test_a_refused_correction_leaves_the_word_as_typed(read: Read) -> None:
    key = read("autisum help").corrections[0].key
    understood = read("autisum help", key)
    assert understood.corrections == ()
    assert "autisum" in understood.words


def test_a_name_inside_a_sentence_is_not_corrected(read: Read) -> None:
    assert read("my son Autisam is 4").corrections == ()


def test_words_run_together_are_taken_apart(read: Read) -> None:
    assert {"speech", "therapy"} <= set(read("speechtherapy").words)


def test_words_of_the_index_are_right_as_they_stand() -> None:
    vocabulary = vocabulary_of(Rows(), starting_gazetteer(), ["zorbathon"])
    assert understand("zorbathon", vocabulary).corrections == ()


def test_what_an_editor_lists_is_corrected_even_into_a_code() -> None:
    vocabulary = vocabulary_of(Rows(spellings=(SpellingRow("Echp", "EHCP"),)), starting_gazetteer())
    assert [correction.used for correction in understand("echp", vocabulary).corrections] == ["ehcp"]


def test_of_a_text_full_of_unknown_words_only_the_first_are_looked_up(read: Read) -> None:
    assert len(read("autisum anxciety " * 20).corrections) <= 6
