"""Where a family stands: diagnosis, waiting lists, referral."""

import pytest

from tests.search.understanding.conftest import Read


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("he is autistic we think but no diagnosis", {"no_diagnosis"}),
        ("not been diagnosed yet", {"no_diagnosis"}),
        ("undiagnosed adhd", {"no_diagnosis"}),
        ("i think my son has adhd", {"no_diagnosis"}),
        ("just diagnosed with autism", {"diagnosed"}),
        ("has a diagnosis of adhd", {"diagnosed"}),
        ("adhd waiting list help now", {"waiting"}),
        ("what to do while we wait for camhs", {"waiting"}),
        ("waited 3 years for autism assessment", {"waiting"}),
        ("gp turned us down", {"turned_down"}),
        ("camhs rejected the referral", {"turned_down"}),
        ("can i self refer", {"self_refer"}),
        ("speech therapy without a GP", {"self_refer"}),
        ("support without an EHCP", {"no_ehcp"}),
        ("no ehcp", {"no_ehcp"}),
        ("autism no diagnosis on the waiting list", {"no_diagnosis", "waiting"}),
    ],
)
def test_where_a_family_stands_is_understood(words: str, status: set[str], read: Read) -> None:
    assert read(words).status == status


@pytest.mark.parametrize(
    "words",
    [
        "cant wait for the summer holidays",
        "how to get a diagnosis",
        "school is not following the ehcp",
        "walks in on me",
        "who can we refer to",
        "waiting room toys",
    ],
)
def test_words_that_only_sound_like_it_say_nothing(words: str, read: Read) -> None:
    assert read(words).status == frozenset()


def test_what_is_waited_for_stays_a_need(read: Read) -> None:
    understood = read("waiting for autism assessment")
    assert "autism" in [need for need, _, _ in understood.needs]


def test_a_family_turned_down_finds_what_there_is_for_it(read: Read) -> None:
    assert "rejected-referral" in read("gp said no").concepts
