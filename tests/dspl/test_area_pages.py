"""The finder as a family opens it: answers on the page, and a whole postcode leaves the address at once."""

import pytest
from django.test import Client

from local_offer.dspl.models import AreaFinderPage

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def finder() -> str:
    return AreaFinderPage.objects.get().url or ""


def test_the_finder_shows_nine_areas_on_the_map_and_in_the_list(client: Client, finder: str) -> None:
    context = client.get(finder).context
    assert [area["number"] for area in context["areas"]] == list(range(1, 10))
    assert [cell["url"] for cell in context["map"]["cells"]] == [area["url"] for area in context["areas"]]


def test_a_town_leads_to_the_page_of_its_area(client: Client, finder: str) -> None:
    response = client.get(finder, {"home": "Tring"})
    (place,) = response.context["found"]
    (area,) = place["areas"]
    assert "Dacorum" in client.get(area["url"]).content.decode()
    assert f'href="{area["url"]}"' in response.content.decode()


def test_a_whole_postcode_is_neither_in_the_address_nor_on_the_page(client: Client, finder: str) -> None:
    response = client.get(finder, {"home": "al13je", "school": "Hatfield"}, follow=True)
    assert response.redirect_chain == [(f"{finder}?home=AL1+3&home_in=7&school=Hatfield", 302)]
    page = response.content.decode().lower()
    assert "al1 3" in page
    assert "al13je" not in page
    assert "al1 3je" not in page.replace("such as al1 3je", "").replace("looks like al1 3je", "")


def test_the_page_of_an_area_marks_it_on_the_map(client: Client, finder: str) -> None:
    stevenage = client.get(finder, {"home": "Stevenage"}).context["found"][0]["areas"][0]["url"]
    cells = client.get(stevenage).context["map"]["cells"]
    assert [cell["number"] for cell in cells if cell["chosen"]] == [2]


def test_what_is_typed_is_shown_as_text_never_as_markup(client: Client, finder: str) -> None:
    page = client.get(finder, {"home": "<script>x</script>"}).content.decode()
    assert "<script>x</script>" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
