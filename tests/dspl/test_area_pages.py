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


def test_a_phone_shows_a_few_who_help_in_an_area_and_folds_the_others(client: Client, finder: str) -> None:
    area = client.get(finder, {"home": "Hitchin"}).context["found"][0]["areas"][0]["url"]
    response = client.get(area)
    shown, folded = response.context["hits"], response.context["others"]
    assert 4 <= len(shown) <= 6
    assert len(folded) >= 20
    assert not {hit.id for hit in shown} & {hit.id for hit in folded}
    page = response.content.decode()
    assert all(hit.url in page for hit in (*shown, *folded))
    assert f"More who can help here ({len(folded)})" in page


def test_an_area_names_its_towns_as_a_sentence_does(client: Client, finder: str) -> None:
    areas = client.get(finder).context["areas"]
    assert "Hitchin, Letchworth, Baldock, Royston" in client.get(areas[0]["url"]).content.decode()
    assert not [area for area in areas if ";" in area["places"]]


def test_the_areas_own_team_comes_first(client: Client, finder: str) -> None:
    for area in client.get(finder).context["areas"]:
        first = client.get(area["url"]).context["hits"][0]
        assert any(f"DSPL {area['number']}" in reason for reason in first.reasons), area["title"]
