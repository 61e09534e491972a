"""What is offered while somebody types, from lists of our own making."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from search.suggest import LONGEST_TYPED, MOST_SHOWN, Shelf, Suggestion, Suggestions


def shelf(share: int, *labels: str, kind: str = "Search") -> Shelf:
    return Shelf.of(share, [Suggestion(label, kind, f"/{label}") for label in labels])


def offered(shelves: Sequence[Shelf], typed: str) -> list[str]:
    return [one.label for one in Suggestions(tuple(shelves)).matching(typed)]


SLEEP = shelf(8, "Sleep", "Won't sleep", "Fussy about food", "Café for parents")


def test_a_word_is_found_by_its_beginning_wherever_it_stands():
    assert offered([SLEEP], "sle") == ["Sleep", "Won't sleep"]
    assert offered([SLEEP], "food") == ["Fussy about food"]
    assert offered([SLEEP], "leep") == []


def test_what_begins_as_typed_comes_before_what_only_holds_it():
    assert offered([shelf(8, "No sleep at all", "Sleep")], "sleep") == ["Sleep", "No sleep at all"]


def test_apostrophes_accents_and_capitals_make_no_difference():
    for typed in ("wont sleep", "won't sleep", "WON’T SLE"):
        assert offered([SLEEP], typed) == ["Won't sleep"]
    assert offered([SLEEP], "cafe") == offered([SLEEP], "CAFÉ") == ["Café for parents"]


def test_every_word_that_is_typed_must_fit():
    assert offered([SLEEP], "fussy food") == ["Fussy about food"]
    assert offered([SLEEP], "fussy sleep") == []


def test_words_that_stand_beside_any_need_are_passed_over_when_nothing_holds_them():
    assert offered([SLEEP], "help for my son with sle") == ["Sleep", "Won't sleep"]
    assert offered([SLEEP], "help for") == []


def test_a_thing_is_found_by_its_other_names_and_shown_by_its_own():
    town = Shelf.of(2, [Suggestion("Welwyn Garden City", "Place", "/", ("wgc", "the garden city"))])
    assert offered([town], "wgc") == offered([town], "the gard") == ["Welwyn Garden City"]


def test_one_letter_or_a_whole_sentence_offers_nothing():
    assert offered([SLEEP], "s") == offered([SLEEP], " ") == offered([SLEEP], "") == []
    assert offered([SLEEP], "he does not sleep at all at night") == []


def test_no_sort_crowds_out_another():
    needs = shelf(4, *(f"Sleep {number}" for number in range(20)))
    services = shelf(3, "Sleep clinic", "Sleep helpline", kind="Service")
    found = offered([needs, services], "sleep")
    assert len(found) == MOST_SHOWN
    assert {"Sleep clinic", "Sleep helpline"} <= set(found)
    assert len(offered([needs], "sleep")) == MOST_SHOWN


def test_an_empty_shelf_offers_nothing():
    assert offered([shelf(4)], "sleep") == []


@given(st.text(max_size=LONGEST_TYPED + 20))
def test_whatever_is_typed_what_is_offered_holds_it_and_is_never_much(typed: str):
    found = Suggestions((SLEEP, shelf(2, "Hitchin", kind="Place"))).matching(typed)
    assert len(found) <= MOST_SHOWN
    assert len({one.url for one in found}) == len(found)
