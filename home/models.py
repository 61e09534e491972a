"""The front page: one question first, then tiles in families' words."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from local_offer.core.keys import page_url
from local_offer.core.models import BasePage, KeyedPage, unique_page_key
from local_offer.hub.blocks import need_choices
from local_offer.hub.models import GuidePage
from search.forms import SearchForm
from search.query import ServiceQuery

ICONS = [
    ("moon", "Moon"),
    ("sad-face", "Sad face"),
    ("mortarboard", "School"),
    ("speech", "Speech"),
    ("bolt", "Lightning"),
    ("cutlery", "Knife and fork"),
    ("spectrum", "Spectrum"),
    ("eye", "Eye"),
    ("star", "Star"),
    ("heart", "Heart"),
]


class TileBlock(blocks.StructBlock):
    """A way in: a few words that a parent would say, and the needs behind them."""

    title = blocks.CharBlock(max_length=40)
    words = blocks.CharBlock(max_length=80)
    icon = blocks.ChoiceBlock(choices=ICONS)
    needs = blocks.MultipleChoiceBlock(choices=need_choices)

    class Meta:
        icon = "grip"
        label = "Tile"


class HomePage(BasePage):
    """Where families arrive."""

    section_name = "Home"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "hub.HubHomePage",
        "hub.GuideIndexPage",
        "hub.GuidePage",
        "dspl.AreaFinderPage",
        "home.PlainPage",
    ]
    max_count = 1

    lead = models.CharField(max_length=250, blank=True)
    tiles = StreamField([("tile", TileBlock())], blank=True)
    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("tiles")]

    class Meta:
        constraints = [unique_page_key("one_home_for_each_key")]

    @property
    def promises(self) -> tuple[str, ...]:
        """What a family may rely on before it types a word; the tests hold us to them."""
        return ("No account", "We keep nothing you type", "Free to use")

    def search_facts(self) -> None:
        """The front page answers nothing by itself, so a search does not find it."""
        return

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "form": SearchForm(),
            "tiles": [_shown(tile.value) for tile in self.tiles],
            "start_url": page_url("hub:no-diagnosis"),
            "areas_url": page_url("dspl:finder"),
            "guides": _guides(),
        }


class PlainPage(KeyedPage):
    """About, accessibility, privacy, contact: pages about the site itself."""

    section_name = "About this site"
    template = "page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        constraints = [unique_page_key("one_plain_page_for_each_key")]


def _shown(tile: Any) -> dict[str, str]:
    """A tile with the address of its search."""
    query = ServiceQuery(need=tuple(tile["needs"]))
    return {
        "title": tile["title"],
        "words": tile["words"],
        "icon": tile["icon"],
        "url": f"{reverse('search')}?{query.to_address()}",
    }


def _guides() -> list[GuidePage]:
    """The guides that most families need, at the foot of the page."""
    return list(
        GuidePage.objects.live()
        .filter(page_key__in=("guide:ehcp", "guide:professionals"))
        .order_by("page_key")
    )
