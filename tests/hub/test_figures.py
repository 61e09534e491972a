"""Published figures: true to their source, the same in chart and table, and the editors' to change."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from local_offer.core.keys import page_with_key
from local_offer.hub.figures import Figure, FigureSeries
from local_offer.hub.figures_block import FiguresBlock, groups
from local_offer.hub.figures_chart import NUMBER_WIDTH, WIDTH, chart_of

PAGE = "/guides/how-hertfordshire-is-doing/"


@pytest.fixture
def soup(site, client):
    response = client.get(PAGE)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_the_page_shows_what_was_published(soup):
    shown = {cell.get_text(strip=True) for cell in soup.select(".lo-figures td:last-child")}
    assert shown == {"38%", "89%", "5%", "66%", "365,400", "31,966", "9,804"}


def test_every_group_says_where_and_when_it_was_published(soup):
    for section in soup.select(".lo-figures"):
        assert "31 October 2025" in section.select("p")[-1].get_text()
        assert all(row.td.get_text(strip=True) for row in section.select("tbody tr"))
    assert "come from the county's draft SEND strategy" in re.sub(r"\s+", " ", without_meanings(soup))
    assert "reported in October 2025" in re.sub(r"\s+", " ", soup.get_text())


def test_what_was_rated_is_said_as_the_source_says_it(soup):
    rated = soup.find(id="figures-plans-good").find_parent("section")
    assert rated.h3.get_text() == "New EHC plans of good or outstanding quality"
    assert [row.td.get_text() for row in rated.select("tbody tr")] == [
        "July to September 2023",
        "July to September 2025",
    ]
    source = rated.select("p")[-1]
    assert "draft SEND strategy for 2026 to 2029" in source.get_text()
    assert source.a["href"].startswith("https://")


def without_meanings(soup):
    copy = BeautifulSoup(str(soup), "html.parser")
    for meaning in copy.select(".lo-means"):
        meaning.extract()
    return copy.get_text()


def test_a_chart_says_in_words_all_that_it_draws(soup):
    charts = soup("svg", class_="lo-chart")
    assert len(charts) == 3
    for chart in charts:
        named = [soup.find(id=name) for name in chart["aria-labelledby"].split()]
        assert [tag.name for tag in named] == ["title", "desc"]
        assert chart["role"] == "img"
        numbers = [text.get_text() for text in chart.select("text")[1::2]]
        assert len(numbers) == len(chart("rect"))
        assert all(number in named[1].get_text() for number in numbers)


def test_chart_and_table_hold_the_same_numbers(soup):
    for section in soup.select(".lo-figures"):
        in_table = [cell.get_text(strip=True) for cell in section.select("td:last-child")]
        in_chart = [text.get_text(strip=True) for text in section.select("svg text")[1::2]]
        assert in_chart == in_table


def test_from_the_figures_a_family_finds_how_to_disagree_and_how_to_comment(soup):
    links = {link["href"] for link in soup.select("main a[href]")}
    assert page_with_key("guide:disagree").url in links
    assert page_with_key("guide:outcomes").url in links
    everywhere = {link["href"].split("?")[0] for link in soup("a", href=True)}
    assert "/something-is-wrong/" in everywhere


@pytest.mark.usefixtures("site")
def test_an_editor_changes_a_figure_and_the_page_shows_it(client):
    Figure.objects.filter(code="plans-on-time-2025").update(value=91.5, date="March 2026")
    html = client.get(PAGE).content.decode()
    assert html.count("91.5%") == 3  # the bar, its description, the table
    assert "89%" not in html


@pytest.mark.usefixtures("site")
def test_a_page_may_show_one_group_alone():
    chosen = FiguresBlock().get_context({"series": ["how-many"]})["groups"]
    assert [group["series"].slug for group in chosen] == ["how-many"]


@pytest.mark.usefixtures("site")
def test_a_group_without_figures_is_not_shown():
    FigureSeries.objects.create(
        slug="empty", title="Nothing", words="Nothing.", unit="count", source_name="Nobody"
    )
    assert "empty" not in [group["series"].slug for group in groups([])]


def test_a_figure_that_is_less_than_nothing_is_refused():
    series = FigureSeries(slug="x", title="x", words="x", unit="count", source_name="x")
    with pytest.raises(Exception, match="greater than or equal to 0"):
        Figure(series=series, label="x", value=-1.0, date="now").clean_fields(exclude=["series"])


@pytest.mark.usefixtures("site")
def test_an_editor_sees_a_group_with_its_figures_in_the_admin(admin_client):
    series = FigureSeries.objects.get(slug="plans-good")
    html = admin_client.get(
        reverse("wagtailsnippets_hub_figureseries:edit", args=[series.pk])
    ).content.decode()
    assert "July to September 2025" in html


VALUES = st.lists(st.floats(min_value=0, max_value=1e9), min_size=1, max_size=6)


@given(VALUES)
def test_no_bar_leaves_the_drawing_and_longer_means_more(values):
    chart = chart_of([("What", "1", value) for value in values])
    widths = [bar.width for bar in chart.bars]
    assert all(0 < width <= WIDTH - NUMBER_WIDTH for width in widths)
    assert all(bar.bar_y + chart.bar_height <= chart.height for bar in chart.bars)
    order = sorted(range(len(values)), key=lambda place: values[place])
    assert [widths[place] for place in order] == sorted(widths)


def test_half_of_a_hundred_is_half_as_long_as_a_hundred():
    half, whole = chart_of([("a", "50%", 50.0), ("b", "100%", 100.0)], whole=100.0).bars
    assert half.width * 2 == whole.width
