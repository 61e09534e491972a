"""Every published page can be read by a child of nine; the command that says so says what to mend."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from local_offer.core.keys import page_with_key
from local_offer.core.reading import READING_AGE_LIMIT
from local_offer.hub.glossary import GlossaryTerm
from local_offer.hub.page_reading import (
    WORDS,
    lines_of_html,
    lines_of_page,
    lines_of_value,
    measured_texts,
    published_pages,
)

pytestmark = pytest.mark.usefixtures("site")


def run(**options):
    out = StringIO()
    call_command("check_words", stdout=out, **options)
    return out.getvalue()


def rewrite(key, **fields):
    page = page_with_key(key)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()


def test_all_starting_texts_are_easy_enough():
    hard = {one.key: one.reading.hard for one in measured_texts() if not one.reading.easy_enough}
    assert hard == {}


def test_every_page_that_families_can_read_is_measured():
    keys = [one.key for one in measured_texts()]
    assert len(keys) == len(set(keys)) == len(published_pages()) + 1
    assert {"home", "hub:sleep", "guide:ehcp", "dspl:1", "plain:privacy", "urgent-help", WORDS} <= set(keys)


def test_the_table_names_each_page_with_its_age():
    said = run()
    assert f"All {len(published_pages()) + 1} are easy enough." in said
    assert "hub:sleep" in said


def test_one_page_can_be_measured_alone():
    said = run(page="hub:sleep")
    assert "hub:sleep" in said
    assert "hub:anxiety" not in said


def test_a_key_that_no_page_has_is_said_to_be_wrong():
    with pytest.raises(CommandError, match="hub:nowhere"):
        run(page="hub:nowhere")


def test_a_page_that_is_too_hard_ends_the_command_badly_and_shows_the_passage():
    hard = "The authority shall facilitate multi-agency interventions prior to commencement of statutory assessment."
    rewrite("hub:sleep", body=[("intro", f"<p>{hard * 12}</p>")])
    out = StringIO()
    with pytest.raises(CommandError, match="too hard"):
        call_command("check_words", stdout=out)
    said = out.getvalue()
    assert "“facilitate”: Many families do not know this word." in said
    assert "Cut it in two" in said
    assert f"Bring it to {READING_AGE_LIMIT:.0f}" in said


def test_a_hard_meaning_in_the_glossary_is_found_too():
    GlossaryTerm.objects.filter(term="Masking").update(plain="Suffers from paperwork.")
    with pytest.raises(CommandError):
        run(page=WORDS)


def test_a_summary_of_25_words_passes_and_one_of_26_does_not():
    rewrite("hub:sleep", summary=" ".join(["One", *["cat"] * 24]) + ".")
    assert "hub:sleep" in run(page="hub:sleep")
    rewrite("hub:sleep", summary=" ".join(["One", *["cat"] * 25]) + ".")
    with pytest.raises(CommandError):
        run(page="hub:sleep")


def test_words_that_hurt_are_found_in_a_summary_as_well():
    rewrite("hub:sleep", summary="Help for the naughty child.")
    with pytest.raises(CommandError):
        run(page="hub:sleep")


def test_all_that_a_page_says_is_measured():
    lines = list(lines_of_page(page_with_key("guide:ehcp")))
    page = page_with_key("guide:ehcp")
    assert page.title in lines
    assert page.summary in lines
    for block in page.body:
        if block.block_type in ("section", "steps"):
            assert block.value["heading"] in lines
        if block.block_type == "steps":
            assert all(
                step["title"] in lines and (step["when"] or "") in lines for step in block.value["steps"]
            )
    assert not any("<" in line for line in lines)


def test_an_item_inside_an_item_is_a_line_of_its_own():
    assert list(lines_of_html("<ul><li>One<ul><li>Two</li></ul></li></ul><p>Three</p>")) == [
        "One",
        "Two",
        "Three",
    ]


def test_choices_of_a_block_are_no_words():
    assert list(lines_of_value({"heading": "Rest", "kind": "try", "needs": ["sleep"]})) == ["Rest"]
