"""A word is explained once, where a family reads it first, and nowhere that it would be in the way."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from local_offer.hub.glossary_matching import MOST_ON_A_PAGE, Entry, Glossary, explain

EHCP = Entry(
    "Education, health and care plan", ("EHCP", "EHC plan"), "A legal plan.", "word-ehcp", "guide:ehcp"
)
SENCO = Entry("Special needs coordinator", ("SENCO",), "The teacher & friend in charge.", "word-senco")
HELP = Entry("Early help", (), "Help before things get too hard.", "word-early-help", "guide:early-help")
NAME = Entry("Just Talk", (), "A list of places.", "word-just-talk")
CARER = Entry("Carer's Allowance", (), "Money for carers.", "word-carers")
HI = Entry("Hearing impairment", ("HI",), "Being deaf.", "word-hi")
WORDS = Glossary((EHCP, SENCO, HELP, NAME, CARER, HI))


def told(body, glossary=WORDS, **more):
    """The words of a section, explained."""
    return explain(f'<div class="lo-words">{body}</div>', glossary, "/guides/jargon/", **more)


def buttons(html):
    return [button.get_text() for button in BeautifulSoup(html, "html.parser")("button")]


def test_the_first_use_is_explained_and_the_second_is_not():
    html = told("<p>Ask the SENCO. The SENCO will know.</p>")
    assert buttons(html) == ["SENCO"]
    assert html.index("<button") < html.index("The SENCO will know")


def test_the_meaning_stands_right_behind_its_button_and_belongs_to_it():
    button = BeautifulSoup(told("<p>Ask the SENCO.</p>"), "html.parser").button
    meaning = button.next_sibling
    assert meaning.name == "span"
    assert meaning.has_attr("popover")
    assert button["popovertarget"] == meaning["id"]
    assert meaning.get_text().startswith("Special needs coordinator. The teacher & friend in charge.")
    assert meaning.a["href"] == "/guides/jargon/#word-senco"


def test_two_short_forms_of_one_word_are_explained_once():
    assert buttons(told("<p>An EHC plan was called an EHCP.</p>")) == ["EHC plan"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Early help is free", "Early help"),
        ("They get early help", "early help"),
        ("Two EHCPs", "EHCPs"),
        ("Carer’s Allowance", "Carer’s Allowance"),
        ("Carer's Allowance", "Carer's Allowance"),
        ("Look at Just Talk", "Just Talk"),
    ],
)
def test_a_word_is_known_as_people_write_it(text, found):
    assert buttons(told(f"<p>{text}.</p>")) == [found]


@pytest.mark.parametrize(
    "text", ["senco", "just talk to them", "Hi there", "PRESENCOM", "nearly help", "EHCP-like"]
)
def test_what_only_looks_like_a_word_is_left_alone(text):
    assert buttons(told(f"<p>{text}</p>")) == []


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x/">Ask the SENCO</a></p>',
        '<p><a href="/x/"><b>SENCO</b></a></p>',
        "<h3>What the SENCO does</h3>",
        "<blockquote>Dear SENCO</blockquote>",
        "<button>SENCO</button>",
        '<p title="SENCO">Ask.</p>',
    ],
)
def test_links_headings_words_to_copy_and_attributes_stay_as_they_are(html):
    assert told(html) == f'<div class="lo-words">{html}</div>'


def test_the_word_is_explained_after_a_link_that_holds_it():
    html = told('<p><a href="/x/">SENCO</a> or SENCO</p>')
    assert '<a href="/x/">SENCO</a> or <button' in html


def test_only_the_words_of_a_page_are_read_and_not_its_cards_or_menus():
    html = '<nav>SENCO</nav><div class="lo-words lo-intro"><p>EHCP</p></div><div><p>SENCO</p></div>'
    assert buttons(explain(html, WORDS, "/guides/jargon/")) == ["EHCP"]


def test_a_page_does_not_explain_in_a_line_what_all_of_it_is_about():
    assert buttons(told("<p>Early help is free. SENCO.</p>", about="guide:early-help")) == ["SENCO"]


def test_a_short_form_is_explained_even_on_the_page_about_it():
    assert buttons(told("<p>An EHCP is a plan.</p>", about="guide:ehcp")) == ["EHCP"]


def test_what_the_page_has_said_in_full_is_not_said_again_on_paper():
    html = told("<p>the teacher in charge (SENCO) and an EHCP</p>")
    assert re.findall(r'class="(lo-means[^"]*)"', html) == ["lo-means lo-means--said", "lo-means"]


def test_a_page_is_not_littered_and_short_forms_come_first():
    many = [Entry(f"thing{letter}", (), "A thing.", f"word-{letter}") for letter in "abcdefghijklmnop"]
    html = told(f"<p>{' '.join(one.term for one in many)} SENCO</p>", Glossary((*many, SENCO)))
    assert len(buttons(html)) == MOST_ON_A_PAGE
    assert "SENCO" in buttons(html)


@pytest.mark.parametrize("tag", ["div", "p", "li"])
def test_words_are_read_in_whatever_holds_them_and_no_further(tag):
    html = explain(f'<{tag} class="lo-lead lo-words">SENCO</{tag}><{tag}>EHCP</{tag}>', WORDS, "")
    assert buttons(html) == ["SENCO"]


def test_a_comma_stays_with_its_word():
    soup = BeautifulSoup(told("<p>an EHCP, and a SENCO</p>"), "html.parser")
    assert [kept.get_text()[-1] for kept in soup.select(".lo-keep")] == [","]


def test_without_a_list_there_is_no_link_to_one():
    assert "<a" not in explain('<div class="lo-words"><p>SENCO</p></div>', WORDS, "")


def test_an_empty_list_changes_nothing():
    assert told("<p>SENCO</p>", Glossary(())) == '<div class="lo-words"><p>SENCO</p></div>'


TEXTS = st.lists(
    st.sampled_from(["SENCO", "EHC plan", "early help", "and", "<b>", "</b>", "&amp;", "Just Talk"])
)


@given(TEXTS)
def test_whatever_a_page_says_its_own_words_stay_in_order(words):
    html = f"<p>{' '.join(words)}</p>"
    soup = BeautifulSoup(told(html), "html.parser")
    for meaning in soup("span"):
        meaning.extract()
    assert soup.get_text() == BeautifulSoup(html, "html.parser").get_text()
    assert len(soup("button")) == len({word for word in words if word in WORDS.named})
