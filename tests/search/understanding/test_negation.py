"""What a family rules out is not offered."""

import pytest

from tests.search.understanding.conftest import Read


@pytest.mark.parametrize(
    "words",
    ["not autism", "its not autism, severe anxiety", "she doesnt have autism", "autism has been ruled out"],
)
def test_a_condition_can_be_ruled_out(words: str, read: Read) -> None:
    understood = read(words)
    assert "autism" in understood.without_needs
    assert "autism" not in [need for need, _, _ in understood.needs]


@pytest.mark.parametrize(
    "words", ["not just autism", "cinema is not autism friendly", "not sure if autism", "not talking"]
)
def test_not_everything_after_not_is_ruled_out(words: str, read: Read) -> None:
    assert read(words).without_needs == ()


def test_the_rest_of_the_sentence_still_counts(read: Read) -> None:
    understood = read("not autism but sleep")
    assert "sleep" in [need for need, _, _ in understood.needs]
