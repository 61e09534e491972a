"""The nine local SEND areas (DSPL): a finder by home or school, and a page for each."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from local_offer.core.facts import PageFacts
from local_offer.core.models import KeyedPage, unique_page_key
from local_offer.dspl.finder import finder_redirect, found_areas
from local_offer.dspl.map import centre_of_area, county_map
from local_offer.places.models import Area
from local_offer.places.place import Place
from search.engines.base import IndexNotReady
from search.engines.chosen import engine
from search.query import ServiceQuery
from search.results import Hit

# What a phone shows at once: the local team, and those whom most families ring first. Others are folded.
CARDS, FOLDED = 6, 24


class AreaFinderPage(KeyedPage):
    """Which area am I in? By home or by school: a family may use either."""

    section_name = "Your area"
    template = "dspl/area_finder_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["dspl.AreaPage"]

    class Meta:
        constraints = [unique_page_key("one_area_finder_for_each_key")]

    def area_pages(self) -> list["AreaPage"]:
        """The nine, in the order of their numbers."""
        return list(AreaPage.objects.child_of(self).live().select_related("area").order_by("area__number"))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; a whole postcode does not stay in its address, but becomes its sector and areas."""
        if safer := finder_redirect(request.GET.get("home", ""), request.GET.get("school", "")):
            return redirect(f"{request.path}{safer}")
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        cards = [page.card() for page in self.area_pages()]
        return {
            **context,
            **found_areas(
                request.GET.get("home", ""),
                request.GET.get("school", ""),
                cards,
                home_in=request.GET.get("home_in", ""),
                school_in=request.GET.get("school_in", ""),
            ),
            "areas": cards,
            "map": county_map(
                {card["number"]: card["url"] for card in cards},
                {card["number"]: card["name"] for card in cards},
            ),
        }


class AreaPage(KeyedPage):
    """One area: which places it covers, what it offers, and every service that serves it."""

    section_name = "Your area"
    template = "dspl/area_page.html"
    parent_page_types = ["dspl.AreaFinderPage"]
    subpage_types: ClassVar[list[str]] = []

    area = models.OneToOneField(Area, on_delete=models.PROTECT, related_name="+")
    content_panels = [*KeyedPage.content_panels, FieldPanel("area")]

    class Meta:
        constraints = [unique_page_key("one_area_page_for_each_key")]

    def search_facts(self) -> PageFacts | None:
        facts = super().search_facts()
        if facts is None:
            return None
        return PageFacts(
            **{**facts.__dict__, "area": self.area.code, "words": (*facts.words, self.area.places_covered)}
        )

    @property
    def number(self) -> int:
        """The number of the area, 1 to 9."""
        return self.area.number or 0

    def places(self) -> str:
        """The towns of the area as a sentence would name them; the table parts them with semicolons."""
        return self.area.places_covered.replace(";", ",")

    def card(self) -> dict[str, Any]:
        """What a list of areas shows of this one."""
        return {
            "title": self.title,
            "url": self.url,
            "number": self.number,
            "name": self.area.name,
            "places": self.places(),
        }

    def local_services(self) -> tuple[Hit, ...]:
        """What serves this area, local before county-wide."""
        place = Place(
            label=self.title,
            kind="dspl",
            point=centre_of_area(self.number),
            areas=frozenset({"county", self.area.code}),
            near=self.area.code,
        )
        try:
            return engine().search(ServiceQuery(place=place, per_page=CARDS + FOLDED)).hits
        except IndexNotReady:
            return ()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        query = ServiceQuery(near=f"dspl {self.number}")
        finder = self.get_parent().specific
        found = self.local_services()
        here = [{"id": "who-can-help", "title": "Who can help in this area"}] if found else []
        return {
            **context,
            "areas": [page.card() for page in finder.area_pages()],
            "area": self.area,
            "crumbs": self.crumbs(),
            "contents": [*self.contents(), *here],
            "hits": found[:CARDS],
            "others": found[CARDS:],
            "more_url": f"{reverse('search')}?{query.to_address()}",
            "map": county_map({self.number: self.url or ""}, {self.number: self.area.name}),
            "report_url": f"{reverse('report')}?page={self.url}",
        }
