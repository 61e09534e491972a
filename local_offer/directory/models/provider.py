"""Who runs services."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from local_offer.core.whole import Whole
from local_offer.directory.choices import ProviderKind


class Provider(Whole, index.Indexed):
    """An organisation: its own contact stands in where a service has none."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=ProviderKind, blank=True)
    website = models.URLField(max_length=500, blank=True)
    contact = models.ForeignKey(
        "directory.Contact", null=True, blank=True, on_delete=models.SET_NULL, related_name="providers"
    )
    how_to_complain = models.TextField(
        blank=True, help_text="Shown for each of their services that says nothing itself."
    )

    panels: ClassVar = [
        FieldPanel(name) for name in ("name", "kind", "website", "contact", "how_to_complain")
    ]
    search_fields: ClassVar = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
