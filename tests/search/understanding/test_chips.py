"""Taking a chip away takes away exactly that."""

import json

import pytest

from search.understanding.reading import Understanding
from tests.search.understanding.conftest import Read
from tests.search.understanding.starting_vocabulary import HERE

QUESTIONS = [json.loads(line)["query"] for line in (HERE / "family_queries.jsonl").read_text().splitlines()]


def facts(understood: Understanding) -> list[tuple[str, float]]:
    return [(fact.key, fact.sure) for fact in understood.recognised]


@pytest.mark.parametrize("question", QUESTIONS)
def test_removing_a_chip_removes_exactly_it(question: str, read: Read) -> None:
    before = read(question)
    for chip in before.chips:
        after = read(question, chip.key)
        assert facts(after) == [fact for fact in facts(before) if fact[0] != chip.key]
        assert after.corrections == before.corrections
        assert set(after.words) <= set(before.words)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_two_chips_share_a_key(question: str, read: Read) -> None:
    keys = [chip.key for chip in read(question).chips]
    assert len(keys) == len(set(keys))


def test_words_of_a_chip_taken_away_are_not_searched_for(read: Read) -> None:
    understood = read("sleep hitchin", "place:Hitchin")
    assert understood.place is None
    assert understood.words == ("sleep",)


def test_words_that_another_chip_stands_on_are_still_searched_for(read: Read) -> None:
    both = read("nightmares")
    assert {"need:sleep", "need:anxiety"} <= {chip.key for chip in both.chips}
    assert "nightmares" in read("nightmares", "need:anxiety").words


def test_all_chips_taken_away_leaves_nothing_assumed(read: Read) -> None:
    question = "my 4 year old wont sleep hitchin free"
    keys = [chip.key for chip in read(question).chips]
    assert read(question, *keys).chips == ()


def test_a_sentence_gives_the_chips_a_family_expects(read: Read) -> None:
    chips = read("my 4 year old wont sleep hitchin").chips
    assert [chip.label for chip in chips] == ["Age 4", "near Hitchin", "Sleep"]


def test_every_chip_points_at_words_that_were_typed(read: Read) -> None:
    for question in QUESTIONS:
        understood = read(question)
        for chip in understood.chips:
            assert understood.text[chip.span.start : chip.span.end].strip()


def test_unexplained_words_are_those_that_no_fact_stands_on(read: Read) -> None:
    assert read("zorb my 4 year old hitchin autism").unexplained == ("zorb",)
