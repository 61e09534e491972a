"""What every page has, the site's own details, and the memory of what was loaded from files."""

import re
from typing import Any, ClassVar

from bs4 import BeautifulSoup
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from local_offer.core.blocks import section_blocks
from local_offer.core.facts import PageFacts
from local_offer.core.whole import WholeOrNothing


class BasePage(WholeOrNothing, Page):
    """A public page: its key never changes, so that links, lists and searches find it whatever it is called."""

    section_name: ClassVar[str] = ""

    page_key = models.CharField(max_length=80, blank=True, editable=False)
    menu_title = models.CharField(
        max_length=40, blank=True, help_text="A shorter name for menus, if the title is long."
    )
    summary = models.CharField(
        max_length=300, blank=True, help_text="One sentence, shown wherever this page is listed."
    )
    search_words = models.TextField(
        blank=True,
        help_text="Other words that families use for this, one on each line. Search reads them; nobody sees them.",
    )
    sources = models.TextField(
        blank=True, help_text="Where the facts come from, one on each line. For editors."
    )
    written_on = models.DateField(null=True, blank=True)
    checked_on = models.DateField(
        null=True, blank=True, help_text="The day somebody last checked every fact here."
    )

    search_fields = [*Page.search_fields, index.SearchField("summary")]
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        *Page.promote_panels,
        FieldPanel("menu_title"),
        MultiFieldPanel([FieldPanel("search_words")], heading="Search"),
        MultiFieldPanel(
            [FieldPanel("written_on"), FieldPanel("checked_on"), FieldPanel("sources")], heading="Truth"
        ),
    ]
    exclude_fields_in_copy = ["page_key"]
    show_in_menus_default = False

    class Meta:
        abstract = True

    def search_facts(self) -> PageFacts | None:
        """What the search should know of this page; None keeps it out of the index."""
        if not self.page_key:
            return None
        return PageFacts(
            key=self.page_key,
            title=self.title,
            url=self.url or "",
            summary=self.summary,
            section=self.section_name,
            text=self.body_text(),
            headings=tuple(self.body_headings()),
            words=tuple(line.strip() for line in self.search_words.splitlines() if line.strip()),
            needs=tuple(self.need_slugs()),
        )

    def crumbs(self) -> list[dict[str, str]]:
        """The way back up, beginning at the front page."""
        above = self.get_ancestors().live().filter(depth__gte=2)
        return [{"title": "Home" if page.depth == 2 else page.title, "url": page.url or ""} for page in above]

    def need_slugs(self) -> list[str]:
        """The needs that this page is about; pages of the hub say more."""
        return []

    def body_text(self) -> str:
        """Every word of the page's body, without mark-up."""
        return words_of(getattr(self, "body", None))

    def body_headings(self) -> list[str]:
        """The headings of the page's sections, in order."""
        body = getattr(self, "body", None) or []
        return [block.value["heading"] for block in body if block.block_type in ("section", "steps")]


def words_of(body: Any) -> str:
    """The text of a stream of blocks, as a reader would hear it."""
    parts = [str(block.value) for block in body or [] if block.block_type in ("intro", "section", "steps")]
    return re.sub(r"\s+", " ", BeautifulSoup(" ".join(parts), "html.parser").get_text(" ")).strip()


class KeyedPage(BasePage):
    """A page with a body of sections: what hub topics, guides and plain pages share in the database."""

    body = StreamField(section_blocks(), blank=True)
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        abstract = True

    def contents(self) -> list[dict[str, str]]:
        """The list at the top of a long page: a heading and the place it jumps to."""
        return [
            {"id": block.value.anchor, "title": block.value["heading"]}
            for block in self.body
            if block.block_type in ("section", "steps")
        ]


class LoadedRow(models.Model):
    """What a file last said of one thing: by it the next load sees what an editor has changed since."""

    table = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    values = models.JSONField()
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="one_memory_of_each_loaded_row")]

    def __str__(self) -> str:
        return f"{self.table} {self.key}"


@register_setting(icon="mail")
class SiteDetails(BaseSiteSetting):
    """Whom a family can ring when nothing else fits, and a notice for every page."""

    council_name = models.CharField(max_length=100, default="Hertfordshire County Council")
    council_phone = models.CharField(max_length=30, blank=True, help_text="A number that anybody can ring.")
    council_website = models.URLField(blank=True)
    notice = models.CharField(
        max_length=200, blank=True, help_text="A sentence at the top of every page. Usually empty."
    )

    class Meta:
        verbose_name = "contact and notice"


def unique_page_key(name: str) -> models.UniqueConstraint:
    """A constraint for each kind of page: a key belongs to one page."""
    return models.UniqueConstraint(fields=["page_key"], condition=~Q(page_key=""), name=name)
