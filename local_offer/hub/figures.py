"""Published figures of the county, as rows that an editor can change when newer ones are out."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable


class FigureSeries(ClusterableModel):
    """A few figures that are compared with each other, with where and when they were published."""

    class Unit(models.TextChoices):
        PERCENT = "percent", "of every 100"
        COUNT = "count", "a number of things or people"

    slug = models.SlugField(
        max_length=80, unique=True, help_text="Names this group in files. It does not change."
    )
    title = models.CharField(max_length=120, help_text="What is counted, in a line.")
    words = models.CharField(max_length=300, help_text="What the figures say, in one or two short sentences.")
    unit = models.CharField(max_length=10, choices=Unit.choices)
    source_name = models.CharField("where it was published", max_length=200)
    source_url = models.URLField("web page of the source", blank=True)
    order = models.PositiveIntegerField(default=0)

    panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("words"),
        FieldPanel("unit"),
        FieldPanel("slug"),
        InlinePanel("figures", label="Figure"),
        FieldPanel("source_name"),
        FieldPanel("source_url"),
        FieldPanel("order"),
    ]

    class Meta:
        ordering = ["order", "title"]
        verbose_name = "group of figures"
        verbose_name_plural = "figures"

    def __str__(self) -> str:
        return self.title


class Figure(Orderable):
    """One number, what it counts, and of when it is."""

    series = ParentalKey(FigureSeries, on_delete=models.CASCADE, related_name="figures")
    code = models.CharField(
        max_length=160, blank=True, editable=False, help_text="Its name in the starting file."
    )
    label = models.CharField(max_length=80)
    value = models.FloatField(validators=[MinValueValidator(0.0)])
    date = models.CharField(max_length=60, help_text="As it was published, such as July to September 2025.")

    panels: ClassVar = [FieldPanel("label"), FieldPanel("value"), FieldPanel("date")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~models.Q(code=""), name="one_figure_for_each_code"
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.date}: {self.shown}"

    @property
    def shown(self) -> str:
        """The number as people write it, such as 9,804 or 89%."""
        sign = "%" if self.series.unit == FigureSeries.Unit.PERCENT else ""
        return f"{self.value:,.10g}{sign}"
