"""What a family needs, by the phrases that editors keep and by sentences that say something alike."""

import pytest

from search.understanding.rows import EverydayRow, KindRow, NeedRow, PhraseRow, Rows
from search.understanding.understand import understand
from search.understanding.vocabulary import Vocabulary, vocabulary_of
from tests.search.understanding.conftest import Read
from tests.search.understanding.starting_vocabulary import starting_gazetteer, starting_rows


def slugs(read: Read, words: str) -> set[str]:
    return {need for need, _, _ in read(words).needs}


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("won't sleep", "sleep"),
        ("never sleeps", "sleep"),
        ("my 4 year old wont go to sleep", "sleep"),
        ("she hasn't slept", "sleep"),
        ("hates herself", "self-esteem"),
        ("fine at school explodes at home", "masking"),
        ("can't get her in to school", "cant-face-school"),
        ("autism friendly swimming", "autism"),
    ],
)
def test_a_phrase_is_found_in_any_grammatical_shape(words: str, need: str, read: Read) -> None:
    assert need in slugs(read, words)


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("hides under the table when the hall is loud", "noise-and-busy-places"),
        ("counts on her fingers in year 7", "dyscalculia"),
        ("laughs along but doesnt get why its funny", "social-communication"),
        ("how do i apply for money because of his disability", "benefits"),
    ],
)
def test_plain_speech_that_no_phrase_foresees_finds_its_need(words: str, need: str, read: Read) -> None:
    assert need in slugs(read, words)


def test_every_label_on_the_page_finds_its_need(read: Read) -> None:
    missing = [row.slug for row in starting_rows().needs if row.slug not in slugs(read, row.label)]
    assert missing == []


@pytest.mark.parametrize(
    "words",
    ["recipe for banana bread", "what is the capital of france", "thank you", "opening times", "zzzzqqqq"],
)
def test_nothing_is_assumed_of_other_things(words: str, read: Read) -> None:
    assert read(words).needs == ()


def test_needs_come_with_weights_the_surest_first(read: Read) -> None:
    needs = read("autistic and wont sleep and a bit worried").needs
    weights = [weight for _, weight, _ in needs]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_a_need_says_how_it_was_found(read: Read) -> None:
    basis = {need: how for need, _, how in read("ADHD").needs}
    assert basis["adhd"] == "phrase"
    assert {how for _, _, how in read("laughs along but doesnt get why its funny").needs} == {"sentence"}


def test_an_ordinary_word_alone_counts_for_more_than_inside_a_sentence(read: Read) -> None:
    alone = {need: weight for need, weight, _ in read("noises").needs}
    inside = {need: weight for need, weight, _ in read("hates loud noises hand dryers").needs}
    assert alone["tics"] > inside.get("tics", 0)


def test_concepts_bring_the_services_that_answer_them(read: Read) -> None:
    understood = read("bedwetting")
    assert "bedwetting" in understood.concepts
    assert "18" in understood.concept_refs


def test_a_kind_of_help_is_understood(read: Read) -> None:
    assert "counselling" in read("counselling for my son").kinds
    assert "live-chat" not in read("he chats away at home all day long").kinds


def test_a_phrase_that_an_editor_adds_is_found_at_once() -> None:
    rows = Rows(
        needs=(NeedRow("sleep", "Sleep"),),
        phrases=(PhraseRow(("sleep",), ("night owl", "up with the lark")),),
    )
    vocabulary = vocabulary_of(rows, starting_gazetteer())
    assert [need for need, _, _ in understand("such a night owl", vocabulary).needs] == ["sleep"]


def test_a_phrase_for_a_need_that_is_no_more_is_passed_over() -> None:
    rows = Rows(needs=(NeedRow("sleep", "Sleep"),), phrases=(PhraseRow(("gone", "sleep"), ("night owl",)),))
    understood = understand("night owl", vocabulary_of(rows, starting_gazetteer()))
    assert [need for need, _, _ in understood.needs] == ["sleep"]


@pytest.mark.parametrize(
    "rows",
    [
        Rows(),
        Rows(everyday=(EverydayRow((), ""),)),
        Rows(phrases=(PhraseRow((), ("x",)), PhraseRow(("sleep",), ("", " ", "!", "|")))),
        Rows(needs=(NeedRow("", ""),), kinds=(KindRow("", ""),)),
    ],
)
def test_empty_tables_understand_little_and_break_nothing(rows: Rows) -> None:
    vocabulary = vocabulary_of(rows, starting_gazetteer())
    understood = understand("my 4 year old wont sleep hitchin no diagnosis", vocabulary)
    assert understood.ages == ((4, 4),)
    assert understood.status == {"no_diagnosis"}


def test_labels_are_those_of_the_page(vocabulary: Vocabulary, read: Read) -> None:
    (chip,) = (chip for chip in read("ARFID").chips if chip.kind == "need")
    assert chip.label == vocabulary.needs["restricted-eating"].label
