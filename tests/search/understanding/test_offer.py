"""What help should cost, how and when it should come, and for whom it is."""

import pytest

from tests.search.understanding.conftest import Read


@pytest.mark.parametrize("words", ["free courses", "is it free of charge", "we cant afford it"])
def test_help_that_costs_nothing(words: str, read: Read) -> None:
    assert read(words).costs == ("free",)


@pytest.mark.parametrize(
    "words", ["gluten free packed lunch", "free school meals", "nothing to do in her free time"]
)
def test_other_uses_of_free(words: str, read: Read) -> None:
    assert read(words).costs == ()


@pytest.mark.parametrize(
    ("words", "delivery"),
    [
        ("adhd parenting course online", "online"),
        ("talk to someone over the phone", "phone"),
        ("live chat for teenagers", "text"),
        ("face to face counselling", "in_person"),
        ("home visits for a baby", "home"),
    ],
)
def test_how_help_should_reach_the_family(words: str, delivery: str, read: Read) -> None:
    assert delivery in read(words).deliveries


@pytest.mark.parametrize("words", ["bullied online", "talking to strangers online", "phone addiction"])
def test_what_happens_online_is_no_way_of_getting_help(words: str, read: Read) -> None:
    assert read(words).deliveries == ()


def test_when_it_should_be(read: Read) -> None:
    assert read("parenting course evenings").times == ("evening",)
    assert read("sunday activities send").times == ("weekend",)
    assert read("he screams every evening").times == ()
    assert read("parents evening at school").times == ()


@pytest.mark.parametrize(
    ("words", "audience"),
    [
        ("course for dads", "dads"),
        ("im 15 and anxious", "young_people"),
        ("SENCO here, pupil with EBSA", "professionals"),
        ("i am a teacher looking for training", "professionals"),
        ("workshop for parents", "parents"),
    ],
)
def test_for_whom_it_is(words: str, audience: str, read: Read) -> None:
    assert audience in read(words).audiences


def test_a_parent_who_complains_of_a_senco_is_no_senco(read: Read) -> None:
    assert "professionals" not in read("senco wont help").audiences


def test_a_grown_up_is_no_young_person(read: Read) -> None:
    assert "young_people" not in read("im 34 and exhausted").audiences
