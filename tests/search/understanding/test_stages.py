"""Words that say about how old a child is put things in order, and never leave anything out."""

import pytest

from search.understanding.reading import Years
from tests.search.understanding.conftest import Read


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("bites other kids at nursery", ((0, 4),)),
        ("preschool say he is behind", ((0, 4),)),
        ("no friends at primary school", ((4, 11),)),
        ("things to do with autistic child", ((0, 17),)),
        ("wants an apprenticeship", ((16, 25),)),
        ("one at nursery and one at college", ((0, 4), (16, 25))),
        ("somebody to talk to", ()),
        ("fine at home, meltdowns at school", ((4, 18),)),
    ],
)
def test_the_closest_stage_that_the_words_tell(read: Read, text: str, stages: tuple[Years, ...]) -> None:
    assert read(text).stages == stages


def test_a_stage_is_no_age_and_no_chip(read: Read) -> None:
    found = read("bites other kids at nursery")
    assert found.ages == ()
    assert not [chip for chip in found.chips if chip.kind in ("age", "stage")]
