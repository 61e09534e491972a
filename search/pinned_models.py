"""Pinned answers: what editors put first when a search says certain words. Here, and not with the other words, because
they point at services.
"""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from local_offer.core.whole import Whole
from local_offer.taxonomy.wording import Wording


class PinnedAnswer(Whole, Wording, ClusterableModel):
    """Words, and what comes first for them as long as age, place and filters allow."""

    phrases = models.TextField(
        "when a search says",
        help_text="As families say it, with semicolons between. A bar stands between words of which any will do.",
    )
    pages = models.CharField(
        "pages to show first",
        max_length=300,
        blank=True,
        help_text="Keys of pages in the order you want, with semicolons between: hub:sleep; guide:ehcp.",
    )
    until = models.DateField(
        null=True, blank=True, help_text="The last day. Leave it empty if it has no end."
    )
    note = models.CharField("why", max_length=300, blank=True, help_text="For other editors. Never public.")

    panels: ClassVar = [
        FieldPanel("phrases"),
        MultiFieldPanel(
            [InlinePanel("services", label="Service"), FieldPanel("pages")], heading="Show these first"
        ),
        FieldPanel("until"),
        FieldPanel("note"),
    ]
    search_fields: ClassVar = [index.SearchField("phrases"), index.AutocompleteField("phrases")]

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.phrases[:80]

    @property
    def standing(self) -> str:
        """For the list: until when it counts."""
        if self.until is None:
            return "No end"
        said = f"{self.until.day} {self.until:%B %Y}"
        return f"Until {said}" if self.until >= timezone.localdate() else f"Ended {said}"


class PinnedService(Orderable):
    """One service of a pinned answer, in its place in the order. The form sees to it that none stands there twice."""

    answer = ParentalKey(PinnedAnswer, on_delete=models.CASCADE, related_name="services")
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")

    panels: ClassVar = [FieldPanel("service")]

    def __str__(self) -> str:
        return str(self.service)
