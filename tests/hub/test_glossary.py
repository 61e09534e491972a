"""Words explained: a full list from A to Z, in place on the pages, and the editors' to change."""

import gzip

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse

from local_offer.core.keys import page_with_key
from local_offer.directory.models import Service
from local_offer.hub.glossary import GlossaryTerm, current_glossary
from local_offer.hub.glossary_block import letters
from local_offer.hub.glossary_phrases import needs_of_words
from local_offer.taxonomy.models import Need, Phrase
from search.answering import answer
from search.query import ServiceQuery

pytestmark = pytest.mark.usefixtures("site")
JARGON = "/guides/jargon/"


def soup_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_at_least_120_words_are_explained():
    assert GlossaryTerm.objects.count() >= 120
    known = {short for term in GlossaryTerm.objects.all() for short in term.short_forms}
    assert {"EHCP", "SENCO", "SENDIASS", "EBSA", "SLCN", "DSPL", "OAP", "PfA"} <= known


def test_every_word_leads_to_a_page_that_is_there_or_to_none():
    keys = set(GlossaryTerm.objects.exclude(see="").values_list("see", flat=True))
    assert [key for key in keys if not page_with_key(key)] == []


def test_no_two_words_share_a_place_or_a_short_form():
    terms = list(GlossaryTerm.objects.all())
    anchors = [term.anchor for term in terms]
    shorts = [short for term in terms for short in term.short_forms]
    assert len(set(anchors)) == len(anchors)
    assert sorted({short for short in shorts if shorts.count(short) > 1}) == []


def test_the_list_holds_every_word_under_its_letter(client):
    soup = soup_of(client, JARGON)
    assert {tag["id"] for tag in soup("dt")} == {term.anchor for term in GlossaryTerm.objects.all()}
    for group in letters():
        heading = soup.find(id=group["id"])
        assert heading.get_text() == group["letter"]
        first = heading.find_next("dt").get_text()
        assert group["letter"] == "0-9" or first.upper().startswith(group["letter"])


def test_each_letter_can_be_jumped_to(client):
    soup = soup_of(client, JARGON)
    jumps = [link["href"] for link in soup.select(".lo-letters a")]
    assert len(jumps) > 15
    assert all(soup.find(id=jump.removeprefix("#")) for jump in jumps)


def test_a_missing_word_can_be_told_from_the_list(client):
    link = soup_of(client, JARGON).find("a", string="A word is missing? Tell us")
    assert link["href"] == "/something-is-wrong/?page=%2Fguides%2Fjargon%2F"
    form = soup_of(client, link["href"])
    assert form.find("input", {"name": "page"})["value"] == JARGON


def test_the_list_is_light_enough_for_a_slow_phone(client):
    assert len(gzip.compress(client.get(JARGON).content)) <= 20 * 1024


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/", "DSPL"),
        ("/search/?q=SENDIASS", "EHC plans"),
        ("/areas/", "DSPL"),
        ("/areas/north-herts/", "SENCO"),
        ("/neurodiversity/", "diagnosis"),
        ("/guides/money/", "DLA"),
        ("/urgent-help/", "BSL"),
        ("/accessibility/", "British Sign Language"),
    ],
)
def test_every_kind_of_page_explains_its_words(client, path, word):
    assert word in [button.get_text() for button in soup_of(client, path).select("button.lo-word")]


def test_a_service_explains_its_words(client):
    service = Service.objects.get(name__startswith="SENDIASS")
    assert soup_of(client, service.get_absolute_url()).select("main button.lo-word")


@pytest.mark.parametrize("key", ["guide:ehcp", "hub:first-steps", "guide:professionals", "dspl:5"])
def test_a_page_explains_its_words_in_place(client, key):
    soup = soup_of(client, page_with_key(key).url)
    buttons = soup.select("button.lo-word")
    assert 2 < len(buttons) <= 12
    assert len({button["popovertarget"] for button in buttons}) == len(buttons)
    for button in buttons:
        assert button.next_sibling["id"] == button["popovertarget"]
        assert not button.find_parent(["a", "h1", "h2", "h3", "blockquote"])
        anchor = button.next_sibling.a["href"]
        assert anchor.startswith(f"{JARGON}#word-")


def test_the_list_does_not_explain_itself(client):
    assert not soup_of(client, JARGON).select("button.lo-word")


def test_a_word_that_an_editor_adds_is_explained_at_once(client):
    current_glossary()
    GlossaryTerm.objects.create(term="Body clock", plain="What tells us when to sleep.", see="hub:anxiety")
    soup = soup_of(client, "/neurodiversity/sleep/")
    assert "body clock" in [button.get_text() for button in soup.select("button.lo-word")]


def test_a_word_that_an_editor_takes_away_is_explained_no_more(client):
    assert "ADHD" in [
        one.get_text() for one in soup_of(client, "/neurodiversity/sleep/").select("button.lo-word")
    ]
    GlossaryTerm.objects.filter(short_form="ADHD").delete()
    assert "ADHD" not in [
        one.get_text() for one in soup_of(client, "/neurodiversity/sleep/").select("button.lo-word")
    ]


def test_a_meaning_that_an_editor_changes_is_the_one_shown(client):
    term = GlossaryTerm.objects.get(short_form="ADHD")
    term.plain = "A quick mind."
    term.save()
    assert "A quick mind." in soup_of(client, "/neurodiversity/sleep/").get_text()


def test_when_the_list_is_not_published_words_are_explained_without_a_link(client):
    page_with_key("guide:jargon").unpublish()
    assert not soup_of(client, "/neurodiversity/sleep/").select(".lo-means a")


def test_the_page_to_read_is_named_by_its_key():
    term = GlossaryTerm(term="Nap", plain="A short sleep.", see="/sleep")
    with pytest.raises(ValidationError):
        term.full_clean()


def test_who_asks_what_a_short_form_means_is_shown_the_list_or_the_page_about_it():
    asked = [(short, term.see) for term in GlossaryTerm.objects.all() for short in term.short_forms]
    assert len(asked) > 100
    lost = []
    for short, about in asked:
        found = {page.key for page in answer(ServiceQuery(text=f"what does {short} mean")).pages}
        lost += [] if found & {"guide:jargon", about} else [short]
    assert lost == []


def test_what_families_type_leads_to_its_need_only_where_it_is_one():
    known = needs_of_words()
    slugs = set(Need.objects.values_list("slug", flat=True))
    assert known["sleep"] == "sleep"
    assert set(known.values()) <= slugs
    several = Phrase.objects.filter(targets__contains=";").first()
    word = several.phrases.split(";")[0].strip().lower()
    assert known.get(word) not in several.targets.split(";")[:1]


def test_a_word_that_families_search_with_leads_to_that_search(client):
    shown = [word for group in letters() for word in group["words"] if word["search_url"]]
    assert len(shown) > 10
    for address in {word["search_url"] for word in shown}:
        assert client.get(address).status_code == 200


def test_an_editor_finds_and_changes_a_word_in_the_admin(admin_client):
    listing = admin_client.get(reverse("wagtailsnippets_hub_glossaryterm:list"), {"q": "SENCO"})
    assert "Special educational needs coordinator" in listing.content.decode()
    term = GlossaryTerm.objects.get(term="Special educational needs coordinator")
    address = reverse("wagtailsnippets_hub_glossaryterm:edit", args=[term.pk])
    said = {"term": term.term, "short_form": "SENCO", "plain": "The one to ask.", "see": "guide:sen-support"}
    assert admin_client.post(address, said).status_code == 302
    term.refresh_from_db()
    assert term.plain == "The one to ask."
    assert get_user_model().objects.exists()
