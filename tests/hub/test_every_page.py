"""No topic and no guide is a skeleton: each is there, whole, leads somewhere, and can be found."""

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from local_offer.core.keys import page_with_key
from local_offer.core.reading import measure
from local_offer.directory.models import Helpline
from local_offer.directory.next_step import someone_to_ring
from local_offer.hub.blocks import live_query
from local_offer.hub.models import GuidePage, TopicPage
from local_offer.hub.page_reading import lines_of_value, published_pages
from local_offer.taxonomy.models import Need
from search.answering import answer
from search.query import ServiceQuery

pytestmark = pytest.mark.usefixtures("site")

TOPICS = (
    "first-steps no-diagnosis waiting after-diagnosis sleep eating toileting sensory behaviour anxiety "
    "school-avoidance masking communication friendships screens puberty siblings parent-wellbeing autism adhd "
    "dyslexia dyspraxia dyscalculia tics ocd fasd pda arfid"
).split()
GUIDES = (
    "assessment ehcp sen-support disagree exclusion school-moves special-schools home-education early-years "
    "childcare-funding therapies hearing-sight medical-needs health-services mental-health early-help social-care "
    "short-breaks activities money travel post-16 preparing-adulthood helplines jargon accessible-formats "
    "professionals figures outcomes"
).split()
TOPIC_KEYS = [f"hub:{slug}" for slug in TOPICS]
GUIDE_KEYS = [f"guide:{slug}" for slug in GUIDES]
AREA_KEYS = [f"dspl:{number}" for number in range(1, 10)]
ALL_KEYS = ["hub:home", *TOPIC_KEYS, "guide:home", *GUIDE_KEYS, "urgent-help", "dspl:finder", *AREA_KEYS]
SECTIONS = ["notice", "try", "help", "say", "sooner", "waiting", "young", "more"]
# What a page about a name must say before anything else.
NAMES = ["autism", "adhd", "dyslexia", "dyspraxia", "dyscalculia", "tics", "ocd", "fasd", "pda", "arfid"]


