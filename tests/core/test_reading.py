"""A text too hard for a tired reader is found, and its writer is told why."""

import pytest

from local_offer.core.reading import AVERAGE_LIMIT, SENTENCE_LIMIT, measure, plain_text
from local_offer.core.syllables import syllables
from local_offer.core.wording import BLAME, JARGON

PLAIN = (
    "Your child may need more sleep. You can try this tonight.\nTurn the lights down.\nRead a book in bed."
)
OFFICIAL = (
    "Consideration of eligibility necessitates comprehensive documentation from educational professionals. "
    "Notification regarding unsuccessful applications is subsequently communicated to applicants."
)


def says(text: str) -> str:
    return "\n".join(f"{advice.passage}: {advice.says}" for advice in measure(text).hard)


def test_plain_words_pass_with_nothing_to_mend() -> None:
    reading = measure(PLAIN)
    assert reading.hard == ()
    assert reading.easy_enough
    assert reading.age < 9


def test_official_words_are_far_too_hard_and_the_heavy_ones_are_named() -> None:
    reading = measure(OFFICIAL)
    assert reading.age > 20
    assert not reading.easy_enough
    assert "documentation" in reading.hard[-1].passage
    assert "reading age" in reading.hard[-1].says


def test_the_age_is_the_published_formula_plus_five_years() -> None:
    # 6 words, 6 syllables, 1 sentence: 0.39 * 6 + 11.8 * 1 - 15.59 + 5
    assert measure("The cat sat on the mat.").age == pytest.approx(3.55)


def test_an_empty_text_is_no_error() -> None:
    reading = measure(" \n\n")
    assert (reading.age, reading.sentences, reading.words, reading.hard) == (0.0, 0, 0, ())


def test_headings_and_list_items_are_sentences_of_their_own() -> None:
    reading = measure("What you may notice\nwakes at night\nwill not settle\nis tired all day")
    assert (reading.sentences, reading.longest_sentence) == (4, 4)


def test_a_full_stop_inside_a_short_form_ends_no_sentence() -> None:
    assert measure("Bring a toy, e.g. a soft bear.").sentences == 1


@pytest.mark.parametrize("end", [".", "!", "?", ".”", ".)"])
def test_every_way_to_end_a_sentence_is_seen(end: str) -> None:
    assert measure(f"You can ask{end} They will help.").sentences == 2


def test_a_sentence_over_the_limit_is_shown_with_its_length() -> None:
    words = " ".join(["one"] * (SENTENCE_LIMIT + 1))
    assert f"has {SENTENCE_LIMIT + 1} words" in says(f"{words}.")
    assert measure(" ".join(["one"] * SENTENCE_LIMIT)).longest_sentence == SENTENCE_LIMIT


def test_a_sentence_at_the_limit_is_left_alone() -> None:
    text = " ".join(["one"] * SENTENCE_LIMIT) + ".\n" + "\n".join(["Go on."] * 9)
    assert measure(text).hard == ()


def test_sentences_that_are_long_on_the_whole_are_told_so() -> None:
    text = "\n".join(" ".join(["go"] * (int(AVERAGE_LIMIT) + 2)) for _ in range(4))
    assert "on average" in says(text)


def test_a_place_name_makes_no_text_harder() -> None:
    assert measure("We live near Hertfordshire.").age == pytest.approx(
        measure("We live near me.").age, abs=1.0
    )
    assert measure("Hertfordshire helps you.").age < 6


def test_a_name_known_from_inside_one_sentence_is_known_where_it_opens_another() -> None:
    once = measure("Ask at Berkhamsted. Berkhamsted can help.")
    assert once.age < measure("Ask at a university. Universities can help.").age


def test_a_capital_that_opens_spoken_words_makes_no_name() -> None:
    spoken = measure("Say: “Another.” You need another.")
    assert spoken.age == pytest.approx(measure("Say: “another.” You need another.").age)


def test_a_name_that_the_caller_lists_is_left_out() -> None:
    text = "Rickmansworthians can help."
    assert measure(text, names=frozenset({"rickmansworthians"})).age < measure(text).age


def test_short_forms_are_not_spelled_out() -> None:
    assert measure("An EHC plan can help.").age == pytest.approx(measure("A big plan can help.").age, abs=0.1)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("He suffers from autism.", "suffers from"),
        ("This is not normal.", "normal"),
        ("Just turn the light off.", "Just"),
        ("Try this: Just breathe.", "Just"),
        ("You simply ring the school.", "simply"),
        ("She is a school refuser.", "school refuser"),
        ("He is naughty at home.", "naughty"),
        ("The provision is free.", "provision"),
        ("You need to obtain a letter.", "obtain"),
        ("Bring a toy, e.g. a bear.", "e.g."),
    ],
)
def test_words_that_blame_or_baffle_are_found(text: str, passage: str) -> None:
    assert passage in [advice.passage for advice in measure(text).hard]


def test_blame_may_be_named_to_say_it_is_wrong() -> None:
    assert measure("Your child is not naughty.").hard == ()
    assert measure("It is never your fault.").hard == ()


def test_denying_does_not_excuse_a_word_that_hurts_by_itself() -> None:
    assert measure("Your child is not normal.").hard != ()


def test_the_name_of_a_service_may_hold_an_avoided_word() -> None:
    assert measure("You can ask Just Talk for help.").hard == ()
    assert measure("Just Talk can help.").hard == ()


def test_a_word_in_quotation_marks_is_spoken_of_and_not_used() -> None:
    assert measure("You may hear the word “provision”. It means help.").hard == ()


def test_the_advice_itself_is_easy_to_read() -> None:
    advice = measure("\n".join(wording.says for wording in (*JARGON, *BLAME)))
    assert advice.age <= 9
    assert advice.longest_sentence <= SENTENCE_LIMIT


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("sleep", 1),
        ("helped", 1),
        ("needed", 2),
        ("about", 2),
        ("any", 2),
        ("area", 3),
        ("being", 2),
        ("couldn’t", 2),
        ("every", 2),
        ("family", 3),
        ("people", 2),
        ("autism", 3),
        ("diagnosis", 4),
        ("emergency", 4),
        ("child’s", 1),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_only_what_a_family_reads_is_left_of_a_page() -> None:
    page = """You are **not** alone.

## Who can help {help}
Ask [SPACE](service:58),
or [ring](guide:helplines).
[[services need=sleep limit=6]]

- one
- two

> My child needs a
> break.

### The council decides | within 6 weeks
"""
    assert plain_text(page).splitlines() == [
        "You are not alone.",
        "Who can help",
        "Ask SPACE, or ring.",
        "one",
        "two",
        "My child needs a break.",
        "The council decides, within 6 weeks",
    ]
