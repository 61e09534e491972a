"""Whatever is typed gets an answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.understanding.understand import understand
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import LONGEST_READ, MOST_WORDS, lowered, read_words
from tests.search.understanding.conftest import Read

ODD = [
    "",
    " \t\n",
    "\x00\x01\x1f\x7f",
    "'; DROP TABLE services; --",
    '" OR 1=1',
    "need:sleep AND (place:* OR -autism)^4~ [0 TO 9]",
    "<script>alert(1)</script>",
    "🙂👨‍👩‍👧 autism 🇬🇧",
    "طفلي عمره ٤ سنوات لا ينام",
    "\u202eabc\u202c autism",
    "ＡＤＨＤ ｓｌｅｅｐ",
    "İstanbul ẞ ﬁne ǅ",
    "éàü zażółć",
    "a" * 100_000,
    "autism " * 20_000,
    "4 year old " * 5_000,
    "1 " * 10_000,
    "not " * 5_000,
    "%s %d {0} {{}} \\",
    "½ ¼ ²³ ٣ 四歳",
    "\ud800",
    "--- ... ,,, !!!",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_answered(text: str, read: Read) -> None:
    understood = read(text)
    assert len(understood.text) <= LONGEST_READ
    assert understood.text == text[:LONGEST_READ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_at_all_is_answered(text: str, vocabulary: Vocabulary) -> None:
    understood = understand(text, vocabulary)
    for fact in understood.recognised:
        assert 0 <= fact.span.start < fact.span.end <= len(understood.text)
        assert 0 < fact.sure <= 1
    for low, high in understood.ages:
        assert 0 <= low <= high <= 25 or low == high


WORDS = st.sampled_from(
    "my 4 9 year old yr 7 not autism adhd sleep wont hitchin watford near AL1 3JE no diagnosis waiting list free "
    "online for dads im and , . but without months 18 toddler salt add OT phase cahms dispraxia die himself EHCP "
    "the a".split()
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=14))
def test_removing_any_chip_of_any_sentence_removes_exactly_it(
    words: list[str], vocabulary: Vocabulary
) -> None:
    text = " ".join(words)
    before = understand(text, vocabulary)
    for chip in before.chips:
        after = understand(text, vocabulary, frozenset({chip.key}))
        assert [fact.key for fact in after.recognised] == [
            fact.key for fact in before.recognised if fact.key != chip.key
        ]


@given(text=st.text(max_size=200))
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(text=st.text(max_size=400))
def test_words_know_where_they_stood(text: str) -> None:
    for word in read_words(text).words:
        assert text[word.start : word.end] == word.typed


def test_a_long_text_is_read_from_its_beginning(read: Read) -> None:
    long = "my 4 year old wont sleep. " + "and so on " * 10_000 + " hitchin"
    understood = read(long)
    assert understood.ages == ((4, 4),)
    assert understood.place is None
    assert len(read_words(long).words) <= MOST_WORDS


def test_reading_the_same_twice_gives_the_same(read: Read) -> None:
    words = "my 4 and 9 year olds fine at school explodes at home hitchin cahms"
    assert read(words) == read(words)


def test_nothing_typed_is_kept(read: Read, vocabulary: Vocabulary) -> None:
    secret = "qzxvunheard"
    read(f"{secret} autism")
    assert secret not in vocabulary.spelling.known
    assert secret not in vocabulary.everyday.row_of
