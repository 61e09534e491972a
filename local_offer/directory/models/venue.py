"""Where services meet. Where they serve is another matter: see `coverage.py`."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from local_offer.core.whole import Whole


class Venue(Whole, index.Indexed):
    """A building or meeting place, used by any number of services. Latitude and longitude are WGS84 degrees."""

    name = models.CharField(max_length=200)
    address = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True, help_text="Whole, or only its first half.")
    lat = models.FloatField(
        "latitude", null=True, blank=True, validators=[MinValueValidator(49), MaxValueValidator(61)]
    )
    lon = models.FloatField(
        "longitude", null=True, blank=True, validators=[MinValueValidator(-9), MaxValueValidator(3)]
    )
    access = models.TextField(
        "getting in and around",
        blank=True,
        help_text="Step-free, toilets, quiet room, parking, buses: what it is really like.",
    )

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldPanel("postcode"),
        FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")]),
        FieldPanel("access"),
    ]
    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("address"),
    ]

    class Meta:
        ordering = ["name", "address"]
        constraints = [
            models.UniqueConstraint(fields=["name", "address", "postcode"], name="one_record_of_each_venue"),
            models.CheckConstraint(
                condition=models.Q(lat__isnull=True, lon__isnull=True)
                | models.Q(lat__isnull=False, lon__isnull=False),
                name="venue_has_a_whole_point_or_none",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.address, self.postcode) if part)
