"""A new site has its front page at its address, its menus in order, and a number that anybody can ring."""

import pytest
from wagtail.models import Page, Site

from home.models import HomePage
from home.starting.front_page import note_contact, set_address
from local_offer.core.keys import page_with_key
from local_offer.core.models import SiteDetails
from local_offer.hub.models import TopicPage

pytestmark = pytest.mark.usefixtures("site")


def test_the_address_of_the_site_leads_to_the_front_page(settings):
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific_class is HomePage
    assert f"http://{site.hostname}:{site.port}" == settings.SITE_URL


def test_nobody_is_welcomed_to_wagtail():
    assert not Page.objects.filter(title__startswith="Welcome to").exists()
    assert Page.objects.get(depth=2).specific_class is HomePage


def test_the_site_follows_the_address_in_the_settings(settings):
    settings.SITE_URL = "https://localoffer.example.org"
    assert set_address()
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("localoffer.example.org", 443)
    assert not set_address()


def test_the_header_names_the_hub_the_areas_and_the_guides():
    top = page_with_key("home").get_children().live().specific()
    named = [page.menu_title for page in top if page.show_in_menus]
    assert named == ["Neurodiversity Hub", "Your area", "Guides"]


def test_topics_stand_in_the_order_of_the_file(starting):
    keys = list(TopicPage.objects.order_by("path").values_list("page_key", flat=True))
    wanted = [key for key in starting.menus.order if key.startswith("hub:") and key != "hub:home"]
    assert keys == wanted


def test_the_tiles_are_ways_into_the_search(starting, client):
    home = page_with_key("home")
    assert [tile.value["title"] for tile in home.tiles] == [
        tile.value["title"] for tile in starting.home.tiles
    ]
    page = client.get("/").content.decode()
    for tile in starting.home.tiles:
        assert tile.value["title"] in page
        assert all(f"need={need}" in page for need in tile.value["needs"])


def test_a_number_that_an_editor_has_saved_is_not_overwritten(starting):
    SiteDetails.objects.update(council_phone="0300 000 0000")
    assert not note_contact(starting.contact)
    assert SiteDetails.objects.get().council_phone == "0300 000 0000"


def test_the_council_can_be_rung_from_the_first_day(starting):
    SiteDetails.objects.all().delete()
    assert note_contact(starting.contact)
    assert SiteDetails.objects.get().council_phone == starting.contact["council_phone"]
