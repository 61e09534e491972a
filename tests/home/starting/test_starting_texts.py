"""The texts that a new site starts with: each can be read, leads somewhere, can be edited without loss."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from home.starting.loading import SOURCE
from home.starting.page_files import page_files, read_page_file
from local_offer.core.blocks import TEXT_FEATURES
from local_offer.core.keys import page_with_key
from local_offer.directory.importing.values import services_of_source
from local_offer.hub.blocks import live_query
from local_offer.hub.models import HelpPage
from local_offer.places.tables import STARTING_DATA
from search.answering import answer
from tests.home.starting.texts import html_in

FILES = page_files(STARTING_DATA / "pages")
BLOCKS = ["p", "ul", "ol", "li", "h3", "blockquote"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_starting_page_parses(path):
    page = read_page_file(path)
    assert page.blocks
    assert page.words
    assert page.sources


def test_an_editor_can_open_and_save_every_text_without_losing_a_word(starting):
    """The admin's editor knows only some marks; what it does not know it would drop without a word."""
    editor = ContentstateConverter(features=TEXT_FEATURES)
    for page in starting.pages:
        for html in html_in([block.value for block in page.blocks]):
            html = re.sub('href="[^"]*"', 'href="https://example.org"', html)
            before = BeautifulSoup(html, "html.parser")
            after = BeautifulSoup(editor.to_database_format(editor.from_database_format(html)), "html.parser")
            assert after.get_text() == before.get_text(), page.file
            assert [tag.name for tag in after(BLOCKS)] == [tag.name for tag in before(BLOCKS)], page.file
            assert [tag.get_text() for tag in after("a")] == [tag.get_text() for tag in before("a")], (
                page.file
            )
            assert bold_words(after) == bold_words(before), page.file


def bold_words(soup):
    return "".join(tag.get_text() for tag in soup(["b", "strong"]))


@pytest.mark.usefixtures("site")
def test_every_starting_page_is_public_and_says_what_its_file_says(starting):
    for text in starting.pages:
        page = page_with_key(text.key)
        assert (page.live, page.title, page.slug, page.written_on) == (
            True,
            text.title,
            text.slug,
            text.written,
        )
        assert page.search_words.splitlines() == list(text.words)
        assert page.sources.splitlines() == list(text.sources)
        assert [block.block_type for block in page.body] == [block.kind for block in text.blocks]
        if isinstance(page, HelpPage):
            assert {need.slug for need in page.needs.all()} == set(text.needs)
            named = [link.page.specific.page_key for link in page.related_links.all()]
            assert named == list(text.related), text.file


@pytest.mark.usefixtures("site")
def test_every_link_in_the_starting_texts_leads_somewhere(starting, client):
    live = set(Page.objects.live().values_list("pk", flat=True))
    paths = set()
    for text in starting.pages:
        for html in html_in(page_with_key(text.key).body.get_prep_value()):
            for link in BeautifulSoup(html, "html.parser")("a"):
                if link.get("linktype") == "page":
                    assert int(link["id"]) in live, f"{text.file}: {link}"
                else:
                    paths.add(link["href"])
    ours = {path for path in paths if path.startswith("/")}
    assert len(ours) > 60
    assert all(path.startswith("https://") for path in paths - ours)
    lost = {path: status for path in ours if (status := client.get(path).status_code) not in (200, 301, 302)}
    assert not lost


@pytest.mark.usefixtures("site")
def test_a_link_to_a_service_is_its_permanent_one(starting):
    home_start = services_of_source(SOURCE, ["58"]).get()
    contact = page_with_key("plain:contact")
    html = "".join(html_in(contact.body.get_prep_value()))
    assert f'<a href="{home_start.get_short_url()}">SPACE</a>' in html


@pytest.mark.usefixtures("site")
def test_no_live_list_of_a_starting_page_is_empty(starting):
    empty = []
    for text in starting.pages:
        for block in page_with_key(text.key).body:
            if block.block_type == "live_services" and not answer(live_query(block.value)).hits:
                empty.append((text.file, dict(block.value)))
    assert not empty


@pytest.mark.usefixtures("site")
def test_no_list_of_helplines_of_a_starting_page_is_empty(starting):
    empty = []
    for text in starting.pages:
        for block in page_with_key(text.key).body:
            if block.block_type == "helplines" and not block.block.get_context(block.value)["helplines"]:
                empty.append((text.file, dict(block.value)))
    assert not empty
