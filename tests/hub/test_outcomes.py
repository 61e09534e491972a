"""The six hopes are ways in: each leads to searches that hold something, and promises nothing."""

import pytest
from bs4 import BeautifulSoup

from local_offer.core.keys import page_with_key
from local_offer.directory.models import Service
from local_offer.hub.outcomes import OutcomeNeed, ways_in
from local_offer.taxonomy.models import Need, Outcome
from search.answering import answer
from search.query import ServiceQuery

pytestmark = pytest.mark.usefixtures("site")


def test_every_one_of_the_six_has_needs_and_services():
    found = [ways_in(outcome) for outcome in Outcome.objects.all()]
    assert len(found) == 6
    assert all(len(one["searches"]) >= 4 for one in found)
    assert all(len(one["hits"]) == 3 for one in found)


def test_every_way_in_leads_to_somebody():
    needs = set(OutcomeNeed.objects.values_list("need__slug", flat=True))
    assert [need for need in needs if not answer(ServiceQuery(need=(need,))).hits] == []


def test_the_page_shows_all_six_and_its_links_work(client):
    soup = BeautifulSoup(client.get(page_with_key("guide:outcomes").url).content, "html.parser")
    hopes = soup.select(".lo-hope")
    assert [hope.h3.get_text(strip=True) for hope in hopes] == [
        "Be Included",
        "Be Independent",
        "Be Ambitious",
        "Be Safe",
        "Be Healthy",
        "Be Resilient",
    ]
    assert "ways in, not promises" in soup.get_text()
    addresses = {link["href"] for hope in hopes for link in hope("a")}
    assert all(client.get(address).status_code == 200 for address in addresses)


def test_services_that_an_editor_marks_with_a_hope_come_first(own_index):
    outcome = Outcome.objects.get(slug="be-safe")
    marked = Service.objects.filter(live=True).order_by("-pk").first()
    marked.outcomes.add(outcome)
    marked.save()
    marked.save_revision().publish()
    own_index()
    found = ways_in(outcome)
    assert [hit.name for hit in found["hits"]] == [marked.name]
    assert found["more_url"] == "/search/?outcome=be-safe"


def test_a_hope_without_needs_shows_itself_and_claims_nothing():
    outcome = Outcome.objects.create(slug="be-merry", label="Be Merry", order=9)
    found = ways_in(outcome)
    assert (found["searches"], found["outcome"]) == ([], outcome)


def test_an_editor_adds_a_need_to_a_hope():
    outcome = Outcome.objects.get(slug="be-safe")
    OutcomeNeed.objects.create(outcome=outcome, need=Need.objects.get(slug="anger"))
    assert "Anger" in [search["label"] for search in ways_in(outcome)["searches"]]
