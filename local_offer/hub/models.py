"""The Neurodiversity Hub and the guides: pages that say what to try, what to say, and who can help."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from local_offer.core.models import KeyedPage, unique_page_key
from local_offer.hub.blocks import body_blocks
from local_offer.hub.figures import Figure, FigureSeries
from local_offer.hub.glossary import GlossaryTerm
from local_offer.hub.outcomes import OutcomeNeed


class HelpPage(KeyedPage):
    """What the hub and the guides share: a body with live lists, needs, and pages beside them."""

    body = StreamField(body_blocks(), blank=True)
    needs = ParentalManyToManyField("taxonomy.Need", blank=True, related_name="+")

    content_panels = [*KeyedPage.content_panels, InlinePanel("related_links", label="Related page")]
    promote_panels = [FieldPanel("needs"), *KeyedPage.promote_panels]

    class Meta:
        abstract = True

    def need_slugs(self) -> list[str]:
        return [need.slug for need in self.needs.all()]

    def body_text(self) -> str:
        """The page with the list from A to Z is found by every word in it, and the search knows these words."""
        text = super().body_text()
        if any(block.block_type == "glossary" for block in self.body):
            terms = GlossaryTerm.objects.values_list("term", "short_form")
            text = " ".join([text, *(f"{term} {short}" for term, short in terms)])
        return text

    def related_pages(self) -> list[Page]:
        """Pages that this one names, then pages that name it: related both ways."""
        named = [link.page_id for link in self.related_links.all()]
        naming = RelatedPage.objects.filter(page_id=self.pk).values_list("source_id", flat=True)
        pages = Page.objects.live().filter(pk__in=[*named, *naming]).exclude(pk=self.pk).specific()
        by_id = {page.pk: page for page in pages}
        return [by_id[pk] for pk in dict.fromkeys([*named, *naming]) if pk in by_id]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "contents": self.contents(),
            "related_pages": self.related_pages(),
            "crumbs": self.crumbs(),
        }


class RelatedPage(Orderable):
    """A page worth reading beside another."""

    source = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_links")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    panels: ClassVar = [FieldPanel("page")]


class HubHomePage(HelpPage):
    """The front of the Neurodiversity Hub."""

    section_name = "Neurodiversity Hub"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["hub.TopicPage"]

    class Meta:
        constraints = [unique_page_key("one_hub_home_for_each_key")]

    def contents(self) -> list[dict[str, str]]:
        return [*super().contents(), {"id": "topics", "title": "All topics"}]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        topics = TopicPage.objects.child_of(self).live().order_by("path")
        return {**super().get_context(request, *args, **kwargs), "topics": topics}


class TopicPage(HelpPage):
    """One everyday matter: sleep, worry, school."""

    section_name = "Neurodiversity Hub"
    parent_page_types = ["hub.HubHomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        constraints = [unique_page_key("one_topic_for_each_key")]


class GuideIndexPage(HelpPage):
    """All guides."""

    section_name = "Guides"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["hub.GuidePage"]

    class Meta:
        constraints = [unique_page_key("one_guide_index_for_each_key")]

    def contents(self) -> list[dict[str, str]]:
        return [*super().contents(), {"id": "topics", "title": "All guides"}]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        guides = GuidePage.objects.child_of(self).live().order_by("title")
        return {**super().get_context(request, *args, **kwargs), "guides": guides}


class GuidePage(HelpPage):
    """How something works, step by step; urgent help is one that stands beside the front page."""

    section_name = "Guides"
    template = "page.html"
    parent_page_types = ["hub.GuideIndexPage", "home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        constraints = [unique_page_key("one_guide_for_each_key")]


__all__ = [
    "Figure",
    "FigureSeries",
    "GlossaryTerm",
    "GuideIndexPage",
    "GuidePage",
    "HelpPage",
    "HubHomePage",
    "OutcomeNeed",
    "RelatedPage",
    "TopicPage",
]
