"""Words with two meanings are read as the one that is plainly meant."""

import pytest

from tests.search.understanding.conftest import Read


def needs_of(read: Read, words: str) -> set[str]:
    return {need for need, _, _ in read(words).needs}


@pytest.mark.parametrize(
    "words", ["salt", "SALT drop in", "salt referral", "we need salt", "waiting for salt"]
)
def test_salt_the_therapy(words: str, read: Read) -> None:
    assert "speech-and-language-therapy" in read(words).concepts


@pytest.mark.parametrize(
    "words", ["salt and vinegar crisps", "too much salt on his chips", "salt water rash"]
)
def test_salt_on_the_table(words: str, read: Read) -> None:
    understood = read(words)
    assert "speech-and-language-therapy" not in understood.concepts
    assert "talking-and-communicating" not in needs_of(read, words)


@pytest.mark.parametrize("words", ["OT hitchin", "need an ot", "ot assessment"])
def test_ot_the_therapy(words: str, read: Read) -> None:
    assert "occupational-therapy" in read(words).concepts


@pytest.mark.parametrize("words", ["ADD diagnosis", "my son has ADD", "add and anxiety"])
def test_add_the_condition(words: str, read: Read) -> None:
    assert "adhd" in needs_of(read, words)


@pytest.mark.parametrize("words", ["please add to my list", "can you add support near me"])
def test_add_the_verb(words: str, read: Read) -> None:
    assert "adhd" not in needs_of(read, words)


def test_lo_is_a_little_one(read: Read) -> None:
    assert read("LO is 22 months not talking").concepts == ()
    assert "local-offer" in read("send lo website").concepts


def test_pip_the_benefit_and_pip_the_boy(read: Read) -> None:
    assert "benefits" in needs_of(read, "pip form")
    assert "benefits" not in needs_of(read, "my son pip wont eat")


def test_cp_beside_help(read: Read) -> None:
    assert "physical-disability" in needs_of(read, "cp support")


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("space herts", "58"),
        ("phase", "78"),
        ("we tried Phase", "78"),
        ("grit counselling", "82"),
        ("angels support group", "66"),
        ("angels", "66"),
        ("signpost watford", "30"),
        ("the toolbox", "63"),
        ("potential kids", "67"),
        ("ask sali", "40"),
        ("palms criteria", "23"),
        ("home start royston", "77"),
        ("just talk", "28"),
    ],
)
def test_a_charity_is_found_by_its_name(words: str, ref: str, read: Read) -> None:
    assert ref in read(words).refs


@pytest.mark.parametrize(
    "words",
    [
        "going through a phase",
        "a safe space at school",
        "he needs space",
        "adhd coach for kids",
        "my little angels",
        "he has real grit",
        "please signpost me to help",
        "he doesnt just talk",
        "autism help",
        "GOING THROUGH A PHASE",
    ],
)
def test_ordinary_words_name_no_charity(words: str, read: Read) -> None:
    assert read(words).refs == ()
