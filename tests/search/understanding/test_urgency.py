"""Whoever may be in danger is seen first; words that only sound alarming are not."""

import pytest

from search.understanding.rows import Rows, UrgentRow
from search.understanding.understand import understand
from search.understanding.urgent_words import danger_sentences
from search.understanding.vocabulary import Vocabulary, vocabulary_of
from search.understanding.words import read_words
from tests.search.understanding.conftest import Read
from tests.search.understanding.starting_vocabulary import HERE, starting_gazetteer, starting_rows, table

LINES = [(row["line"], row["urgent"] == "yes") for row in table(HERE / "urgent_lines.csv")]
URGENT = [line for line, urgent in LINES if urgent]
LOOK_ALIKES = [line for line, urgent in LINES if not urgent]

# What families say when they do not say it plainly, and ordinary worries in the same words.
INDIRECT = [(row["line"], row["urgent"] == "yes") for row in table(HERE / "indirect_danger.csv")]
INDIRECT_MISSED_AT_MOST = 0.1

MISSED_AT_MOST = 0.02
FALSE_ALARMS_AT_MOST = 0.02


def test_the_lines_are_many_and_our_own() -> None:
    everyday = {row.text.strip().lower() for row in starting_rows().everyday}
    assert len(URGENT) >= 60
    assert len(LOOK_ALIKES) >= 60
    assert not [line for line, _ in LINES if line.strip().lower() in everyday]


def test_hardly_any_danger_is_missed(read: Read) -> None:
    missed = [line for line in URGENT if not read(line).urgent]
    assert len(missed) <= MISSED_AT_MOST * len(URGENT), missed


def test_few_harmless_lines_raise_the_alarm(read: Read) -> None:
    alarmed = [line for line in LOOK_ALIKES if read(line).urgent]
    assert len(alarmed) <= FALSE_ALARMS_AT_MOST * len(LOOK_ALIKES), alarmed


def test_most_danger_that_nobody_says_plainly_is_seen(read: Read) -> None:
    urgent = [line for line, is_urgent in INDIRECT if is_urgent]
    missed = [line for line in urgent if not read(line).urgent]
    assert len(urgent) >= 160
    assert len(missed) <= INDIRECT_MISSED_AT_MOST * len(urgent), missed


def test_a_tired_parent_with_ordinary_worries_is_not_alarmed(read: Read) -> None:
    harmless = [line for line, is_urgent in INDIRECT if not is_urgent]
    alarmed = [line for line in harmless if read(line).urgent]
    assert len(harmless) >= 160
    assert len(alarmed) <= FALSE_ALARMS_AT_MOST * len(harmless), alarmed


def test_no_line_of_these_tables_stands_in_the_lists_of_the_program(vocabulary: Vocabulary) -> None:
    kept = {" ".join(word.form for word in read_words(row.text).words) for row in danger_sentences()}
    lines = {" ".join(word.form for word in read_words(line).words) for line, _ in [*LINES, *INDIRECT]}
    assert not kept & lines


@pytest.mark.parametrize(
    "words",
    [
        "wish i could go to sleep and not wake up",
        "found a note under her pillow",
        "he drank something",
        "self harm 13 year old what do i do",
        "I WANT TO DIE",
        "suisidal",
    ],
)
def test_direct_and_indirect_words_of_danger_are_seen(words: str, read: Read) -> None:
    assert read(words).urgent


@pytest.mark.parametrize("words", ["dying to meet other mums", "he will be the death of me", "dead tired"])
def test_ordinary_uses_raise_no_alarm(words: str, read: Read) -> None:
    assert not read(words).urgent


def test_of_everyday_sentences_about_other_things_one_in_a_hundred_raises_the_alarm(
    vocabulary: Vocabulary,
) -> None:
    """Only the phrases are tried here: every one of these sentences is among those that vote."""
    rows = [row for row in starting_rows().everyday if not {"crisis", "self-harm"} & set(row.needs)]
    phrases_alone = vocabulary_of(Rows(), starting_gazetteer())
    alarmed = [row.text for row in rows if understand(row.text, phrases_alone).urgent]
    assert len(rows) > 6000
    assert len(alarmed) <= 0.01 * len(rows)


def test_an_editor_can_add_words() -> None:
    rows = Rows(urgent=(UrgentRow("gone to the quarry|weir"),))
    words = "he has gone to the weir alone"
    assert understand(words, vocabulary_of(rows, starting_gazetteer())).urgent
    assert not understand(words, vocabulary_of(Rows(), starting_gazetteer())).urgent


def test_an_editor_can_add_a_look_alike() -> None:
    rows = Rows(urgent=(UrgentRow("overdose of cuteness", urgent=False),))
    assert not understand("an overdose of cuteness", vocabulary_of(rows, starting_gazetteer())).urgent


@pytest.mark.parametrize("wrong", ["suicide", "want to die", "die", "", "|", "!", "kill himself", "the"])
def test_a_wrong_edit_cannot_silence_the_core(wrong: str) -> None:
    vocabulary = vocabulary_of(Rows(urgent=(UrgentRow(wrong, urgent=False),)), starting_gazetteer())
    for words in ("he wants to die", "suicide", "she tried to kill herself"):
        assert understand(words, vocabulary).urgent


def test_the_alarm_cannot_be_taken_away_like_a_chip(read: Read) -> None:
    understood = read("i want to die", "urgent")
    assert understood.urgent
    assert "urgent" not in {chip.kind for chip in understood.chips}


def test_danger_is_seen_beside_everything_else(read: Read) -> None:
    understood = read("self harm 13 year old hitchin")
    assert understood.urgent
    assert understood.ages == ((13, 13),)
    assert understood.place is not None
    assert understood.place.near == "Hitchin"
    assert "crisis" in [need for need, _, _ in understood.needs]
