"""The log of changes that every index follows, and the searches by which editors judge a change of words."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from search.index_models import IndexStanding, RefusedEntry
from search.pinned_models import PinnedAnswer, PinnedService
from search.unmet_models import SearchTotal, UnknownWord, UnmetCount

__all__ = [
    "IndexChange",
    "IndexStanding",
    "PinnedAnswer",
    "PinnedService",
    "RefusedEntry",
    "SavedSearch",
    "SearchTotal",
    "UnknownWord",
    "UnmetCount",
]


class IndexChange(models.Model):
    """That something changed which a search may show: what, never its content. Its number is its place in the log."""

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id}: {self.kind} {self.object_id}"


class SavedSearch(models.Model):
    """A search that an editor made up, and what it should find: it shows at once when other words spoil it."""

    words = models.CharField(
        "what is going on?",
        max_length=300,
        blank=True,
        help_text="As a family would write it. Make it up: never copy what a real family wrote.",
    )
    age = models.CharField("how old?", max_length=40, blank=True)
    near = models.CharField(
        "where?", max_length=80, blank=True, help_text="A town, or a part of a postcode: AL1 3."
    )
    wanted_services = models.ManyToManyField(
        "directory.Service",
        blank=True,
        related_name="+",
        help_text="One of these should be among the first three.",
    )
    wanted_pages = models.CharField(
        max_length=300,
        blank=True,
        help_text="Keys of pages, with semicolons between: hub:sleep; guide:ehcp. "
        "One of these should be among the first three.",
    )
    note = models.CharField(max_length=300, blank=True)

    panels: ClassVar = [
        FieldPanel("words"),
        FieldRowPanel([FieldPanel("age"), FieldPanel("near")]),
        MultiFieldPanel(
            [FieldPanel("wanted_services"), FieldPanel("wanted_pages")], heading="What it should find"
        ),
        FieldPanel("note"),
    ]

    class Meta:
        ordering: ClassVar = ["words", "pk"]
        verbose_name = "saved search"
        verbose_name_plural = "saved searches"

    def __str__(self) -> str:
        said = [self.words, f"age {self.age}" if self.age else "", f"near {self.near}" if self.near else ""]
        return ", ".join(filter(None, said))
