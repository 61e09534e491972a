"""What a page file says becomes the page, word for word; what cannot be taken is said with its line."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from home.starting.blocks import Block
from home.starting.page_files import parse_page
from home.starting.wrong import WrongInFile
from tests.home.starting.texts import LINES_OF_HEAD, html_in, page, page_text

ALLOWED = {"p", "ul", "ol", "li", "h3", "strong", "em", "blockquote", "a"}


def test_the_head_of_a_file_says_what_the_page_is():
    read = page()
    assert (read.key, read.title, read.slug, read.summary) == ("hub:naps", "Naps", "naps", "Rest in the day.")
    assert (read.needs, read.words, read.related) == (("sleep",), ("nap", "lie down"), ("hub:sleep",))
    assert (read.sources, read.written, read.area) == (("General public knowledge",), date(2026, 11, 24), "")


def test_words_above_the_first_heading_open_the_page():
    (block,) = page("You are **not** alone.\n\nIt *helps*.").blocks
    assert block == Block("intro", "<p>You are <strong>not</strong> alone.</p><p>It <em>helps</em>.</p>")


def test_a_heading_with_its_kind_opens_a_section():
    (block,) = page("## What you can try {try}\n- one\n- two\n\n1. first").blocks
    text = "<ul><li>one</li><li>two</li></ul><ol><li>first</li></ol>"
    assert block == Block("section", {"heading": "What you can try", "kind": "try", "text": text})


def test_a_heading_without_a_kind_is_a_plain_section():
    (block,) = page("## A thought\nRest.").blocks
    assert block.value == {"heading": "A thought", "kind": "", "text": "<p>Rest.</p>"}


def test_words_to_copy_stay_apart_from_each_other():
    (block,) = page("## Words {say}\n> Please\n> help.\n\n> Thank you.").blocks
    assert block.value["text"] == "<blockquote>Please help.</blockquote><blockquote>Thank you.</blockquote>"


def test_a_road_has_steps_with_their_times():
    (block,) = page("## How {steps}\nSlowly.\n\n### Ask | day 1\nWrite.\n\n### Wait\nRest.").blocks
    steps = [
        {"title": "Ask", "when": "day 1", "text": "<p>Write.</p>"},
        {"title": "Wait", "when": "", "text": "<p>Rest.</p>"},
    ]
    assert block == Block("steps", {"heading": "How", "intro": "<p>Slowly.</p>", "steps": steps})


def test_a_live_list_stands_where_the_text_has_it_and_the_words_below_go_on():
    opening, alive, after = page(
        "## Who {help}\nAsk.\n\n"
        "[[services need=sleep,toilet age=0-5 access=no-diagnosis limit=4]]\n\n"
        "### More\nLook."
    ).blocks
    assert opening.value == {"heading": "Who", "kind": "help", "text": "<p>Ask.</p>"}
    assert after == Block("intro", "<h3>More</h3><p>Look.</p>")
    assert alive.kind == "live_services"
    assert alive.value == {
        "needs": ["sleep", "toilet"],
        "kinds": [],
        "from_age": 0,
        "to_age": 5,
        "no_diagnosis": True,
        "limit": 4,
    }


def test_a_section_may_hold_a_live_list_alone():
    section, alive = page("## Who {more}\n[[helplines need=sleep]]").blocks
    assert section.value == {"heading": "Who", "kind": "more", "text": ""}
    assert alive == Block("helplines", {"which": "needs", "needs": ["sleep"]})


@pytest.mark.parametrize("which", ["urgent", "all"])
def test_helplines_may_be_all_or_the_urgent_ones(which):
    (block,) = page(f"[[helplines {which}]]").blocks
    assert block == Block("helplines", {"which": which, "needs": []})


def test_the_page_of_an_area_lists_its_services_without_a_section_of_its_own():
    (block,) = page("## Where\nHere.\n\n## Help here\nSee below.\n\n[[area-services]]").blocks
    assert block.value["heading"] == "Where"


def test_links_are_found_with_their_lines():
    body = "See [sleep](hub:sleep).\n\n- [SPACE](service:58)\n- [free](/search/?need=sleep&cost=free)"
    links = [(link.target, link.line - LINES_OF_HEAD) for link in page(body).links]
    assert links == [("hub:sleep", 1), ("service:58", 3), ("/search/?need=sleep&cost=free", 4)]


def test_the_fingerprint_changes_with_the_words_and_not_with_the_breaking_of_lines():
    assert page("One two.").fingerprint == page("One\ntwo.").fingerprint
    assert page("One two.").fingerprint != page("One three.").fingerprint
    assert page(words='["nap"]').fingerprint != page().fingerprint


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("# Big", 1, "Use ## for a section"),
        ("## What {tyr}", 1, "There is no kind of section “tyr”"),
        ("## With a [link](hub:sleep)", 1, "A heading is plain words"),
        ("## What {try} more", 1, "its kind in braces"),
        ("Fine.\n\n---", 3, "Begin a new section"),
        ("Fine.\n\n    set in", 3, "Take the spaces out"),
        ("```\ncode\n```", 1, "words to copy"),
        ("Press `this`.", 1, "quotation marks"),
        ("<b>Bold</b>", 1, "HTML is not used"),
        ("A <br> break", 1, "HTML is not used"),
        ("![sun](sun.png)", 1, "in the admin"),
        ("One  \ntwo", 1, "two spaces"),
        ("[a]( hub:sleep", 1, "A link here cannot be read"),
        ("[a](javascript:alert(1))", 1, "A link here cannot be read"),
        ("Look: [[helplines all]]", 1, "a line of its own"),
        ("> - one", 1, "plain paragraphs"),
        ("- one\n\n  two", 1, "one paragraph"),
        ("[[services need=sleep limit=99]]", 1, "from 1 to 12"),
        ("[[services limit=3]]", 1, "need= or kind="),
        ("[[services need=sleep access=all]]", 1, "no-diagnosis"),
        ("[[services need=sleep age=9-3]]", 1, "0 to 25"),
        ("[[services need=sleep age=30]]", 1, "0 to 25"),
        ("[[services need=sleep near=Ware]]", 1, "“near=Ware” is not known"),
        ("[[helplines]]", 1, "urgent, all, or need="),
        ("[[helpline all]]", 1, "“helpline” is not known"),
        ("[[helplines all", 1, "cannot be read"),
        ("## How {steps}\nSlowly.", 1, "no step below"),
        ("## How {steps}\n### Ask\n\n[[helplines all]]", 4, "among steps"),
        (f"## {'a' * 121}", 1, "at most 120 letters"),
        (f"## How {{steps}}\n### Ask | {'a' * 81}", 2, "at most 80 letters"),
    ],
)
def test_what_a_page_cannot_hold_is_said_with_its_line_and_what_to_do(body, line, words):
    with pytest.raises(WrongInFile) as wrong:
        page(body)
    assert (wrong.value.file, wrong.value.line) == ("hub/naps.md", LINES_OF_HEAD + line)
    assert words in str(wrong.value)


@pytest.mark.parametrize(
    ("changed", "line", "words"),
    [
        ({"key": None}, 1, "key is missing"),
        ({"key": '"sleep"'}, 2, "cannot be a key"),
        ({"slug": '"Day Naps"'}, 4, "cannot be a slug"),
        ({"needs": '"sleep"'}, 6, "must be a list"),
        ({"needs": "[1]"}, 6, "must be a list"),
        ({"written": '"today"'}, 10, "must be a day"),
        ({"title": '""'}, 3, "title is empty"),
        ({"title": "Naps"}, 3, "cannot be read"),
        ({"summary": f'"{"a" * 301}"'}, 5, "at most 300"),
        ({"wrods": '["nap"]'}, 11, "Do you mean words?"),
    ],
)
def test_a_head_that_cannot_be_read_is_said_with_its_line(changed, line, words):
    with pytest.raises(WrongInFile, match=words.replace("?", r"\?")) as wrong:
        page("Rest.", **changed)
    assert wrong.value.line == line


@pytest.mark.parametrize("text", ["", "# Naps", "+++\nkey = 'hub:naps'\nRest."])
def test_a_file_without_a_whole_head_is_refused(text):
    with pytest.raises(WrongInFile, match=r"\+\+\+"):
        parse_page(text, "hub/naps.md")


def test_a_file_with_the_line_ends_of_windows_is_the_same_page():
    text = page_text("## What {try}\n- one\n\nTwo.")
    assert parse_page(text.replace("\n", "\r\n"), "a").fingerprint == parse_page(text, "a").fingerprint


marks = st.text(st.sampled_from("ab .\n#>-*_[](){}|`<!&1.:/\\+"), max_size=80)


@given(
    st.lists(st.sampled_from(["## a {try}", "### b | c", "## d {steps}", "[[helplines all]]", "- e"]) | marks)
)
def test_any_text_is_either_taken_with_allowed_marks_alone_or_refused_with_a_line(lines):
    body = "\n".join(lines)
    blocks, refused_at = (), LINES_OF_HEAD + 1
    try:
        blocks = page(body).blocks
    except WrongInFile as wrong:
        refused_at = wrong.line
    assert LINES_OF_HEAD < refused_at <= LINES_OF_HEAD + body.count("\n") + 1
    for html in html_in([block.value for block in blocks]):
        assert {tag.name for tag in BeautifulSoup(html, "html.parser").find_all()} <= ALLOWED


words = st.text(st.sampled_from("abcdefgh '’&é,"), min_size=1).map(lambda text: " ".join(text.split()))


@given(st.lists(words.filter(bool).map("w{}".format), min_size=1), st.integers(0, 5))
def test_no_plain_word_is_lost_or_changed(paragraphs, blank_lines):
    (block,) = page("\n" * blank_lines + "\n\n".join(paragraphs)).blocks
    found = [paragraph.get_text() for paragraph in BeautifulSoup(block.value, "html.parser").find_all("p")]
    assert found == paragraphs
