"""The words the directory sorts by: needs on two levels, kinds of service, and the strategy's six outcomes."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from local_offer.core.whole import Whole
from local_offer.taxonomy.wording import (
    Concept,
    EverydaySentence,
    Phrase,
    RelatedNeed,
    Spelling,
    UrgentPhrase,
)

BROAD_AREAS = [
    ("communication_interaction", "Communication and interaction"),
    ("cognition_learning", "Cognition and learning"),
    ("semh", "Social, emotional and mental health"),
    ("sensory_physical", "Sensory and physical"),
    ("cross_cutting", "Cuts across"),
]


class Term(Whole, index.Indexed):
    """A word of one of the lists. The slug stands in addresses and files and does not change."""

    slug = models.SlugField(max_length=80, unique=True)
    label = models.CharField(max_length=120, help_text="What families see.")
    description = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0)

    panels: ClassVar = [
        FieldPanel("label"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldPanel("order"),
    ]
    search_fields: ClassVar = [index.SearchField("label"), index.AutocompleteField("label")]

    class Meta:
        abstract = True
        ordering = ["order", "label"]

    def __str__(self) -> str:
        return self.label


class Need(Term):
    """What a child or family needs help with. A need without a parent is a whole topic."""

    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    broad_area = models.CharField(
        max_length=40, choices=BROAD_AREAS, blank=True, help_text="For reports only: families never see it."
    )
    panels: ClassVar = [*Term.panels, FieldPanel("parent"), FieldPanel("broad_area")]


class ServiceKind(Term):
    """What sort of service it is: a helpline, a club, a course."""

    class Meta(Term.Meta):
        verbose_name = "kind of service"
        verbose_name_plural = "kinds of service"


class Outcome(Term):
    """One of the six hopes of the county's SEND strategy: "be healthy", "be included"."""


__all__ = [
    "Concept",
    "EverydaySentence",
    "Need",
    "Outcome",
    "Phrase",
    "RelatedNeed",
    "ServiceKind",
    "Spelling",
    "UrgentPhrase",
]