def soup_of(client, key):
    response = client.get(page_with_key(key).url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text_of(page):
    """The words under the headings."""
    for block in page.body:
        value = block.get_prep_value()["value"]
        if isinstance(value, dict):
            value = {name: part for name, part in value.items() if name != "heading"}
        yield from lines_of_value(value)


@pytest.mark.parametrize("key", ALL_KEYS)
def test_a_page_answers_with_its_title_once(client, key):
    assert [title.get_text() for title in soup_of(client, key)("h1")] == [page_with_key(key).title]


@pytest.mark.parametrize("key", ALL_KEYS)
def test_a_page_is_in_the_index_and_found_by_its_own_words(key):
    page = page_with_key(key)
    asked = [page.title, *page.search_words.splitlines()]
    assert any(key in {hit.key for hit in answer(ServiceQuery(text=words)).pages} for words in asked)


@pytest.mark.parametrize("key", [*TOPIC_KEYS, *GUIDE_KEYS, *AREA_KEYS])
def test_a_page_is_neither_a_skeleton_nor_a_book(key):
    assert 350 <= measure("\n".join(text_of(page_with_key(key)))).words <= 800


@pytest.mark.parametrize("key", TOPIC_KEYS)
def test_a_topic_has_every_section_in_order_with_something_to_do_in_each(key):
    blocks = [block for block in page_with_key(key).body if block.block_type == "section"]
    kinds = [block.value["kind"] for block in blocks if block.value["kind"] in SECTIONS]
    assert kinds == SECTIONS
    for block in blocks:
        said = measure("\n".join(lines_of_value({"text": block.value["text"].source})))
        assert said.words >= 5, block.value["heading"]


@pytest.mark.parametrize("key", TOPIC_KEYS)
def test_a_topic_offers_five_things_to_try_and_words_to_copy(key):
    blocks = [block for block in page_with_key(key).body if block.block_type == "section"]
    sections = {block.value["kind"]: str(block.value["text"]) for block in blocks}
    tries = BeautifulSoup(sections["try"], "html.parser")("li")
    assert len(tries) >= 5
    assert "<blockquote" in sections["say"]


@pytest.mark.parametrize("slug", NAMES)
def test_a_page_about_a_name_begins_by_saying_that_nobody_need_know_yet(slug):
    page = page_with_key(f"hub:{slug}")
    first = " ".join(list(text_of(page))[:3]).lower()
    assert "you do not need to know" in first.replace("don't", "do not").replace("don’t", "do not")


@pytest.mark.parametrize("key", [*TOPIC_KEYS, *GUIDE_KEYS])
def test_every_live_list_of_a_page_holds_somebody_or_says_whom_to_ask(key):
    for block in page_with_key(key).body:
        if block.block_type == "live_services":
            assert answer(live_query(block.value)).hits or someone_to_ring()


def test_a_live_list_leads_to_more_only_where_there_is_more(client):
    for key in ("hub:sleep", "hub:autism", "guide:money"):
        soup = soup_of(client, key)
        for link in soup.find_all("a", string=re.compile(r"See all \d+ who can help")):
            shown = len(link.find_previous("ul", class_="lo-cards")("li", class_="lo-card"))
            (count,) = re.findall(r"\d+", link.get_text())
            found = BeautifulSoup(client.get(link["href"]).content, "html.parser").h1.get_text()
            assert int(count) > shown
            assert found.startswith(f"{count} places that can help")


def test_an_empty_live_list_names_somebody_with_a_number(client, settings):
    page = page_with_key("hub:sleep")
    for block in page.body:
        if block.block_type == "live_services":
            block.value["from_age"], block.value["to_age"] = 25, 25
            block.value["needs"], block.value["kinds"] = ["sleep"], ["grant"]
    page.save_revision().publish()
    person = soup_of(client, "hub:sleep").find(id="rather-talk").find_parent("section")
    assert person.find("a", href=re.compile(r"^tel:\d+"))


@pytest.mark.parametrize("key", ["guide:ehcp", "guide:assessment"])
def test_each_stretch_of_a_road_says_what_to_do_after_a_no(key):
    kinds = [
        "steps" if block.block_type == "steps" else block.value["kind"]
        for block in page_with_key(key).body
        if block.block_type in ("steps", "section")
    ]
    roads = [place for place, kind in enumerate(kinds) if kind == "steps"]
    assert len(roads) >= 2
    assert {kinds[place + 1] for place in roads} == {"if-no"}


def test_the_road_to_a_plan_tells_the_times_of_the_law():
    times = [
        step["when"]
        for block in page_with_key("guide:ehcp").body
        if block.block_type == "steps"
        for step in block.value["steps"]
    ]
    assert all(times)
    assert {"within 6 weeks", "by week 16", "by week 20"} <= set(times)


def test_the_road_to_an_assessment_tells_who_may_refer_at_which_age():
    said = " ".join(text_of(page_with_key("guide:assessment"))).lower()
    for words in ("under 5", "age 5 to 15", "age 16 to 18", "east and north", "south and west"):
        assert words in said, words


def test_every_helpline_can_be_reached():
    assert [
        line.name for line in Helpline.objects.all() if not (line.phone or line.text or line.website)
    ] == []


@pytest.mark.parametrize("key", [*TOPIC_KEYS, *GUIDE_KEYS, *AREA_KEYS, "hub:home", "guide:home"])
def test_a_long_page_has_a_list_of_what_is_on_it(client, key):
    soup = soup_of(client, key)
    jumps = [link["href"] for link in soup.select(".lo-contents a")]
    assert len(jumps) > 2
    assert all(soup.find(id=jump.removeprefix("#")) for jump in jumps)


def test_a_topic_has_a_live_list():
    without = [
        key
        for key in TOPIC_KEYS
        if not any(block.block_type == "live_services" for block in page_with_key(key).body)
    ]
    assert without == []


def test_every_link_inside_the_site_leads_somewhere(client):
    ours, ids = {}, {}
    for page in published_pages():
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        ids[page.url] = {tag["id"] for tag in soup(id=True)}
        for link in soup("a", href=True):
            target = urlsplit(link["href"])
            if not target.scheme and not target.netloc:
                ours.setdefault((target.path or page.url, target.query), set()).add(
                    (target.fragment, page.url)
                )
    lost = {}
    for (path, query), uses in ours.items():
        if path in ids:
            wrong = {use for use in uses if use[0] and use[0] not in ids[path]}
            lost |= {(path, query): wrong} if wrong else {}
        elif client.get(f"{path}?{query}" if query else path).status_code not in (200, 301, 302):
            lost[path, query] = uses
    assert not lost
    assert len(ours) > 300


def test_headings_make_sense_alone():
    short = [
        (page.page_key, heading)
        for page in [*TopicPage.objects.live(), *GuidePage.objects.live()]
        for heading in page.body_headings()
        if len(heading.split()) < 3
    ]
    assert short == []


def test_related_topics_are_related_both_ways():
    for page in TopicPage.objects.live():
        for other in page.related_pages():
            if hasattr(other, "related_pages"):
                assert page.pk in {back.pk for back in other.related_pages()}, (page.page_key, other.title)


def test_every_topic_of_needs_has_a_page_about_it():
    about = {slug for page in published_pages() if hasattr(page, "needs") for slug in page.need_slugs()}
    topics = Need.objects.filter(parent=None).prefetch_related("children")
    parents = {topic.slug: {topic.slug, *(need.slug for need in topic.children.all())} for topic in topics}
    assert len(parents) >= 20
    assert [slug for slug, family in parents.items() if not family & about] == []


def test_a_page_says_when_it_was_written_and_that_nobody_has_checked_it_yet(client):
    for key in ALL_KEYS:
        text = " ".join(soup_of(client, key).get_text().split())
        assert "Written 24 November 2026." in text
        assert "check before you rely on it" in text
