"""Small helpers of the templates: numbers to press, addresses on paper, choices worth offering."""

from dataclasses import dataclass

from local_offer.core.templatetags.site_tags import (
    any_chosen,
    bare_address,
    dialable,
    not_among,
    worth_offering,
)


@dataclass(frozen=True)
class Choice:
    count: int
    chosen: bool = False


def test_a_number_is_dialled_without_its_spaces() -> None:
    assert dialable("07480 635050") == "07480635050"
    assert dialable("+44 (0)20 7946 0000") == "+442079460000"


def test_an_address_on_paper_is_short_enough_to_type() -> None:
    assert bare_address("https://www.example.org/s/abc") == "example.org/s/abc"


def test_a_choice_that_leads_nowhere_is_not_offered() -> None:
    assert worth_offering([Choice(3), Choice(0)]) == [Choice(3)]


def test_a_choice_already_made_stays_so_that_it_can_be_undone() -> None:
    assert worth_offering([Choice(0, chosen=True)]) == [Choice(0, chosen=True)]


def test_a_fold_that_holds_a_choice_already_made_stands_open() -> None:
    assert any_chosen([Choice(1), Choice(2, chosen=True)])
    assert not any_chosen([Choice(1)])


def test_a_page_is_offered_once() -> None:
    shown = [{"url": "/areas/north/"}]
    assert not_among([{"url": "/areas/north/"}, {"url": "/areas/east/"}], shown) == [{"url": "/areas/east/"}]
